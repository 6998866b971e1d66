"""Whether a closed action says what came of it."""

import re
from functools import lru_cache

from ingest.commitment import Commitment, CommitmentStatus

_EMPTY = re.compile(
    r"\b(?:action|actions|status|is|was|has|been|now|this|the|to|be|can|item|update|updates|"
    r"closed|complete[d]?|discharged|done|discussed|noted|covered|agreed|remove[d]?|new|"
    r"no further action|as above|see above|n/?a|none|at|in|meeting)\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:private|closed|confidential|part (?:2|two))\s+(?:session|meeting)\b|\bin private\b"
    r"|\boutside (?:of )?(?:the|this) meeting\b",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\bsee\s+(?:also\s+)?(?:agenda\s+)?(?:item|section|paragraph|para|appendix|annex|page|paper|minute)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3


def closed_without_outcome(commitment: Commitment) -> bool:
    """Whether it is closed and its note says nothing of what was done or found.

    "Discussed. Action closed." and "An update was given in private session." say nothing;
    a reference to a paper or an item does.
    """
    if commitment.status is not CommitmentStatus.CLOSED:
        return False
    return _says_nothing(" ".join(update.text for update in commitment.updates))


@lru_cache(maxsize=65536)
def _says_nothing(note: str) -> bool:
    if _REFERS.search(note):
        return False
    if _PRIVATE.search(note) and not re.search(r"\d", _without_dates(note)):
        return True
    rest = _EMPTY.sub(" ", _without_dates(note))
    return len(re.findall(r"[^\W_]{2,}", rest)) < _FEWEST_WORDS


def _without_dates(note: str) -> str:
    return re.sub(r"\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+\d{4}\b", " ", note)
