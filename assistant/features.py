"""What is known of a candidate against the question, feature by feature."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from assistant.candidates import Candidate, all_stems
from assistant.concepts import Concept
from assistant.counting import counts_what_there_is
from assistant.fit import figures_with_words, fit
from assistant.periods import Times, agreement, dates_in, times_told
from assistant.predecessors import tells_of_predecessor
from assistant.question import Question
from assistant.recency import newest
from assistant.table_reading import asked_cells, tells_other_years
from assistant.wants import NUMERIC, Want
from assistant.words import stems, words
from ingest.dates import Period, PeriodKind
from ingest.passage import PassageKind

NEAR_CREDIT = 0.5
PLACE_CREDIT = 0.7
ORIGIN_CREDIT = 0.4
PASSAGE_CREDIT = 0.35
"""What a concept counts for that stands beside the words, in their headings, in the title, in the
rest of the passage."""


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of a candidate against the question, each about 0 to 1."""

    own: float  # share of the question's weight in the candidate's own words
    covered: float  # the same, with neighbours, headings and title counted in part
    named: float  # share of the names and figures asked about that are found anywhere
    fit: float  # whether it holds the kind of thing wanted
    time: float  # agreement with the time asked for, -1 to 1
    passage: float  # its passage's search score beside the best passage's
    cosine: float  # its passage's similarity to the question
    row: float  # whether it is a table row: for a question of figures 1, for another -1
    label: float  # of a row, the share of its label that the question speaks of
    newest: float  # where no time is asked for, how recent its document is among those found
    head: float  # share of the question's weight in its nearest heading and lead-in
    role: float  # whether it names the holder of the office that the question asks for
    beside: float  # how many of the question's words stand beside one of its figures
    set_apart: float  # whether it speaks of what the question sets apart
    defines: float  # whether it opens by saying what the thing asked about is or does
    asked_before: float  # whether it answers a question of a document in almost the same words
    ranked: float = 0.0  # what the trained ranker makes of its best sentence, log-odds
    length: float = 0.0  # words, in fifties
    several: float = 0.0  # whether more than one of its sentences was shortlisted


class Credits:
    """What each concept earns in each bag of stems, worked out once: passages share theirs."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, frozenset[str]], float] = {}

    def of(self, concept: Concept, stems_: frozenset[str]) -> float:
        """The concept's credit in text with these stems."""
        key = id(concept), stems_
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = concept.credit(stems_)
        return found


def features_of(
    question: Question, candidate: Candidate, best: float, recency: float, known: Credits
) -> tuple[Features, dict[str, float]]:
    """The candidate's features, and the credit of each concept wanted by name.

    `best` is the highest search score of any candidate, `recency` from `recency_of`; `known` is
    kept from candidate to candidate of one question.
    """
    own = tuple(concept.credit(candidate.own) for concept in question.wanted)
    credits_ = tuple(_credits(question.wanted, candidate, own, known))
    total = question.weight or 1.0
    features = Features(
        own=_weighted(question, own) / total,
        covered=_weighted(question, credits_) / total,
        named=_named(question.wanted, credits_),
        fit=_fit(question, candidate),
        time=_time(question, candidate),
        passage=candidate.hit.score / best,
        cosine=candidate.hit.cosine or 0.0,
        row=_row(question, candidate),
        label=_label(question, candidate),
        newest=newest(question, candidate, recency),
        head=_weighted(question, [known.of(c, candidate.head) for c in question.wanted]) / total,
        role=_role(question, candidate),
        defines=_defines(question, candidate),
        asked_before=_asked_before(question.asked, candidate),
        beside=_beside(question, candidate.text),
        set_apart=float(any(c.credit(candidate.own) > 0 for c in question.unwanted)),
        length=len(candidate.text.split()) / 50,
    )
    named = {c.text: credit for c, credit in zip(question.wanted, credits_, strict=True)}
    return features, named


def times_of(candidate: Candidate) -> Times:
    """The times that the candidate itself names, and those of where it stands."""
    place = " ".join((*candidate.hit.passage.section, candidate.lead))
    if candidate.table is not None:
        table = candidate.document.tables[candidate.table]
        text = candidate.document.text
        notes = " ".join(note.of(text) for note in table.notes)
        place = f"{place} {table.caption} {' '.join(table.columns)} {notes}"
    return times_told(candidate.text, place)


def _fit(question: Question, candidate: Candidate) -> float:
    """Whether it holds the kind of thing wanted, and a count of the thing where that is asked."""
    if candidate.row is None and not counts_what_there_is(question, candidate.text):
        return 0.0
    return fit(question.wants, _told(question, candidate))


def _told(question: Question, candidate: Candidate) -> str:
    """The candidate's words; of a row only the cells asked for, where figures are wanted."""
    if candidate.row is not None and question.wants & NUMERIC:
        return asked_cells(question, candidate)
    return candidate.text


def _time(question: Question, candidate: Candidate) -> float:
    agreed = agreement(question, times_of(candidate), candidate.document)
    return min(agreed, 0.0) if tells_other_years(question, candidate) else agreed


def _credits(
    concepts: Sequence[Concept], candidate: Candidate, own: Sequence[float], known: Credits
) -> list[float]:
    around = (
        (NEAR_CREDIT, candidate.near),
        (PLACE_CREDIT, candidate.place),
        (ORIGIN_CREDIT, candidate.origin),
        (PASSAGE_CREDIT, candidate.whole),
    )
    found = []
    for concept, credit in zip(concepts, own, strict=True):
        if credit < 1.0:
            credit = max(credit, *(worth * known.of(concept, bag) for worth, bag in around))
        found.append(credit)
    return found


