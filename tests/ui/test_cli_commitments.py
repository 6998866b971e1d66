"""`pcc commitments` over a small library."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from index.settings import IndexSettings
from index.update import update_library
from ingest.settings import IngestSettings
from ui.cli import build_app

OCTOBER = """Notes of the Accountability Meeting

Date: 8 October 2024

4. Questions

PCC Question\tConstabulary Answer
What next?\tThe CC said that he would share the data with the panel.

Actions

Description of Action\tAction Update
Action 4 (22 July 2024): The CC is to report on costs.\t8 October 2024 - Begun. Action ongoing.
Action 6: ACC Dean is to write by 31 January 2025.\tNew action.
"""
JANUARY = """Notes of the Accountability Meeting

Date: 21 January 2025

Actions

Description of Action\tAction Update
Action 4 (22 July 2024): The CC is to report on costs.\t21 January 2025 - Done. Action closed.
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("minutes")
    (folder / "october.txt").write_text(OCTOBER)
    (folder / "january.txt").write_text(JANUARY)
    data = tmp_path_factory.mktemp("data")
    (data / "pcc.toml").write_text(
        f'[index]\ndata_dir = "{data}"\nembedding_model = "hashed-words"\n'
    )
    settings = IndexSettings(data_dir=data, embedding_model="hashed-words")
    update_library(settings, IngestSettings(), [folder])
    return data


def run(data: Path, *arguments: str) -> tuple[int, str, str]:
    called = ["commitments", *arguments, "--config", str(data / "pcc.toml")]
    result = CliRunner().invoke(build_app("commitments"), called)
    return result.exit_code, result.stdout, result.stderr


def test_list(data: Path) -> None:
    code, shown, _ = run(data, "list")
    assert code == 0
    assert "Action 4" in shown
    assert "2 of 3 commitments." in shown
    assert "share the data" not in shown
    assert "share the data" in run(data, "list", "--view", "suggestions")[1]
    assert "Action 4" not in run(data, "list", "--view", "open")[1]
    assert "Action 6" in run(data, "list", "--owner", "dean")[1]
    assert "Action 4" in run(data, "list", "--status", "closed")[1]
    assert "Action 6" not in run(data, "list", "--status", "closed")[1]
    rows = json.loads(run(data, "list", "--json", "--view", "open")[1])
    assert [row["action"] for row in rows] == ["6"]


def test_list_of_an_unknown_kind_is_wrong_usage(data: Path) -> None:
    code, _, error = run(data, "list", "--kind", "wish")
    assert code == 2
    assert "milestone" in error


def test_show_quotes_every_record(data: Path) -> None:
    code, shown, _ = run(data, "show", "4")
    assert code == 0
    assert shown.count("The CC is to report on costs.") == 2
    assert "21 January 2025" in shown
    assert run(data, "show", "99")[0] == 2


def test_diff(data: Path) -> None:
    _, shown, _ = run(data, "diff")
    assert "Closed: Action 4" in shown
    assert "Dropped: Action 6" in shown
    assert "New: Action 4" in run(data, "diff", "--meeting", "2024-10-08")[1]


def test_export_is_the_contract(data: Path) -> None:
    rows = json.loads(run(data, "export", "--format", "json")[1])
    fields = "document action kind raised owner text status update_date due locator quote"
    assert all(list(row) == fields.split() for row in rows)
    assert {row["action"] for row in rows} == {"4", "6", None}
    due = {row["due"] for row in rows if row["action"] == "6"}
    assert due == {"2025-01-31"}


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx", "ics"])
def test_export_to_a_file(data: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"register.{form}"
    assert run(data, "export", "--format", form, "--out", str(out))[0] == 0
    assert out.stat().st_size > 100


def test_export_of_one_list(data: Path) -> None:
    rows = json.loads(run(data, "export", "--view", "open")[1])
    assert {row["action"] for row in rows} == {"6"}
    assert json.loads(run(data, "export", "--view", "open", "--owner", "Nobody")[1]) == []


def test_excel_is_not_printed(data: Path) -> None:
    assert run(data, "export", "--format", "xlsx")[0] == 2


def test_review(data: Path) -> None:
    listed = run(data, "list", "--view", "suggestions")[1]
    assert "1 of 3" in listed
    shown = run(data, "show", "4")[1]
    name = shown[shown.index("[") + 1 : shown.index("]")]
    who = ["--by", "Asha Rowe"]
    assert run(data, "review", name, *who)[0] == 2
    assert run(data, "review", "nothing", *who, "--accept")[0] == 2
    assert run(data, "review", name, *who, "--set", "owner")[0] == 2
    assert run(data, "review", name, *who, "--set", "owner=The DCC")[0] == 0
    assert "corrected by Asha Rowe" in run(data, "show", "4")[1]
