"""Drafts of replies as answers to questions: one question for each part that a letter has.

The gold parts are told in a few words of a person, the drafted ones in the requester's own; both
stand in the letter's order. So they are matched in order, by the words that they share.
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
    taken = {place for place in matched if place is not None}
    return LetterOutcome(
        questions=tuple(
            _question(letter, number, part) for number, part in enumerate(letter.parts, start=1)
        ),
        rows=tuple(
            _row(letter, number, None if place is None else draft.parts[place])
            for number, place in enumerate(matched, start=1)
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
            alike = fuzz.token_set_ratio(ask.lower(), other.lower())
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


def _row(letter: Letter, number: int, part: DraftedPart | None) -> AnswerRow:
    name = f"{letter.id}.{number}"
    if part is None:
        return AnswerRow(id=name, status=LOST, answer="")
    return AnswerRow(
        id=name, status=part.outcome or LOST, answer=part.answer, citations=part.citations
    )
