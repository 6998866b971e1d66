"""What the library has for a part: one answer to the whole of it, or one for each of its asks."""

from dataclasses import dataclass, field, replace

import pytest

from assistant.answer import Turn
from assistant.foi.coverage import Coverage
from assistant.foi.finding import Finder
from assistant.foi.questions import AskQuestion
from assistant.foi.request import Outcome
from index.results import Filters

from .conftest import KNOWN, RECEIVED, TinyAsker

VISITORS, REVIEWS = KNOWN["custody visitors"][1], KNOWN["complaint reviews"][1]
CARBON = KNOWN["carbon"][1]
HOW_MANY = AskQuestion("How many custody visitors were there?", optional=False)
UPHELD = AskQuestion("how many complaint reviews were upheld?", optional=False)
COST = AskQuestion("what did the custody visiting scheme cost?", optional=False)
BEES = AskQuestion("what is the policy on beekeeping?", optional=False)


def together(*asks: AskQuestion) -> str:
    """The asks as one part of a letter."""
    return ", and ".join(ask.words.rstrip("?") for ask in asks) + "?"


@dataclass
class Insistent:
    """Answers whatever it is asked with what it knows of one word."""

    word: str
    asked: list[str] = field(default_factory=list)

    def ask(self, question, history=(), filters=None, today=None):
        self.asked.append(question)
        return TinyAsker().ask(self.word)


@pytest.fixture
def finder(library, asker, settings):
    """A finder whose answers to whole parts are all about one word; to single asks, `asker`'s."""

    def make(word, least_coverage=settings.coverage):
        return Finder(
            Insistent(word), asker, library, Filters(), settings.confidence, least_coverage
        )

    return make


@dataclass
class Alone(Insistent):
    """Answers only what is asked by itself."""

    def ask(self, question, history=(), filters=None, today=None):
        self.asked.append(question)
        return TinyAsker().ask("nothing" if history else question)


def test_a_thing_called_by_its_full_name_is_looked_for_without_what_was_asked_before(
    library, settings
):
    asker = Alone("")
    finder = Finder(asker, asker, library, Filters(), settings.confidence, settings.coverage)
    before = (Turn("How many custody visitors were there?"), Turn("What is the carbon scheme?"))
    found = finder.find("When was the scheme review finished?", (), before, RECEIVED)
    assert found.texts == (CARBON,)
    assert asker.asked == [
        "When was the scheme review finished?",
        "When was the carbon scheme review finished?",
        "When was the carbon scheme review finished?",
    ]
    assert len(found.searches) == 3


def test_each_asks_own_answer_is_used_where_the_whole_leaves_one_out(finder, asker):
    found = finder("custody visitors").find(
        together(HOW_MANY, UPHELD), (HOW_MANY, UPHELD), (), RECEIVED
    )
    assert found.verdict.outcome is Outcome.ANSWERED
    assert found.texts == (VISITORS, REVIEWS)
    assert [citation.quote for citation in found.citations] == [VISITORS, REVIEWS]
    assert asker.asked == [HOW_MANY.words, UPHELD.words]


@pytest.mark.parametrize("word", ["carbon", "beekeeping"])
def test_the_asks_own_answers_stand_for_one_to_the_whole_that_is_of_no_use(finder, word):
    found = finder(word).find(together(UPHELD, HOW_MANY), (UPHELD, HOW_MANY), (), RECEIVED)
    assert found.verdict.outcome is Outcome.ANSWERED
    assert found.texts == (REVIEWS, VISITORS)
    assert CARBON not in found.texts


def test_an_answer_that_leaves_nothing_out_is_used_whole(finder, asker):
    found = finder("custody visitors").find(
        together(HOW_MANY, COST), (HOW_MANY, COST), (), RECEIVED
    )
    assert found.verdict.outcome is Outcome.ANSWERED
    assert found.texts == (VISITORS,)
    assert asker.asked == []


def test_where_an_ask_has_no_answer_the_whole_is_kept_and_added_to(finder):
    asks = (HOW_MANY, UPHELD, BEES)
    found = finder("custody visitors", 0.2).find(together(*asks), asks, (), RECEIVED)
    assert found.verdict.outcome is Outcome.PARTIAL
    assert found.texts == (VISITORS, REVIEWS)


