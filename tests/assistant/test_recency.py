"""The newest counts, where no time is named; of rows by date, the last one."""

from .shelf import Shelf

COUNTS = Shelf(
    {
        "old": """# Annual report 2022/23

In all 30 wardens walked the streets of Marlshire.
""",
        "new": """# Reply to a question

Date: 3 June 2024

The number of wardens in Marlshire is shown by date.

Date\tWardens
31 March 2023\t41
31 March 2024\t52
""",
    }
)


def newest(question: str, opening: str) -> float:
    return COUNTS.scored_at(question, opening).features.newest


def test_a_report_without_a_date_is_as_old_as_its_period() -> None:
    question = "How many wardens walk the streets of Marlshire?"
    assert newest(question, "In all 30") == 0.0
    assert newest(question, "31 March 2024") == 1.0


def test_of_rows_by_date_the_last_is_the_newest() -> None:
    question = "How many wardens are there in Marlshire now?"
    assert newest(question, "31 March 2024") > newest(question, "31 March 2023")


def test_where_a_time_is_named_nothing_is_the_newest() -> None:
    assert newest("How many wardens were there in March 2023?", "31 March 2024") == 0.0
