"""When something is to be is not when it was agreed."""

import pytest

from assistant.ahead import asks_ahead, looks_ahead

from .shelf import Shelf

NOTE = Shelf({"note": "# Note\n\nDate: 3 June 2024\n\nWork began.\n"})


@pytest.mark.parametrize(
    ("question", "ahead"),
    [
        ("When will the station open?", True),
        ("When is the new station due to open?", True),
        ("How soon does it open?", True),
        ("When was the station opened?", False),
        ("When is the next meeting?", False),
        ("Will the station open?", False),
    ],
)
def test_what_is_to_come_is_asked_for(question: str, ahead: bool) -> None:
    assert asks_ahead(NOTE.asked(question)) is ahead


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("The station will open in May.", True),
        ("It is planned for the autumn.", True),
        ("The doors were painted on 9 September 2024.", True),
        ("The board agreed on 4 May 2024.", False),
    ],
)
def test_words_look_ahead_of_their_document(text: str, ahead: bool) -> None:
    assert looks_ahead(text, NOTE.document("note")) is ahead
