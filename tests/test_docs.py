"""What the documentation and the messages name exists."""

import re
from pathlib import Path

import pytest
import typer
import typer.main

from ui.cli import COMMANDS, build_app
from ui.config import FILE_VARIABLE, Settings, describe, variables

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
SOURCES = sorted(
    path
    for folder in ("ingest", "index", "assistant", "eval", "ui")
    for path in (ROOT / folder).rglob("*.py")
)
NOT_SETTINGS = {FILE_VARIABLE, "PCC_SHARED"}
COMMAND = re.compile(r"`(?:\.venv/bin/)?pcc ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?")


def in_backticks(path: Path, pattern: str) -> set[str]:
    return set(re.findall(pattern, path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_setting_a_page_names_exists(path: Path) -> None:
    named = in_backticks(path, r"\bPCC_[A-Z][A-Z_]*[A-Z]\b")
    assert named <= set(variables()) | NOT_SETTINGS


def test_every_setting_a_message_names_exists() -> None:
    named = {
        name
        for path in SOURCES
        for name in re.findall(r"[\"'` ](PCC_[A-Z][A-Z_]*[A-Z])\b", path.read_text("utf-8"))
    }
    assert named <= set(variables()) | NOT_SETTINGS


@pytest.mark.parametrize("path", [*PAGES, *SOURCES], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_that_is_named_exists(path: Path) -> None:
    for name, below in COMMAND.findall(path.read_text(encoding="utf-8")):
        assert name in COMMANDS, f"pcc {name}"
        group = typer.main.get_command(build_app(name)).commands[name]  # type: ignore[attr-defined]
        if below and hasattr(group, "commands"):
            assert below in group.commands, f"pcc {name} {below}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_make_target_that_is_named_exists(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    assert in_backticks(path, r"`make ([a-z-]+)") <= targets


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_file_a_page_links_to_is_there(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_the_page_of_settings_lists_every_setting_with_its_default() -> None:
    page = (ROOT / "docs" / "SETTINGS.md").read_text(encoding="utf-8")
    for line in describe(Settings()):
        assert f"| `{line.variable}` | {line.value} | {line.description} |" in page


def test_no_page_has_an_empty_heading_or_a_note_to_self() -> None:
    for path in PAGES:
        assert not re.search(r"\bTODO\b|\bFIXME\b|^#+\s*$", path.read_text("utf-8"), re.M), path
