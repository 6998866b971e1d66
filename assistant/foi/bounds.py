"""Where a letter's body begins and ends, and who wrote it.

The requester's name, address and other particulars are found so that they can be kept apart from
the request: they never go with its text into a search, a log or anything published.
"""

import re
from dataclasses import dataclass, replace

from assistant.foi.letter_text import Line, lines_of
from assistant.foi.wording import Wording, wording
from ingest.document import Span

_HEADER = re.compile(
    r"(?P<key>from|sent|to|cc|bcc|date|subject|importance|reply-to|received|re|ref|our ref|"
    r"your ref)"
    r"\s?:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:subject|re|title)\s?:\s*(.*)", re.IGNORECASE)
_SALUTATION = re.compile(
    r"(?:dear|hello|hi|hey|hiya|good (?:morning|afternoon|evening|day)|to whom|fao\b|f\.a\.o|attn|"
    r"attention|greetings|sirs?\b|madam\b|bore da|prynhawn da|annwyl|to (?:the|your) )",
    re.IGNORECASE,
)
_SALUTATION_WORDS = 14
_SIGN_OFF = re.compile(
    r"(?:yours(?: (?:faithfully|sincerely|truly|ever|respectfully|etc))?|(?:(?:with )?(?:my |our )?"
    r"(?:kind(?:est)?|best|warm(?:est)?|many)? ?regards)|best(?: wishes)?|with (?:best |many |"
    r"kind )?"
    r"(?:wishes|thanks)|(?:many |with )?thanks(?: (?:again|in advance|in anticipation|so much|"
    r"very much))?|"
    r"thank you(?: (?:again|in advance|in anticipation|so much|very much))?|thanking you"
    r"(?: in (?:advance|anticipation))?|cheers|sincerely|faithfully|respectfully(?: yours)?|"
    r"cofion(?: \w+)?|yn gywir|all the best|signed|i remain,? .{0,30})\s*(?:$|"
    r"[,.!–-]+\s*(?P<name>.*)$)",
    re.IGNORECASE,
)
# A sign-off at the end of a line of text: "... for 2024? Thanks - Jo".
_CLOSING = re.compile(
    r"[\s,.;–-]+(?:many thanks|thanks|thank you|cheers|(?:kind |best )?regards|ta)"
    r"(?:[\s,.!–-]+(?P<name>[A-Z][\w' .-]{0,40}?))?[\s.!]*\Z",
    re.IGNORECASE,
)
_THREAD = re.compile(
    r"^(?:-{2,} ?original message|-{5,}|_{10,}|on .{5,80} wrote:|begin forwarded message|"
    r"(?:please )?consider the environment|this (?:e-?mail|message)[^.]{0,60}(?:confidential|"
    r"intended)|"
    r"sent from my |get outlook for)",
    re.IGNORECASE,
)
_RESUMES = re.compile(
    r"^(?:p\.? ?p?\.? ?s\b|post ?script|annex|appendix|schedule of)", re.IGNORECASE
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w/])(?:\+44|\(?0\d)[\d ()-]{7,14}\d(?!\w)")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
# What a person's or an organisation's name looks like, and a line of a signature.
_PERSON = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Councillor|Sir|Rev)\.? )?(?:[A-Z][\w'.-]*,? ?){1,4}"
    r"(?:\([^)]*\))?$"
)
_SIGNATURE_LINE = re.compile(
    r"^(?=.{2,60}$)(?![-*•]|\d+[.)] )(?:[A-Z\d(+@][^\s]*|of|the|and|for|\S+@\S+)"
    r"(?:[ ,]+(?:[A-Z\d(+|@][^\s]*|of|the|and|for|on|behalf|\S+@\S+|\d\S*))*[^.?:;!]?$"
)
_INTRODUCED = re.compile(r"\b[Mm]y name is (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3})")
_NAME = re.compile(r"^[^\d@:/]{2,60}$")
_MAX_NAME_WORDS = 7
_HEAD_LINES = 30


@dataclass(frozen=True, slots=True)
class Requester:
    """Who asks, as far as the letter says: all of it personal data. "" where it does not say."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The spans of the body (more than one when a postscript follows the signature)."""

    body: tuple[Span, ...]
    subject: str
    requester: Requester


def find_bounds(copy: str) -> Bounds:
    """The body, the subject line and the requester of a letter, from its working copy."""
    lines = lines_of(copy, Span(0, len(copy)))
    first, subject, sender = _head(copy, lines)
    signed, resumed, end = _tail(copy, lines, first)
    body = [_span(lines, first, signed, len(copy))]
    closing = _CLOSING.search(copy, *body[0]) if signed == end else None
    if closing and closing.start() > body[0].start:
        body[0] = Span(body[0].start, closing.start())
    if resumed < end:
        body.append(_span(lines, resumed, end, len(copy)))
    if signed == end and not closing:
        signed = _unsigned(copy, lines, first, end)
        resumed = end
        body[0] = _span(lines, first, signed, len(copy))
    signature = lines[signed:resumed]
    requester = _requester(copy, lines[:first], signature, sender)
    if closing and not requester.name:
        requester = replace(requester, name=closing["name"] or "")
    if introduced := _INTRODUCED.search(copy) if not requester.name else None:
        requester = replace(requester, name=introduced["name"])
    return Bounds(tuple(span for span in body if span.start < span.end), subject, requester)


def _span(lines: list[Line], first: int, end: int, length: int) -> Span:
    start = lines[first].span.start if first < len(lines) else length
    return Span(start, lines[end].span.start if end < len(lines) else length)


def _head(copy: str, lines: list[Line]) -> tuple[int, str, str]:
    """The first line of the body, the subject, and what stands after "From:"."""
    subject = sender = ""
    first = 0
    for index, line in enumerate(lines[:_HEAD_LINES]):
        words = line.span.of(copy)
        header = _HEADER.match(words)
        if header and (first == index or not words):
            key, value = header["key"].lower(), header["value"].strip()
            subject = value if key in ("subject", "re") else subject
            sender = value if key == "from" else sender
            first = index + 1
        elif _SALUTATION.match(words) and len(words.split()) <= _SALUTATION_WORDS:
            asks = wording(words) in (Wording.ASK, Wording.LEAD_IN)
            first = (
                index if asks and not words.lower().startswith(("dear", "to the")) else index + 1
            )
            break
        elif not words and first == index:
            first = index + 1
        elif wording(words) is Wording.ASK:
            break
    return first, subject or _subject_line(copy, lines[:first]), sender


def _subject_line(copy: str, lines: list[Line]) -> str:
    for line in lines:
        if match := _SUBJECT.match(line.span.of(copy)):
            return match[1].strip()
    return ""


def _tail(copy: str, lines: list[Line], first: int) -> tuple[int, int, int]:
    """The line of the sign-off, the line where asking resumes after it, and the end of it all."""
    end = len(lines)
    for index in range(first + 1, len(lines)):
        if _THREAD.match(lines[index].span.of(copy)):
            end = index
            break
    for index in range(first, end):
        match = _SIGN_OFF.match(lines[index].span.of(copy))
        if not match or (match["name"] and wording(match["name"]) is not Wording.BACKGROUND):
            continue
        resumed = _resumption(copy, lines, index + 1, end)
        if resumed == end or _RESUMES.match(lines[resumed].span.of(copy)):
            return index, resumed, end
    return end, end, end


def _unsigned(copy: str, lines: list[Line], first: int, end: int) -> int:
    """The line where a signature without a sign-off begins: a name and what stands under it."""
    begin = end
    while begin > first + 1:
        words = lines[begin - 1].span.of(copy)
        if words and not _SIGNATURE_LINE.match(words):
            break
        begin -= 1
    while begin < end and not _PERSON.match(lines[begin].span.of(copy)):
        begin += 1
    return begin


def _resumption(copy: str, lines: list[Line], start: int, end: int) -> int:
    for index in range(start, end):
        words = lines[index].span.of(copy)
        if _RESUMES.match(words) or wording(words) in (Wording.ASK, Wording.LEAD_IN):
            return index
    return end


def _requester(copy: str, head: list[Line], signature: list[Line], sender: str) -> Requester:
    ends = "\n".join(
        words for line in (*head, *signature) if not _TO_US.match(words := line.span.of(copy))
    )
    signed = [line.span.of(copy) for line in signature if not line.blank]
    from_line = _NAME_OF_SENDER.sub("", sender).strip(' "<>')
    name = _name(signed) or from_line
    name = from_line if name and name in from_line else name
    after = [words for words in signed[1:] if words != name and not _EMAIL.search(words)]
    address = [words for words in after if re.search(r"\d", words) or _POSTCODE.search(words)]
    email = _EMAIL.search(sender) or _EMAIL.search("\n".join(signed)) or _EMAIL.search(ends)
    phone = _PHONE.search("\n".join(signed)) or None
    return Requester(
        name,
        email.group() if email else "",
        phone.group() if phone else "",
        ", ".join(words for words in address if not _PHONE.search(words)),
    )


_TO_US = re.compile(r"(?:to|cc|bcc)\s?:", re.IGNORECASE)
_NAME_OF_SENDER = re.compile(r"[<(\[]?[\w.+-]+@\S+")


def _name(signed: list[str]) -> str:
    if not signed:
        return ""
    match = _SIGN_OFF.match(signed[0])
    if not match and _PERSON.match(signed[0]):
        return signed[0]
    candidates = [match["name"]] if match and match["name"] else []
    candidates += signed[1:2]
    for words in candidates:
        name = re.sub(r"\s*\(.*?\)\s*$", "", words.strip(" ,.-"))
        if _NAME.match(name) and len(name.split()) <= _MAX_NAME_WORDS:
            return name
    return ""
