"""Whether a file's first bytes belie its ending."""

from ingest.document import FileFormat
from ingest.errors import MismatchedFile

# How files begin that are no documents of ours, or of another kind than their ending says.
_MARKS: tuple[tuple[bytes, str, FileFormat | None], ...] = (
    (b"%PDF-", "a PDF", FileFormat.PDF),
    (b"PK\x03\x04", "a zip package", FileFormat.WORD),
    (b"\xd0\xcf\x11\xe0", "an old Office file", None),
    (b"\x89PNG", "a picture", None),
    (b"\xff\xd8\xff", "a picture", None),
    (b"\x7fELF", "a program", None),
    (b"MZ\x90", "a program", None),
)


def check_kind(name: str, content: bytes, expected: FileFormat) -> None:
    """Raise MismatchedFile if `content` plainly is of another kind than expected."""
    for mark, what, form in _MARKS:
        if form is not expected and content.startswith(mark):
            raise MismatchedFile(
                name, f"by its contents it is {what}", "Give it the ending it should have."
            )
