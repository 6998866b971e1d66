"""Reads the blocks of a letter in order and hands what each asks to the collector."""

import re

from assistant.foi.blocks import ASK_NOUNS, LetterBlock
from assistant.foi.collect import Collector
from assistant.foi.coordination import ask_spans
from assistant.foi.letter_text import flowing, trimmed
from assistant.foi.markers import Mark, MarkStyle, inline_marks
from assistant.foi.prose import Sentence, read_prose, sentences_of
from assistant.foi.wording import FORMALITIES, Wording, is_noun_phrase, wording
from ingest.document import Span

_FACTS = re.compile(
    r"\b(?:(?:i|we) (?:note|noticed|understand|recall|am told|was told|learn\w*|read|saw|heard)|"
    r"facts|background|context|concerns?|my reasons|because|promised|stated|claims?|reported|"
    r"experience)\b",
    re.IGNORECASE,
)
_FORMAL = re.compile(
    r"^(?:re|subject)\s*:|\b(?:freedom of information|foia?|information request|"
    r"request for information|eir)\b",
    re.IGNORECASE,
)
_BREAKDOWN = re.compile(
    r"\b(?:broken down|break(?:ing)? (?:it |this |them )?down|breakdown|split|by|per|includ(?:e|"
    r"es|ing)|such as|namely|"
    r"(?:in|for|during|over|between) (?:each of )?the following(?: \w+)? (?:years?|periods?|"
    r"months?|areas?|districts?|quarters?|categories|dates?))\b[^:.?]{0,24}[:–-]?\s*$",
    re.IGNORECASE,
)
_FOR_EACH = re.compile(r"for (?:each|every|all)\b", re.IGNORECASE)
_ANNOUNCED = re.compile(r":\s*$|\b(?:following|below|as follows)\b", re.IGNORECASE)
_ONLY_A_TIME = re.compile(
    r"(?:[\W\d_]|\b(?:q[1-4]|fy|year|month|quarter|to|and|from|until|(?:jan|feb|mar|apr|may|"
    r"june?|july?|aug|sept?|oct|nov|dec)[a-z]*)\b)+",
    re.IGNORECASE,
)
_MAX_SHORT_FACET = 3  # words
_MAX_FACET_WORDS = 7
_MAX_SUBJECT_WORDS = 24
_ASKING = frozenset({Wording.ASK, Wording.FOLLOW_UP, Wording.LEAD_IN})


def read_blocks(copy: str, blocks: list[LetterBlock], collector: Collector) -> None:
    """Hand every ask and aside of `blocks` to `collector`, in order."""
    reader = _Reader(copy, blocks, collector)
    place = 0
    while place < len(blocks):
        place = reader.read(place)


