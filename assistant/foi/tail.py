"""The end of a letter: sign-off and signature, a postscript after it, an earlier message below."""

import re
from dataclasses import dataclass

from assistant.foi.letter_text import Line
from assistant.foi.turns import alternatives, pattern
from assistant.foi.wording import Wording, wording
from ingest.document import Span

_AGAIN = r"(?: (?:again|in (?:advance|anticipation)|so much|very much))?"
SIGN_OFF = pattern(
    alternatives(
        "yours(?: (?:faithfully|sincerely|truly|ever|respectfully|etc))?",
        "(?:faithfully|sincerely|respectfully)(?: yours)?",
        "(?:with )?(?:my |our )?(?:(?:kind(?:est)?|best|warm(?:est)?|many) )?regards",
        "best(?: wishes)?",
        "with (?:best |many |kind )?(?:wishes|thanks)",
        rf"(?:many |with )?thanks{_AGAIN}",
        rf"thank(?:ing)? you{_AGAIN}",
        *"cheers ta signed".split(),
        "ta (?:very much|muchly)",
        r"cofion(?: \w+)?",
        "yn gywir",
        "all the best",
        "i remain,? .{0,30}",
    )
    + r"\s*(?:$|[,.!–-]+\s*(?P<name>.*)$)"
)
# A sign-off at the end of a line of text: "... for 2024? Thanks - Jo".
_CLOSING = pattern(
    r"[\s,.;–-]+(?:(?:many )?thanks|thank you|cheers|(?:kind |best )?regards|ta)"
    r"(?:[\s,.!–-]+(?P<name>[A-Z][\w' .-]{0,40}?))?[\s.!]*\Z"
)
_CLOSING_CHARACTERS = 120
_THREAD = pattern(
    "^"
    + alternatives(
        "-{2,} ?original message",
        "-{5,}",
        "_{10,}",
        "on .{5,80} wrote:",
        "begin forwarded message",
        "(?:please )?consider the environment",
        "this (?:e-?mail|message)[^.]{0,60}(?:confidential|intended)",
        r"\(?sent from my ",
        "get outlook for",
    )
)
_RESUMES = pattern(r"^(?:p\.? ?p?\.? ?s\b|post ?script|annex|appendix|schedule of)")
TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lady|Lord|Rev|Col|Cllr|Councillor)\.?"
# What a person's or an organisation's name looks like, and a line of a signature: capitals matter.
PERSON = re.compile(
    rf"^(?:{TITLES} )?(?:[A-Z][\w'.-]*,? ?){{1,4}}(?:\([^)]*\))?$|"
    rf"^[Nn]ame (?:and address )?(?:withheld|supplied)"
)
_SIGNATURE_WORD = r"(?:[A-Z\d(+@|]\S*|of|the|and|for|on|behalf|\S+@\S+)"
_SIGNATURE_LINE = re.compile(
    rf"^(?=.{{2,60}}$)(?![-*•]|\d+[.)] ){_SIGNATURE_WORD}(?:[ ,]+{_SIGNATURE_WORD})*[^.?:;!]?$"
)


@dataclass(frozen=True, slots=True)
class Tail:
    """The line of the sign-off, the line where asking resumes after it, and the end of it all.

    `closing` is where a sign-off within the last line of text begins, and `closing_name` the name
    that it gives; None where there is no such sign-off.
    """

    signed: int
    resumed: int
    end: int
    closing: int | None = None
    closing_name: str = ""


def find_tail(copy: str, lines: list[Line], first: int) -> Tail:
    """Where a letter whose body begins at line `first` is signed, and what is left after that."""
    end = _end_of_message(copy, lines, first)
    for index in range(first, end):
        match = SIGN_OFF.match(lines[index].span.of(copy))
        if not match or (match["name"] and wording(match["name"]) is not Wording.BACKGROUND):
            continue
        resumed = _resumption(copy, lines, index + 1, end)
        if resumed == end or _RESUMES.match(lines[resumed].span.of(copy)):
            return Tail(index, resumed, end)
    return _without_sign_off(copy, lines, first, end)


def _without_sign_off(copy: str, lines: list[Line], first: int, end: int) -> Tail:
    text = lines_span(lines, first, end, len(copy))
    closing = _CLOSING.search(copy, max(text.start, text.end - _CLOSING_CHARACTERS), text.end)
    if closing and closing.start() > text.start:
        return Tail(end, end, end, closing.start(), closing["name"] or "")
    return Tail(_unsigned(copy, lines, first, end), end, end)


def lines_span(lines: list[Line], first: int, end: int, length: int) -> Span:
    """From the line `first` up to the line `end`, in a text of `length` characters."""
    start = lines[first].span.start if first < len(lines) else length
    return Span(start, lines[end].span.start if end < len(lines) else length)


def _end_of_message(copy: str, lines: list[Line], first: int) -> int:
    """Where an earlier message, or a notice that programs add, begins."""
    later = range(first + 1, len(lines))
    return next((at for at in later if _THREAD.match(lines[at].span.of(copy))), len(lines))


def _resumption(copy: str, lines: list[Line], start: int, end: int) -> int:
    for index in range(start, end):
        words = lines[index].span.of(copy)
        if _RESUMES.match(words) or wording(words) in (Wording.ASK, Wording.LEAD_IN):
            return index
    return end


def _unsigned(copy: str, lines: list[Line], first: int, end: int) -> int:
    """The line where a signature without a sign-off begins: a name and what stands under it."""
    begin = end
    while begin > first + 1:
        words = lines[begin - 1].span.of(copy)
        if words and not _SIGNATURE_LINE.match(words):
            break
        begin -= 1
    while begin < end and not PERSON.match(lines[begin].span.of(copy)):
        begin += 1
    return begin
