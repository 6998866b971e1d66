"""Drafts of replies as answers to questions: one question for each part that a letter has.

The gold parts are told in a few words of a person, the drafted ones in the requester's own; both
stand in the letter's order. So they are matched in order, by the words that they share. Where a
draft has made two parts of one gold part, their answers are read together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from rapidfuzz import fuzz

from eval.answers import AnswerRow, CitationRow
from eval.matching import holds
from eval.questions import Letter, LetterPart, Question

LOST = "lost"
"""The status of a gold part that no drafted part stands for."""

_PARTLY = "partly"
_ALIKE = 25.0  # of 100: below this, two parts are taken to be about different things
_OUTCOMES: dict[bool | str, str | None] = {True: "answered", _PARTLY: "partial", False: None}


class DraftedPart(BaseModel):
    """A part as `pcc foi draft` writes it (docs/CONTRACTS.md)."""

    model_config = ConfigDict(frozen=True)

    ask: str
    outcome: str | None
    answer: str
    citations: tuple[CitationRow, ...] = ()


class Draft(BaseModel):
    """What is read of a draft's JSON."""

    model_config = ConfigDict(frozen=True)

    parts: tuple[DraftedPart, ...]


@dataclass(frozen=True, slots=True)
class LetterOutcome:
    """The parts of one letter as questions and answers, and how it was split.

    `extra` are drafted parts that no gold part asks for; `altered` those whose words are not the
    letter's own.
    """

    questions: tuple[Question, ...]
    rows: tuple[AnswerRow, ...]
    extra: tuple[str, ...]
    altered: tuple[str, ...]


def judge_letter(letter: Letter, draft: Draft) -> LetterOutcome:
    """Match the drafted parts to the gold ones."""
    matched = match_parts([part.ask for part in letter.parts], [part.ask for part in draft.parts])
    told = _with_further(matched, letter, draft)
    taken = {place for places in told for place in places}
    return LetterOutcome(
        questions=tuple(
            _question(letter, number, part) for number, part in enumerate(letter.parts, start=1)
        ),
        rows=tuple(
            _row(letter, number, [draft.parts[place] for place in places])
            for number, places in enumerate(told, start=1)
        ),
        extra=tuple(p.ask for place, p in enumerate(draft.parts) if place not in taken),
        altered=tuple(part.ask for part in draft.parts if not holds(letter.letter, part.ask)),
    )


def match_parts(gold: Sequence[str], drafted: Sequence[str]) -> tuple[int | None, ...]:
    """For each gold part the place of its drafted one, or None; the order is kept.

    As many as there are gold parts are matched one to one. Else the matching that shares most words
    is taken (a longest common subsequence weighted by likeness).
    """
    if len(gold) == len(drafted):
        return tuple(range(len(gold)))
    best: list[list[tuple[float, tuple[int | None, ...]]]] = [
        [(0.0, ()) for _ in range(len(drafted) + 1)]
    ]
    for ask in gold:
        row = [(best[-1][0][0], (*best[-1][0][1], None))]
        for place, other in enumerate(drafted):
            alike = _alike(ask, other)
            lost = (best[-1][place + 1][0], (*best[-1][place + 1][1], None))
            extra = row[place]
            both = (best[-1][place][0] + alike, (*best[-1][place][1], place))
            choices = [lost, extra, *([both] if alike >= _ALIKE else [])]
            row.append(max(choices, key=lambda choice: choice[0]))
        best.append(row)
    return best[-1][-1][1]


def _question(letter: Letter, number: int, part: LetterPart) -> Question:
    return Question(
        id=f"{letter.id}.{number}",
        question=part.ask,
        kind=part.outcome or str(part.answerable).lower(),
        asker="requester",
        must_include=part.must_include,
        evidence=part.evidence,
        answerable=part.answerable is True or part.answerable == _PARTLY,
        outcome=part.outcome or _OUTCOMES.get(part.answerable),
    )


def _with_further(
    matched: Sequence[int | None], letter: Letter, draft: Draft
) -> tuple[tuple[int, ...], ...]:
    """The drafted parts of each gold one: the matched, and those that go on from it or lead to it.

    A part that none was matched with belongs to the gold part beside it that it is more like.
    """
    told = [[] if place is None else [place] for place in matched]
    taken = {place for place in matched if place is not None}
    for place, part in enumerate(draft.parts):
        if place in taken:
            continue
        beside = [
            g for g, at in enumerate(matched) if at is not None and _next_to(at, place, taken)
        ]
        alike = {g: _alike(letter.parts[g].ask, part.ask) for g in beside}
        best = max(alike, key=lambda g: alike[g], default=None)
        if best is not None and alike[best] >= _ALIKE:
            told[best].append(place)
    return tuple(tuple(sorted(places)) for places in told)


def _next_to(matched: int, place: int, taken: set[int]) -> bool:
    """Whether no other matched part stands between the two."""
    low, high = sorted((matched, place))
    return not any(between in taken for between in range(low + 1, high))


def _alike(gold: str, drafted: str) -> float:
    return float(fuzz.token_set_ratio(gold.lower(), drafted.lower()))


def _row(letter: Letter, number: int, parts: Sequence[DraftedPart]) -> AnswerRow:
    name = f"{letter.id}.{number}"
    if not parts:
        return AnswerRow(id=name, status=LOST, answer="")
    outcomes = list(dict.fromkeys(part.outcome or LOST for part in parts))
    some = len(outcomes) > 1 and "answered" in outcomes
    return AnswerRow(
        id=name,
        status="partial" if some else outcomes[0],
        answer="\n\n".join(part.answer for part in parts),
        citations=tuple(citation for part in parts for citation in part.citations),
    )
