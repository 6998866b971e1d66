"""Each of several times asked for is told of, where something tells of it."""

import pytest

from assistant.choose import choose
from assistant.rank_asks import Ask
from assistant.settings import AssistantSettings

from .shelf import Shelf


def report(year: int, stopped: int) -> str:
    years = f"{year}/{year % 100 + 1}"
    return f"""# Annual Report {years}

Police and Crime Commissioner for Marlshire

This report covers the year from 1 April {year} to 31 March {year + 1}.

## Roads

The Roads Team stopped {stopped} vehicles in {years}. It works from Mallow Bridge.
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    reports = {2021: 1021, 2022: 1102, 2023: 1215}
    return Shelf({f"report-{year}": report(year, n) for year, n in reports.items()})


ONE_PLACE = AssistantSettings(most_pieces=1)
"""Nothing is added but what each time asked for needs."""


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("How many vehicles did the Roads Team stop in 2021/22?", ["1021"]),
        ("How many vehicles did the Roads Team stop in 2021/22 and 2023/24?", ["1021", "1215"]),
        (
            "How many vehicles did the Roads Team stop in 2021/22, 2022/23 and 2023/24?",
            ["1021", "1102", "1215"],
        ),
        # of a year that nothing tells of, nothing is told
        ("How many vehicles did the Roads Team stop in 2021/22 and 2015/16?", ["1021"]),
    ],
)
def test_each_time_asked_for_has_a_piece_of_its_own(
    shelf: Shelf, question: str, figures: list[str]
) -> None:
    chosen = choose(
        shelf.asked(question), [Ask(shelf.asked(question), shelf.scored(question))], ONE_PLACE
    )
    told = " ".join(item.candidate.text for item in chosen)
    assert len(chosen) == len(figures)
    assert all(f"stopped {figure} vehicles" in told for figure in figures)


def test_nothing_is_chosen_from_nothing(shelf: Shelf) -> None:
    asked = shelf.asked("How many vehicles in 2021/22 and 2023/24?")
    assert choose(asked, [Ask(asked, [])], ONE_PLACE) == []
