"""The standing words of a reply, as data that an office may change."""

import string
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from assistant.foi.errors import TemplateFault

_FIELDS = {
    "subject_foia": {"reference"},
    "subject_eir": {"reference"},
    "thanks": {"received"},
    "clarified": {"clarified"},
    "found": {"sources"},
    "found_part": {"sources"},
    "searched": {"documents", "dates", "date"},
    "attached": {"attachments"},
    "format_asked": {"preference"},
    "close": {"contact"},
    "review": {
        "ask_review",
        "review",
        "review_at_most",
        "reviewer",
        "reviewer_role",
        "address",
        "email",
    },
    "regulator": {
        "regulator",
        "regulator_address",
        "regulator_telephone",
        "regulator_website",
        "complaint_weeks",
    },
}


class LetterWords(BaseModel):
    """Every standing sentence of a reply; the fields in braces are checked when it is read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    subject_foia: str
    subject_eir: str
    thanks: str
    clarified: str
    your_request: str
    searched: str
    not_searched: str
    answers: str
    found: str
    found_part: str
    supplied: str
    attached: str
    not_attached: str
    format_asked: str
    refusal: str
    refusal_eir: str
    close: str
    review: str
    regulator: str

    @model_validator(mode="after")
    def _fields_are_known(self) -> "LetterWords":
        for name, words in self:
            used = {field for _, field, _, _ in string.Formatter().parse(words) if field}
            if unknown := used - _FIELDS.get(name, set()):
                raise ValueError(f"{name} has unknown fields: {', '.join(sorted(unknown))}")
        return self


@cache
def load_words(source: Path | None = None) -> LetterWords:
    """The words of `source`, or those shipped. Raises TemplateFault."""
    try:
        text = (
            source.read_text(encoding="utf-8")
            if source
            else files("assistant.foi").joinpath("data", "letter.toml").read_text(encoding="utf-8")
        )
        return LetterWords.model_validate(tomllib.loads(text))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise TemplateFault(
            f"The words of the letter, {source or 'shipped'}, cannot be used: {error}. Correct "
            "the file, or leave the setting letter_words empty."
        ) from error
