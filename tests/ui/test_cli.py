import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from index.errors import LibraryMissing
from ui.cli import COMMANDS, build_app, is_message, main

HELP_SECONDS = 0.5


def run(*arguments: str) -> tuple[int, str, str]:
    """`pcc` in this process: exit code, standard output, standard error."""
    result = CliRunner().invoke(build_app(arguments[0]), list(arguments))
    return result.exit_code, result.stdout, result.stderr


def test_help_lists_every_command_within_half_a_second() -> None:
    """Processor time, so that a busy machine does not fail it; nothing is waited for."""

    def once() -> tuple[float, str]:
        before = os.times()
        done = subprocess.run(
            [sys.executable, "-m", "ui.cli", "--help"], capture_output=True, text=True, check=True
        )
        after = os.times()
        spent = after.children_user + after.children_system
        return spent - before.children_user - before.children_system, done.stdout

    seconds, text = min(once() for _ in range(3))
    assert seconds < HELP_SECONDS
    assert all(f" {name} " in text and line in text for name, (_, line) in COMMANDS.items())


def test_help_imports_nothing_heavy() -> None:
    heavy = "{'pydantic', 'numpy', 'torch', 'gradio', 'chromadb', 'matplotlib', 'llama_index'}"
    code = f"import sys, ui.cli; ui.cli.build_app(None); print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_of_its_own(name: str) -> None:
    code, text, _ = run(name, "--help")
    assert code == 0
    assert f"Usage: root {name}" in " ".join(text.split())
    assert len(text.split()) > 15


def test_an_unknown_command_is_wrong_usage() -> None:
    assert run("aks")[0] == 2


def test_an_error_of_ours_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["ask", "Who?", "--data-dir", str(tmp_path / "none")])
    shown = capsys.readouterr()
    assert stopped.value.code == 1
    assert shown.out == ""
    assert shown.err.startswith("pcc ask: There is no library in")
    assert shown.err.count("\n") == 1


def test_only_errors_of_ours_are_messages() -> None:
    assert is_message(LibraryMissing("a", "b"))
    assert not is_message(ValueError("a"))


def test_the_switch_wants_a_reason_and_keeps_it(tmp_path: Path) -> None:
    data = ("--data-dir", str(tmp_path))
    assert run("switch", "off", *data)[0] == 2
    assert run("switch", "off", "--why", "pre-election period", *data)[0] == 0
    assert run("switch", "on", *data)[0] == 0
    _, text, _ = run("switch", "status", *data)
    assert text.startswith("Answering is on.")
    assert "off  pre-election period" in text


def test_users_are_added_listed_and_removed(tmp_path: Path) -> None:
    data = ("--data-dir", str(tmp_path))
    assert run("user", "add", "clerk", "--password", "four plain words here", *data)[0] == 0
    assert run("user", "list", *data)[1] == "clerk\n"
    assert run("user", "remove", "clerk", *data)[0] == 0
    assert run("user", "list", *data)[1] == ""


def test_answer_records_of_an_unused_folder_are_none(tmp_path: Path) -> None:
    out = tmp_path / "records.jsonl"
    assert run("answers", "export", "--out", str(out), "--data-dir", str(tmp_path))[0] == 0
    assert out.read_text() == ""


def test_settings_are_listed_with_their_values(tmp_path: Path) -> None:
    _, text, _ = run("settings", "--data-dir", str(tmp_path))
    assert f"PCC_INDEX_DATA_DIR = {tmp_path}" in text


DOCUMENT = """Money in Mereshire

The Commissioner set aside £45,000 for rural crime in 2025/26.

The grant for night buses was £12,500 in the same year.
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A folder with one document, and a data folder whose library needs no model."""
    monkeypatch.setenv("PCC_EMBEDDING_MODEL", "hashed-words")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "budget-report-2025-03-04.txt").write_text(DOCUMENT, encoding="utf-8")
    return docs, tmp_path / "data"


def test_ingest_reports_as_json_and_again_reads_nothing(library: tuple[Path, Path]) -> None:
    docs, data = library
    first = json.loads(run("ingest", str(docs), "--data-dir", str(data), "--json")[1])
    assert first["documents"] == 1
    again = json.loads(run("ingest", str(docs), "--data-dir", str(data), "--json")[1])
    assert again["unchanged"] == ["budget-report-2025-03-04.txt"]
    assert again["embedded"] == 0


def test_ingest_tells_what_failed_and_exits_3(library: tuple[Path, Path]) -> None:
    docs, data = library
    (docs / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    code, text, _ = run("ingest", str(docs), "--data-dir", str(data))
    assert code == 3
    assert "1 read, 1 failed" in text
    assert f"FAILED: {docs / 'broken.pdf'}: " in text


def test_ingest_of_what_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert run("ingest", str(tmp_path / "none"), "--data-dir", str(tmp_path))[0] == 2


def test_only_retires_what_comes_from_elsewhere(library: tuple[Path, Path], tmp_path: Path) -> None:
    docs, data = library
    other = tmp_path / "other"
    other.mkdir()
    (other / "press-release-2025-05-01.txt").write_text("The Commissioner opened a hall.\n" * 3)
    run("ingest", str(docs), "--data-dir", str(data))
    kept = run("ingest", str(other), "--unless-filled", "--data-dir", str(data))
    assert "holds other documents" in kept[1]
    report = json.loads(run("ingest", str(other), "--only", "--json", "--data-dir", str(data))[1])
    assert report["retired"] == ["budget-report-2025-03-04.txt"]
    assert report["documents"] == 1


def test_a_batch_is_answered_in_order_with_the_rows_of_the_contract(
    library: tuple[Path, Path], tmp_path: Path
) -> None:
    docs, data = library
    run("ingest", str(docs), "--data-dir", str(data))
    questions, answers = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    asked = [
        {"id": 2, "question": "How much was set aside for rural crime in 2025/26?"},
        {"id": "b", "question": "And for night buses?", "history": ["How much for rural crime?"]},
    ]
    questions.write_text("".join(json.dumps(row) + "\n" for row in asked))
    code, _, errors = run("answer-batch", str(questions), str(answers), "--data-dir", str(data))
    assert (code, errors) == (0, "")
    rows = [json.loads(line) for line in answers.read_text().splitlines()]
    assert [row["id"] for row in rows] == [2, "b"]
    assert set(rows[0]) == {"id", "status", "answer", "citations", "passages", "seconds"}
    assert "£45,000" in rows[0]["answer"]
    assert rows[0]["citations"][0]["document"] == "budget-report-2025-03-04"
    assert rows[0]["citations"][0]["quote"] in DOCUMENT


def test_ask_shows_the_answer_with_its_source(library: tuple[Path, Path]) -> None:
    docs, data = library
    run("ingest", str(docs), "--data-dir", str(data))
    question = "How much was set aside for rural crime in 2025/26?"
    _, text, _ = run("ask", question, "--data-dir", str(data))
    assert "£45,000" in text
    assert "[1] " in text
    assert "Searched: 1 document" in text
    _, row, _ = run("ask", question, "--json", "--data-dir", str(data))
    assert json.loads(row)["status"] == "answered"


def test_chat_goes_on_until_an_empty_line(library: tuple[Path, Path]) -> None:
    docs, data = library
    run("ingest", str(docs), "--data-dir", str(data))
    said = CliRunner().invoke(
        build_app("chat"),
        ["chat", "--data-dir", str(data)],
        input="How much was set aside for rural crime?\n\n",
    )
    assert said.exit_code == 0
    assert "£45,000" in said.stdout
