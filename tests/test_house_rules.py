"""The sizes and habits that CONTRIBUTING.md asks for."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("ingest", "index", "assistant", "eval", "ui")
MOST_LINES = 300
MOST_FUNCTION_LINES = 80
VAGUE = {"utils", "util", "common", "helpers", "misc", "base"}


def sources() -> list[Path]:
    return sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))


def test_no_module_is_over_300_lines_and_the_median_is_under_100() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert [str(path) for path, length in lengths.items() if length > MOST_LINES] == []
    assert sorted(lengths.values())[len(lengths) // 2] < 100


def test_no_function_is_long() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.lineno >= MOST_FUNCTION_LINES
    ]
    assert long == []


def test_modules_say_what_they_are_for() -> None:
    assert [str(path) for path in sources() if path.stem in VAGUE] == []
    undocumented = [
        str(path.relative_to(ROOT))
        for path in sources()
        if path.stat().st_size and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert undocumented == []


def test_every_lint_exception_has_its_reason() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sources()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if "# noqa" in line and " - " not in line.partition("# noqa")[2]
    ]
    assert bare == []
