"""Cost, related requests, the record, publication, statistics, and the JSON of a draft."""

import json
from dataclasses import replace
from datetime import date

import pytest

from assistant.foi.bundle import Bundle, bundle_html, make_bundle
from assistant.foi.cost import Task, Work, estimate
from assistant.foi.errors import RequestStateError
from assistant.foi.export import draft_json
from assistant.foi.intake import letter_of_text
from assistant.foi.publication import disclosure_entry, response_document, save_response
from assistant.foi.related import related_requests
from assistant.foi.request import RequestState
from assistant.foi.settings import CostSettings
from assistant.foi.statistics import statistics

NAME = "Quillfeather"


def _sent(register, request, day=date(2025, 3, 20)):
    for state in (RequestState.SIGN_OFF, RequestState.SENT):
        request = register.move(request, state, "officer", day)
    return request


def test_an_estimate_adds_up_what_counts():
    work = [Work(Task.LOCATING, 200, 3), Work(Task.EXTRACTING, 200, 5), Work(Task.RETRIEVING, 0, 9)]
    found = estimate(work, CostSettings())
    assert found.hours == pytest.approx(26.67, abs=0.01)
    assert found.pounds == pytest.approx(666.67, abs=0.01)
    assert found.over_limit
    assert "the limit is 18 hours or £450.00" in found.working
    assert "retrieving" not in found.working


def test_eighteen_hours_are_within_the_limit():
    assert not estimate([Work(Task.LOCATING, 18, 60)], CostSettings()).over_limit


LIKE = """Dear Sir,

Please tell me how many complaint reviews the office received in 2023/24 and how many were upheld.

Yours, %s
"""


@pytest.mark.parametrize(
    ("received", "words", "found"),
    [
        (date(2025, 4, 1), LIKE, True),
        (date(2025, 9, 1), LIKE, False),
        (date(2025, 4, 1), "Dear Sir,\n\nHow much was spent on stamps?\n\nYours, %s\n", False),
    ],
)
def test_related_requests_are_near_in_time_and_matter(
    received, words, found, drafted, register, desk
):
    register.receive(letter_of_text(words % "B. Other"), received, "officer", "FOI-2")
    others = related_requests(drafted, register.all(), register, desk.calendar, 60)
    assert bool(others) is found
    if others:
        assert others[0].request.reference == "FOI-2"
        assert not others[0].same_requester


def test_a_related_request_of_the_same_person_is_told(drafted, register, desk):
    letter = letter_of_text(LIKE % "Zebedee Quillfeather")
    register.receive(letter, date(2025, 4, 1), "officer", "FOI-2")
    others = related_requests(drafted, register.all(), register, desk.calendar, 60)
    assert others[0].same_requester


def test_the_record_lets_a_colleague_repeat_the_search(drafted, desk):
    bundle = make_bundle(drafted, desk)
    read = Bundle.model_validate_json(bundle.model_dump_json())
    assert read == bundle
    search = read.request.parts[0].searches[0]
    assert "complaint reviews" in search.question
    assert search.filters
    assert read.library_generation == 7
    page = bundle_html(bundle)
    assert search.question in page.replace("&#x27;", "'")
    assert "generation 7" in page
    assert "What was done" in page


def test_the_record_masks_the_requester_unless_asked(drafted, desk):
    own = replace(drafted.parts[2], ask=f"All that you hold about Zebedee {NAME}.")
    request = replace(drafted, parts=(*drafted.parts[:2], own))
    assert NAME not in make_bundle(request, desk).model_dump_json()
    assert NAME in make_bundle(request, desk, with_requester=True).model_dump_json()


def test_a_sent_reply_becomes_a_document_without_its_requester(drafted, register, tmp_path):
    own = replace(drafted.parts[2], ask=f"All that you hold about Mr {NAME} of 9 Larkspur Close.")
    request = _sent(register, replace(drafted, parts=(*drafted.parts[:2], own)))
    requester = register.requester(request.reference)
    path = save_response(request, requester, "Office of Saxholme", tmp_path / "responses")
    text = path.read_text()
    assert path.name == f"foi-response-{request.reference.lower()}-2025-03-20.md"
    assert "46 complaint reviews" in text
    assert "Annual Report 2023/24" in text
    assert NAME not in text
    assert "Larkspur" not in text


def test_the_disclosure_log_has_subject_and_outcome_but_no_person(drafted, register):
    request = _sent(register, drafted)
    entry = disclosure_entry(request, register.requester(request.reference))
    assert entry.subject == "complaint reviews"
    assert entry.outcome == "answered in part"
    assert NAME not in entry.model_dump_json()


def test_nothing_is_published_before_it_is_sent(drafted, register):
    requester = register.requester(drafted.reference)
    for act in (
        lambda: disclosure_entry(drafted, requester),
        lambda: response_document(drafted, requester, "Office"),
    ):
        with pytest.raises(RequestStateError, match="has not been sent"):
            act()


def test_statistics_count_what_was_received_and_when_it_was_sent(drafted, register, desk):
    _sent(register, drafted, date(2025, 4, 2))
    late = register.receive(letter_of_text("Dear Sir, how many? Yours, B"), date(2025, 3, 4), "o")
    counts = statistics(
        register.all(), desk, date(2025, 1, 1), date(2025, 12, 31), date(2025, 6, 1)
    )
    assert (counts.received, counts.sent, counts.in_time, counts.late) == (2, 1, 0, 1)
    assert (counts.open, counts.open_overdue) == (1, 1)
    assert counts.outcomes["answered"] == 1
    assert counts.outcomes["other_body"] == 1
    assert late.open


def test_the_json_of_a_draft_keeps_the_contract(drafted, desk):
    deadline = desk.deadline(drafted)
    row = json.loads(draft_json(drafted, deadline.due, deadline.working).model_dump_json())
    assert row["due_date"] == "2025-04-01"
    assert [part["outcome"] for part in row["parts"]] == ["answered", "other_body", "needs_person"]
    first = row["parts"][0]
    assert first["ask"] == drafted.parts[0].ask
    assert {"document", "title", "date", "page", "locator", "quote", "passage"} <= set(
        first["citations"][0]
    )
