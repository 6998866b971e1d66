"""Every fault planted one at a time in a finished reply is caught; clean replies pass."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assistant.foi.clock import Regime
from assistant.foi.editing import Officer
from assistant.foi.intake import letter_of_text
from assistant.foi.precheck import FaultKind, check_request
from assistant.foi.request import ExemptionNote, Outcome
from assistant.foi.settings import OfficeSettings

TODAY = date(2025, 3, 20)
NOW = datetime(2025, 3, 20, tzinfo=UTC)
OWN_DATA = "We will treat this as a request for your own data and write to you separately."
ANSWER_TO_OWN_DATA = (OWN_DATA, Outcome.NOT_FOUND)
GOOD_REASON = "The contractor's prices would be known to its rivals in the next tender."
GOOD_BALANCE = "Openness speaks for release; fair tendering speaks against and outweighs it."


def _exemption(section, **others):
    fields = {"qualified": False, "reason": GOOD_REASON, **others}
    return ExemptionNote(section, "Title", questions=(), used=True, **fields)


@pytest.fixture
def finished(drafted, register):
    """The drafted reply, with the part that needed a person written, and all parts accepted."""
    officer = Officer("Ruth Amberley", register)
    request = officer.answer(drafted, 3, *ANSWER_TO_OWN_DATA)
    for part in request.parts:
        request = officer.accept(request, part.number)
    return request


@pytest.fixture
def faults(desk, library):
    def find(request, settings=None):
        used = replace(desk, settings=settings) if settings else desk
        return check_request(request, used, library, TODAY)

    return find


def _with(request, number=1, **changes):
    part = replace(request.parts[number - 1], **changes)
    parts = (*request.parts[: number - 1], part, *request.parts[number:])
    return replace(request, parts=parts)


def _with_words(request, words):
    return _with(request, answer=f"{request.parts[0].answer} {words}")


def _with_exemption(request, note):
    return _with(request, exemptions=(note,))


PLANTED = [
    (FaultKind.NO_OUTCOME, lambda r: _with(r, outcome=None)),
    (FaultKind.NOT_ACCEPTED, lambda r: _with(r, accepted_by="")),
    (FaultKind.NOT_COMPLETED, lambda r: _with(r, outcome=Outcome.NEEDS_PERSON)),
    (FaultKind.NOT_COMPLETED, lambda r: _with_words(r, "The rest is [to follow].")),
    (FaultKind.NO_ADVICE_WHERE_TO_ASK, lambda r: _with(r, 2, holder="", how_to_ask="")),
    (FaultKind.POINTER_FOR_FIGURE, lambda r: _with(r, answer="See the annual report.")),
    (FaultKind.REFUSAL_NO_REASON, lambda r: _with_exemption(r, _exemption("40", reason=""))),
    (
        FaultKind.NO_PUBLIC_INTEREST,
        lambda r: _with_exemption(r, _exemption("43", qualified=True)),
    ),
    (
        FaultKind.COST_COUNTS_REDACTION,
        lambda r: _with_exemption(
            r, _exemption("12", hours=30.0, counts_redaction=True, advice=GOOD_REASON)
        ),
    ),
    (FaultKind.COST_NO_ADVICE, lambda r: _with_exemption(r, _exemption("12", hours=30.0))),
    (
        FaultKind.COST_WITHIN_LIMIT,
        lambda r: _with_exemption(r, _exemption("12", hours=17.0, advice=GOOD_REASON)),
    ),
    (
        FaultKind.NO_LOCATION,
        lambda r: _with_exemption(r, _exemption("21", location="on our website")),
    ),
    (
        FaultKind.NO_QUALIFIED_PERSON,
        lambda r: _with_exemption(
            r, _exemption("36", qualified=True, public_interest=GOOD_BALANCE)
        ),
    ),
    (FaultKind.ENVIRONMENT_UNDER_FOIA, lambda r: _with(r, environmental=True)),
    (FaultKind.THIRD_PARTY_NAME, lambda r: _with_words(r, "Kevin Marlow dealt with it.")),
    (FaultKind.THIRD_PARTY_NAME, lambda r: _with_words(r, "PC Duxbury dealt with it.")),
    (FaultKind.PHONE_OR_EMAIL, lambda r: _with_words(r, "Write to k.marlow@example.org.")),
    (FaultKind.PHONE_OR_EMAIL, lambda r: _with_words(r, "Ring 01632 960 777.")),
    (FaultKind.HOME_ADDRESS, lambda r: _with_words(r, "It was sent to 14 Orchard Lane.")),
    (FaultKind.HOME_ADDRESS, lambda r: _with_words(r, "It was sent to EB9 4QT.")),
    (FaultKind.SMALL_COUNT, lambda r: _with_words(r, "Of these, three complainants withdrew.")),
    (
        FaultKind.FIGURE_WITHOUT_PROOF,
        lambda r: _with(r, answer=r.parts[0].answer.replace("17", "19")),
    ),
    (FaultKind.NAME_MISSPELT, lambda r: _with_words(r, "Saray Elwood and Sarah Elwood agreed.")),
    (FaultKind.DAYS_NOT_WORKING_DAYS, lambda r: _with_words(r, "We reply within 20 days.")),
    (FaultKind.LINK_TEXT_HERE, lambda r: _with_words(r, "The report can be found here.")),
]


@pytest.mark.parametrize(
    ("kind", "plant"), PLANTED, ids=[f"{kind}-{n}" for n, (kind, _) in enumerate(PLANTED)]
)
def test_a_planted_fault_is_caught_and_says_what_to_do(kind, plant, finished, faults):
    assert faults(finished) == ()
    found = [fault for fault in faults(plant(finished)) if fault.kind is kind]
    assert found
    assert all(fault.remedy.strip() and fault.what.strip() for fault in found)


def test_an_unpublished_source_is_caught(finished, faults, cite):
    secret = cite("briefing", "extended by two years")
    found = faults(_with(finished, citations=(secret,), answer="It was extended by two years."))
    assert FaultKind.UNPUBLISHED_SOURCE in {fault.kind for fault in found}


def test_a_source_that_is_gone_is_caught(finished, faults):
    gone = replace(finished.parts[0].citations[0], document_id="gone")
    found = faults(_with(finished, citations=(gone,)))
    assert FaultKind.UNPUBLISHED_SOURCE in {fault.kind for fault in found}


def test_a_quote_that_no_longer_stands_is_caught(finished, faults):
    source = finished.parts[0].citations[0]
    moved = replace(source, quote=source.quote.replace("46", "47"))
    found = faults(_with(finished, citations=(moved,)))
    assert FaultKind.QUOTE_NOT_PROVED in {fault.kind for fault in found}


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        (FaultKind.SIGNATORY_REVIEWS, {"reviewer": "ruth amberley"}),
        (FaultKind.REFUSAL_NO_REVIEW, {"reviewer": ""}),
        (FaultKind.REFUSAL_NO_REVIEW, {"address": "", "email": ""}),
        (FaultKind.NOT_COMPLETED, {"signatory": ""}),
    ],
)
def test_gaps_in_the_office_are_caught(kind, changes, finished, faults, settings):
    office = OfficeSettings(**{**settings.office.model_dump(), **changes})
    found = faults(finished, settings.model_copy(update={"office": office}))
    assert kind in {fault.kind for fault in found}


def test_a_missing_regulator_is_caught(finished, faults, settings):
    regulator = settings.regulator.model_copy(update={"name": ""})
    found = faults(finished, settings.model_copy(update={"regulator": regulator}))
    assert FaultKind.REFUSAL_NO_REGULATOR in {fault.kind for fault in found}


CLEAN = {
    "figures and another body": None,
    "a plain answer": "1. How many custody visitors were there in 2023/24, and what did it cost?",
    "a document": "1. A copy of the police and crime plan.",
    "nothing found": "1. What is the office's policy on beekeeping?",
    "environment": "1. Was there a review of the carbon emissions of the police estate?",
    "prose": "Please tell me what the priorities of the plan are.",
}


@pytest.mark.parametrize("asks", CLEAN.values(), ids=CLEAN.keys())
def test_clean_letters_pass(asks, finished, faults, drafter, register):
    if asks is None:
        assert faults(finished) == ()
        return
    letter = f"Dear Sir,\n\nUnder the Freedom of Information Act:\n\n{asks}\n\nYours,\nAda Body\n"
    request = drafter.draft(drafter.take_in(letter_of_text(letter), TODAY, "officer"))
    officer = Officer("Ruth Amberley", register)
    for part in request.parts:
        if part.environmental:
            request = officer.set_regime(request, part.number, Regime.EIR)
        request = officer.accept(request, part.number)
    assert faults(request) == ()


def test_a_lawful_refusal_passes(finished, faults):
    note = _exemption("43", qualified=True, public_interest=GOOD_BALANCE)
    assert faults(_with_exemption(finished, note)) == ()


def test_a_precise_section_21_passes(finished, faults):
    place = "Annual Report 2023/24, 1 July 2024, page 12, https://opcc.example/annual-report"
    assert faults(_with_exemption(finished, _exemption("21", location=place))) == ()


def test_a_cost_refusal_above_the_limit_passes(finished, faults):
    note = _exemption("12", hours=26.0, advice="Asking for one year would be within the limit.")
    assert faults(_with_exemption(finished, note)) == ()


def test_words_of_a_published_source_are_not_taken_for_private(finished, faults, cite):
    quote = "17 of them were upheld"
    part = finished.parts[0]
    assert quote in part.answer
    assert faults(_with(finished, answer=f"{part.answer} Of 46, 17 were upheld.")) == ()


def test_a_finding_can_be_overruled_with_a_reason(finished, faults, register):
    odd = _with_words(finished, "Kevin Marlow is the bench's sculptor.")
    fault = next(f for f in faults(odd) if f.kind is FaultKind.THIRD_PARTY_NAME)
    ruled = Officer("Ruth", register).overrule(odd, fault, "He signed the bench in public.")
    assert faults(ruled) == ()
    assert register.events(odd.reference)[-1].what == "overruled"
