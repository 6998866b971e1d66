"""A proposal for one part: what the library says to each of its asks, and what to do with it.

The officer decides. Nothing here says that information is not held or that an exemption applies.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Searched, Turn
from assistant.bodies import Body, likely_holder
from assistant.foi import replies
from assistant.foi.exemptions import is_environmental, to_consider
from assistant.foi.finding import Finder, Found
from assistant.foi.needs_person import PersonNeeded, PersonReason, person_needed
from assistant.foi.questions import AskQuestion
from assistant.foi.request import ExemptionNote, Outcome, RequestPart

_DECISIVE = frozenset(
    {
        PersonReason.OWN_DATA,
        PersonReason.THIRD_PARTY,
        PersonReason.LIVE_CASE,
        PersonReason.PRIVILEGE,
        PersonReason.CONFIDENTIAL,
    }
)
_OWN_BUSINESS = re.compile(
    r"\b(?:opcc|your office|the office|commissioner's|(?:deputy )?commissioner (?:has |have |had )?"
    r"(?:spen|paid|gave|given|receiv|employ|fund|told|said|asked|discuss|held|met|commission|claim)"
    r"\w*|(?:to|by|from|with) the (?:police and crime )?(?:commissioner|pcc)|(?:has|did|does) the "
    r"(?:police and crime )?(?:commissioner|pcc))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Questions:
    """A part as questions: whole, ask by ask, and what was asked before it."""

    whole: str
    asks: tuple[AskQuestion, ...]
    history: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposer:
    """Makes proposals from one library, pointing to `bodies` for what it does not have."""

    finder: Finder
    bodies: tuple[Body, ...]

    def propose(
        self, part: RequestPart, questions: Questions, received: date
    ) -> tuple[RequestPart, Searched | None]:
        """The part with a proposal, and what was searched (None if a person is needed first)."""
        words = f"{part.heading} {part.stem} {part.ask}"
        noted = _with_prompts(part, words)
        persons = [person_needed(ask) for ask in part.asks]
        beside = None if any(persons) else person_needed(part.ask)  # in words between the asks
        if needed := _decisive([*persons, beside] if beside else persons):
            return _for_a_person(noted, needed), None
        open_asks = [q for q, person in zip(questions.asks, persons, strict=True) if not person]
        whole = not beside and len(open_asks) == len(questions.asks)
        found = self._find(questions, None if whole else open_asks, received)
        advice = next((person.advice for person in (*persons, beside) if person), "")
        return self._proposed(noted, words, found, advice), found.searched

    def _find(
        self, questions: Questions, only: Sequence[AskQuestion] | None, received: date
    ) -> Found:
        """What there is for the part, or only for those of its asks that need no person."""
        if only is None:
            return self.finder.find(questions.whole, questions.asks, questions.history, received)
        history = (*questions.history, Turn(questions.whole))
        rest = "; ".join(ask.words for ask in only)
        return self.finder.find(rest, only, history, received)

    def _proposed(self, part: RequestPart, words: str, found: Found, advice: str) -> RequestPart:
        outcome = _outcome(found.verdict.outcome, advice)
        holder = self._holder(words) if outcome is not Outcome.ANSWERED else None
        if outcome is Outcome.NOT_FOUND and holder:
            outcome = Outcome.OTHER_BODY
        proposed = _with_outcome(part, outcome, _text(outcome, found, holder))
        return replace(
            proposed,
            citations=found.citations,
            holder=holder.name if holder else "",
            how_to_ask=holder.how if holder else "",
            advice=advice,
            notes=(found.verdict.note,) if found.verdict.note else (),
            searches=found.searches,
        )

    def _holder(self, words: str) -> Body | None:
        body = likely_holder(words, self.bodies)
        if body and _OWN_BUSINESS.search(words) and body.fit(words) == 1:
            return None  # the office's own doings, only mentioning the other body's business
        return body


def _decisive(persons: Sequence[PersonNeeded | None]) -> PersonNeeded | None:
    """The reason that takes the whole part out of the software's hands, if there is one."""
    for person in persons:
        if person and person.reason in _DECISIVE:
            return person
    return persons[0] if all(persons) else None


def _with_prompts(part: RequestPart, words: str) -> RequestPart:
    notes = tuple(
        ExemptionNote(entry.section, entry.title, entry.qualified, entry.questions)
        for entry in to_consider(words)
    )
    return replace(part, exemptions=notes, environmental=is_environmental(words))


def _for_a_person(part: RequestPart, needed: PersonNeeded) -> RequestPart:
    proposed = _with_outcome(part, Outcome.NEEDS_PERSON, replies.PLACEHOLDER)
    return replace(
        proposed,
        citations=(),
        holder="",
        how_to_ask="",
        advice=needed.advice,
        notes=(),
        searches=(),
    )


def _with_outcome(part: RequestPart, outcome: Outcome, text: str) -> RequestPart:
    """The part with a new proposal, which an officer has yet to accept."""
    return replace(
        part,
        proposed=outcome,
        proposed_answer=text,
        outcome=outcome,
        answer=text,
        accepted_by="",
        accepted_at=None,
    )


def _outcome(found: Outcome, advice: str) -> Outcome:
    """What a part comes to when some of its asks need a person (`advice`)."""
    if not advice:
        return found
    return Outcome.NEEDS_PERSON if found is Outcome.NOT_FOUND else Outcome.PARTIAL


def _text(outcome: Outcome, found: Found, holder: Body | None) -> str:
    match outcome:
        case Outcome.NEEDS_PERSON:
            return replies.PLACEHOLDER
        case Outcome.OTHER_BODY if holder:
            return replies.other_body(found.searched, holder)
        case Outcome.ANSWERED:
            return "\n\n".join(found.texts)
        case Outcome.PARTIAL:
            return "\n\n".join((*found.texts, replies.rest_not_found(found.searched)))
        case _:
            return replies.not_found(found.searched)
