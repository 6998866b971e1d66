"""The requester's name, planted in a letter and looked for everywhere."""

import logging
from datetime import date

import pytest

from assistant.foi.bounds import find_bounds
from assistant.foi.bundle import bundle_html, make_bundle
from assistant.foi.intake import letter_of_text
from assistant.foi.letter_text import working_copy
from assistant.foi.privacy import MASK, names_requester, without_contacts, without_requester
from assistant.foi.publication import disclosure_entry, response_document
from assistant.foi.request import RequestState
from assistant.foi.requester import Requester

NAME, STREET = "Quillfeather", "Larkspur"
PLANTED = """From: Zebedee Quillfeather <z.quillfeather@example.org>
Subject: FOI request - complaint reviews

Dear Sir or Madam,

My name is Zebedee Quillfeather and I live at 9 Larkspur Close.

1. How many complaint reviews did the office receive, and was Mr Quillfeather's one of them?

2. How many custody visitors were there? Ring me on 01632 960 888 or write to z.q@example.org.

Yours faithfully,

Zebedee Quillfeather
9 Larkspur Close, Eastbury
01632 960888
"""
ZEBEDEE = Requester(
    "Mr Zebedee Quillfeather", "z@example.org", "01632 960888", "9 Larkspur Close, EB1 4ZZ"
)


@pytest.mark.parametrize(
    "text",
    [
        "Zebedee Quillfeather asked.",
        "Mr Quillfeather asked.",
        "Mr. Zebedee Quillfeather asked.",
        "Z. Quillfeather asked.",
        "He lives at 9 Larkspur Close now.",
        "Write to z@example.org.",
        "Ring 01632 960 888.",
        "Ring (01632) 960888.",
    ],
)
def test_every_form_of_the_requester_is_masked(text):
    assert names_requester(text, ZEBEDEE)
    masked = without_requester(text, ZEBEDEE)
    assert MASK in masked
    assert not names_requester(masked, ZEBEDEE)


def test_other_words_are_left_alone():
    text = "The Quillfeather Trust cost £1,632 in 2024 and 960888 leaflets were sent."
    assert without_requester("The office spent £960,888.", ZEBEDEE) == "The office spent £960,888."
    assert "£1,632" in without_requester(text, ZEBEDEE)
    assert without_requester("Nothing here.", Requester()) == "Nothing here."


def test_contacts_are_masked_whosever_they_are():
    masked = without_contacts("Ring 01632 960 777 or write to a.b@example.org by 10.30.")
    assert "960" not in masked
    assert "@" not in masked
    assert "10.30" in masked


@pytest.fixture
def planted(drafter):
    request = drafter.take_in(letter_of_text(PLANTED), date(2025, 3, 3), "officer")
    return drafter.draft(request)


def test_the_requester_is_read_whole_from_the_letter():
    found = find_bounds(working_copy(PLANTED)).requester
    assert found.name == "Zebedee Quillfeather"
    assert found.email == "z.quillfeather@example.org"
    assert STREET in found.address


def _clean(text):
    return NAME not in text and STREET not in text and "z.q" not in text and "960888" not in text


def test_no_search_is_made_with_the_requester(planted, asker):
    assert asker.asked
    assert all(_clean(question) for question in asker.asked)


def test_nothing_is_logged_of_the_requester(drafter, caplog):
    with caplog.at_level(logging.DEBUG):
        drafter.draft(drafter.take_in(letter_of_text(PLANTED), date(2025, 3, 3), "officer"))
    assert _clean(caplog.text)


def test_events_hold_nothing_of_the_requester(planted, register):
    assert all(_clean(f"{e.by} {e.detail}") for e in register.events(planted.reference))


def test_record_publication_and_log_hold_nothing_of_the_requester(planted, register, desk):
    for state in (RequestState.SIGN_OFF, RequestState.SENT):
        planted = register.move(planted, state, "officer", date(2025, 3, 20))
    requester = register.requester(planted.reference)
    bundle = make_bundle(planted, desk)
    assert _clean(bundle.model_dump_json())
    assert _clean(bundle_html(bundle))
    assert _clean(response_document(planted, requester, "Office"))
    assert _clean(disclosure_entry(planted, requester).model_dump_json())


def test_when_the_letter_is_forgotten_nothing_is_left(planted, register, tmp_path):
    for state in (RequestState.SIGN_OFF, RequestState.SENT, RequestState.CLOSED):
        planted = register.move(planted, state, "officer", date(2025, 3, 20))
    register.forget_letter(planted, "officer")
    for file in tmp_path.rglob("*"):
        if file.is_file() and not file.name.endswith(("-wal", "-shm")):
            assert NAME.encode() not in file.read_bytes(), file
