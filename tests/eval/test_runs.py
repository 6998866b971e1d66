import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from eval.answers import AnswerRow, PassageRow
from eval.errors import SetError
from eval.questions import Question
from eval.report import report_page
from eval.runs import MadeBy, Run, read_run, save_run
from eval.side_by_side import markdown_table

from .conftest import TEXT

MADE = MadeBy(
    set_name="mine",
    version="1",
    generation=3,
    documents=2,
    finished="2026-01-01",
    settings={"PCC_DATA_DIR": "data"},
)


@pytest.fixture
def run(tmp_path: Path, question: Callable[..., Question], row: Callable[..., AnswerRow]) -> Run:
    questions = (question(), question(id="q2", question="<script>alert(1)</script>"))
    bad = PassageRow(document="report", text="<img src=x>")
    rows = (row(), row(id="q2", answer="<b>Many</b>", passages=(bad,), citations=()))
    return save_run(tmp_path / "run", questions, rows, {"report": TEXT, "unused": "x"}, MADE)


def test_a_run_scores_the_same_when_read_again(run: Run) -> None:
    assert read_run(run.folder).scores == run.scores
    saved = json.loads((run.folder / "scores.json").read_text())
    assert saved["shares"]["accuracy"] == {
        "value": 0.5,
        "hits": 1,
        "n": 2,
        "interval": pytest.approx([0.0945, 0.9055], abs=0.001),
    }


def test_only_texts_that_scoring_needs_are_kept(run: Run) -> None:
    assert set(json.loads((run.folder / "texts.json").read_text())) == {"report"}


def test_a_folder_that_is_no_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(SetError, match="not the folder of a run"):
        read_run(tmp_path)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)


def test_the_report_lists_measures_plots_and_misses_and_renders_no_text_as_html(run: Run) -> None:
    page = report_page(run)
    tags = Tags()
    tags.feed(page)
    assert tags.seen.count("svg") == 3
    assert tags.seen.count("article") == 1
    assert not {"script", "img"} & set(tags.seen)
    for words in ("recall@5", "q2: &lt;script&gt;", "1 passages looked at", "PCC_DATA_DIR"):
        assert words in page


def test_runs_stand_side_by_side_with_their_counts(run: Run) -> None:
    lines = markdown_table([run, run]).splitlines()
    assert lines[0] == "| measure | mine | mine |"
    assert lines[2].endswith("| 50 % (1/2; 9 to 91) | 50 % (1/2; 9 to 91) |")
    assert any(line.endswith("unanswerable, not answered |  |  |") for line in lines)
