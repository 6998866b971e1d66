"""The register: states, dates, the letter kept apart, and what officers do."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assistant.foi.clock import Regime
from assistant.foi.editing import Officer
from assistant.foi.errors import RequestStateError
from assistant.foi.intake import letter_of_text
from assistant.foi.register import Register
from assistant.foi.request import ExemptionNote, Outcome, RequestState
from assistant.foi.retention import forget_overdue, overdue_letters
from index.errors import RequestExists, UnknownRequest

RECEIVED = date(2025, 3, 3)


@pytest.fixture
def request_in(register, letter_text):
    return register.receive(letter_of_text(letter_text), RECEIVED, "officer", "FOI-1")


@pytest.fixture
def officer(register):
    return Officer("Ruth", register)


def _walk(register, request, *states, on=None):
    for state in states:
        request = register.move(request, state, "officer", on)
    return request


def test_a_letter_is_entered_with_its_parts(request_in, register, letter_text):
    assert [part.number for part in request_in.parts] == [1, 2, 3]
    assert request_in.state is RequestState.RECEIVED
    assert request_in.topic == "complaint reviews"
    assert register.letter("FOI-1") == letter_text
    assert register.requester("FOI-1").name == "Zebedee Quillfeather"
    assert [aside.kind for aside in request_in.asides] == ["preference"]


def test_a_reference_is_made_when_none_is_given(register, letter_text):
    letter = letter_of_text(letter_text)
    request = register.receive(letter, RECEIVED, "officer")
    assert request.reference == f"FOI-2025-03-03-{letter.fingerprint[:6]}"
    with pytest.raises(RequestExists):
        register.receive(letter, RECEIVED, "officer")


def test_what_is_kept_comes_back_the_same(register, drafted):
    assert register.load(drafted.reference) == drafted
    assert register.all() == (drafted,)
    with pytest.raises(UnknownRequest, match="FOI-9"):
        register.load("FOI-9")


def test_the_same_letter_on_another_day_is_another_request(register, request_in, letter_text):
    letter = letter_of_text(letter_text)
    assert register.find_same(letter, RECEIVED) == request_in
    assert register.find_same(letter, date(2025, 3, 4)) is None


def test_states_follow_one_another(register, request_in, desk):
    asked, answered = date(2025, 3, 5), date(2025, 3, 12)
    stopped = register.move(request_in, RequestState.CLARIFICATION, "officer", asked)
    assert desk.deadline(stopped).due is None
    searching = register.move(stopped, RequestState.SEARCHING, "officer", answered)
    assert searching.clarification_received == answered
    assert desk.deadline(searching).due == date(2025, 4, 10)
    sent = _walk(
        register,
        searching,
        RequestState.DRAFTING,
        RequestState.SIGN_OFF,
        RequestState.SENT,
        on=date(2025, 4, 1),
    )
    assert sent.sent == date(2025, 4, 1)
    assert not sent.open


@pytest.mark.parametrize("state", [RequestState.SENT, RequestState.CLOSED, RequestState.REVIEW])
def test_a_state_cannot_be_skipped(register, request_in, state):
    with pytest.raises(RequestStateError, match="Next may be"):
        register.move(request_in, state, "officer")


def test_everything_done_is_written_down(register, drafted, officer):
    officer.accept(drafted, 1)
    events = register.events(drafted.reference)
    assert [event.what for event in events] == [
        "received",
        "proposed",
        "proposed",
        "proposed",
        "state",
        "accepted",
    ]
    assert events[-1].by == "Ruth"


def test_an_edit_keeps_before_and_after_and_asks_for_acceptance_again(register, drafted, officer):
    accepted = officer.accept(drafted, 1)
    edited = officer.answer(accepted, 1, "There were 46.", Outcome.PARTIAL)
    part = edited.parts[0]
    assert (part.answer, part.outcome, part.accepted_by) == ("There were 46.", Outcome.PARTIAL, "")
    assert part.proposed is Outcome.ANSWERED
    detail = register.events(drafted.reference)[-1].detail
    assert "before: The office received" in detail
    assert "after: There were 46." in detail


def test_a_part_that_waits_for_a_person_cannot_be_accepted(drafted, officer):
    with pytest.raises(RequestStateError, match="Write its answer"):
        officer.accept(drafted, 3)


def test_a_rejected_proposal_loses_its_citations(drafted, officer):
    part = officer.reject(drafted, 1, "It is about another year.").parts[0]
    assert part.outcome is Outcome.NEEDS_PERSON
    assert (part.answer, part.citations) == ("", ())


def test_a_citation_can_be_dropped(drafted, officer):
    assert officer.drop_citation(drafted, 1, 0).parts[0].citations == ()


def test_parts_can_be_merged_split_and_reworded(drafted, officer, drafter):
    merged = officer.merge(drafted, 1)
    assert [part.number for part in merged.parts] == [1, 2]
    assert "burglaries" in merged.parts[0].ask
    assert not merged.parts[0].drafted
    cut = merged.parts[0].ask.index("How many burglaries")
    split = officer.split(merged, 1, cut)
    assert [part.ask for part in split.parts] == [part.ask for part in drafted.parts]
    reworded = officer.reword(split, 1, "complaint reviews upheld")
    assert drafter.draft(reworded).parts[0].outcome is Outcome.ANSWERED
    assert reworded.parts[0].ask == drafted.parts[0].ask


@pytest.mark.parametrize("place", [0, 10_000])
def test_a_part_is_not_cut_at_its_ends(drafted, officer, place):
    with pytest.raises(RequestStateError, match="within it"):
        officer.split(drafted, 1, place)


def test_an_exemption_is_used_in_the_officer_s_words(drafted, officer):
    note = ExemptionNote("40", "Personal information", False, (), used=True, reason="It is theirs.")
    used = officer.use_exemption(drafted, 1, note)
    assert used.parts[0].refusals == (note,)
    given_up = officer.use_exemption(used, 1, replace(note, used=False))
    assert given_up.parts[0].refusals == ()


def test_a_part_can_be_treated_under_the_eir(drafted, officer):
    assert officer.set_regime(drafted, 1, Regime.EIR).parts[0].regime is Regime.EIR


def test_there_is_no_part_ten(drafted, officer):
    with pytest.raises(RequestStateError, match="none with the number 10"):
        officer.accept(drafted, 10)


def _closed(register, drafted, day):
    steps = (RequestState.SIGN_OFF, RequestState.SENT, RequestState.CLOSED)
    return _walk(register, drafted, *steps, on=day)


def test_letters_are_forgotten_when_their_time_is_over(register, drafted):
    _closed(register, drafted, date(2025, 4, 1))
    assert overdue_letters(register, date(2026, 4, 1), 365) == ()
    gone = forget_overdue(register, date(2026, 4, 2), 365)
    assert gone == (drafted.reference,)
    assert register.letter(drafted.reference) is None
    assert register.requester(drafted.reference).name == ""
    assert forget_overdue(register, date(2026, 4, 2), 365) == ()


def test_open_requests_keep_their_letters(register, drafted):
    assert overdue_letters(register, date(2099, 1, 1), 1) == ()


def test_times_are_kept_with_their_zone(tmp_path, register, request_in):
    assert register.events("FOI-1")[0].at.tzinfo is not None
    fixed = Register(register._store, lambda: datetime(2025, 3, 3, 9, tzinfo=UTC))
    fixed.note("FOI-1", "officer", "looked")
    assert fixed.events("FOI-1")[-1].at == datetime(2025, 3, 3, 9, tzinfo=UTC)
