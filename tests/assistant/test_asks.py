import pytest

from assistant.asks import split_asks


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("How many officers are there?", 1),
        ("How many officers are there and how many of them are new?", 2),
        ("What did the review find? When was it published?", 2),
        ("Burglary and theft figures for the north and the south", 1),
        ("Who chaired the board, what was decided, and when does it meet again?", 3),
        ("Research and development spending in 2022/23 and 2023/24", 1),
    ],
)
def test_asks_are_told_apart(question: str, count: int) -> None:
    asks = split_asks(question)
    assert len(asks) == count
    assert all(ask in question for ask in asks)
