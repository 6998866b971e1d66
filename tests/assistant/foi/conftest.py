"""The invented letters beside this file, with the parts they are to be split into."""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "letters"


@dataclass(frozen=True)
class MarkedLetter:
    name: str
    text: str
    parts: list[str]


def read_marked(name: str, marked: str) -> MarkedLetter:
    parts = re.findall(r"\[\[(.*?)\]\]", marked, re.DOTALL)
    return MarkedLetter(name, marked.replace("[[", "").replace("]]", ""), parts)


def marked_letters() -> list[MarkedLetter]:
    return [read_marked(path.stem, path.read_text()) for path in sorted(FOLDER.glob("*.txt"))]


def pytest_generate_tests(metafunc):
    """Every test that takes `letter` runs over all the invented letters."""
    if "letter" in metafunc.fixturenames:
        metafunc.parametrize("letter", marked_letters(), ids=lambda letter: letter.name)
