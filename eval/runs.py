"""A run's folder: everything needed to score it again and to know what made it.

| file | holds |
|---|---|
| questions.jsonl | the set as it was asked |
| answers.jsonl | the answers, with how sure each was |
| texts.json | the stored text of the documents that were cited or hold gold quotes |
| made-by.json | settings, version, library generation and time |
| scores.json | the figures |
| report.html | the page for people |
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from eval.answers import AnswerRow, read_answers
from eval.errors import SetError
from eval.intervals import Share
from eval.jsonl import write_rows
from eval.questions import Question, read_questions
from eval.scores import Scores, score

ANSWERS = "answers.jsonl"
QUESTIONS = "questions.jsonl"
TEXTS = "texts.json"
MADE_BY = "made-by.json"
SCORES = "scores.json"
REPORT = "report.html"


class MadeBy(BaseModel):
    """What made a run. `settings` are all settings as text, by variable."""

    model_config = ConfigDict(frozen=True)

    set_name: str
    version: str
    generation: int
    documents: int
    finished: str
    settings: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Run:
    """A saved run with its scores. `texts` holds stored text by document name."""

    folder: Path
    made_by: MadeBy
    texts: dict[str, str]
    scores: Scores


def save_run(
    folder: Path,
    questions: Sequence[Question],
    answers: Iterable[AnswerRow],
    texts: dict[str, str],
    made_by: MadeBy,
) -> Run:
    """Write a run's folder and read it back."""
    answers = tuple(answers)
    write_rows(folder / QUESTIONS, questions)
    write_rows(folder / ANSWERS, answers)
    used = {c.document for row in answers for c in row.citations}
    used |= {proof.document for question in questions for proof in question.evidence}
    kept = {name: text for name, text in sorted(texts.items()) if name in used}
    (folder / TEXTS).write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    (folder / MADE_BY).write_text(made_by.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return read_run(folder)


def read_run(folder: Path) -> Run:
    """Score a saved run again. Raises SetError when a file of it is missing or broken."""
    try:
        texts: dict[str, str] = json.loads((folder / TEXTS).read_text(encoding="utf-8"))
        made_by = MadeBy.model_validate_json((folder / MADE_BY).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SetError(f"{folder} is not the folder of a run ({error})") from error
    questions = read_questions(folder / QUESTIONS)
    scores = score(questions, read_answers(folder / ANSWERS), texts)
    run = Run(folder, made_by, texts, scores)
    (folder / SCORES).write_text(json.dumps(figures(scores), indent=1) + "\n", encoding="utf-8")
    return run


def figures(scores: Scores) -> dict[str, object]:
    """The scores as plain values: each share with hits, n and interval, whole and by kind."""
    return {
        "shares": {name: _figure(share) for name, share in scores.shares.items()},
        "by_kind": {
            kind: {name: _figure(share) for name, share in shares.items()}
            for kind, shares in scores.by_kind.items()
        },
        "mrr": scores.mrr,
        "seconds_median": scores.seconds_median,
        "seconds_p95": scores.seconds_p95,
    }


def _figure(share: Share) -> dict[str, object]:
    return {
        "value": share.value,
        "hits": share.hits,
        "n": share.n,
        "interval": share.interval,
    }
