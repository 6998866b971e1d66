"""What a sentence of a request letter is for: an ask, a preference, legal boilerplate, ...

The patterns are about how people write requests in general; none belongs to one letter. A sentence
is looked at in its working copy: straight quotes, no mark-up, one line.
"""

import re
from enum import StrEnum

from assistant.foi import asking, formalities, wishing
from assistant.foi.turns import ASKED_WITH


class Wording(StrEnum):
    """What a sentence is for."""

    ASK = "ask"
    LEAD_IN = "lead_in"  # announces asks: "Please let me have the following:"
    FOLLOW_UP = "follow_up"  # only makes sense with the ask before it: "If so, when?"
    SCOPE = "scope"  # holds for several asks: "For each of the above, ..."
    PREFERENCE = "preference"
    NARROWING = "narrowing"
    BOILERPLATE = "boilerplate"
    REVIEW = "review"
    COURTESY = "courtesy"
    BACKGROUND = "background"


FORMALITIES = frozenset(
    {
        Wording.PREFERENCE,
        Wording.NARROWING,
        Wording.BOILERPLATE,
        Wording.REVIEW,
        Wording.COURTESY,
    }
)
_CLIPPED = re.compile(r"^((?:and |but |so |also )?(?:i|we(?!d)))(d|m|ve)(?= )", re.IGNORECASE)
"""Typed without the apostrophe: "Id like", "im after", but not "wed"."""
_LONGEST = 1_000  # characters; the patterns take time that grows with the square of the length
_FORMALITIES_IN_ORDER = (
    (Wording.REVIEW, formalities.REVIEW),
    (Wording.PREFERENCE, formalities.PREFERENCE),
    (Wording.NARROWING, formalities.NARROWING),
    (Wording.BOILERPLATE, formalities.BOILERPLATE),
    (Wording.SCOPE, formalities.SCOPE),
    (Wording.COURTESY, formalities.COURTESY),
)


def wording(sentence: str, *, listed: bool = False) -> Wording:
    """What `sentence` is for. `listed`: it is an item of a list, where a bare noun may be an ask.

    A bare noun phrase comes back as BACKGROUND either way; whether it is an ask depends on the
    words that lead into its list, which the caller knows.
    """
    words = asking.POLITENESS.sub("", _flat(sentence).strip(" \"'"))
    if not words:
        return Wording.BACKGROUND
    opening = asking.OPENERS.sub("", words)
    if asking.QUESTION_START.match(opening) and (listed or _asks(opening)):
        return _question(opening)
    formality = _formality(words)
    if formality is Wording.BOILERPLATE and asking.ASKED_AT_ONCE.search(words):
        return Wording.ASK
    if formality is Wording.BOILERPLATE and asking.REQUEST.match(opening):
        return Wording.ASK if asking.CONTENT.search(words) else formality
    return formality or _request(words, opening, listed=listed)


def is_general_request(sentence: str) -> bool:
    """Whether it names a subject and leaves the particulars to other asks.

    "Please send information about front counters"; "I run a shop and would like to know what has
    been done with the money".
    """
    words = _flat(sentence)
    if wishing.SAYS_WHO_ASKS.match(words):
        return not wishing.COUNTED.search(words)
    return bool(asking.GENERAL.search(words)) and not asking.PARTICULAR.search(words)


def only_tells(words: str) -> bool:
    """Whether the words before an ask tell something and ask nothing themselves."""
    flat = _flat(words)
    tells = bool(asking.STATEMENT.match(flat)) and not asking.REQUEST.match(flat)
    return tells and not re.search(rf"\b{ASKED_WITH}\b", flat, re.IGNORECASE)


def is_noun_phrase(item: str) -> bool:
    """Whether a list item reads as a thing asked for rather than as a statement."""
    words = _flat(item)
    return not asking.STATEMENT.search(words) and len(words) > 2


def _flat(sentence: str) -> str:
    """The words on one line. Of something too long to be a sentence, only its two ends."""
    words = _CLIPPED.sub(r"\1'\2", " ".join(sentence.split()))
    if len(words) <= _LONGEST:
        return words
    return f"{words[: _LONGEST // 2]} {words[-_LONGEST // 2 :]}"


def _asks(opening: str) -> bool:
    """Whether words that begin like a question are one, with or without a question mark."""
    return _is_marked(opening) or bool(asking.PLAIN_QUESTION.match(opening))


def _is_marked(words: str) -> bool:
    return words.rstrip("\"') ").endswith("?")


def _question(opening: str) -> Wording:
    if asking.RHETORICAL.match(opening):
        return Wording.BACKGROUND
    return Wording.COURTESY if asking.POLITE_QUESTION.match(opening) else Wording.ASK


def _formality(words: str) -> Wording | None:
    return next((kind for kind, known in _FORMALITIES_IN_ORDER if known.search(words)), None)


def _request(words: str, opening: str, *, listed: bool) -> Wording:
    counted = asking.ORDINAL.match(words)
    if asking.FOLLOW_UP.match(opening) and not counted:
        return Wording.FOLLOW_UP
    if asking.ANNOUNCEMENT.search(words) and not asking.CONTENT_AFTER_COLON.search(words):
        return Wording.LEAD_IN
    if asking.REQUEST.match(opening):
        return _of_request(words, opening, listed=listed)
    added = opening != words and asking.EMBEDDED_QUESTION.match(opening)
    if _is_marked(words) or (added and asking.ADDING.match(words)):
        return _question(opening)
    wishes = (asking.LATER_REQUEST, wishing.INDIRECT, wishing.ACTION)
    if any(known.search(words) for known in wishes):
        return Wording.ASK
    embedded = listed and asking.EMBEDDED_QUESTION.match(opening)
    return Wording.ASK if embedded else Wording.BACKGROUND


def _of_request(words: str, opening: str, *, listed: bool) -> Wording:
    """What words that begin as a request are: one with content, one without, or a lead-in."""
    if asking.CONTENT.search(words):
        return Wording.ASK
    empty = asking.EMPTY_REQUEST.search(opening)
    if empty or (asking.EMPTY_GIVING.search(opening) and not listed):
        return Wording.LEAD_IN if words.endswith(":") else Wording.BOILERPLATE
    if words.endswith(":") and asking.BARE_REQUEST.match(opening):
        return Wording.LEAD_IN
    return Wording.ASK
