"""Gathers the asks found while a letter is read, and settles which of them become parts."""

import re
from dataclasses import dataclass, replace

from assistant.foi.letter_text import trimmed
from assistant.foi.split_types import Aside, AsideKind, LetterPart
from assistant.foi.wording import Wording
from ingest.document import Span

_ASIDES = {
    Wording.PREFERENCE: AsideKind.PREFERENCE,
    Wording.NARROWING: AsideKind.NARROWING,
    Wording.BOILERPLATE: AsideKind.BOILERPLATE,
    Wording.SCOPE: AsideKind.SCOPE,
    Wording.REVIEW: AsideKind.REVIEW,
}
_RECAP = re.compile(
    r"^(?:so,? )?(?:to (?:recap|summari[sz]e|repeat|be clear|reiterate|sum up)|in (?:summary|"
    r"short|other words|conclusion)|again|as (?:i|we) (?:said|asked))\b",
    re.IGNORECASE,
)
_TRAILING = " \n\t;,"
_SAYS_NOTHING = re.compile(
    r"(?:(?:my|the|your) )?(?:requests?|questions?|background|introduction|context|"
    r"details(?: of (?:the )?request)?|information (?:requested|sought|required)|format|scope)",
    re.IGNORECASE,
)
_LEADING_AND = re.compile(
    r"and\s+(?=(?:the|a|an|any|all|copies|how|what|which|who|when|where|why|whether)\b)"
)
_GREETING = re.compile(r"(?:hi|hello|hey|p\.?\s?p?\.?\s?s\.?)\b[\s,.:–-]*(?=\w)", re.IGNORECASE)
_AND = re.compile(r"[;,]?\s+(?:and|or|plus)\s*$", re.IGNORECASE)
_SAME, _SAME_IN_RECAP = 0.9, 0.5
_MIN_WORDS_TO_REPEAT = 5


@dataclass(frozen=True, slots=True)
class _Draft:
    """A part not yet settled; `general` if it only announces a subject."""

    part: LetterPart
    general: bool


class Collector:
    """Takes asks and asides in reading order; `finish` gives the settled parts."""

    def __init__(self, text: str, copy: str) -> None:
        self._text = text
        self._copy = copy
        self._drafts: list[_Draft] = []
        self._asides: list[Aside] = []
        self.heading = ""
        self.subject = ""
        self.begun = False  # whether anything but headings has been read

    def take_heading(self, words: str, *, formal: bool, numbered: bool) -> None:
        """Note a heading: the subject if formal or first, else one for the asks below it."""
        if _SAYS_NOTHING.fullmatch(words):
            self.heading = ""
            return
        if formal or not (numbered or self.subject or self.begun):
            self.subject = words
        if not formal:
            self.heading = words

    def ask(
        self,
        span: Span,
        asks: tuple[Span, ...] = (),
        *,
        label: str = "",
        stem: str = "",
        general: bool = False,
    ) -> None:
        """Take `span` as a part."""
        span = self._tidy(span)
        part = LetterPart(
            0,
            span,
            span.of(self._text),
            label,
            self.heading,
            stem,
            tuple(_clipped(ask, span) for ask in asks) or (span,),
        )
        self._drafts.append(_Draft(part, general))

    def extend(self, span: Span) -> bool:
        """Let `span` go with the part before it, if only space stands in between."""
        if not self._drafts:
            return False
        last = self._drafts[-1].part
        if re.search(r"\w", self._copy[last.span.end : span.start]):
            return False
        whole = self._tidy(Span(last.span.start, span.end))
        grown = replace(
            last, span=whole, text=whole.of(self._text), asks=(*last.asks, self._tidy(span))
        )
        self._drafts[-1] = _Draft(grown, self._drafts[-1].general)
        return True

    def aside(self, kind: Wording, span: Span) -> None:
        """Take `span` as something other than an ask; courtesy and background are let go."""
        if kind in _ASIDES:
            self._asides.append(Aside(_ASIDES[kind], span, span.of(self._text)))

    def finish(self, body: tuple[Span, ...]) -> tuple[tuple[LetterPart, ...], tuple[Aside, ...]]:
        """The parts, numbered, and the asides. General asks give way to particular ones."""
        particular = [draft for draft in self._drafts if not draft.general]
        chosen = [draft.part for draft in particular or self._drafts]
        kept: list[LetterPart] = []
        for part in chosen:
            if _repeats(part, kept):
                self._asides.append(Aside(AsideKind.REPEAT, part.span, part.text))
            else:
                kept.append(part)
        if not kept:
            spans = [trimmed(self._copy, span) for span in (*body, Span(0, len(self._copy)))]
            span = next((span for span in spans if span.start < span.end), spans[-1])
            kept = [LetterPart(1, span, span.of(self._text), asks=(span,))]
        numbered = (replace(part, number=place) for place, part in enumerate(kept, 1))
        return tuple(numbered), tuple(sorted(self._asides, key=lambda aside: aside.span))

    def _tidy(self, span: Span) -> Span:
        span = trimmed(self._copy, span, _TRAILING)
        if leading := _LEADING_AND.match(self._copy, span.start, span.end):
            span = Span(leading.end(), span.end)
        if greeting := _GREETING.match(self._copy, span.start, span.end):
            span = Span(greeting.end(), span.end)
        ending = _AND.search(self._copy, span.start, span.end)
        return trimmed(self._copy, Span(span.start, ending.start()), _TRAILING) if ending else span


def _clipped(span: Span, within: Span) -> Span:
    return Span(max(span.start, within.start), min(span.end, within.end))


def _repeats(part: LetterPart, earlier: list[LetterPart]) -> bool:
    words = _content(part.text)
    if len(words) < _MIN_WORDS_TO_REPEAT:
        return False
    if _RECAP.match(part.text.strip()):
        before = set().union(*(_content(other.text) for other in earlier))
        return len(words & before) >= _SAME_IN_RECAP * len(words)
    return any(
        len(words & _content(other.text)) >= _SAME * max(len(words), len(_content(other.text)))
        for other in earlier
    )


def _content(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z0-9]+", text.lower()) if len(word) > 2}
