"""An answer is short, but what was chosen first is always told."""

import pytest

from assistant.compose import compose
from assistant.scoring import Scored

from .shelf import Shelf

MOST_WORDS = 115
QUESTION = "What was said of fraud?"


def sentence(opening: str, count: int) -> str:
    """A sentence of `count` words that begins with `opening`."""
    return f"{opening} {' '.join(['fraud'] * (count - len(opening.split())))}."


def shelf_of(*sentences: str) -> Shelf:
    paragraphs = "\n\n".join(sentences)
    return Shelf({"note": f"# Note on crime in Marlshire\n\n## Fraud\n\n{paragraphs}\n"})


def told(shelf: Shelf, openings: list[str]) -> list[str]:
    """The pieces of an answer made of what begins with `openings`, in that order of choice."""
    chosen: list[Scored] = [shelf.scored_at(QUESTION, opening) for opening in openings]
    return [piece.text for piece in compose(shelf.asked(QUESTION), chosen).pieces]


@pytest.mark.parametrize(
    ("lengths", "kept"),
    [
        ([40, 40], [0, 1]),
        ([60, 55], [0, 1]),
        ([60, 56], [0]),
        ([60, 60, 50], [0, 2]),  # what is too long is passed over, what still fits is not
        ([40, 40, 40], [0, 1]),
        ([130], [0]),
        ([130, 5], [0]),  # the first one is told whole, and then there is no room
        ([5, 130], [0]),
    ],
)
def test_pieces_are_told_while_they_fit(lengths: list[int], kept: list[int]) -> None:
    names = [f"In {town} there was" for town in ("Quenmouth", "Tarnwick", "Wintersea")]
    sentences = [sentence(name, length) for name, length in zip(names, lengths, strict=False)]
    pieces = told(shelf_of(*sentences), names[: len(lengths)])
    assert pieces == [sentences[i] for i in kept]
    assert len(" ".join(pieces).split()) <= max(MOST_WORDS, lengths[0])


def test_what_was_chosen_first_is_kept_though_it_stands_last() -> None:
    first, last = sentence("In Ketterby there was", 70), sentence("In Tarnwick there was", 100)
    assert told(shelf_of(first, last), ["In Tarnwick", "In Ketterby"]) == [last]


def test_a_further_action_is_cut_to_the_room_that_is_left() -> None:
    rows = [
        f"Action {n}: tell of fraud in {town}.\t"
        + " ".join(sentence(f"Update {k} of {town} says", 20) for k in range(1, updates + 1))
        for n, town, updates in ((1, "Quenmouth", 2), (2, "Tarnwick", 4))
    ]
    table = "\n".join(("Action\tUpdate", *rows))
    shelf = Shelf({"actions": f"# Actions of the PCC Accountability Meeting\n\n{table}\n"})
    first, second = told(shelf, ["Update 1 of Quenmouth", "Update 1 of Tarnwick"])
    assert "Action 2" in second
    assert "Update 1 of Tarnwick" in second
    assert len(f"{first} {second}".split()) <= MOST_WORDS
    alone = told(shelf, ["Update 1 of Tarnwick"])[0]
    assert len(second.split()) < len(alone.split())


ANNOUNCED = Shelf(
    {
        "note": """# Note on fraud

Traders were asked about fraud. Their three worries about fraud were:

Worry\tShare
Cards\t77%
Cheques\t57%

If you have lost money by fraud you should write to:

The Fraud Desk, 4 Quay Street, Quenmouth, which is open on weekdays.

Fraud is fought by three groups in Marlshire. They are:

- the traders
- the banks

The towns with most fraud are as follows.

- Quenmouth
- Tarnwick

Cases of fraud by month were:

"""
        + "Month\tCases\n"
        + "\n".join(f"{month} of the year of the fraud return\t{month}" for month in range(1, 13))
    }
)


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        (
            "Their three worries",
            "Their three worries about fraud were:\nCards; 77%\nCheques; 57%",
        ),
        (
            "If you have lost",
            "If you have lost money by fraud you should write to:\n"
            "The Fraud Desk, 4 Quay Street, Quenmouth, which is open on weekdays.",
        ),
        (
            "Fraud is fought",
            "Fraud is fought by three groups in Marlshire.\nThey are:\n- the traders\n- the banks",
        ),
        ("The towns", "The towns with most fraud are as follows.\n- Quenmouth\n- Tarnwick"),
        ("Cases of fraud by", "Cases of fraud by month were:"),  # too much to tell
    ],
)
def test_words_that_announce_something_are_told_with_it(opening: str, text: str) -> None:
    assert told(ANNOUNCED, [opening]) == [text]


YEARS = [f"{year}/{year % 100 + 1}" for year in range(2016, 2024)]
BOTH = "How many burglaries and robberies were there in 2023/24?"


def rows_told(label: str, openings: list[str]) -> list[str]:
    """The rows that begin with `openings`, told; each column is headed `label` and its year."""
    rows = [("Kind", *(f"{label}{year}" for year in YEARS))]
    for figure, kind in ((11, "Burglary"), (12, "Robbery")):
        rows.append((kind, *(str(figure + 100 * year) for year in range(len(YEARS)))))
    table = "\n".join("\t".join(row) for row in rows)
    shelf = Shelf({"report": f"# Report on crime in Marlshire\n\n## Crimes\n\n{table}\n"})
    chosen = [shelf.scored_at(BOTH, f"{opening}\t") for opening in openings]
    return [piece.text for piece in compose(shelf.asked(BOTH), chosen).pieces]


def test_long_rows_are_told_briefly_so_that_none_is_left_out() -> None:
    burglary, robbery = rows_told("Number recorded by all patrols in ", ["Burglary", "Robbery"])
    assert burglary == "Burglary: 711 (Number recorded by all patrols in 2023/24)."
    assert robbery == "Robbery: 712 (Number recorded by all patrols in 2023/24)."


def test_short_rows_and_a_long_one_alone_are_told_whole() -> None:
    assert all("same row" in row for row in rows_told("", ["Burglary", "Robbery"]))
    (alone,) = rows_told("Number recorded by all patrols in ", ["Burglary"])
    assert "same row: 11 (Number recorded by all patrols in 2016/17)" in alone


def test_what_is_written_at_two_places_is_told_once() -> None:
    shelf = shelf_of("Fraud fell by 3%.", "Theft rose.", "Fraud fell by 3%.")
    chosen = [item for item in shelf.scored(QUESTION) if "Fraud fell" in item.candidate.text]
    assert len(chosen) == 2
    assert len(compose(shelf.asked(QUESTION), chosen).pieces) == 1


@pytest.mark.parametrize(
    ("opening", "listed"),
    [
        ("Six pillars of fraud", True),
        ("It has these pillars:", True),
        ("Fraud has pillars.", False),
    ],
)
def test_short_words_without_a_stop_open_the_list_under_them(opening: str, listed: bool) -> None:
    shelf = Shelf({"note": f"# Note\n\nIt rained.\n\n{opening}\n\n1. Early work\n2. Late work\n"})
    asked = shelf.asked("What is said of the pillars of fraud?")
    answer = compose(asked, [shelf.scored_at(asked.text, "pillars")])
    assert ("2. Late work" in answer.text) is listed
