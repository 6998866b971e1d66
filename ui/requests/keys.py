"""References of requests within addresses."""

from urllib.parse import quote

PATH = "/officer/requests"


def key_of(reference: str) -> str:
    """A reference as one step of an address; a slash in it becomes a tilde."""
    return quote(reference.replace("/", "~"), safe="~")


def reference_of(key: str) -> str:
    """The reference again."""
    return key.replace("~", "/")
