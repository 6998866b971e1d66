"""What the forms of a part ask for, done."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from assistant.foi.clock import Regime
from assistant.foi.editing import Officer, part_of
from assistant.foi.errors import RequestStateError
from assistant.foi.request import ExemptionNote, Outcome, Request

Fields = Mapping[str, str]
_Act = Callable[[Officer, Request, int, Fields], Request]


def act_on_part(officer: Officer, request: Request, number: int, fields: Fields) -> Request:
    """Do what a form asks for. Raises RequestStateError, which says what was not done and why."""
    part_of(request, number)
    if "drop" in fields:
        return _drop(officer, request, number, fields)
    act = _ACTS.get(fields.get("act", ""))
    if act is None:
        raise RequestStateError("Nothing was done: choose one of the buttons.")
    return act(officer, request, number, fields)


def _save(officer: Officer, request: Request, number: int, fields: Fields) -> Request:
    part = part_of(request, number)
    try:
        outcome = Outcome(fields.get("outcome", ""))
    except ValueError as error:
        raise RequestStateError("Nothing was saved: choose an outcome.") from error
    answer = fields.get("answer", "").strip()
    if (answer, outcome) == (part.answer.strip(), part.outcome):
        return request
    return officer.answer(request, number, answer, outcome)


def _accept(officer: Officer, request: Request, number: int, fields: Fields) -> Request:
    return officer.accept(_save(officer, request, number, fields), number)


def _reject(officer: Officer, request: Request, number: int, fields: Fields) -> Request:
    if not fields.get("reason", "").strip():
        raise RequestStateError("Nothing was rejected: say why, it is kept on record.")
    return officer.reject(request, number, fields["reason"].strip())


def _regime(officer: Officer, request: Request, number: int, fields: Fields) -> Request:
    try:
        return officer.set_regime(request, number, Regime(fields.get("regime", "")))
    except ValueError as error:
        raise RequestStateError("Nothing was changed: choose a law.") from error


def _reword(officer: Officer, request: Request, number: int, fields: Fields) -> Request:
    if not fields.get("question", "").strip():
        raise RequestStateError("Nothing was searched: write the words to search with.")
    return officer.reword(request, number, fields["question"])


def _split(officer: Officer, request: Request, number: int, fields: Fields) -> Request:
    words = fields.get("after", "").strip()
    at = part_of(request, number).ask.find(words) if words else -1
    if at < 0:
        raise RequestStateError(f"Part {number} was not split: those words do not stand in it.")
    return officer.split(request, number, at)


def _merge(officer: Officer, request: Request, number: int, fields: Fields) -> Request:
    return officer.merge(request, number)


def _drop(officer: Officer, request: Request, number: int, fields: Fields) -> Request:
    place = fields["drop"]
    if not place.isdigit() or int(place) >= len(part_of(request, number).citations):
        raise RequestStateError("Nothing was dropped: there is no such source any more.")
    return officer.drop_citation(request, number, int(place))


def _exemption(officer: Officer, request: Request, number: int, fields: Fields) -> Request:
    section = fields.get("section", "")
    notes = [n for n in part_of(request, number).exemptions if n.section == section]
    if not notes:
        raise RequestStateError(f"Section {section} is not among those to consider here.")
    return officer.use_exemption(request, number, _filled(notes[0], fields))


def _filled(note: ExemptionNote, fields: Fields) -> ExemptionNote:
    hours = fields.get("hours", "").strip()
    try:
        estimated = float(hours) if hours else None
    except ValueError as error:
        raise RequestStateError("Nothing was saved: give the hours as a number.") from error
    return replace(
        note,
        used=fields.get("used") == "yes",
        reason=fields.get("reason", "").strip(),
        public_interest=fields.get("public_interest", "").strip(),
        location=fields.get("location", "").strip(),
        hours=estimated,
        counts_redaction=fields.get("counts_redaction") == "yes",
        advice=fields.get("advice", "").strip(),
    )


_ACTS: dict[str, _Act] = {
    "save": _save,
    "accept": _accept,
    "reject": _reject,
    "regime": _regime,
    "reword": _reword,
    "split": _split,
    "merge": _merge,
    "exemption": _exemption,
}
