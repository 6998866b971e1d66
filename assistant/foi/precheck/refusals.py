"""A refusal has everything that section 17 wants, and what the exemption itself wants."""

from collections.abc import Iterator

from assistant.foi.precheck.fault import Checked, Fault, FaultKind, refusals

_COST, _ACCESSIBLE, _CONDUCT = "12", "21", "36"
_LEAST_WORDS = 5


def check_refusals(checked: Checked) -> Iterator[Fault]:
    """The reason, the balance of the public interest, and the particular exemptions' own needs."""
    for part, note in refusals(checked.request):
        number = part.number
        if len(note.reason.split()) < _LEAST_WORDS:
            yield Fault(
                FaultKind.REFUSAL_NO_REASON,
                f"Section {note.section} is used without saying why it applies (section 17(1)(c)).",
                "Write the reason for this information, in plain words.",
                number,
            )
        if note.qualified and len(note.public_interest.split()) < _LEAST_WORDS:
            yield Fault(
                FaultKind.NO_PUBLIC_INTEREST,
                f"Section {note.section} is qualified and the public interest is not weighed "
                "(section 17(3)).",
                "Write what speaks for and against release, and where the balance lies.",
                number,
            )
        if note.section == _COST:
            yield from _cost(checked, number, note.hours, note.counts_redaction, note.advice)
        if note.section == _ACCESSIBLE and not _precise(note.location):
            yield Fault(
                FaultKind.NO_LOCATION,
                "Section 21 is used without a precise place.",
                "Give title, date, page or section, and the web address.",
                number,
            )
        if note.section == _CONDUCT and "qualified person" not in note.reason.lower():
            yield Fault(
                FaultKind.NO_QUALIFIED_PERSON,
                "Section 36 is used without the qualified person's own opinion.",
                "Obtain it in writing and say so; it is never drafted here.",
                number,
            )


def _cost(
    checked: Checked, number: int, hours: float | None, redaction: bool, advice: str
) -> Iterator[Fault]:
    limit = checked.settings.cost.hours
    if redaction:
        yield Fault(
            FaultKind.COST_COUNTS_REDACTION,
            "The estimate under section 12 counts redaction.",
            "Count only finding out whether it is held, locating, retrieving and extracting.",
            number,
        )
    if hours is None or hours <= limit:
        yield Fault(
            FaultKind.COST_WITHIN_LIMIT,
            f"Section 12 is used without an estimate above {limit:g} hours.",
            "Enter the hours of the estimate; within the limit the section does not apply.",
            number,
        )
    if len(advice.split()) < _LEAST_WORDS:
        yield Fault(
            FaultKind.COST_NO_ADVICE,
            "Section 12 is used without advice on what could be given (section 16).",
            "Say how the request could be narrowed to come within the limit.",
            number,
        )


def _precise(location: str) -> bool:
    words = location.lower()
    return len(words.split()) > _LEAST_WORDS and (
        "page" in words or "section" in words or "paragraph" in words or "http" in words
    )


def check_rights(checked: Checked) -> Iterator[Fault]:
    """How to ask for a review and complain, which every refusal must say (section 17(7))."""
    office, regulator = checked.settings.office, checked.settings.regulator
    refused = any(True for _ in refusals(checked.request))
    if not (office.reviewer and (office.address or office.email)):
        yield Fault(
            FaultKind.REFUSAL_NO_REVIEW,
            "The letter does not say who reviews it and where to write"
            + (" (section 17(7)(a))." if refused else "."),
            "Fill in reviewer, address and email in the office's settings.",
        )
    if not (regulator.name and (regulator.address or regulator.website)):
        yield Fault(
            FaultKind.REFUSAL_NO_REGULATOR,
            "The letter does not say how to complain to the regulator"
            + (" (section 17(7)(b))." if refused else "."),
            "Fill in the regulator's name and address in the settings.",
        )
    same = office.signatory and office.signatory.casefold() == office.reviewer.casefold()
    if same:
        yield Fault(
            FaultKind.SIGNATORY_REVIEWS,
            "The signatory is also the reviewer.",
            "Name somebody else to review, or to sign.",
        )
