"""A follow-up made whole from the questions before it."""

import re
from collections.abc import Sequence

from assistant.answer import Turn
from assistant.question import Question

_OPENS_ON_BEFORE = re.compile(
    r"^(?:and|but|so|also|or|then|ok(?:ay)?|what about|how about|same (?:for|question)|why|who|when|where)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|that|those|this|these|he|him|his|she|her|there|then|the same"
    r"|the (?:year|one|meeting|month|report) (?:before|after)|(?:previous|following|next|other) (?:one|year|month))\b",
    re.IGNORECASE,
)
_SHORT = 7  # words: a question this short that points back leans on the one before
_YEAR_BEFORE = re.compile(r"\b(?:the )?(?:year before|previous year|preceding year)\b", re.I)


def leans_on_history(question: str) -> bool:
    """Whether `question` cannot be understood alone."""
    size = len(question.split())
    if re.match(r"^(?:and|but|what about|how about|same)\b", question, re.IGNORECASE):
        return True
    if _POINTS_BACK.search(question):
        return size <= 2 * _SHORT
    return size <= _SHORT - 3 and bool(_OPENS_ON_BEFORE.match(question))


def make_whole(question: str, history: Sequence[Turn]) -> str:
    """`question` with the earlier question it leans on put before it; unchanged if it stands alone.

    Only the questions are used: an answer may have been wrong.
    """
    if not history or not leans_on_history(question):
        return question
    basis = next(
        (t.question for t in reversed(history) if not leans_on_history(t.question)),
        history[-1].question,
    )
    return f"{basis.rstrip(' ?.!')} – {question}"


def newest_periods_only(question: Question, asked: str) -> Question:
    """Of a question made whole, the periods of the follow-up itself where it names any."""
    from dataclasses import replace

    start = len(question.searched) - len(asked)
    later = tuple(p for p in question.periods if p.span.start >= start)
    return replace(question, periods=later) if later else question
