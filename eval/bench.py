"""Speed and memory beside a plain llama-index pipeline, in one run: `python -m eval.bench`.

Both answer the same questions over the same documents, turn by turn in one process, so that a busy
machine slows both alike; each question is asked once, after a few others that warm the process.
Peak memory is taken from a process of its own for each. All of it again at ten times the documents.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.assistant import Assistant
from assistant.settings import AssistantSettings
from eval.intervals import percentile
from eval.multiplied import multiply
from eval.plain import PlainPipeline
from eval.questions import Question, read_questions
from eval.scores import score
from index.library import Library
from index.settings import IndexSettings
from index.update import update_library
from ingest.settings import IngestSettings

WARM_UP = 5
Figures = dict[str, float]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure at the size there is and at ten times it; print a table and write bench.json."""
    parser = argparse.ArgumentParser(prog="eval.bench", description=__doc__)
    parser.add_argument("--docs", type=Path, required=True, help="folder of documents")
    parser.add_argument("--set", type=Path, required=True, help="questions to ask")
    parser.add_argument("--work", type=Path, default=Path("out/bench"), help="scratch folder")
    parser.add_argument("--times", type=int, default=10, help="how many times the documents")
    parser.add_argument("--only", choices=sorted(_PARTS), help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.only:
        sys.stdout.write(json.dumps(_PARTS[given.only](given.work, read_questions(given.set))))
        return
    found = {"1": _measure(given.docs, given.set, given.work / "one")}
    if given.times > 1:
        many = multiply(given.docs, given.work / "many-documents", given.times)
        found[str(given.times)] = _measure(many, given.set, given.work / "many")
    (given.work / "bench.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(table(found))


def table(found: dict[str, Figures]) -> str:
    """The figures side by side, one column for each size."""
    names = list(dict.fromkeys(name for figures in found.values() for name in figures))
    head = f"{'':<34}" + "".join(f"{size + ' x':>12}" for size in found)
    rows = [
        f"{name:<34}" + "".join(f"{figures.get(name, 0):>12.3f}" for figures in found.values())
        for name in names
    ]
    return "\n".join([head, *rows, ""])


def _measure(docs: Path, question_set: Path, work: Path) -> Figures:
    started = time.perf_counter()
    update_library(_settings(work), IngestSettings(), [docs])
    ingested = time.perf_counter()
    with Library.open(_settings(work)) as library:
        texts = {record.name: library.document(record.id).text for record in library.documents()}
    plain = PlainPipeline(work / "plain", _settings(work).embedding_model)
    plain.add(texts)
    figures = {
        "documents": float(len(texts)),
        "ours: build, s": ingested - started,
        "plain: build, s": time.perf_counter() - ingested,
    }
    for part in _PARTS:
        figures |= _in_a_process(part, question_set, work)
    return figures


def _in_a_process(part: str, question_set: Path, work: Path) -> Figures:
    command = [sys.executable, "-m", "eval.bench", "--only", part, "--docs", "."]
    command += ["--set", str(question_set), "--work", str(work)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own module
    figures: Figures = json.loads(done.stdout)
    return figures


def _times(work: Path, questions: Sequence[Question]) -> Figures:
    plain = PlainPipeline(work / "plain", _settings(work).embedding_model)
    with Library.open(_settings(work)) as library:
        assistant = Assistant(library, AssistantSettings())
        for question in questions[:WARM_UP]:
            assistant.ask(f"Please tell me: {question.question}")
            plain.retrieve(f"Please tell me: {question.question}")
        ours, theirs = [], []
        for question in questions:
            ours.append(_seconds(assistant.ask, question.question))
            theirs.append(_seconds(plain.retrieve, question.question))
    return {
        "ours: answer, median, s": percentile(ours, 0.5) or 0.0,
        "ours: answer, 95th percentile, s": percentile(ours, 0.95) or 0.0,
        "plain: retrieval, median, s": percentile(theirs, 0.5) or 0.0,
        "plain: retrieval, 95th percentile": percentile(theirs, 0.95) or 0.0,
        "ratio of the medians": (percentile(ours, 0.5) or 0.0) / (percentile(theirs, 0.5) or 1.0),
    }


def _ours(work: Path, questions: Sequence[Question]) -> Figures:
    with Library.open(_settings(work)) as library:
        assistant = Assistant(library, AssistantSettings())
        for question in questions:
            assistant.ask(question.question)
    return {"ours: peak memory, MB": _peak_megabytes()}


def _plain(work: Path, questions: Sequence[Question]) -> Figures:
    plain = PlainPipeline(work / "plain", _settings(work).embedding_model)
    rows = [plain.answer(question.id, question.question) for question in questions]
    shares = score(questions, rows).shares
    return {"plain: peak memory, MB": _peak_megabytes()} | {
        f"plain: {name}": shares[name].value or 0.0 for name in ("accuracy", "cited", "recall@5")
    }


_PARTS: dict[str, Callable[[Path, Sequence[Question]], Figures]] = {
    "times": _times,
    "ours": _ours,
    "plain": _plain,
}


def _seconds(call: Callable[[str], object], question: str) -> float:
    started = time.perf_counter()
    call(question)
    return time.perf_counter() - started


def _settings(work: Path) -> IndexSettings:
    return IndexSettings(data_dir=work / "library")


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux counts kilobytes


if __name__ == "__main__":
    main()
