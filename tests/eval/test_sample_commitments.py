"""The gold of the actions in the sample's minutes, and the questions about them."""

import json
import re

import pytest

from eval.matching import group_present
from eval.questions import read_questions
from eval.sample.as_text import plain_text
from eval.sample.locate import sample_folder
from eval.sample.markup import Grid, Source, read_sources

FOLDER = sample_folder()
SOURCES = {source.name: source for source in read_sources(FOLDER / "sources")}
TEXTS = {name: re.sub(r"\s+", " ", plain_text(source)) for name, source in SOURCES.items()}
ACTIONS = [json.loads(line) for line in (FOLDER / "actions.jsonl").read_text().splitlines()]
ASKED = [json.loads(line) for line in (FOLDER / "commitments.jsonl").read_text().splitlines()]
QUESTIONS = read_questions(FOLDER / "commitments.jsonl")
COUNTED = {"register-25"}  # its answer is a count, which no document states
NEWEST = "accountability-meeting-2025-10-14"


def test_there_is_a_gold_record_for_every_row_of_the_actions_tables():
    rows = [
        (name, *line.split("\t"))
        for name, source in SOURCES.items()
        for line in _action_lines(source)
    ]

    assert len(ACTIONS) == len(rows)
    for action, (name, task, update) in zip(ACTIONS, rows, strict=True):
        assert action["document"] == name
        assert re.match(rf"Action {action['action']}\b", task)
        assert task.endswith(action["text"])
        assert action["text"].startswith(action["owner"])
        assert update == action["update"]


def test_statuses_follow_the_words_of_the_update():
    ends = {"open": "Action ongoing.", "closed": "Action closed."}

    for action in ACTIONS:
        if action["status"] == "new":
            assert action["update"].startswith("New action (")
        else:
            assert action["update"].endswith(ends[action["status"]])


def test_an_action_was_dropped_and_two_ids_are_missing():
    seen = {int(action["action"]) for action in ACTIONS}

    assert set(range(1, 24)) - seen == {17, 19}
    assert _standing("3") == "no later record"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: str(question.id))
def test_the_quotes_stand_in_the_document_and_hold_the_answer(question):
    quotes = " ".join(item.quote for item in question.evidence)

    for item in question.evidence:
        assert re.sub(r"\s+", " ", item.quote) in TEXTS[item.document]
    if question.id not in COUNTED:
        assert all(group_present(group, quotes) for group in question.must_include)


@pytest.mark.parametrize("row", ASKED, ids=lambda row: row["id"])
def test_the_actions_expected_stand_as_the_question_says(row):
    actions = [str(action) for action in row["actions"]]

    assert row["count"] == len(actions) or row["standing"] == "suggested"
    if row["standing"] in ("open", "closed", "no later record"):
        assert {_standing(action) for action in actions} == {row["standing"]}


def test_there_are_twenty_five_questions():
    assert len(ASKED) == 25
    assert sum(not row["answerable"] for row in ASKED) == 1


def _action_lines(source: Source) -> list[str]:
    grids = [block for block in source.blocks if isinstance(block, Grid)]
    tables = [plain_text(Source("one", {}, (grid,))).split("\n") for grid in grids]
    return [
        row for head, *rows in tables if head.startswith("Description of Action") for row in rows
    ]


def _standing(action: str) -> str:
    last = [record for record in ACTIONS if record["action"] == action][-1]
    if last["status"] == "closed":
        return "closed"
    return "open" if last["document"] == NEWEST else "no later record"
