"""What a reply says in words that are not a document's. Plain, first person, no promises."""

from assistant.answer import Searched
from assistant.bodies import Body
from assistant.say import searched_text

PLACEHOLDER = "[An officer has to complete this part.]"


def not_found(searched: Searched) -> str:
    """Nothing was found, which says nothing about what is held."""
    return f"We have not found this in the {searched_text(searched)} that we searched."


def rest_not_found(searched: Searched) -> str:
    """Something was found, but not all that was asked for."""
    return f"We have not found the rest in the {searched_text(searched)} that we searched."


def other_body(searched: Searched, body: Body) -> str:
    """Where the information may be instead, and how to ask there."""
    return f"{not_found(searched)} {where_else(body)}"


def published(title: str, when: str, url: str | None) -> str:
    """A document asked for that is published."""
    where = f", at {url}" if url else ""
    return f"The document is “{title}”{f', dated {when}' if when else ''}{where}."


def where_else(body: Body) -> str:
    """Who may hold it, and how to ask there."""
    return f"It may be held by {body.name}. {body.how}"
