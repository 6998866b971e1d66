"""A proposal for one part: what the library says to each of its asks, and what to do with it.

The officer decides. Nothing here says that information is not held or that an exemption applies.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Citation, Searched, Turn
from assistant.foi import replies
from assistant.foi.bodies import Body, likely_holder
from assistant.foi.exemptions import is_environmental, to_consider
from assistant.foi.finding import Finder, Found
from assistant.foi.needs_person import PersonNeeded, PersonReason, person_needed
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
_OPTIONAL = re.compile(r"^(?:or |and )?if\b", re.IGNORECASE)
_OWN_BUSINESS = re.compile(
    r"\b(?:opcc|your office|the office|commissioner's|(?:deputy )?commissioner (?:has |have |had )?"
    r"(?:spen|paid|gave|given|receiv|employ|fund|told|said|asked|discuss|held|met|commission|claim)"
    r"\w*|(?:to|by|from|with) the (?:police and crime )?(?:commissioner|pcc)|(?:has|did|does) the "
    r"(?:police and crime )?(?:commissioner|pcc))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Proposer:
    """Makes proposals from one library, pointing to `bodies` for what it does not have."""

    finder: Finder
    bodies: tuple[Body, ...]

    def propose(
        self, part: RequestPart, questions: Sequence[str], received: date
    ) -> tuple[RequestPart, Searched | None]:
        """The part with a proposal, and what was searched (None if a person is needed first).

        `questions` are the part's asks as questions, one for each of `part.asks`.
        """
        words = f"{part.heading} {part.stem} {part.ask}"
        noted = _with_prompts(part, words)
        persons = [person_needed(ask) for ask in part.asks]
        if needed := _decisive(persons):
            return _for_a_person(noted, needed), None
        found: list[Found] = []
        history: list[Turn] = []
        for ask, question, person in zip(part.asks, questions, persons, strict=True):
            if person is None:
                found.append(self.finder.find(ask, question, history, received))
                history.append(Turn(question))
        advice = next((person.advice for person in persons if person), "")
        return self._combined(noted, words, found, advice), found[0].searched

    def _combined(
        self, part: RequestPart, words: str, found: Sequence[Found], advice: str
    ) -> RequestPart:
        outcome = _outcome(found, advice)
        holder = self._holder(words) if outcome is not Outcome.ANSWERED else None
        if outcome is Outcome.NOT_FOUND and holder:
            outcome = Outcome.OTHER_BODY
        good = [f for f in found if f.verdict.outcome is not Outcome.NOT_FOUND]
        proposed = _proposed(part, outcome, _text(outcome, good, found[0].searched, holder))
        return replace(
            proposed,
            citations=_distinct(good),
            holder=holder.name if holder else "",
            how_to_ask=holder.how if holder else "",
            advice=advice,
            notes=tuple(dict.fromkeys(f.verdict.note for f in found if f.verdict.note)),
            searches=tuple(f.search for f in found),
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
    proposed = _proposed(part, Outcome.NEEDS_PERSON, replies.PLACEHOLDER)
    return replace(
        proposed,
        citations=(),
        holder="",
        how_to_ask="",
        advice=needed.advice,
        notes=(),
        searches=(),
    )


def _proposed(part: RequestPart, outcome: Outcome, text: str) -> RequestPart:
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


def _outcome(found: Sequence[Found], advice: str) -> Outcome:
    """What the asks' outcomes come to. An ask that begins with "if" counts only when found."""
    outcomes = [f.verdict.outcome for f in found]
    counted = [
        f.verdict.outcome
        for f in found
        if not (_OPTIONAL.match(f.ask) and f.verdict.outcome is Outcome.NOT_FOUND)
    ] or outcomes
    if all(outcome is Outcome.NOT_FOUND for outcome in counted):
        return Outcome.NEEDS_PERSON if advice else Outcome.NOT_FOUND
    whole = all(outcome is Outcome.ANSWERED for outcome in counted) and not advice
    return Outcome.ANSWERED if whole else Outcome.PARTIAL


def _text(outcome: Outcome, good: Sequence[Found], searched: Searched, holder: Body | None) -> str:
    if outcome is Outcome.NEEDS_PERSON:
        return replies.PLACEHOLDER
    if outcome is Outcome.OTHER_BODY and holder:
        return replies.other_body(searched, holder)
    if not good:
        return replies.not_found(searched)
    paragraphs = list(dict.fromkeys(f.text for f in good))
    if outcome is Outcome.PARTIAL:
        paragraphs.append(replies.rest_not_found(searched, holder))
    return "\n\n".join(paragraphs)


def _distinct(found: Sequence[Found]) -> tuple[Citation, ...]:
    citations = (citation for f in found for citation in f.citations)
    return tuple({(c.document_id, c.span): c for c in citations}.values())
