"""A request as it arrives: pasted text, a text file, an email, a Word file or a PDF."""

import email
import email.policy
import hashlib
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.foi.errors import LetterUnreadable
from ingest.document import BlockKind, Document
from ingest.errors import IngestError
from ingest.sandbox import read_safely
from ingest.settings import IngestSettings

_PLAIN = frozenset({".txt", ".text", ".md", ""})
_MOST_CHARACTERS = 60_000


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of a request, verbatim, and the date an email says it was sent."""

    text: str
    sent: date | None = None

    @property
    def fingerprint(self) -> str:
        """Names the letter: the same words have the same fingerprint."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def letter_of_text(text: str) -> Letter:
    """Pasted words. Raises LetterUnreadable when there are none, or far too many."""
    if not any(character.isalnum() for character in text):
        raise LetterUnreadable("The letter has no words in it. Paste or choose the request again.")
    if len(text) > _MOST_CHARACTERS:
        raise LetterUnreadable(
            f"The letter has {len(text)} characters, more than {_MOST_CHARACTERS}. "
            "Leave out attachments and earlier correspondence."
        )
    return Letter(text)


def read_letter(path: Path, settings: IngestSettings | None = None) -> Letter:
    """A letter from a file: plain text, .eml, Word, HTML or PDF. Raises LetterUnreadable."""
    suffix = path.suffix.lower()
    try:
        if suffix in _PLAIN:
            return letter_of_text(_decoded(path.read_bytes()))
        if suffix == ".eml":
            return _of_email(path.read_bytes(), settings or IngestSettings())
        return letter_of_text(_words(read_safely(path, settings or IngestSettings())))
    except OSError as error:
        raise LetterUnreadable(
            f"The letter {path.name} cannot be opened ({error.strerror}). Check the file's name."
        ) from error
    except IngestError as error:
        raise LetterUnreadable(f"The letter cannot be read: {error}") from error


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _of_email(raw: bytes, settings: IngestSettings) -> Letter:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise LetterUnreadable(
            "The email has no text in it. Open it and save the attached letter by itself."
        )
    content = body.get_content()
    if body.get_content_subtype() == "html":
        content = _of_html(str(content), settings)
    heading = "".join(
        f"{name}: {message[name]}\n" for name in ("From", "Date", "Subject") if message[name]
    )
    return Letter(letter_of_text(f"{heading}\n{content}").text, _sent(message))


def _of_html(markup: str, settings: IngestSettings) -> str:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "message.html"
        path.write_text(markup, encoding="utf-8")
        return _words(read_safely(path, settings))


def _sent(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date()
    except (TypeError, ValueError):
        return None


def _words(document: Document) -> str:
    """A document's blocks as a letter, with the printed numbers that Word keeps apart."""
    paragraphs = []
    for block in document.blocks:
        words = block.span.of(document.text)
        if block.label and not words.lstrip().startswith(block.label):
            words = f"{block.label} {words}"
        if block.kind is BlockKind.LIST_ITEM:
            words = "  " * max(block.level - 1, 0) + (words if block.label else f"- {words}")
        paragraphs.append(words)
    return "\n\n".join(paragraphs)