class _Reader:
    """Keeps what leads into the block at hand."""

    def __init__(self, copy: str, blocks: list[LetterBlock], collector: Collector) -> None:
        self._copy = copy
        self._blocks = blocks
        self._collector = collector
        self._stem: Sentence | None = None  # the last sentence before the list
        self._heading_depth = 0
        self._open_list = False  # an announcement stands above, so bare lines are items

    def read(self, place: int) -> int:
        """Read the block at `place` and say which comes next."""
        block = self._blocks[place]
        family = self._family(place) if block.mark else place + 1
        if block.heading and not (block.mark and self._has_short_facets(place, family)):
            self._take_heading(block)
            return self._headed_paragraph(place) or place + 1
        if block.mark is None:
            return self._paragraph(place)
        if family > place + 1:
            return self._parent(place, family)
        self._item(block, self._label(place))
        return place + 1

    def _headed_paragraph(self, place: int) -> int | None:
        """A numbered heading with its questions as running text below is one item."""
        mark = self._blocks[place].mark
        following = self._blocks[place + 1]
        if mark is None or following.mark or following.heading or not mark.label:
            return None
        self._leaf(following.span, self._label(place), self._stem_words())
        return place + 2

    def _paragraph(self, place: int) -> int:
        block = self._blocks[place]
        if marks := inline_marks(self._copy, block.span):
            self._inline(block.span, marks)
            return place + 1
        if self._open_list and self._is_bare_item(block):
            self._leaf(block.span, "", self._stem_words())
            return place + 1
        following = self._blocks[place + 1 : place + 2]
        introduces = bool(following) and following[0].mark is not None and not following[0].heading
        end = self._items_after(place) if introduces else place + 1
        if introduces and self._is_breakdown(block.span, place + 1, end):
            read_prose(self._copy, block.span, self._collector)
            self._collector.extend(Span(block.span.start, self._blocks[end - 1].span.end))
            return end
        if self._is_subject_line(block):
            self._take_heading(block)
            return place + 1
        last = read_prose(self._copy, block.span, self._collector, introduces=introduces)
        self._stem = last
        announced = _ANNOUNCED.search(last.span.of(self._copy))
        self._open_list = last.kind is Wording.LEAD_IN and bool(announced) and not introduces
        return place + 1

    def _parent(self, place: int, end: int) -> int:
        """An item with items of its own: a heading, a stem, an ask with its facets, or an ask."""
        block = self._blocks[place]
        words = block.span.of(self._copy).rstrip()
        whole = Span(block.span.start, self._blocks[end - 1].span.end)
        if self._is_breakdown(block.span, place + 1, end):
            self._collector.ask(whole, label=self._label(place))
            return end
        if self._has_short_facets(place, end):
            self._collector.ask(whole, label=self._label(place), stem=self._stem_words())
            return end
        found = sentences_of(self._copy, block.span, listed=True)
        if words[-1:] not in ".?":
            found.pop()  # the words that lead into the items
        if any(sentence.kind in _ASKING for sentence in found):
            own = Span(found[0].span.start, found[-1].span.end)
            self._leaf(own, self._label(place), self._stem_words())
        return place + 1

    def _item(self, block: LetterBlock, label: str) -> None:
        stem = self._stem_of(block) or self._stem_words()
        if block.depth <= self._heading_depth:
            self._collector.heading = ""
        marks = inline_marks(self._copy, block.span)
        if marks and self._all_ask(marks, block.span):
            self._inline(block.span, marks, label)
        else:
            self._leaf(block.span, label, stem)

    def _leaf(self, span: Span, label: str, stem: str) -> None:
        found = sentences_of(self._copy, span, listed=True)
        while found and found[-1].kind in FORMALITIES:
            self._collector.aside(found[-1].kind, found[-1].span)
            found.pop()
        if not found or _ONLY_A_TIME.fullmatch(span.of(self._copy)):
            return
        if len(found) == 1 and found[0].kind is Wording.SCOPE:
            self._collector.aside(Wording.SCOPE, found[0].span)
            return
        asking = [sentence for sentence in found if sentence.kind in _ASKING]
        bare = self._requesting() and is_noun_phrase(found[0].span.of(self._copy))
        if asking or bare:
            spans = [
                s
                for sentence in (asking or found[:1])
                for s in ask_spans(self._copy, sentence.span, finely=True)
            ]
            whole = Span(found[0].span.start, found[-1].span.end)
            self._collector.ask(whole, tuple(spans), label=label, stem=stem)

    def _all_ask(self, marks: list[Mark], span: Span) -> bool:
        """Whether what follows each of `marks` asks by itself, rather than naming a facet."""
        ends = [*(mark.span.start for mark in marks[1:]), span.end]
        return all(
            wording(self._copy[mark.span.end : end], listed=True) is Wording.ASK
            for mark, end in zip(marks, ends, strict=True)
        )

    def _inline(self, span: Span, marks: list[Mark], above: str = "") -> None:
        """A paragraph with (a), (b), ... inside it, and whatever stands before and after them."""
        before = Span(span.start, marks[0].span.start)
        last = read_prose(self._copy, before, self._collector, introduces=True)
        if not above:
            self._stem = last
        flat = flowing(self._copy, span)
        for mark, following in zip(marks, [*marks[1:], None], strict=True):
            end = following.span.start if following else span.end
            item = trimmed(self._copy, Span(mark.span.end, end))
            rest: list[Sentence] = []
            if following is None:
                rest = sentences_of(flat, item)[1:]
                item = Span(item.start, rest[0].span.start) if rest else item
            label = f"{above}({mark.label})" if above else mark.label
            self._leaf(item, label, " ".join(last.span.of(self._copy).split()))
            if rest:
                read_prose(self._copy, Span(rest[0].span.start, span.end), self._collector)

    def _take_heading(self, block: LetterBlock) -> None:
        words = " ".join(block.span.of(self._copy).split()).strip(" :*-")
        formal = bool(_FORMAL.search(words))
        self._collector.take_heading(words, formal=formal, numbered=block.mark is not None)
        self._heading_depth = block.depth
        if block.mark is None:
            self._stem = None

    def _is_subject_line(self, block: LetterBlock) -> bool:
        words = " ".join(block.span.of(self._copy).split())
        formal = _FORMAL.search(words) and not re.search(r"\b(?:I|we)\b", words)
        short = len(words.split()) <= _MAX_SUBJECT_WORDS and words[-1:] not in ".?!"
        return (
            bool(formal) and short and wording(words) in (Wording.BACKGROUND, Wording.BOILERPLATE)
        )

    def _requesting(self) -> bool:
        """Whether bare noun phrases here are asked for, rather than told."""
        if self._stem is None or self._stem.kind is not Wording.BACKGROUND:
            return True
        return not _FACTS.search(self._stem.span.of(self._copy))

    def _is_bare_item(self, block: LetterBlock) -> bool:
        words = block.span.of(self._copy)
        kind = wording(words, listed=True)
        return kind is Wording.ASK or (
            kind is Wording.BACKGROUND
            and is_noun_phrase(words)
            and (words.rstrip()[-1] not in ".!" or bool(ASK_NOUNS.match(words)))
        )

    def _is_breakdown(self, parent: Span, first: int, end: int) -> bool:
        """Whether the items from `first` to `end` only say how the parent's ask is to be split."""
        words = parent.of(self._copy).rstrip()
        if not _BREAKDOWN.search(words):
            return False
        stems = sentences_of(self._copy, parent, listed=True)
        facets = (self._blocks[place].span.of(self._copy) for place in range(first, end))
        return stems[-1].kind is Wording.ASK and all(
            len(words.split()) <= _MAX_FACET_WORDS
            and wording(words, listed=True) in (Wording.BACKGROUND, Wording.FOLLOW_UP)
            for words in facets
        )

    def _has_short_facets(self, place: int, end: int) -> bool:
        """Whether an item is "For each of them:" or "The percentage graded:" with a word or two
        for each facet below it."""
        words = self._blocks[place].span.of(self._copy).rstrip()
        if not words.endswith(":"):
            return False
        facets = [self._blocks[below].span.of(self._copy) for below in range(place + 1, end)]
        short = all(len(facet.split()) <= _MAX_SHORT_FACET for facet in facets)
        plain = all(wording(facet, listed=True) is Wording.BACKGROUND for facet in facets)
        things = any(ASK_NOUNS.match(facet) for facet in facets)
        each = _FOR_EACH.match(words)
        return short and plain and bool(each or (ASK_NOUNS.match(words) and not things))

    def _family(self, place: int) -> int:
        """The place after the last item that hangs from the one at `place`."""
        depth = self._blocks[place].depth
        end = place + 1
        while end < len(self._blocks) and self._blocks[end].depth > depth:
            end += 1
        return end

    def _items_after(self, place: int) -> int:
        end = place + 1
        while end < len(self._blocks) and self._blocks[end].mark:
            end += 1
        return end

    def _stem_of(self, block: LetterBlock) -> str:
        """The words of the items above this one, outermost first."""
        words: list[str] = []
        parent = block.parent
        while parent is not None:
            above = self._blocks[parent]
            if not above.heading:
                words.insert(0, " ".join(above.span.of(self._copy).split()))
            parent = above.parent
        return " ".join(words)

    def _stem_words(self) -> str:
        if self._stem is None or self._stem.kind not in _ASKING:
            return ""
        return " ".join(self._stem.span.of(self._copy).split())

    def _label(self, place: int) -> str:
        block = self._blocks[place]
        assert block.mark
        label = block.mark.label
        numbered = block.mark.style in (MarkStyle.NUMBER, MarkStyle.DECIMAL)
        if block.parent is None or not label or numbered:
            return label
        above = self._label(block.parent)
        return f"{above}({label})" if above else label
