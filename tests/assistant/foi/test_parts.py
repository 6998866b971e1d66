"""Letters of many shapes, split."""

import json
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.foi.coordination import ask_spans
from assistant.foi.parts import split_letter
from assistant.foi.split_types import AsideKind
from ingest.document import Span


def _bare(words):
    return re.sub(r"(?:[\s.;,]|; and)+$", "", words)


def _asides(text, kind):
    split, _ = split_letter(text)
    return [aside.text for aside in split.asides if aside.kind is kind]


def test_every_ask_becomes_a_part_in_order_and_word_for_word(letter):
    split, _ = split_letter(letter.text)
    assert [_bare(part.text) for part in split.parts] == [_bare(p) for p in letter.parts]


def test_spans_point_into_the_letter_as_received(letter):
    split, _ = split_letter(letter.text)
    assert split.text == letter.text
    for part in split.parts:
        assert part.span.of(letter.text) == part.text
        assert all(part.span.contains(ask) for ask in part.asks)
    ends = [0, *(part.span.end for part in split.parts)]
    assert all(part.span.start >= end for part, end in zip(split.parts, ends, strict=False))


@given(st.text(alphabet="abi12 .?:;,()-•*>\n\t’“PleaseDrhow", max_size=400))
def test_any_text_splits_into_spans_of_itself(text):
    split, _ = split_letter(text)
    assert split.parts
    assert all(part.span.of(text) == part.text for part in split.parts)


@pytest.mark.corpus
def test_development_letters_have_their_parts(corpus):
    rows = (corpus / "eval" / "letters-dev.jsonl").read_text().splitlines()
    for row in map(json.loads, rows):
        split, _ = split_letter(row["letter"])
        assert len(split.parts) == len(row["parts"])


LETTER = """Dear Sir,

Re: Freedom of Information Act 2000 - custody visiting

1. How many custody visitors are there?

%s

Yours faithfully,
Ada Brookes
"""


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Please reply by email.", AsideKind.PREFERENCE),
        ("I would prefer to receive the data as an Excel file.", AsideKind.PREFERENCE),
        ("Please confirm receipt of this request.", AsideKind.PREFERENCE),
        ("If my request is too wide I am happy to narrow it.", AsideKind.NARROWING),
        ("If you need clarification, please get in touch.", AsideKind.NARROWING),
        ("I understand that you have twenty working days to reply.", AsideKind.BOILERPLATE),
        (
            "If you withhold anything, please tell me which exemption applies.",
            AsideKind.BOILERPLATE,
        ),
        ("If another public authority holds it, please say who.", AsideKind.BOILERPLATE),
        ("For each of the above please give the last three years.", AsideKind.SCOPE),
    ],
)
def test_formalities_are_recognised_and_are_no_parts(words, kind):
    split, _ = split_letter(LETTER % words)
    assert len(split.parts) == 1
    assert _asides(LETTER % words, kind) == [words]


@pytest.mark.parametrize(
    "words",
    [
        "How many replies did the office send by email in 2024?",
        "How many requests were refused because of the cost limit?",
        "Please provide copies of all emails sent to the panel about the precept.",
        "Please state how many people complained to the Information Commissioner.",
        "If any visitors resigned, why did they do so?",
        "What does the office tell people whose complaint is refused?",
    ],
)
def test_asks_that_sound_like_formalities_stay_asks(words):
    split, _ = split_letter(LETTER % words)
    assert words in split.parts[-1].text


def test_topic_is_the_subject_without_its_formalities():
    assert split_letter(LETTER % "")[0].topic == "custody visiting"


@pytest.mark.parametrize(
    ("subject", "topic"),
    [
        ("Pls can you answer these", ""),
        ("Questions", ""),
        ("Help please!", ""),
        ("Hello, please send me answers to the following", ""),
        ("Freedom of Information request", ""),
        ("Please answer these questions about Lantern Watch", None),
        ("Custody visiting questions", "Custody visiting questions"),
        ("Request for information: thefts in Tarnwick", "thefts in Tarnwick"),
    ],
)
def test_a_subject_that_only_announces_asks_is_no_topic(subject, topic):
    text = LETTER.replace("Freedom of Information Act 2000 - custody visiting", subject) % ""
    found = split_letter(text)[0].topic
    assert "Lantern Watch" in found if topic is None else found == topic


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        (
            "When was the bridge opened, and how late was it?",
            ["When was the bridge opened", "how late was it?"],
        ),
        (
            "How many reviews were late and how late were they on the whole?",
            ["How many reviews were late", "how late were they on the whole?"],
        ),
        (
            "Please say how heavy is the rain and how strong is the wind in Quenmouth?",
            ["Please say how heavy is the rain", "how strong is the wind in Quenmouth?"],
        ),
        # no question begins there
        (
            "Who told the board when and how late trains ran in Tarnwick?",
            ["Who told the board when and how late trains ran in Tarnwick?"],
        ),
    ],
)
def test_how_a_thing_was_is_an_ask_of_its_own(sentence, asks):
    spans = ask_spans(sentence, Span(0, len(sentence)))
    assert [span.of(sentence) for span in spans] == asks


def test_requester_is_found_apart_from_the_body():
    _, bounds = split_letter(LETTER % "")
    assert bounds.requester.name == "Ada Brookes"
    assert all("Brookes" not in span.of(LETTER) for span in bounds.body)


def test_letter_without_an_ask_becomes_one_part():
    split, _ = split_letter("Dear Sir,\n\nThe potholes in Mill Lane.\n\nYours,\nA. Body\n")
    assert [part.text for part in split.parts] == ["The potholes in Mill Lane."]


@pytest.mark.parametrize("letter_of", ["Dear Sir,\n\n%s\n", "%s"])
@pytest.mark.parametrize("words", ["", "\n \n", "-", "1.\n2.\n", "(a)", "Yours,\nA. Body"])
def test_letters_with_next_to_nothing_in_them_are_still_split(letter_of, words):
    text = letter_of % words
    split, _ = split_letter(text)
    assert len(split.parts) == 1
    assert split.parts[0].text in text


@pytest.mark.parametrize(
    "words",
    ["how many ", "if you ", "the number of; ", "(a) ", "1. a\n", "A B C\n", "and ", " ", "-", "a"],
)
def test_a_letter_made_to_be_slow_is_split_in_time(words):
    text = "Dear Sir,\n\n" + (words * 60_000)[:59_000]
    started = time.perf_counter()
    split_letter(text)
    assert time.perf_counter() - started < 10
