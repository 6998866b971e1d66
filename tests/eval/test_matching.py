import pytest

from eval.matching import group_present, holds, made_alike, shares_half, stands_in, word_count


@pytest.mark.parametrize(
    ("alternative", "text"),
    [
        ("1,605", "stopped 1605 vehicles"),
        ("1605", "stopped 1,605 vehicles"),
        ("11.6%", "fell by 11.6%."),
        ("fly-tipping", "about fly–tipping"),
        ("King's Lynn", "in King’s Lynn"),
        ("Great  Yarmouth", "GREAT\nYARMOUTH"),
        ("16", "lost 16 followers"),
        ("16", "(-16)"),
        ("9.1m", "£9.1m was invested"),
        ("£1 million", "a grant of £1 million for"),
        ("19:55:29", "it was 19:55:29."),
        ("42.6", "up by 42.6%"),
        ("3 drug", "3 drug-related deaths"),
        ("29/05/2024", "on 29/05/2024"),
    ],
)
def test_present(alternative: str, text: str) -> None:
    assert stands_in(alternative, text)


@pytest.mark.parametrize(
    ("alternative", "text"),
    [
        ("16", "160 people"),
        ("16", "in 2016"),
        ("16", "16.5 hours"),
        ("16", "1,016 people"),
        ("5%", "85% and 1.5%"),
        ("605", "1,605 vehicles"),
        ("1 November", "11 November"),
        ("9.1m", "9.1 metres"),
        ("9.1m", "19.1m"),
        ("yes", "yesterday"),
        ("lead", "misled"),
        ("", "anything"),
        ("676", ""),
    ],
)
def test_absent(alternative: str, text: str) -> None:
    assert not stands_in(alternative, text)


def test_a_stem_of_four_letters_or_more_may_go_on_unless_asked_for_whole_words() -> None:
    assert stands_in("terroris", "drawn into terrorism")
    assert stands_in("fund", "no longer having the funding")
    assert not stands_in("fund", "no longer having the funding", stems=False)
    assert not stands_in("dog", "doggedly")
    assert not stands_in("fund", "a refund")


def test_one_alternative_of_a_group_is_enough() -> None:
    assert group_present(("three", "3 deaths"), "There were three.")
    assert not group_present(("three", "3 deaths"), "There were 33 deaths.")


def test_made_alike_keeps_commas_that_are_not_of_thousands() -> None:
    assert made_alike("1,605, 12,34 and 1,000,000") == "1605, 12,34 and 1000000"


@pytest.mark.parametrize(
    "text",
    [
        "Burglary\t1,176\n\tSolved",
        "| **Burglary** | 1,176 |\n|  | <p>Solved</p> |",
        "- > Burglary – 1,176 [Solved](#)",
        "BURGLARY &nbsp; 1,176 Solved",
    ],
)
def test_a_quote_is_held_whatever_the_markup(text: str) -> None:
    assert holds(text, "Burglary\t1,176\n\tSolved")


def test_a_quote_is_not_held_with_a_gap_or_in_part_of_a_word() -> None:
    assert not holds("Burglary 99 1,176 Solved", "Burglary 1,176")
    assert not holds("Burglary 1,1760", "Burglary 1,176")
    assert not holds("anything", " ** ")


def test_shares_half_counts_the_longest_common_run_against_the_shorter_text() -> None:
    gold = "A total of 676 responses were received during the precept consultation."
    assert shares_half("676 responses were received", gold)
    assert shares_half("In all, a total of 676 responses were received by us.", gold)
    assert not shares_half("responses were made by many other people instead", gold)
    assert not shares_half("", gold)


def test_words_are_runs_between_spaces() -> None:
    assert word_count(" £1.5m  was\nspent ") == 3
