"""A part's asks as questions for the library: courtesies dropped, context added where needed."""

import re
from dataclasses import dataclass

from assistant.foi.split_types import LetterPart
from ingest.document import Span

_COURTESY = re.compile(
    r"^(?:(?:and|also|finally|lastly|first|firstly|second|secondly|third|thirdly|next|separately|"
    r"in "
    r"addition|additionally|specifically|please|kindly|under the [^,]{0,60},)[\s,]+)*"
    r"(?:(?:could|can|would|will) (?:you|i)(?: please| kindly| also| possibly)*\s+)?"
    r"(?:(?:i|we)(?:'d| would| should|'m| am| are)?(?: therefore| also| hereby| now)? (?:be "
    r"(?:grateful|glad|interested|obliged)|like|wish|want|need|require|request|ask|asking|seeking|"
    r"interested)(?: (?:if you (?:could|would|can)|to|for|in))?\s+)?"
    r"(?:please\s+)?"
    r"(?:(?:confirm or deny|provide|tell|send|supply|give|let|state|confirm|list|know|see|have|"
    r"receive|"
    r"obtain|request|find out|explain|say|describe|set out|disclose|advise|learn|indicate|specify|"
    r"detail|identify|answer)\b(?:\s+(?:me|us))?(?:\s+(?:with|have|know|about|of|"
    r"please))?\s*(?::\s*)?)?",
    re.IGNORECASE,
)
_WANTED_LATER = re.compile(
    r"^.*?\bso (?:i|we)(?:'d| would| do)? (?:also |just |now |really )*(?:want|like|need) to "
    r"(?:know|find out|be told)\s+(?=(?:\S+\s+){3})",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",?\s+(?:because|becuase|cos) (?:i|we|my|our|nobody|no one|everyone|everybody)\b.*$",
    re.IGNORECASE,
)
_EMPTY_STEM = re.compile(
    r"\b(?:please|kindly|could|would|can|you|i|we|me|us|to|the|this|that|these|following|"
    r"information|"
    r"request\w*|provide|supply|state|tell|know|let|have|like|grateful|be|if|for|under|act|foia?|"
    r"freedom|of|2000|questions?|answer\w*|ask\w*|recorded|details?|as|below|and|a|an|am|are|my|"
    r"with|"
    r"should|would|write|writing|therefore|accordingly|specifically|send|give|confirm|following|"
    r"held|"
    r"hold|in|on|is|by|your|office|it|list|d|m)\b|\W",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|that|those|these|this|each|such|the (?:scheme|project|fund|grant|"
    r"contract|company|delays?|increase|fees?|report|programme|plan|panel|policy|same))\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"^(?:or |and )?if [^,?]{2,90},\s*(?=\w)", re.IGNORECASE)
_OPTIONAL = re.compile(r"(?:or |and )?if\b", re.IGNORECASE)
_FEW_WORDS = 7
_FEW_CHARACTERS = 4  # what is left of a stem that is nothing but a formula


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """An ask as a question. An `optional` one is asked only in case another stays unanswered."""

    words: str
    optional: bool


def ask_question(ask: str, heading: str, stem: str) -> AskQuestion:
    """An ask as a question; one that begins with "if" is optional."""
    return AskQuestion(question_of(ask, heading, stem), bool(_OPTIONAL.match(ask.strip())))


def question_of(ask: str, heading: str, stem: str) -> str:
    """An ask as a question, without courtesies and conditions.

    The heading and stem are put before an ask that is short or points back, because there they
    carry what the ask is about.
    """
    plain = plain_ask(_CONDITION.sub("", ask))
    context = _context(heading, stem)
    leans = len(plain.split()) <= _FEW_WORDS or _POINTS_BACK.search(plain)
    return f"{context}: {plain}" if context and leans else plain


def plain_ask(ask: str) -> str:
    """An ask without its courtesies: "Please tell me how many ..." becomes "how many ...".

    Why the requester asks is left out too: "..., because nobody I know was asked".
    """
    flat = " ".join(ask.replace("’", "'").split())
    flat = _WANTED_LATER.sub("", flat)
    match = _COURTESY.match(flat)
    rest = _ASIDE.sub("", flat[match.end() :] if match else flat)
    return (rest or flat).strip(" ;,:")


def asks_of(part: LetterPart, letter: str) -> tuple[str, ...]:
    """The words of each ask of a part."""
    spans: tuple[Span, ...] = part.asks or (part.span,)
    return tuple(span.of(letter) for span in spans)


def _context(heading: str, stem: str) -> str:
    stem = stem.strip(" :")
    if len(_EMPTY_STEM.sub("", stem)) < _FEW_CHARACTERS:
        stem = ""
    return " – ".join(dict.fromkeys(filter(None, (heading, plain_ask(stem)))))