def test_an_ask_that_only_the_whole_answers_keeps_the_whole(finder):
    asks = (AskQuestion("how many visitors had the custody scheme?", optional=False), UPHELD)
    found = finder("custody visitors", 0.2).find(together(*asks), asks, (), RECEIVED)
    assert found.verdict.outcome is Outcome.ANSWERED
    assert found.texts == (VISITORS, REVIEWS)


def test_what_the_whole_answers_is_not_answered_again_beside_it(finder, asker):
    asks = (AskQuestion("how many custody visitors upheld it?", optional=False), BEES)
    found = finder("custody visitors", 0.1).find(together(*asks), asks, (), RECEIVED)
    assert found.verdict.outcome is Outcome.PARTIAL
    assert asker.ask(asks[0].words).text == REVIEWS
    assert found.texts == (VISITORS,)


def test_an_optional_ask_may_go_unanswered(finder, asker):
    optional = AskQuestion(BEES.words, optional=True)
    asks = (HOW_MANY, UPHELD, optional)
    found = finder("carbon").find(together(*asks), asks, (), RECEIVED)
    assert found.verdict.outcome is Outcome.ANSWERED
    assert optional.words not in asker.asked


def test_what_is_told_for_two_asks_is_told_and_cited_once(finder):
    asks = (HOW_MANY, COST)
    found = finder("carbon").find(together(*asks), asks, (), RECEIVED)
    assert found.texts == (VISITORS,)
    assert [citation.quote for citation in found.citations] == [VISITORS]


def test_every_question_put_is_on_record_in_order(finder):
    question = together(HOW_MANY, UPHELD)
    found = finder("custody visitors").find(question, (HOW_MANY, UPHELD), (), RECEIVED)
    assert [search.question for search in found.searches] == [
        question,
        HOW_MANY.words,
        UPHELD.words,
    ]


def test_a_part_of_one_ask_is_asked_once(finder, asker):
    found = finder("carbon").find(HOW_MANY.words, (HOW_MANY,), (), RECEIVED)
    assert not found.good
    assert asker.asked == []


@pytest.fixture
def plain(library, asker, settings):
    return Finder(asker, asker, library, Filters(), settings.confidence, settings.coverage)


def test_what_is_not_found_by_its_short_name_is_sought_by_its_long_one(plain, asker):
    before = (Turn("How is the custody visiting scheme run?"),)
    found = plain.find("What did the scheme cost?", (), before, RECEIVED)
    assert found.texts == (VISITORS,)
    assert asker.asked == [
        "What did the scheme cost?",
        "What did the custody visiting scheme cost?",
    ]
    assert [search.question for search in found.searches] == asker.asked


def test_what_is_found_is_not_sought_by_another_name(plain, asker):
    before = (Turn("How is the Lantern Watch scheme run?"),)
    question = "What did the scheme spend on custody visiting?"
    found = plain.find(question, (), before, RECEIVED)
    assert found.good
    assert asker.asked == [question]


def test_what_has_no_long_name_stays_not_found(plain, asker):
    found = plain.find("What did the scheme cost?", (), (Turn("How many came?"),), RECEIVED)
    assert not found.good
    assert asker.asked == ["What did the scheme cost?"]


@dataclass
class Surely:
    """Answers all it is asked with what it knows of carbon, as sure as it is told to be."""

    confidence: float

    def ask(self, question, history=(), filters=None, today=None):
        return replace(TinyAsker().ask("carbon"), confidence=self.confidence)


@pytest.mark.parametrize(
    ("confidence", "outcome"), [(0.9, Outcome.ANSWERED), (0.7, Outcome.NOT_FOUND)]
)
def test_a_sure_answer_may_speak_of_less_of_the_ask(library, settings, confidence, outcome):
    asker = Surely(confidence)
    question = "When was the review of carbon emissions from boilers finished?"
    covered = Coverage.of_library(library, RECEIVED).of(question, asker.ask("").citations)
    finder = Finder(asker, asker, library, Filters(), settings.confidence, covered / 0.8)
    assert finder.find(question, (), (), RECEIVED).verdict.outcome is outcome
