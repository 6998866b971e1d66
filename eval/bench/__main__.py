"""Run the bench at the size there is and at ten times it; print a table and write bench.json."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from eval.bench.build import build
from eval.bench.multiplied import multiply
from eval.bench.part import Figures

PARTS = ("times", "ours", "plain")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="eval.bench", description=__doc__)
    parser.add_argument("--docs", type=Path, required=True, help="folder of documents")
    parser.add_argument("--set", type=Path, required=True, help="questions to ask")
    parser.add_argument("--work", type=Path, default=Path("out/bench"), help="scratch folder")
    parser.add_argument("--times", type=int, default=10, help="how many times the documents")
    given = parser.parse_args()
    found = {"1": _measure(given.docs, given.set, given.work / "one")}
    if given.times > 1:
        many = multiply(given.docs, given.work / "documents", given.times)
        found[str(given.times)] = _measure(many, given.set, given.work / "many")
    (given.work / "bench.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(table(found))


def table(found: dict[str, Figures]) -> str:
    """The figures side by side, one column for each size."""
    names = dict.fromkeys(name for figures in found.values() for name in figures)
    head = f"{'':<34}" + "".join(f"{size + ' x':>12}" for size in found)
    rows = [
        f"{name:<34}" + "".join(f"{figures[name]:>12.3f}" for figures in found.values())
        for name in names
    ]
    return "\n".join([head, *rows, ""])


def _measure(docs: Path, question_set: Path, work: Path) -> Figures:
    figures = build(docs, work)
    for part in PARTS:
        command = [sys.executable, "-m", f"eval.bench.{part}"]
        command += ["--work", str(work), "--set", str(question_set)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own module
        figures |= json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    main()
