"""The question sets over the sample: enough of each kind, and each answer proved by its quotes."""

import json
import re
from collections import Counter

import pytest

from eval.matching import group_present, made_alike
from eval.questions import Evidence, read_letters, read_questions
from eval.sample.as_text import plain_text
from eval.sample.locate import sample_folder, sample_questions
from eval.sample.markup import read_sources

FOLDER = sample_folder()
TEXTS = {
    source.name: re.sub(r"\s+", " ", plain_text(source))
    for source in read_sources(FOLDER / "sources")
}
QUESTIONS = read_questions(sample_questions())
WRONG = read_questions(FOLDER / "wrong.jsonl")
LETTERS = read_letters(FOLDER / "letters.jsonl")
CONVERSATIONS = [
    json.loads(line) for line in (FOLDER / "conversations.jsonl").read_text().splitlines()
]
TURNS = [turn for conversation in CONVERSATIONS for turn in conversation["turns"]]
PROVED = [
    *((q.id, q.must_include, q.evidence) for q in QUESTIONS),
    *((f"{le.id}: {p.ask}", p.must_include, p.evidence) for le in LETTERS for p in le.parts),
    *(
        (turn["question"], turn["must_include"], [Evidence(**e) for e in turn["evidence"]])
        for turn in TURNS
    ),
]


@pytest.mark.parametrize(("name", "groups", "evidence"), PROVED, ids=[name for name, *_ in PROVED])
def test_the_quotes_stand_in_the_document_and_hold_the_answer(name, groups, evidence):
    quotes = " ".join(item.quote for item in evidence)

    for item in evidence:
        assert re.sub(r"\s+", " ", item.quote).strip() in TEXTS[item.document]
    for group in groups:
        assert group_present(tuple(group), quotes)


def test_there_are_questions_enough_of_every_kind():
    kinds = Counter(question.kind for question in QUESTIONS)

    assert len(QUESTIONS) >= 90
    assert kinds["unanswerable"] >= 18
    assert set(kinds) == set(
        "number table list who when commitment definition paraphrase trend temporal yesno"
        " cross_document unanswerable".split()
    )
    assert min(kinds.values()) >= 5
    assert {question.asker for question in QUESTIONS} == {"public", "foi_officer", "staff"}


def test_what_cannot_be_answered_has_no_gold_and_what_can_has_some():
    for question in (*QUESTIONS, *WRONG):
        gold = bool(question.must_include), bool(question.evidence)
        assert gold == (question.answerable, question.answerable)


def test_the_wrong_set_asks_for_the_wrong_year_district_body_and_person():
    kinds = Counter(question.kind for question in WRONG)

    assert len(WRONG) >= 44
    assert set(kinds) == {"wrong_year", "wrong_district", "wrong_body", "wrong_person"}
    assert not any(question.answerable for question in WRONG)


def test_the_wrong_set_tempts_with_figures_that_stand_in_the_library():
    library = made_alike(" ".join(TEXTS.values()))

    for question in WRONG:
        for words in question.must_exclude:
            tempting = rf"(?<!\w){re.escape(made_alike(words))}(?!\w)"
            assert re.search(tempting, library), f"{question.id}: {words}"


def test_there_are_twenty_conversations_of_two_to_four_turns():
    assert len(CONVERSATIONS) >= 20
    assert all(2 <= len(conversation["turns"]) <= 4 for conversation in CONVERSATIONS)
    assert any(not turn["answerable"] for turn in TURNS)
    assert len(read_questions(FOLDER / "conversations.jsonl")) == len(TURNS)


def test_each_letter_is_a_file_and_has_parts_that_can_and_cannot_be_answered():
    assert len(LETTERS) >= 8
    for letter in LETTERS:
        assert (FOLDER / "letters" / f"{letter.id}.txt").read_text() == letter.letter
        answerable = {part.answerable for part in letter.parts}
        assert True in answerable
        assert answerable - {True}
