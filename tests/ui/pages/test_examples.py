"""Questions of documents that can stand as examples."""

import time

import pytest

from ui.examples import Examples, questions_in


@pytest.mark.parametrize(
    "text",
    [
        "Q1: How many officers carry naloxone?",
        "Some words. How many officers carry naloxone?\nMore.",
        "How many officers\tx\nHow many officers carry naloxone? Yes.",
    ],
)
def test_whole_questions_are_found(text):
    assert "How many officers carry naloxone?" in questions_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "What are you doing about it?",
        "What about this?",
        "He asked how many officers carry naloxone?",
        "What can jo@example.org tell of the matter?",
        "Is that so?",
        "What " + "very " * 40 + "long?",
    ],
)
def test_questions_that_lean_on_others_are_left_out(text):
    assert questions_in(text) == []


def test_examples_are_looked_for_again_when_the_library_changes(make_services):
    services = make_services()
    library = services.library
    examples = Examples(library, services.answering._asker, ())
    assert examples.questions() == ()
    held = "How many parishes did the Commissioner visit?"
    paragraph = f"Asked: {held} Forty-one parishes were visited."
    library.add("questions", (paragraph,))
    library.generation += 1
    deadline = time.monotonic() + 5
    while examples.questions() != (held,) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert examples.questions() == (held,)


def test_examples_from_the_settings_are_shown_as_they_are(make_services):
    services = make_services()
    assert services.examples.questions() == ("How many parishes did the Commissioner visit?",)
