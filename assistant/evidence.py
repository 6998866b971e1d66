"""The single sentences and rows of an answer that carry the fact asked for.

An answer may run over several sentences. Which of them holds the figure, and what that one sentence
speaks of, decides whether it answers: "The salary is £100,000. The panel included the Chief Fire
Officer." gives nobody the Chief Fire Officer's salary.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.ahead import asks_ahead, looks_ahead
from assistant.candidates import Candidate, all_stems
from assistant.concepts import Concept
from assistant.counting import counts_what_there_is
from assistant.features import ORIGIN_CREDIT, PASSAGE_CREDIT, PLACE_CREDIT
from assistant.fit import holds_wanted, names_in, repeats_facts, says
from assistant.names import people_in
from assistant.pay import tells_anothers_pay, tells_who_pays
from assistant.periods import agreement, dates_in, times_told, yearless_in
from assistant.predecessors import tells_of_predecessor
from assistant.question import Question
from assistant.row_choice import lists_what_is_asked, meets_order, wants_a_series
from assistant.scoring import Scored
from assistant.table_reading import asked_cells, tells_money_alone
from assistant.wants import FACTS, NUMERIC, Want, asks_how_to, speaker_asked_of
from assistant.words import stems, words
from ingest.sentences import sentence_spans

_BEFORE_CREDIT = 0.6
"""What a concept counts for that the sentence before speaks of: "it", "these" may stand for it."""


@dataclass(frozen=True)
class Evidence:
    """One sentence or row: its words, and those that say what it is about."""

    candidate: Candidate
    text: str
    before: str
    is_row: bool

    @cached_property
    def own(self) -> frozenset[str]:
        """The stems of its own words; of a row, with those of its table's headings."""
        return self.candidate.own if self.is_row else all_stems(self.text)

    @cached_property
    def _names_nothing(self) -> bool:
        """Whether it is a sentence without a name: it is about what its paragraph is about."""
        return not self.is_row and not _NAMED.search(_WHEN.sub("", self.text))

    def credit(self, concept: Concept, loosely: bool = False) -> float:
        """How well it speaks of the concept, 0 to 1, by itself or by where it stands.

        Loosely, a word anywhere in its passage will do.
        """
        around = (
            (_BEFORE_CREDIT, all_stems(self.before)),
            (PLACE_CREDIT, self.candidate.place),
            (ORIGIN_CREDIT, self.candidate.origin),
            (PASSAGE_CREDIT if loosely or self._names_nothing else 0.0, self.candidate.whole),
        )
        return max(
            concept.credit(self.own), *(worth * concept.credit(stems) for worth, stems in around)
        )

    @property
    def is_dated(self) -> bool:
        """Whether its own words name a time; if not, the words around it tell of which it is."""
        return bool(dates_in(self.text) or yearless_in(self.text))

    def time(self, question: Question) -> float:
        """How well it agrees with the time asked for (see `periods.agreement`)."""
        place = " ".join((*self.candidate.hit.passage.section, self.candidate.lead))
        return agreement(question, times_told(self.text, place), self.candidate.document)

    def _is_of_the_row(self, question: Question) -> bool:
        """Whether its row or columns speak of anything asked about but names of places and people.

        Always true of a sentence. Of a row it tells "Robberies" in a table of Quenmouth from what
        was asked about Quenmouth. A name within a longer label ("Disclosures granted (Clare's
        Law)") is what the row is about.
        """
        candidate = self.candidate
        if not self.is_row or candidate.table is None or candidate.row is None:
            return True
        table = candidate.document.tables[candidate.table]
        if not lists_what_is_asked(question, table):
            return False
        said = self.own | all_stems(" ".join((table.caption, *table.columns)))
        telling = [
            c
            for c in question.wanted
            if c.weight > _TELLING and (not c.named or any(map(str.isdigit, c.text)))
        ]
        if not telling or any(c.credit(said) > 0 for c in telling):
            return True
        around = candidate.place | candidate.origin
        told = sum(c.weight for c in telling if c.credit(around) > 0)
        if told >= sum(c.weight for c in telling) / 2:
            return True  # the whole document is about it
        label = stems(" ".join(table.rows[candidate.row].labels))
        named = [c for c in question.wanted if c.named and c.credit(label) > 0]
        return bool(named) and len(label) > 1 + sum(len(words(c.text)) for c in named)

    def holds_fact(self, question: Question) -> bool:
        """Whether it holds a fact of a kind that is wanted, and is about what was asked.

        What somebody said is told by a sentence in which they, or the "he" or "she" of the
        sentence after theirs, say something.
        """
        if not holds_wanted(question.wants, self.text, self.is_row):
            return False
        asks_who = question.wants & FACTS and question.wants & FACTS <= {Want.WHO, Want.PERSON}
        if asks_who and not self._names_another(question):
            return False
        if _WHO_REQUESTED.search(question.asked) or not tells_who_pays(question.asked, self.text):
            return False
        if _WHO_HOLDS.match(question.asked) and not self._names_a_person:
            return False
        if not self.is_row and repeats_facts(question, self.text):
            return False
        if self.is_row and asks_how_to(question.asked):
            return False
        if not self.is_row and not counts_what_there_is(question, self.text):
            return False
        if self.is_row and self._tells_money_for_a_count(question):
            return False
        if asks_ahead(question) and not looks_ahead(self.text, self.candidate.document):
            return False
        if question.predecessor and not tells_of_predecessor(question.asked, self.text):
            return False
        if not self.is_row and (wants_a_series(question) or not meets_order(question, self.text)):
            return False
        if Want.SAID in question.wants and not self._is_said_by_any(question):
            return False
        if Want.AMOUNT in question.wants and self._is_anothers_pay(question):
            return False
        if Want.GRADE in question.wants and not self._is_of_what_is_graded(question):
            return False
        return self._is_of_the_row(question) and not self._is_of_another_body(question)

    def _tells_money_for_a_count(self, question: Question) -> bool:
        money = question.wants & {Want.AMOUNT, Want.PERCENT, Want.CHANGE}
        counts = not money and _HOW_MANY.search(question.asked)
        return bool(counts) and tells_money_alone(question, self.candidate)

    def _is_of_what_is_graded(self, question: Question) -> bool:
        """Whether it speaks of what the grade is asked of, where the question names it."""
        graded = [c for c in question.wanted if c.focused and c.weight > _TELLING]
        said = self.own | all_stems(self.before) | self.candidate.place
        return not graded or any(c.credit(said) > 0 for c in graded)

    def _is_anothers_pay(self, question: Question) -> bool:
        candidate = self.candidate
        leading = candidate.hit.text.partition(self.text)[0]
        around = [leading, self.before, *candidate.hit.passage.section]
        if candidate.table is not None:
            table = candidate.document.tables[candidate.table]
            around += [table.caption, *table.columns]
        said = candidate.text if self.is_row else self.text  # the whole row names the office
        return tells_anothers_pay(question.asked, said, " ".join(around))

    @property
    def _names_a_person(self) -> bool:
        """Whether it names somebody, listed or not: a body holds no office."""
        listed = any(person.name in self.text for person in self.candidate.document.people)
        return listed or bool(people_in(self.text))

    def _names_another(self, question: Question) -> bool:
        """Whether it names anybody whom the question does not: that is who was asked for.

        The entry of a person asked about tells of another person or of nobody: the bodies that it
        names are that person's own.
        """
        spoken = all_stems(question.asked)
        who = _WHO_IS.fullmatch(question.asked)
        of_one_asked = any(
            person.span.overlaps(self.candidate.span)
            and stems(person.name) <= spoken
            and not (who and stems(who["name"]) <= stems(person.name))
            for person in self.candidate.document.people
        )
        of_people = of_one_asked or Want.PERSON in question.wants
        named = people_in(self.text) if of_people else names_in(self.text)
        return any(not _is_spoken_of(name, spoken) for name in named)

    def _is_of_another_body(self, question: Question) -> bool:
        """Whether one body was asked about, and the sentence and its place name only others.

        What names none is about the office or the force, whose documents these are.
        """
        asked = _bodies(_RECIPIENT.sub("", question.asked))
        own = _bodies(self.text)
        if len(asked) != 1 or asked & own or (not own and asked <= _AT_HOME):
            return False
        where = " ".join((self.before, *self.candidate.hit.passage.section))
        if not own:
            where = f"{where} {self.candidate.hit.text}"
        return not asked & _bodies(where)

    def _is_said_by_any(self, question: Question) -> bool:
        asked = speaker_asked_of(question.asked)
        names = [c for c in question.wanted if c.named and c.text in asked]
        said = [c.match(self.own)[1] for c in names]
        if not names or any(name and says(name, self.text) for name in said):
            return True
        goes_on = re.match(r"(?:He|She|They)\b", self.text)
        return bool(goes_on) and any(c.credit(all_stems(self.before)) > 0 for c in names)


