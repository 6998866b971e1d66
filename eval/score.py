"""Score saved answers: `python -m eval.score ANSWERS.jsonl QUESTIONS.jsonl [FOLDER OF TEXTS]`.

Pure and repeatable: the same two files always give the same figures. With a folder of text files
named as the documents, misses in reading are told from misses in search. Whether quotes are
verbatim is not measured here: that takes the stored texts, which a folder of `pcc eval run` holds.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from eval.answers import read_answers
from eval.errors import EvalError
from eval.questions import read_questions
from eval.scores import score
from eval.tables import misses, summary

USAGE = "usage: python -m eval.score ANSWERS.jsonl QUESTIONS.jsonl [FOLDER]"


def read_texts(folder: Path) -> dict[str, str]:
    """The text files of a folder by name without ending."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}


def main(arguments: Sequence[str]) -> int:
    """Print the table and the misses; 0 when scored, 2 on wrong usage or unreadable files."""
    if not 2 <= len(arguments) <= 3:
        sys.stderr.write(f"{USAGE}\n")
        return 2
    answers, questions, *folder = (Path(argument) for argument in arguments)
    texts = read_texts(folder[0]) if folder else None
    try:
        scores = score(read_questions(questions), read_answers(answers))
    except EvalError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{summary(scores)}\n\n{misses(scores, texts)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
