"""What a passage is read into: sentences, rows, and what stands around a table."""

from .shelf import Shelf

REPLY = Shelf(
    {
        "reply": """# Reply

## The fund

The office was awarded £873,000 in round five of the fund. It was spent as follows.

Place\tBought\tSpent
Ketterby\tCameras and lamps\t£248,320
Pellbury\tGates\t£60,000
"""
    }
)


def test_what_leads_up_to_a_table_is_read_with_it_but_not_what_only_announces_it() -> None:
    texts = [candidate.text for candidate in REPLY.candidates()]
    assert "The office was awarded £873,000 in round five of the fund." in texts
    assert any(text.startswith("Ketterby\t") for text in texts)
    assert "It was spent as follows." not in texts


def test_a_passage_that_is_found_again_is_read_as_before() -> None:
    assert REPLY.candidates() == REPLY.candidates()