def _is_spoken_of(name: str, spoken: frozenset[str]) -> bool:
    """Whether a name is one that the question gives, be it by the surname alone."""
    return stems(name) <= spoken or stems(name.split()[-1]) <= spoken


_NAMED = re.compile(r"(?<=[a-z,;:)] )(?:the )?[A-Z][\w'’-]+|\b[A-Z]{2,}\b")
_WHEN = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_TELLING = 0.2
_BODIES = {
    "force": re.compile(r"\b(?:constabulary|police force|the force)\b", re.IGNORECASE),
    "office": re.compile(
        r"\b(?:OPF?CC\w*|PCC|commissioner|(?:the|this|our) office)\b", re.IGNORECASE
    ),
    **{
        f"{tier} council": re.compile(rf"\b{tier} council\b", re.IGNORECASE)
        for tier in ("borough", "county", "city", "district", "parish", "town")
    },
    "fire service": re.compile(r"\bfire (?:service|brigade|and rescue)\b", re.IGNORECASE),
}


_WHO_IS = re.compile(r"\W*who(?:['’]s| is| was)\b(?P<name>[^?]*)\W*", re.IGNORECASE)
_HOW_MANY = re.compile(r"\b(?:how many|number of)\b", re.IGNORECASE)
_WHO_HOLDS = re.compile(
    r"\W*who(?:['’]s| is| was| were)(?: the| our| your)?(?: [\w-]+){0,3}?"
    r" (?:commissioner|pcc|(?:chief|deputy|assistant) constable|cc|chief executive"
    r"|(?:monitoring|finance) officer|chair(?:man|woman|person)?|treasurer)\b",
    re.IGNORECASE,
)
_WHO_REQUESTED = re.compile(
    r"\bwho(?:['’]s| is| was| were)? (?:the )?(?:requesters?|requestors?|applicants?)\b"
    r"|\bwho (?:made|sent|submitted|wrote|put in) (?:the|this|that|an?) (?:\w+ ){0,3}requests?\b"
    r"|\bnames? of the (?:requester|requestor|applicant)\b",
    re.IGNORECASE,
)
"""Who asks for information is personal data: a response names the office's own people only."""
_AT_HOME = {"force", "office"}
_RECIPIENT = re.compile(
    r"\b(?:to|told|tell|asked|informed|before|with) (?:the )?(?:\w+ )?"
    r"(?:PCC|commissioner|force|constabulary)\b",
    re.IGNORECASE,
)
"""A body that was told something, or asked, is not the one that the thing is about."""


def _bodies(text: str) -> set[str]:
    """The kinds of public body that `text` names."""
    return {name for name, pattern in _BODIES.items() if pattern.search(text)}


def find_evidence(question: Question, chosen: Sequence[Scored]) -> list[Evidence]:
    """The sentences and rows of `chosen` that hold a wanted fact; all of them if none does."""
    units = [unit for item in chosen for unit in _units(question, item)]
    return [unit for unit in units if unit.holds_fact(question)] or units


def _units(question: Question, item: Scored) -> list[Evidence]:
    candidate = item.candidate
    if candidate.row is not None:
        figures = question.wants & NUMERIC or not question.wants & FACTS
        text = asked_cells(question, candidate) if figures else candidate.text
        return [Evidence(candidate, text, "", is_row=True)]
    text = candidate.document.text
    spans = sentence_spans(text, candidate.span) or [candidate.span]
    befores = [candidate.before, *(span.of(text) for span in spans)]
    return [
        Evidence(candidate, span.of(text), before, is_row=False)
        for span, before in zip(spans, befores, strict=False)
    ]
