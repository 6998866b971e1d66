"""The built wheel, unpacked elsewhere, has everything it needs and runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA_FILES = ("assistant/thesaurus.toml", "assistant/foi/data", "index/ranking", "ui/static")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    build = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run([*pip, *build], check=True)
    (wheel,) = folder.glob("*.whl")
    into = folder / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(into), str(wheel)], check=True)
    return into


def pcc(unpacked: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = "import ui.cli, sys; assert ui.cli.__file__.startswith(sys.argv[1]), ui.cli.__file__; "
    code += "ui.cli.main(sys.argv[2:])"
    return subprocess.run(
        [sys.executable, "-P", "-c", code, str(unpacked), *arguments],
        cwd=unpacked.parent,
        env=os.environ
        | {"PYTHONPATH": str(unpacked), "PCC_EMBEDDING_MODEL": "hashed-words", "PCC_WORKERS": "1"},
        capture_output=True,
        text=True,
    )


@pytest.mark.slow
def test_the_wheel_answers_a_question_from_another_folder(unpacked: Path) -> None:
    document = unpacked.parent / "budget-report-2025-03-04.txt"
    document.write_text("Money\n\nThe Commissioner set aside £45,000 for rural crime in 2025/26.\n")
    assert pcc(unpacked, "ingest", str(document)).returncode == 0
    asked = pcc(unpacked, "ask", "How much was set aside for rural crime in 2025/26?")
    assert "£45,000" in asked.stdout, asked.stderr


@pytest.mark.slow
def test_the_wheel_holds_the_data_files_and_the_sample(unpacked: Path) -> None:
    for name in (*DATA_FILES, "eval/sample/documents", "eval/sample/questions.jsonl"):
        found = unpacked / name
        assert found.is_file() or any(found.iterdir()), name
    assert not (unpacked / "tests").exists()
