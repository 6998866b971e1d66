"""Whether an answer is enough for what was asked."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Answer, AnswerStatus, Searched, Turn
from assistant.foi.antecedent import with_antecedent, with_full_names
from assistant.foi.coverage import Coverage
from assistant.foi.request import Outcome
from assistant.foi.sufficiency import weigh

RECEIVED = date(2025, 3, 3)
QUOTE = "The custody visiting scheme had 31 visitors and cost £11,940 in 2023/24."


@pytest.fixture
def answer(cite):
    def make(quote=QUOTE, **others):
        source = cite("annual-report", quote)
        answer = Answer(
            "?", AnswerStatus.ANSWERED, quote, (source,), (), Searched(2, None, None), 0.9, 0.0
        )
        return replace(answer, **others)

    return make


def _outcome(ask, answer):
    return weigh(ask, answer, RECEIVED, 0.5).outcome


def test_a_figure_found_is_enough(answer):
    assert _outcome("How many custody visitors were there?", answer()) is Outcome.ANSWERED


@pytest.mark.parametrize(
    "changes",
    [
        {"status": AnswerStatus.NOT_FOUND},
        {"status": AnswerStatus.OUT_OF_SCOPE_FORCE},
        {"confidence": 0.2},
        {"citations": ()},
        {"text": "How many custody visitors were there?"},
    ],
)
def test_what_is_unproved_or_unsure_is_not_used(changes, answer):
    assert _outcome("How many custody visitors?", answer(**changes)) is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    "ask",
    [
        "How many custody visitors live in EB4 postcodes?",
        "How many custody visitors were there by street?",
        "How many visits were made by each officer?",
        "How many custody visitors came from Wolderham?",
    ],
)
def test_places_that_no_source_mentions_are_not_answered(ask, answer):
    assert _outcome(ask, answer()) is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    "ask",
    [
        "How many custody visitors were there in each month since January 2020?",
        "How many custody visitors were there in each of the last five years?",
        "How many custody visitors were there, broken down by gender?",
        "The number of custody visitors in each year from 2019 to 2024.",
    ],
)
def test_a_series_wants_more_than_one_figure(ask, answer):
    one = answer(text="There were 31 visitors.", citations=(answer().citations[0],))
    one = replace(one, citations=(replace(one.citations[0], quote="31 visitors"),))
    assert _outcome(ask, one) is Outcome.PARTIAL


def test_names_of_months_and_offices_are_no_places(answer):
    ask = "How many custody visitors did the Commissioner have in March 2024?"
    assert _outcome(ask, answer()) is Outcome.ANSWERED


def test_coverage_is_the_share_of_the_ask_that_the_sources_speak_of(library, answer):
    coverage = Coverage.of_library(library, RECEIVED)
    citations = answer().citations
    assert coverage.of("What did the custody visiting scheme cost?", citations) > 0.8
    assert coverage.of("How many parrots were imported from Peru?", citations) < 0.3
    assert coverage.of("What did the custody visiting scheme cost?", ()) == 0.0


def test_an_ask_that_leans_is_measured_with_what_it_leans_on(library, answer):
    coverage = Coverage.of_library(library, RECEIVED)
    citations, ask = answer().citations, "Who was asked about it?"
    assert coverage.of(ask, citations) == 0.0
    assert coverage.of(ask, citations, (Turn("What did the custody visiting scheme cost?"),)) > 0.5


def test_an_amount_asked_for_has_to_be_quoted(library, answer):
    coverage = Coverage.of_library(library, RECEIVED)
    ask = "What did the custody visiting scheme cost?"
    assert coverage.holds_fact(ask, answer().citations)
    source = replace(answer().citations[0], quote="The custody visiting scheme had visitors")
    assert not coverage.holds_fact(ask, (source,))


@pytest.mark.parametrize(
    ("ask", "quote", "held"),
    [
        ("How many custody visitors were there?", QUOTE, True),
        ("How many complaint reviews were there?", "The office had 46 complaint reviews.", True),
        # the figure stands in a sentence that is about something else
        (
            "How many custody visitors were there?",
            "Custody visitors met in June. The office had 46 complaint reviews.",
            False,
        ),
        (
            "How many complaint reviews were there?",
            "Custody visitors met in June. The office had 46 complaint reviews.",
            True,
        ),
        ("How many complaint reviews were there?", QUOTE, False),
        # an ask without a subject of its own is content with any figure, though not with none
        ("And how many?", "The office had 46 complaint reviews.", True),
        ("And how many?", "The office had complaint reviews.", False),
        ("How many in that year?", "The office had 46 complaint reviews.", True),
        # a row is about what its passage is about
        ("How many custody visitors were there?", "All of them\t31", True),
        ("How many parrots were there?", "All of them\t31", False),
    ],
)
def test_a_fact_is_held_by_a_sentence_that_speaks_of_what_is_asked(
    library, answer, ask, quote, held
):
    coverage = Coverage.of_library(library, RECEIVED)
    source = replace(answer().citations[0], quote=quote)
    assert coverage.holds_fact(ask, (source,)) is held


def test_a_fact_may_be_held_by_any_of_the_sources(library, answer):
    coverage = Coverage.of_library(library, RECEIVED)
    ask, source = "How many complaint reviews were there?", answer().citations[0]
    other = replace(source, quote="The office had 46 complaint reviews.")
    assert coverage.holds_fact(ask, (source, other))
    assert not coverage.holds_fact(ask, ())


@pytest.mark.parametrize(
    "ask",
    [
        "What was the total cost of the custody visiting scheme?",
        "The names of all custody visitors who have ever served.",
    ],
)
def test_part_of_what_is_asked_for_is_not_passed_off_as_all(ask, answer):
    assert _outcome(ask, answer()) is Outcome.PARTIAL


def test_a_figure_that_its_source_calls_a_total_is_one(answer):
    ask = "What was the total cost of the custody visiting scheme?"
    assert _outcome(ask, answer(text="The total was £11,940.")) is Outcome.ANSWERED


def test_an_ask_that_points_back_is_about_what_was_named_there():
    before = (Turn("how many Lantern Watch groups there are in Saxholme"),)
    asked = "how much was spent on their equipment?"
    assert with_antecedent(asked, before) == f"On Lantern Watch: {asked}"
    assert with_antecedent("What did the plan cost?", before) == ""
    assert with_antecedent(asked, (Turn("how many groups there are"),)) == ""
    assert with_antecedent(asked, ()) == ""


@pytest.mark.parametrize(
    ("asked", "before", "full"),
    [
        (
            "What did the service cost?",
            ["How is the domestic abuse service run in Tarnwick?"],
            "What did the domestic abuse service cost?",
        ),
        (
            "Who runs this scheme, and when does it end?",
            ["How many Lantern Watch scheme wardens are there?"],
            "Who runs this Lantern Watch scheme, and when does it end?",
        ),
        # the nearest ask before it that calls it by more words
        (
            "What did the service cost?",
            ["How is the domestic abuse service run?", "When did the bus repair service end?"],
            "What did the bus repair service cost?",
        ),
        (
            "What did the service cost?",
            ["How is the domestic abuse service run?", "When did the service end?"],
            "What did the domestic abuse service cost?",
        ),
        # the second thing, where nothing calls the first by more
        (
            "Does the board run the scheme?",
            ["Who pays for the road safety scheme?"],
            "Does the board run the road safety scheme?",
        ),
        # no more words than a name is likely to have
        (
            "What did the scheme cost?",
            ["Who runs the old stone bridge night patrol scheme?"],
            "What did the bridge night patrol scheme cost?",
        ),
    ],
)
def test_a_short_name_in_a_letter_is_the_long_one_before_it(asked, before, full):
    assert with_full_names(asked, tuple(map(Turn, before))) == full


@pytest.mark.parametrize(
    ("asked", "before"),
    [
        ("What did the service cost?", []),
        ("What did the service cost?", ["When did the service end?"]),
        ("What did the service cost?", ["When did the domestic abuse scheme end?"]),
        ("What did the service for Quenmouth cost?", ["Who runs the domestic abuse service?"]),
        ("What did a service cost?", ["Who runs the domestic abuse service?"]),
        ("What did the service cost?", ["Domestic abuse: service in Tarnwick"]),
        ("", ["Who runs the domestic abuse service?"]),
    ],
)
def test_a_name_that_nothing_before_it_makes_longer_is_left(asked, before):
    assert with_full_names(asked, tuple(map(Turn, before))) == ""


def test_a_thing_is_called_what_an_answer_before_it_says_that_it_is_called():
    asked = "How many men did the service help in its first year?"
    told = "There has been one service for the whole county, called Bright Lantern, since 2023."
    before = (Turn("Who provides the domestic abuse service?", told),)
    assert with_full_names(asked, before) == (
        "How many men did the Bright Lantern service help in its first year?"
    )
    unnamed = (Turn("Who provides the domestic abuse service?", "A service called for by many."),)
    assert with_full_names(asked, unnamed).startswith("How many men did the domestic abuse service")


def test_a_break_down_that_the_source_does_not_have_leaves_the_part_unfinished(answer):
    by_site = "The number of visitors in 2023/24 and their cost, split by the site of the visit"
    assert _outcome(by_site, answer()) is Outcome.PARTIAL


def test_each_of_five_years_asks_for_five_figures(answer):
    asked = "The number of visitors in each of the five years ended 31 March 2024"
    assert _outcome(asked, answer()) is Outcome.PARTIAL


def test_what_the_documents_call_confidential_is_for_an_officer(answer):
    said = "Status: public, with a confidential annex: the valuation and the bids not accepted."
    asked = "The valuation, and the bids that were turned down"
    told = replace(answer("The custody visiting scheme had"), text=said)
    assert _outcome(asked, told) is Outcome.NEEDS_PERSON
