"""What a sentence of a request letter is for: an ask, a preference, legal boilerplate, ...

The patterns are about how people write requests in general; none belongs to one letter. A sentence
is looked at in its working copy: straight quotes, no mark-up, one line.
"""

from enum import StrEnum

from assistant.foi import phrases


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


def wording(sentence: str, *, listed: bool = False) -> Wording:
    """What `sentence` is for. `listed`: it is an item of a list, where a bare noun may be an ask.

    A bare noun phrase comes back as BACKGROUND either way; whether it is an ask depends on the
    words that lead into its list, which the caller knows.
    """
    words = phrases.POLITENESS.sub("", " ".join(sentence.split()).strip(" \"'"))
    if not words:
        return Wording.BACKGROUND
    opening = phrases.OPENERS.sub("", words)
    if phrases.QUESTION_START.match(opening) and (listed or _asks(opening)):
        return _question(opening)
    formality = _formality(words)
    if formality:
        return formality
    return _request(words, opening, listed=listed)


def is_generic_request(sentence: str) -> bool:
    """Whether it asks for "information about" a subject and leaves the particulars to others."""
    return bool(phrases.GENERIC_SUBJECT.search(" ".join(sentence.split())))


def is_noun_phrase(item: str) -> bool:
    """Whether a list item reads as a thing asked for rather than as a statement."""
    words = " ".join(item.split())
    return not phrases.STATEMENT.search(words) and len(words) > 2


def _asks(opening: str) -> bool:
    """Whether words that begin like a question are one, with or without a question mark."""
    if opening.rstrip("\"') ").endswith("?"):
        return True
    return bool(phrases.PLAIN_QUESTION.match(opening))


def _question(opening: str) -> Wording:
    if phrases.RHETORICAL.match(opening):
        return Wording.BACKGROUND
    return Wording.COURTESY if phrases.POLITE_QUESTION.match(opening) else Wording.ASK


def _formality(words: str) -> Wording | None:
    for kind, patterns in (
        (Wording.REVIEW, phrases.REVIEW),
        (Wording.PREFERENCE, phrases.PREFERENCE),
        (Wording.NARROWING, phrases.NARROWING),
        (Wording.BOILERPLATE, phrases.BOILERPLATE),
        (Wording.SCOPE, phrases.SCOPE),
        (Wording.COURTESY, phrases.COURTESY),
    ):
        if any(pattern.search(words) for pattern in patterns):
            return kind
    return None


def _request(words: str, opening: str, *, listed: bool) -> Wording:
    if phrases.FOLLOW_UP.match(opening):
        return Wording.FOLLOW_UP
    if phrases.ANNOUNCEMENT.search(words) and not phrases.CONTENT_AFTER_COLON.search(words):
        return Wording.LEAD_IN
    requesting = bool(phrases.REQUEST.search(opening))
    if requesting and phrases.EMPTY_REQUEST.search(opening):
        return Wording.LEAD_IN if words.endswith(":") else Wording.BOILERPLATE
    if requesting and words.endswith(":") and phrases.BARE_REQUEST.match(opening):
        return Wording.LEAD_IN
    if requesting:
        return Wording.ASK
    added = opening != words and phrases.EMBEDDED_QUESTION.match(opening)
    if words.rstrip("\"') ").endswith("?") or (added and phrases.ADDING.match(words)):
        return _question(opening)
    return (
        Wording.ASK if listed and phrases.EMBEDDED_QUESTION.match(opening) else Wording.BACKGROUND
    )
