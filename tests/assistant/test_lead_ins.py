"""What a list, or a section without a heading, is introduced by tells what and when it is."""

from assistant.features import times_of
from assistant.lead_ins import lead_ins
from assistant.periods import agreement
from ingest.document import Span

from .shelf import Shelf

REPORT = Shelf(
    {
        "report": """# Report

In 2021/22 we received 2,962 messages, including:

- 133 requests for a review
- 12 letters

Then we moved house.

The main work of 2023/24 was this:

The office was painted. Two cats were fed.

The wards were visited as follows.

- Fenby: the quay and Mill Lane
- Otterham: the market

Nobody was hurt.

## After

It rained.
"""
    }
)
DOCUMENT = REPORT.document("report")


def lead_of(words: str) -> str:
    whole = lead_ins(DOCUMENT, Span(0, len(DOCUMENT.text)))
    at = DOCUMENT.text.index(words)
    return next((lead for block, lead in whole if block.start <= at < block.end), "")


def test_items_and_the_paragraphs_under_a_short_lead_in_are_introduced() -> None:
    assert lead_of("133 requests") == lead_of("12 letters")
    assert lead_of("133 requests").startswith("In 2021/22")
    assert lead_of("Two cats").startswith("The main work of 2023")
    assert lead_of("Then we") == lead_of("It rained") == ""


def test_words_that_say_that_a_list_follows_introduce_it_and_nothing_after_it() -> None:
    assert lead_of("Fenby: the quay").startswith("The wards were visited")
    assert lead_of("Nobody was hurt") == ""


def test_an_entry_is_found_by_its_label_and_what_introduces_it() -> None:
    asked = "Which places in Fenby were visited?"
    entry = REPORT.scored_at(asked, "Fenby: the quay")
    other = REPORT.scored_at(asked, "Otterham: the market")
    assert entry.candidate.label == "Fenby"
    assert entry.candidate.before.startswith("The wards were visited")
    assert (entry.features.label, other.features.label) == (1.0, 0.0)
    assert entry.score > other.score


def test_a_passage_that_begins_within_a_list_knows_its_lead_in() -> None:
    at = DOCUMENT.text.index("12 letters")
    ((_, lead),) = lead_ins(DOCUMENT, Span(at, at + 5))
    assert lead.startswith("In 2021/22")


def test_an_item_is_of_the_time_that_its_lead_in_tells() -> None:
    asked = REPORT.asked("How many requests for a review were received in 2021/22?")
    item = REPORT.scored_at(asked.text, "133 requests").candidate
    assert agreement(asked, times_of(item), DOCUMENT) > 0.5
