import pytest

from assistant.answer import Turn
from assistant.conversation import Whole, leans_on_history, make_whole
from assistant.referents import Referents


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
            "Who chairs the Road Safety Board – when did the Road Safety Board last meet?",
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


@pytest.mark.parametrize(
    ("turns", "question", "asked"),
    [
        (
            [("Who is the Head of Roads?", "Head of Roads – Ada Brindle, Fenshire Police")],
            "What is her salary?",
            "What is Ada Brindle’s salary?",
        ),
        (
            [("Who is the Head of Roads?", "Head of Roads – Ada Brindle, Fenshire Police")],
            "Since when?",
            "Since when – Ada Brindle?",
        ),
        (
            [("Who went?", "Ada Brindle and Omar Sedgewick went.")],
            "Since when?",  # two people: neither is meant more than the other
            "Since when?",
        ),
        (
            [
                ("Who is the Head of Roads?", "Head of Roads – Ada Brindle, Fenshire Police"),
                ("Who had the job before her?", "It was Omar Sedgewick."),
            ],
            "What is she paid?",  # still called "she"
            "What is Ada Brindle paid?",
        ),
        (
            [("How many thefts were there in 2024?", "")],
            "how many of those were solved?",
            "how many of the thefts were solved?",
        ),
        (
            [("What are the aims of the Safe Nights scheme?", "")],
            "How many were met?",
            "How many aims were met?",
        ),
        (
            [("Who runs Safe Nights?", ""), ("How many people did it help in 2024?", "")],
            "When does its contract end?",
            "When does Safe Nights’s contract end?",
        ),
        (
            [("Who sent apologies?", "Clerk – Ada Brindle, Office\nOmar Sedgewick, Force")],
            "Who came in place of the second of them?",
            "Who came in place of Omar Sedgewick?",
        ),
        (
            [("What is Safe Nights?", "")],
            "How long does it take to answer 101?",  # "it" stands for nothing here
            "How long does it take to answer 101?",
        ),
    ],
)
def test_pointing_words_stand_for_what_they_point_at(
    turns: list[tuple[str, str]], question: str, asked: str
) -> None:
    assert make_whole(question, [Turn(*turn) for turn in turns]).asked == asked


@pytest.mark.parametrize(
    "question",
    [
        "How many officers are there in Fenshire in all?",
        "Which report said that calls were answered late?",
    ],
)
def test_a_question_that_only_sounds_as_if_it_pointed_back_does_not_lean(question: str) -> None:
    assert not leans_on_history(question)


def test_what_came_of_it_in_the_end_is_looked_for_by_itself() -> None:
    history = [Turn("What happened to Action 10 in April 2025?")]
    whole = make_whole("Did they get the licence in the end?", history)
    assert whole.outcome
    assert "Action 10" not in whole.acted_on


def test_what_is_asked_of_the_person_is_kept() -> None:
    history = [Turn("What did Ada Brindle say?")]
    assert make_whole("What did her husband say?", history).about == "husband"


@pytest.mark.parametrize("question", ["How many of those were women?", "How many were women?"])
def test_a_part_of_what_was_counted_is_asked_about(question: str) -> None:
    whole = make_whole(question, [Turn("How many cadets were there in 2024?")])
    assert whole.about == "women"
    assert "cadets were women" in whole.asked


def test_a_person_whom_only_an_answer_named_is_doubted() -> None:
    told = [Turn("Who chairs the board?", "The chair is Ada Brindle.")]
    assert make_whole("When did she start?", told).doubted == "Ada Brindle"
    asked = [Turn("What did Ada Brindle say?", "She said no.")]
    assert make_whole("When did she start?", asked).doubted == ""


def test_the_last_one_is_of_the_office_or_thing_spoken_of() -> None:
    asked = "Is there a Deputy Commissioner?"
    post = Referents().after(asked, asked, "", False)
    assert post.put_in("Who was the last one?") == "Who was the last Deputy Commissioner?"
    plan = Referents(thing="the Lantern Plan")
    assert plan.put_in("When does the next one begin?") == "When does the next Lantern Plan begin?"
    assert Referents().put_in("Who was the last one?") == "Who was the last one?"


def test_there_is_no_place_where_it_only_says_that_something_is():
    assert not leans_on_history("how many Beacon champions there are active in the county")
    assert leans_on_history("how many officers are based there?")
