"""Does a line read like a heading? Asked of its words alone."""

import re

_MAX_WORDS = 14
_MAX_NUMBERED_WORDS = 26
_MAX_LENGTH = 100
_MAX_NUMBERED_LENGTH = 180

# Lines of letters and title pages that are short and stand alone but head nothing.
_FIELD = re.compile(
    r"(?:tel|telephone|phone|fax|email|e-mail|web|website|date|time|venue|location|place|to|from|cc"
    r"|ref|reference|our ref|your ref|re|reply to|contact|dear|yours|page|figure|fig|chart|graph"
    r"|table|source|note|notes|by|author|version|status|signed|next meeting|date of last meeting)"
    r"\b\.?\s*(?::|\s\d|,|$|\b(?=sincerely|faithfully|truly|sir|madam|member|m[rs]s?\b|\w+,$))",
    re.I,
)
_CAPTION = re.compile(r"\**\s*(?:table|figure|fig\.?|chart|graph|box)\s+\d+[a-z]?\b", re.I)
_ADDRESS = re.compile(
    r"www\.|https?:|\S@\S|\b[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}\b|\b0\d{3,4}\s?\d{3}"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}"
    rf"(?:,?\s+\d{{4}})?(?:,?\s+(?:at\s+)?[\d.:apm\s–-]+)?",
    re.I,
)
_FIGURE = re.compile(r"[£$€]?[\d,.]+\s*(?:%|k|m|bn|million|st|nd|rd|th)?", re.I)
_VERBS = """
    is are was were be been has have had will would shall should can could may might must do does
    did include includes included including follow follows following noted agreed requested
    resolved set sets provide focuses recommended discussed shows confirmed stated asked reported
    considered
"""
_FINITE = frozenset(_VERBS.split())
_PREPOSITIONS = frozenset({"to", "for", "on", "of", "in", "by", "with", "from", "at", "that", "as"})


def is_caption(text: str) -> bool:
    """ "Table 7: Call handling", "Figure 2 ...": the caption of a table or picture."""
    return bool(_CAPTION.match(text)) and len(text.split()) <= 30


_OPENING = '"“‘'
_CLOSING = '"”’'
_PERSON = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|cllr|councillor|revd?)\b\.?\s+[A-Z]",
    re.I,
)
_REFERENCE = re.compile(r"\(?\s*(?:see\s+)?pages?\s+\d+(?:\s*[-–]\s*\d+)?\s*\)?", re.I)
_FILLED_FIELD = re.compile(
    rf":\s*(?:(?:\w+day,?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\s+\d{{4}}"
    r"|£\s?\d[\d,.]*(?:\s?(?:k|m|bn|million|billion))?|(?!\d{4}[/-]\d\d)\d[\d,./-]*\s?%?"
    r"|[A-Z]{1,8}[/-]?\d[\dA-Z]*(?:[/-][\dA-Z]+)+|[A-Z]{2,8}[/-]?\d\d[\dA-Z]*)$",
    re.I,
)
"""A field of a form with a date, a sum, a figure or a reference: "Decision: DN4-0038"."""


def is_page_reference(text: str) -> bool:
    """ "(Page 12)", "pages 3-5": where something stands, and nothing else."""
    return bool(_REFERENCE.fullmatch(text.strip()))


def cannot_head(text: str) -> bool:
    """Whether a line is no heading even where the file says it is one.

    A figure, a date, a page reference, a caption, a web address, or words that open a list.
    """
    stripped = text.strip()
    return bool(
        is_caption(stripped)
        or _FIGURE.fullmatch(stripped)
        or _DATE.fullmatch(stripped)
        or is_page_reference(stripped)
        or (stripped.endswith(":") and is_lead_in(stripped))
        or (stripped[:1] in _OPENING and not any(sign in stripped[1:] for sign in _CLOSING))
        or len(stripped) > 250
    )


def states(text: str) -> bool:
    """Whether the words hold a finite verb: "The minutes were agreed" rather than "Minutes"."""
    return any(word.strip(",()").lower() in _FINITE for word in text.split())


def reads_like_title(text: str, *, numbered: bool = False) -> bool:
    """Whether a line, its printed number taken off, could head a section.

    Numbered lines may be longer, for minutes are headed by whole agenda items.
    """
    words = text.split()
    most = _MAX_NUMBERED_WORDS if numbered else _MAX_WORDS
    longest = _MAX_NUMBERED_LENGTH if numbered else _MAX_LENGTH
    if not words or len(words) > most or len(text) > longest:
        return False
    start = text.lstrip("\"'“‘([")[:1]
    if not (start.isupper() or start.isdigit()) or text[-1] in ".;,!…&/-–":
        return False
    if _FIELD.match(text) or _ADDRESS.search(text) or _PERSON.match(text):
        return False
    return not cannot_head(text) and not _FILLED_FIELD.search(text)


def is_lead_in(text: str) -> bool:
    """Whether a line ending in a colon introduces a list ("The strategy will include:")."""
    words = [word.strip(",()").lower() for word in text.rstrip(": ").split()]
    if not text.rstrip().endswith(":") or not words:
        return False
    if words[0] == "the" or words[-1] in _PREPOSITIONS or len(words) > 9:
        return True
    return not text.isupper() and any(word in _FINITE for word in words)
