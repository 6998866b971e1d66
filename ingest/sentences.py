"""Cut running text into sentences, as spans.

Made for official English: "No. 4", "e.g.", "Cllr. J. Smith", "£1.5m", "5.00pm", "s.12(1)",
"paras. 3-5" and "7.28" are not sentence ends.
"""

import re

from ingest.document import Span

_SHORTENED = """
    mr mrs ms miss dr prof rev hon st sir cllr supt insp sgt capt col gen lt maj det ch
    no nos para paras art arts sec ss pp vol fig figs app ref refs cl sch reg regs
    eg e.g ie i.e cf viz vs v approx est incl dept govt min max avg
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    tel ext
"""
_ABBREVIATIONS = frozenset(_SHORTENED.split())

_CLOSERS = "\"'”’)]»*"
_BREAK = re.compile(r"(?<![.!?…])[.!?…]++[" + re.escape(_CLOSERS) + r"]*(?=\s)|\n\s*\n|\n")
_LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.]*)\Z")
_NUMBER_LABEL = re.compile(r"(?:^|\s)\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})\Z", re.I)
_OPENING = re.compile(r"[\s\"'“‘(\[*]*")


def sentence_spans(text: str, span: Span) -> list[Span]:
    """Sentences of `text[span]`, in order, without the white space around them.

    Together they cover every character of the span that is not white space. Line ends are
    boundaries, because in the stored text a new line is a new row or a new block.
    """
    found: list[Span] = []
    start = span.start
    for match in _BREAK.finditer(text, span.start, span.end):
        if "\n" not in match.group() and not _ends_sentence(text, start, match, span.end):
            continue
        _append(found, text, start, match.end())
        start = match.end()
    _append(found, text, start, span.end)
    return found


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def _ends_sentence(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    following = _following(text, match.end(), limit)
    if match.group()[0] != ".":
        return not following.islower()
    if following.islower():
        return False
    # A label such as "4." or "(a)." at the very start belongs to what follows.
    lead = text[max(start, match.start() - 40) : match.start()]
    if _NUMBER_LABEL.search(lead) and not text[start : match.start()].strip("( \n")[1:].count(" "):
        return not _is_label(text[start : match.start()].strip())
    word = _LAST_WORD.search(lead)
    return word is None or not _abbreviates(word.group(1), following)


def _following(text: str, offset: int, limit: int) -> str:
    skipped = _OPENING.match(text, offset, limit)
    place = skipped.end() if skipped else offset
    return text[place : place + 1] if place < limit else ""


def _is_label(words: str) -> bool:
    return re.fullmatch(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivx]{1,5})\)?", words) is not None


def _abbreviates(word: str, following: str) -> bool:
    """Whether the full stop after `word` only marks an abbreviation."""
    short = word.lower().rstrip(".")
    if len(short) == 1:
        return short != "i"  # an initial: "J. Smith"
    if short == "no":
        return following.isdigit()
    return short in _ABBREVIATIONS
