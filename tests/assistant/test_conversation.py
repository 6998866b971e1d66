import pytest

from assistant.answer import Turn
from assistant.conversation import Whole, make_whole


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        (
            ["How many burglaries were there in 2023/24?"],
            "and the year before?",
            "How many burglaries were there in 2022/23?",
        ),
        (
            ["How many burglaries were there in 2023/24?"],
            "What about 2021/22?",
            "How many burglaries were there in 2021/22?",
        ),
        (
            ["How many hate crimes were there in North Dale?"],
            "And South Dale?",
            "How many hate crimes were there in South Dale?",
        ),
        (
            ["Who chairs the Road Safety Board?"],
            "when did they last meet?",
            "Who chairs the Road Safety Board – when did they last meet?",
        ),
        (
            ["How many burglaries were there in 2023/24?", "and the year before?"],
            "and the year before that?",
            "How many burglaries were there in 2021/22?",
        ),
        (
            ["Who chairs the Road Safety Board?"],
            "How many police officers left the force in the spring of 2024?",
            "How many police officers left the force in the spring of 2024?",
        ),
    ],
)
def test_a_follow_up_is_made_whole(earlier: list[str], question: str, whole: str) -> None:
    assert make_whole(question, [Turn(q) for q in earlier]).text == whole


def test_without_history_nothing_changes() -> None:
    assert make_whole("and the year before?", ()) == Whole("and the year before?")
