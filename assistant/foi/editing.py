"""What an officer does to a request: accept, change, split, merge and reword its parts.

Every act is kept with who did it and when. A part that is changed has to be accepted again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from assistant.foi.clock import Regime
from assistant.foi.errors import RequestStateError
from assistant.foi.precheck.fault import JUDGED, Fault
from assistant.foi.register import Register
from assistant.foi.request import ExemptionNote, Outcome, Overruled, Request, RequestPart

Change = Callable[[RequestPart], RequestPart]


@dataclass(frozen=True, slots=True)
class Officer:
    """One person at work on the register."""

    name: str
    register: Register

    def accept(self, request: Request, number: int) -> Request:
        """Accept a part as it stands. Raises RequestStateError while it waits for a person."""
        part = part_of(request, number)
        if part.outcome in (None, Outcome.NEEDS_PERSON):
            raise RequestStateError(
                f"Part {number} has no outcome of its own yet. Write its answer, choose an "
                "outcome, then accept it."
            )
        accepted = replace(part, accepted_by=self.name, accepted_at=datetime.now(UTC))
        return self._keep(request, accepted, "accepted", f"part {number}: {part.outcome}")

    def answer(self, request: Request, number: int, answer: str, outcome: Outcome) -> Request:
        """Give a part another answer or outcome."""
        part = part_of(request, number)
        changed = _open_again(replace(part, answer=answer.strip(), outcome=outcome))
        detail = (
            f"part {number}: {part.outcome} to {outcome}\nbefore: {part.answer}\nafter: {answer}"
        )
        return self._keep(request, changed, "edited", detail)

    def reject(self, request: Request, number: int, reason: str) -> Request:
        """Refuse a proposal: the part then waits for a person, its citations gone."""
        part = part_of(request, number)
        changed = replace(
            part, outcome=Outcome.NEEDS_PERSON, answer="", citations=(), advice=reason
        )
        detail = f"part {number}: {reason}\nproposed: {part.answer}"
        return self._keep(request, _open_again(changed), "rejected", detail)

    def drop_citation(self, request: Request, number: int, place: int) -> Request:
        """Take one citation (counted from 0) out of a part."""
        part = part_of(request, number)
        kept = (*part.citations[:place], *part.citations[place + 1 :])
        detail = f"part {number}: {part.citations[place].title}"
        return self._keep(
            request, _open_again(replace(part, citations=kept)), "citation dropped", detail
        )

    def reword(self, request: Request, number: int, question: str) -> Request:
        """Search a part anew under other words; the requester's own stay in the letter."""
        part = part_of(request, number)
        changed = replace(_undrafted(part), asks=(question.strip(),))
        return self._keep(request, changed, "reworded", f"part {number}: {question}")

    def merge(self, request: Request, number: int) -> Request:
        """Make one of a part and the next."""
        first, second = part_of(request, number), part_of(request, number + 1)
        both = replace(
            _undrafted(first), ask=f"{first.ask}\n{second.ask}", asks=(*first.asks, *second.asks)
        )
        parts = (*request.parts[: number - 1], both, *request.parts[number + 1 :])
        return self._renumbered(request, parts, "merged", f"parts {number} and {number + 1}")

    def split(self, request: Request, number: int, at: int) -> Request:
        """Make two of a part, cutting its words before the character `at`."""
        part = part_of(request, number)
        first, second = part.ask[:at].strip(), part.ask[at:].strip()
        if not first or not second:
            raise RequestStateError(f"Part {number} cannot be cut there. Choose a place within it.")
        pieces = [replace(_undrafted(part), ask=words, asks=(words,)) for words in (first, second)]
        parts = (*request.parts[: number - 1], *pieces, *request.parts[number:])
        return self._renumbered(request, parts, "split", f"part {number} at {at}")

    def use_exemption(self, request: Request, number: int, note: ExemptionNote) -> Request:
        """Use, change or give up an exemption for a part, in the officer's own words."""
        part = part_of(request, number)
        others = tuple(other for other in part.exemptions if other.section != note.section)
        changed = _open_again(replace(part, exemptions=(*others, note)))
        act = "exemption used" if note.used else "exemption given up"
        return self._keep(request, changed, act, f"part {number}: section {note.section}")

    def set_regime(self, request: Request, number: int, regime: Regime) -> Request:
        """Say which law a part is answered under."""
        changed = replace(part_of(request, number), regime=regime)
        return self._keep(request, changed, "regime", f"part {number}: {regime.value}")

    def overrule(self, request: Request, fault: Fault, reason: str) -> Request:
        """Let a finding stand, with a reason. Raises RequestStateError where that cannot be."""
        if fault.kind not in JUDGED:
            raise RequestStateError(f"This has to be put right: {fault.remedy}")
        if not reason.strip():
            raise RequestStateError("Say why this finding may stand.")
        note = Overruled(
            fault.kind.value, fault.part, fault.words, reason, self.name, datetime.now(UTC)
        )
        changed = replace(request, overruled=(*request.overruled, note))
        return self.register.save(changed, self.name, "overruled", f"{fault}\nreason: {reason}")

    def _keep(self, request: Request, part: RequestPart, what: str, detail: str) -> Request:
        place = part.number - 1
        parts = (*request.parts[:place], part, *request.parts[place + 1 :])
        return self.register.save(replace(request, parts=parts), self.name, what, detail)

    def _renumbered(
        self, request: Request, parts: tuple[RequestPart, ...], what: str, detail: str
    ) -> Request:
        numbered = tuple(replace(part, number=place) for place, part in enumerate(parts, 1))
        return self.register.save(replace(request, parts=numbered), self.name, what, detail)


def part_of(request: Request, number: int) -> RequestPart:
    """The part of that number. Raises RequestStateError."""
    if not 1 <= number <= len(request.parts):
        raise RequestStateError(
            f"{request.reference} has {len(request.parts)} parts, none with the number {number}."
        )
    return request.parts[number - 1]


def _open_again(part: RequestPart) -> RequestPart:
    return replace(part, accepted_by="", accepted_at=None)


def _undrafted(part: RequestPart) -> RequestPart:
    """The part as it was before anything was proposed."""
    return RequestPart(
        number=part.number,
        ask=part.ask,
        label=part.label,
        heading=part.heading,
        stem=part.stem,
        asks=part.asks,
        regime=part.regime,
        searches=part.searches,
    )
