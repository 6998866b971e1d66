"""The things a question speaks of, with their weights and the phrases that may stand for them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.focus import find_focus
from assistant.thesaurus import Phrase, phrase_of
from assistant.vocabulary import Vocabulary
from assistant.words import (
    Word,
    capital_stem,
    is_numbered,
    is_record,
    is_short_form,
    numbered_stem,
    pair_stem,
    stem,
    words,
)
from ingest.document import Span

EQUIVALENT = 0.8
"""What a near-equivalent from the thesaurus counts for, beside 1 for the question's own word."""
SAME = 1.0
UNCAPITALISED = 0.6
"""What the everyday word counts for where the question writes a short form: VOICE, SPACE."""
SCATTERED = 0.75
"""What a phrase counts for whose words do not stand together ("custody" and "a visitor")."""
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
                together = all(pair_stem(*pair) in stems for pair in pairwise(phrase))
                worth = worth if together or worth <= APART else worth * SCATTERED
                if worth > best:
                    best, said = worth, written
        return best, said


_CARRIERS = frozenset(
    """say says said state stated states please tell told know number numbers many total figure
    figures amount name names named according report reported reports document documents paper
    papers published describe described explain explained mention mentioned give given list
    listed year years period time date dates day much percentage percent proportion cent
    information request confirm provide provided detail details roughly about around
    approximately exactly currently sort kind type way ways thing things anything something
    someone somebody anyone anybody people want wanted like asked ask question answer latest recent
    recently far actually really including respectively separately purpose term terms course
    together take takes took taken corresponding whole relation regard regarding concerning happen
    happened compare compared comparison compares differ differed differs difference differences
    different kindly several across various altogether precisely deal deals dealt dealing
    supply supplied sum sums mean means meant meaning""".split()
)
"""Words that carry the asking, not the thing asked for; they weigh little."""
_CARRIER_WEIGHT = 0.25
_SOURCE = re.compile(
    r"\baccording to\b[^,?;:]*|\bas (?:reported|recorded|set out|stated|described|published|given"
    r"|noted|outlined|summari[sz]ed|detailed|discussed|presented|shown|mentioned|told|explained)"
    r"(?: \w+){0,2}? (?:in|to|by|at|on)\b[^,?;:]*|\bper (?=the\b|[A-Z]|\d{4})[^,?;:]*"
)
"""Where it was said, which the words that say it need not repeat."""
_SOURCE_WEIGHT = 0.5
_MEASURED = re.compile(r"\bhow (?:long|far|old|big|large|high|often)$", re.IGNORECASE)
"""Asking words: "how long does it take" asks for no long-term average."""


def find_concepts(text: str, dated: Sequence[Span], vocabulary: Vocabulary) -> tuple[Concept, ...]:
    """The things that `text` speaks of, in order, each once; what stands in `dated` left out."""
    tokens = [w for w in words(text) if not any(s.start <= w.start < s.end for s in dated)]
    tokens = [w for w in tokens if not _MEASURED.search(text[: w.start + len(w.text)])]
    concepts: list[Concept] = []
    seen: set[Phrase] = set()
    focus = find_focus(text)
    sources = [Span(*match.span()) for match in _SOURCE.finditer(text)]
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
        if length == 1:
            written_as_one = _as_one_word(tokens, at - 1, vocabulary)
            concept = replace(concept, phrases=(*concept.phrases, *written_as_one))
        if numbered and not is_record(taken[0]):
            apart = (tuple(w.stem for w in taken), APART, concept.text)
            concept = replace(concept, phrases=(*concept.phrases, apart))
        start = taken[0].start
        about = taken[0].is_figure and bool(_ABOUT.search(text[:start]))
        cited = any(span.start <= start < span.end for span in sources)
        concepts.append(
            replace(
                concept,
                weight=concept.weight * (_SOURCE_WEIGHT if cited else 1.0),
                named=concept.named and not about and not (cited and concept.known),
                unwanted=_set_apart(text, start),
                focused=concept.text.lower() not in _CARRIERS
                and any(span.start <= start < span.end for span in focus),
            )
        )
    return tuple(concepts)


def _as_one_word(
    tokens: Sequence[Word], at: int, vocabulary: Vocabulary
) -> list[tuple[Phrase, float, str]]:
    """The library's word that the one at `at` makes with its neighbour: "sea front", "seafront"."""
    found: list[tuple[Phrase, float, str]] = []
    for first, second in pairwise(tokens[max(0, at - 1) : at + 2]):
        joined = first.text + re.sub(r"['’]s$", "", second.text)
        beside = second.start - first.start - len(first.text) == 1
        if beside and joined.isalpha() and vocabulary.holds((stem(joined),)):
            found.append(((stem(joined),), SAME, joined))
    return found


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
        for short in vocabulary.acronyms.others(other):
            phrases.setdefault(short, (EQUIVALENT, vocabulary.acronyms.written[short]))
    if not any(vocabulary.holds(p) for p in phrases) and _SHORT.fullmatch(text):
        for name in vocabulary.initials.get(text.lower(), ()):
            phrases.setdefault(phrase_of(name), (EQUIVALENT, name))
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
        named=_is_name(taken, first) or (len(taken) == 1 and _bare(text) in vocabulary.names),
        known=bool(known),
    )


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word).lower()


_SHORT = re.compile(r"[A-Z][A-Za-z]{0,4}[A-Z]")
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
