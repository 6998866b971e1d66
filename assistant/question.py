"""A question as the later steps need it: concepts with weights, periods, what is wanted."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from assistant.focus import find_focus
from assistant.shorthand import spell_out
from assistant.thesaurus import Phrase
from assistant.vocabulary import Vocabulary
from assistant.wants import Want, find_wants
from assistant.words import (
    Word,
    capital_stem,
    is_numbered,
    is_record,
    is_short_form,
    numbered_stem,
    words,
)
from ingest.dates import Period, Yearless, find_asked_periods, find_yearless
from ingest.document import Span

EQUIVALENT = 0.8
"""What a near-equivalent from the thesaurus counts for, beside 1 for the question's own word."""
SAME = 1.0
UNCAPITALISED = 0.6
"""What the everyday word counts for where the question writes a short form: VOICE, SPACE."""
APART = 0.5
"""What a name and its number count for that do not stand together ("Safer Streets Round 5")."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing a question speaks of: the words asked with, and the phrases that may stand for it.

    `phrases` are (stems, credit, words): the question's own words have credit 1, others less.
    `focused` marks what is counted, measured or priced ("how many robberies"): an answer has to
    speak of it. `weight` is how telling the concept is, 0 to 1. `named` marks names, short forms
    and figures,
    which evidence must hold rather than be near to. `unwanted` marks what the question sets apart
    ("not establishment", "as distinct from incidents").
    """

    text: str
    phrases: tuple[tuple[Phrase, float, str], ...]
    weight: float
    named: bool
    known: bool
    unwanted: bool = False
    focused: bool = False

    def credit(self, stems: frozenset[str] | set[str]) -> float:
        """How well text with these stems speaks of the concept, 0 to 1."""
        return self.match(stems)[0]

    def match(self, stems: frozenset[str] | set[str]) -> tuple[float, str]:
        """The best credit that text with these stems earns, and the words that earn it."""
        best, said = 0.0, ""
        for phrase, worth, written in self.phrases:
            if worth > best and all(part in stems for part in phrase):
                best, said = worth, written
        return best, said


@dataclass(frozen=True)
class Question:
    """A question understood.

    `asked` is its wording with slips mended and short forms spelt; `searched` is what is looked
    up, with the wording of an earlier question that it leans on.
    """

    text: str
    asked: str
    searched: str
    concepts: tuple[Concept, ...]
    wants: frozenset[Want]
    periods: tuple[Period, ...]
    yearless: tuple[Yearless, ...]
    corrections: tuple[tuple[str, str], ...] = ()

    @cached_property
    def weight(self) -> float:
        """The weight of all its concepts together."""
        return sum(concept.weight for concept in self.wanted)

    @cached_property
    def wanted(self) -> tuple[Concept, ...]:
        """What it speaks of, without what it sets apart."""
        return tuple(concept for concept in self.concepts if not concept.unwanted)

    @cached_property
    def unwanted(self) -> tuple[Concept, ...]:
        """What it sets apart."""
        return tuple(concept for concept in self.concepts if concept.unwanted)


_CARRIERS = frozenset(
    """say says said state stated states please tell told know number numbers many total figure
    figures amount name names named according report reported reports document documents paper
    papers published describe described explain explained mention mentioned give given list
    listed year years period time date dates day much percentage percent proportion cent
    information request confirm provide provided detail details roughly about around
    approximately exactly currently sort kind type way ways thing things anything something
    someone somebody anyone anybody people want wanted like asked ask question answer latest recent recently far
    actually really including respectively separately purpose term terms course together
    take takes took taken corresponding whole relation regard regarding concerning happen
    happened""".split()
)
"""Words that carry the asking, not the thing asked for; they weigh little."""
_CARRIER_WEIGHT = 0.25
PRESENT = re.compile(
    r"\b(?:now(?:adays)?|current(?:ly)?|latest|newest|today|these days|most recent(?:ly)?"
    r"|at (?:the moment|present))\b",
    re.IGNORECASE,
)
"""Words that ask for the newest there is."""


def understand(text: str, vocabulary: Vocabulary, today: date) -> Question:
    """Read a question against the library's vocabulary. Pure; `today` resolves "last year"."""
    mended, corrections = _mend(text, vocabulary)
    periods = find_asked_periods(mended, today)
    yearless = find_yearless(mended)
    dated = [period.span for period in periods] + [y.span for y in yearless]
    dated += [Span(*match.span()) for match in PRESENT.finditer(mended)]
    concepts = _concepts(mended, dated, vocabulary)
    return Question(
        text=text,
        asked=mended,
        searched=mended,
        concepts=concepts,
        wants=find_wants(mended),
        periods=periods,
        yearless=yearless,
        corrections=corrections,
    )


def _mend(text: str, vocabulary: Vocabulary) -> tuple[str, tuple[tuple[str, str], ...]]:
    text = spell_out(text)
    corrections: list[tuple[str, str]] = []
    pieces: list[str] = []
    last = 0
    for word in words(text):
        bare = re.sub(r"['’]s$", "", word.text)
        mended = vocabulary.correct(bare)
        if mended:
            pieces += [text[last : word.start], mended]
            last = word.start + len(bare)
            corrections.append((bare, mended))
    return "".join(pieces) + text[last:], tuple(corrections)


