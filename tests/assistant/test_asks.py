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


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        (
            "I've been offered a place on the Lantern course, what is it?",
            ["I've been offered a place on the Lantern course, what is it?"],
        ),
        (
            "I've been offered a place on the Lantern course; what is it and who runs it?",
            ["I've been offered a place on the Lantern course; what is it", "who runs it?"],
        ),
        (
            "Hi, we run a shop in Quenmouth; which patrols come by? Who pays for them?",
            ["Hi, we run a shop in Quenmouth; which patrols come by?", "Who pays for them?"],
        ),
        (
            "My son was stopped in Tarnwick and what are his rights?",
            ["My son was stopped in Tarnwick and what are his rights?"],
        ),
        (
            "I’m new to Ketterby! Who chairs the board?",
            ["I’m new to Ketterby! Who chairs the board?"],
        ),
    ],
)
def test_what_somebody_tells_of_themselves_is_no_ask(question: str, asks: list[str]) -> None:
    assert list(split_asks(question)) == asks


@pytest.mark.parametrize(
    "question",
    [
        "I'd like to know the cost of the Lantern course; who approved it?",
        "I want the budget of Quenmouth; how many wardens are there?",
        "We need the minutes of the board; when does it meet?",
        "Can I ask what the Lantern course costs; who approved it?",
        "Wardens of Tarnwick; how many are there?",
    ],
)
def test_what_somebody_wants_is_an_ask(question: str) -> None:
    assert len(split_asks(question)) == 2