def _named(concepts: Sequence[Concept], credits_: Sequence[float]) -> float:
    named = [(c.weight, credit) for c, credit in zip(concepts, credits_, strict=True) if c.named]
    total = sum(weight for weight, _ in named)
    return sum(weight for weight, credit in named if credit > 0) / total if total else 1.0


def _label(question: Question, candidate: Candidate) -> float:
    """How much of a row's own label the question speaks of: "Burglary", not "Burglary, other".

    The title of its table counts: the county's figure is asked for where no district is named.
    """
    said = candidate.label
    if candidate.table is not None and candidate.row is not None:
        table = candidate.document.tables[candidate.table]
        said = " ".join((table.title, *table.rows[candidate.row].labels))
    label = [w for w in words(said) if not w.is_stop]
    if not label:
        return 0.0
    spoken = _spoken(question)
    share = sum(word.stem in spoken for word in label) / len(label)
    return share if candidate.row is not None else float(share == 1.0)


def _row(question: Question, candidate: Candidate) -> float:
    if candidate.row is None:
        return 0.0
    return 1.0 if not question.wants or question.wants & NUMERIC else -1.0


def _role(question: Question, candidate: Candidate) -> float:
    """1 where the candidate lists a person whose role is the one asked for, or tells a term of it.

    A term holds the time asked about: "Jane Sedge, who was Chair from May 2021 to May 2024". Where
    the one before is asked for, 1 where somebody is told of as that.
    """
    if Want.WHO not in question.wants:
        return 0.0
    if question.predecessor:
        return float(tells_of_predecessor(question.asked, candidate.text))
    telling = [c for c in question.wanted if c.weight > _TELLING]
    for person in candidate.document.people:
        if person.span.overlaps(candidate.span) and person.presence in _HOLDING:
            stems = all_stems(f"{person.role} {person.body}") | candidate.origin
            if telling and all(c.credit(stems) > 0 for c in telling):
                asked = sum(1 for w in words(person.role) if w.stem in _spoken(question))
                return asked / max(1, len(words(person.role)))
    in_its_words = bool(telling) and all(c.credit(candidate.own) > 0 for c in telling)
    return float(in_its_words and _tells_a_term(question.periods, candidate.text))


def _tells_a_term(asked: Sequence[Period], text: str) -> bool:
    """Whether `text` tells of a time from a day to a day that holds one of those asked about."""
    terms = [period for period in dates_in(text) if period.kind is PeriodKind.RANGE]
    return any(
        term.start <= period.start and period.end <= term.end for term in terms for period in asked
    )


def _asked_before(asked: str, candidate: Candidate) -> float:
    """How nearly a question-and-answer row has been asked in these words: 1 the same, mostly 0."""
    if candidate.hit.passage.kind is not PassageKind.QUESTION or len(asked) < _SHORTEST_ASKED:
        return 0.0
    alike = _alike(asked.lower(), candidate.hit.text.lower())
    return max(0.0, (alike - _LEAST_ALIKE) / (1.0 - _LEAST_ALIKE))


@lru_cache(maxsize=4096)
def _alike(asked: str, row: str) -> float:
    return fuzz.partial_ratio(asked, row) / 100


def _beside(question: Question, text: str) -> float:
    if question.wants & _NO_FIGURES:
        return 0.0
    spoken = stems(question.asked)
    most = max((len(spoken & stems(around)) for around in figures_with_words(text)), default=0)
    return min(most, _ENOUGH_BESIDE) / _ENOUGH_BESIDE


_NO_FIGURES = frozenset({Want.WHO, Want.PERSON, Want.DEFINITION, Want.WHY, Want.STATUS, Want.SAID})
_ENOUGH_BESIDE = 4
_SHORTEST_ASKED = 40
_LEAST_ALIKE = 0.8
"""Characters of a question, and the share of it found in the row, from which this tells."""

_SAYS_WHAT = re.compile(
    r"^\W*(?:The |This |An? |Our )?(?P<subject>[^.;:!?]{2,50}?)(?:\s*[,–-]\s*(?:an?|the)\b"
    r"|\s*\([^)]*\))*\s*(?:\b(?:is|are|was|were|means?|refers? to|stands for|provides?|aims? to"
    r"|includes?|involves?|allows?|enables?|helps?|works?|seeks? to|uses?|supports?|gives?|offers?"
    r"|focus\w*|covers?)\b|[–-]\s)",
)


def _defines(question: Question, candidate: Candidate) -> float:
    """1 where the words open with what a definition was asked of, and go on to say what it is."""
    if Want.DEFINITION not in question.wants or candidate.row is not None:
        return 0.0
    if not question.wanted:
        return 0.0
    thing = max(question.wanted, key=lambda c: (c.named, c.weight))
    if re.search(
        rf"\b{re.escape(thing.text)}\W{{0,2}} \(|\({re.escape(thing.text)}\)", candidate.text
    ):
        return 1.0  # a short form beside what it is short for
    opening = _SAYS_WHAT.match(candidate.text)
    return float(opening is not None and thing.credit(all_stems(opening["subject"])) > 0)


_TELLING = 0.1
_HOLDING = frozenset({"present", "apologies"})


def _spoken(question: Question) -> set[str]:
    return {stem for c in question.wanted for phrase, _, _ in c.phrases for stem in phrase}


def _weighted(question: Question, credits_: Sequence[float]) -> float:
    return sum(c.weight * credit for c, credit in zip(question.wanted, credits_, strict=True))
