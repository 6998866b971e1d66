"""A form's field answers nothing by the value that the question gives."""

import pytest

from assistant.form_lines import only_repeats

from .shelf import Shelf

FORM = Shelf(
    {
        "notice": """# Decision notice

Date: 3 June 2024

Signed: 3 June 2024.

Decision reference: DN4-0038.

Cost: £4,200.

The Commissioner approved the planning application.
"""
    }
)


@pytest.mark.parametrize(
    ("question", "words", "repeats"),
    [
        ("DN4-0038 - what did it approve?", "Decision reference", True),
        ("What was decided on 3 June 2024?", "Signed:", True),
        ("When was DN4-0038 signed?", "Signed:", False),
        ("When does the work start?", "Date:", True),
        ("When was the decision made?", "Date:", False),
        ("What did DN4-0038 cost?", "Cost:", False),
        ("What was decided on 3 June 2024?", "approved", False),
    ],
)
def test_a_field_repeats_or_tells(question: str, words: str, repeats: bool) -> None:
    asked = FORM.asked(question)
    found = next(c for c in FORM.candidates() if words in c.text)
    assert only_repeats(asked, found) is repeats
