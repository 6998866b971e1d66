"""A part's asks as questions for the library: courtesies dropped, context added where needed."""

import re
from dataclasses import dataclass

from assistant.foi import asking, wishing
from assistant.foi.split_types import LetterPart
from ingest.document import Span

_COURTESY = re.compile(
    r"^(?:(?:and|also|finally|lastly|first|firstly|second|secondly|third|thirdly|next|separately|"
    r"in addition|additionally|specifically|please|kindly|under the [^,]{0,60},)[\s,]+)*"
    r"(?:(?:could|can|would|will) (?:you|i)(?: please| kindly| also| possibly)*\s+)?"
    r"(?:(?:i|we)(?:'d| would| should|'m| am| are)?(?: therefore| also| hereby| now)? (?:be "
    r"(?:grateful|glad|interested|obliged)|like|wish|want|need|require|request|ask|asking|seeking|"
    r"interested)(?: (?:if you (?:could|would|can)|to|for|in))?\s+)?(?:please\s+)?"
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
_GOOD_TO_HAVE = re.compile(
    r"^(?:and |also )?it (?:would|'d|will) (?:also |really )?(?:help|be (?:\w+ )?(?:good|useful|"
    r"nice|helpful|interesting|great))(?: (?:me|us|a lot))* to (?:have|know|see|get|learn) ",
    re.IGNORECASE,
)
_TREATED_AS = re.compile(
    r"^[^.?]*?\brequest\b[^,:;]*[,:;]\s*"
    r"(?=(?:by )?(?:how (?:many|much|often|long)|whether|what|when)\b)",
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
    r"held|hold|in|on|is|by|your|office|it|list|d|m)\b|\W",
    re.IGNORECASE,
)
_ABOUT = (
    r"(?:about|regarding|concerning|relating to|in (?:relation|respect|regard) (?:to|of)|"
    r"with (?:regard|respect|reference) to|in connection with|as to|connected with|"
    r"for (?:each|every|all|both|the) (?=(?:[\w-]+ ){0,4}?(?:years?|months?|quarters?|periods?|"
    r"\d))|since|between|during|covering|over (?=the (?:last|past))|in (?=(?:the |20|19)))"
)
_OPENING_SCOPE = re.compile(
    rf"^(?:(?:please|also|and|so|now),? )*(?P<scope>(?:{_ABOUT}|on (?!behalf\b))[^,:;]{{3,120}}),",
    re.IGNORECASE,
)
_CLOSING_SCOPE = re.compile(
    r"\b(?:following|questions?|information|details|data|figures|points|below|things)\b"
    rf"[^,:;.]{{0,30}}?\b(?P<scope>(?:{_ABOUT}|on|for (?=\d))\b.{{3,160}})$",
    re.IGNORECASE,
)
_OF_THE_LAW = re.compile(
    r"\b(?:act|foia?|eirs?|regulations|law|freedom of information|above|section \d+)\b", re.I
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|that|those|these|this|each|such|the (?:scheme|project|fund|grant|"
    r"contract|company|delays?|increase|fees?|report|programme|plan|panel|policy|same))\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"^(?:or |and )?if [^,?]{2,90},\s*(?=\w)", re.IGNORECASE)
_OPTIONAL = re.compile(r"(?:or |and )?if\b", re.IGNORECASE)
_FEW_WORDS = 7
_LONGEST_SUBJECT = 60  # characters: "The members of the parish council of Upper Thorle"
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
    flat = _GOOD_TO_HAVE.sub("", _TREATED_AS.sub("", flat))
    flat = _without_wish(_WANTED_LATER.sub("", flat))
    match = _COURTESY.match(flat)
    rest = _ASIDE.sub("", flat[match.end() :] if match else flat)
    return (rest or flat).strip(" ;,:")


def _without_wish(ask: str) -> str:
    """An ask from its question on: "My council would be glad to learn how many ..."."""
    wish = wishing.INDIRECT.search(ask)
    question = wishing.INDIRECTLY_ASKED.search(wish.group()) if wish else None
    if wish is None or question is None or wish.start() > _LONGEST_SUBJECT:
        return ask
    return ask[wish.start() + question.start() :]


def asks_of(part: LetterPart, letter: str) -> tuple[str, ...]:
    """The words of each ask of a part."""
    spans: tuple[Span, ...] = part.asks or (part.span,)
    return tuple(span.of(letter) for span in spans)


def _context(heading: str, stem: str) -> str:
    said = scope_of(stem) if asking.ANNOUNCEMENT.search(stem) else plain_ask(stem.strip(" :"))
    if len(_EMPTY_STEM.sub("", said)) < _FEW_CHARACTERS:
        said = ""
    return " – ".join(dict.fromkeys(filter(None, (heading, said))))


def scope_of(announcement: str) -> str:
    """What words that announce asks say of them all: the matter and the time, else nothing.

    "For each of the last three years, please answer the following about front counters:" says "For
    each of the last three years – about front counters"; who asks, and what for, is left out.
    """
    words = " ".join(announcement.split()).strip(" :.")
    opening = _OPENING_SCOPE.match(words)
    closing = _CLOSING_SCOPE.search(words, opening.end() if opening else 0)
    found = (opening["scope"] if opening else "", closing["scope"] if closing else "")
    return " – ".join(said.strip(" ,") for said in found if said and not _OF_THE_LAW.search(said))