_MEASURED = re.compile(r"\bhow (?:long|far|old|big|large|high|often)$", re.IGNORECASE)
"""Asking words: "how long does it take" asks for no long-term average."""


def _concepts(text: str, dated: list[Span], vocabulary: Vocabulary) -> tuple[Concept, ...]:
    tokens = [w for w in words(text) if not any(s.start <= w.start < s.end for s in dated)]
    tokens = [w for w in tokens if not _MEASURED.search(text[: w.start + len(w.text)])]
    concepts: list[Concept] = []
    seen: set[Phrase] = set()
    focus = find_focus(text)
    at = 0
    while at < len(tokens):
        length = _longest_known(tokens[at:], vocabulary)
        numbered = at + 1 < len(tokens) and is_numbered(tokens[at], tokens[at + 1])
        if numbered:
            length = 2
        taken = tokens[at : at + length]
        at += length
        phrase: Phrase = tuple(w.stem for w in taken)
        if numbered:
            phrase = (numbered_stem(taken[0], taken[1]),)
        if phrase in seen or (length == 1 and taken[0].is_stop):
            continue
        seen.add(phrase)
        concept = _concept(taken, phrase, _opens_sentence(text, taken[0].start), vocabulary)
        if numbered and not is_record(taken[0]):
            apart = (tuple(w.stem for w in taken), APART, concept.text)
            concept = replace(concept, phrases=(*concept.phrases, apart))
        start = taken[0].start
        about = taken[0].is_figure and bool(_ABOUT.search(text[:start]))
        concepts.append(
            replace(
                concept,
                named=concept.named and not about,
                unwanted=_set_apart(text, start),
                focused=concept.text.lower() not in _CARRIERS
                and any(span.start <= start < span.end for span in focus),
            )
        )
    return tuple(concepts)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"'“‘(")
    return not before or before[-1] in ".?!:;-–"


_SETS_APART = re.compile(
    r"(?:\bas (?:distinct|opposed) (?:from|to)|\brather than|\bother than|\bexcluding"
    r"|\bexcept(?: for)?"
    r"|\bleaving out|\bnot counting|\bapart from|\bnot(?: the)?|\binstead of)\s+(?:the\s+"
    r"|any\s+)?$",
    re.IGNORECASE,
)


def _set_apart(text: str, start: int) -> bool:
    """Whether the words before `start` set what follows apart from what is asked for."""
    return bool(_SETS_APART.search(text[max(0, start - 30) : start]))


def _longest_known(tokens: list[Word], vocabulary: Vocabulary) -> int:
    longest = max(vocabulary.thesaurus.longest, vocabulary.acronyms.longest)
    for length in range(min(longest, len(tokens)), 1, -1):
        phrase = tuple(w.stem for w in tokens[:length])
        if vocabulary.thesaurus.others(phrase) or vocabulary.acronyms.others(phrase):
            return length
    return 1


def _concept(taken: list[Word], phrase: Phrase, first: bool, vocabulary: Vocabulary) -> Concept:
    text = " ".join(word.text for word in taken)
    phrases: dict[Phrase, tuple[float, str]] = {phrase: (SAME, text)}
    if len(taken) == 1 and is_short_form(taken[0]):
        phrases = {(capital_stem(taken[0]),): (SAME, text), phrase: (UNCAPITALISED, text.lower())}
    for other in vocabulary.acronyms.others(phrase):
        phrases.setdefault(other, (SAME, vocabulary.acronyms.written[other]))
    for other in vocabulary.thesaurus.others(phrase):
        if vocabulary.holds(other):
            phrases.setdefault(other, (EQUIVALENT, vocabulary.thesaurus.written[other]))
    known = [p for p in phrases if vocabulary.holds(p)]
    weight = (
        vocabulary.phrase_weight(phrase)
        if phrase in known or not known
        else min(vocabulary.phrase_weight(p) for p in known)
    )
    if len(taken) == 1 and taken[0].text.lower() in _CARRIERS:
        weight *= _CARRIER_WEIGHT
    return Concept(
        text=text,
        phrases=tuple((p, credit, written) for p, (credit, written) in phrases.items()),
        weight=weight,
        named=_is_name(taken, first),
        known=bool(known),
    )


_NUMBER_OF_A_THING = re.compile(r"\d{3}|£.*|.*%|\d+\.\d+")
"""Figures that name: 101, £175k, 5.19%. Others count ("over 8 years", "20,000 recruits")."""
_ABOUT = re.compile(
    r"\b(?:about|around|roughly|approximately|approx|some|nearly|almost|circa|c)\.?\s*(?:the )?$",
    re.IGNORECASE,
)


def _is_name(taken: list[Word], first: bool) -> bool:
    word = taken[0]
    if len(taken) == 2 and is_numbered(taken[0], taken[1]):
        return True
    if word.is_figure:
        return bool(_NUMBER_OF_A_THING.fullmatch(word.text))
    if taken[-1].text in ("Act", "Bill"):
        return False  # the law that a thing falls under is seldom named with it
    if len(word.text) == 1:
        return False
    if any(re.search(r"[A-Z].*[A-Z]", w.text) for w in taken):
        return True
    return word.text[0].isupper() and not first and not word.is_stop
