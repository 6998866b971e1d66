"""`pcc eval`: answer a question set, score it, report it, compare two runs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.options import Config, DataDir

if TYPE_CHECKING:  # heavy: these import matplotlib and the assistant
    from eval.runs import Run

app = typer.Typer(no_args_is_help=True)

BELOW_RECORD = 4
RESULTS = Path("out/eval")

Folder = Annotated[Path, typer.Argument(help="Folder of a run.")]


@app.command()
def run(
    question_set: Annotated[Path, typer.Option("--set", help="JSONL file of questions.")],
    out: Annotated[
        Path | None, typer.Option(help="Results folder (default: out/eval/SET).")
    ] = None,
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Answer a question set; write answers, scores and a report."""
    from eval.questions import read_questions
    from ui.commands.evaluating import answer_set

    questions = read_questions(question_set)
    folder = out or RESULTS / question_set.stem
    finished = answer_set(questions, question_set.stem, folder, config, data_dir)
    _show(finished)


@app.command()
def letters(
    letter_set: Annotated[Path, typer.Option("--set", help="JSONL file of request letters.")],
    out: Annotated[
        Path | None, typer.Option(help="Results folder (default: out/eval/SET).")
    ] = None,
    data_dir: DataDir = None,
    config: Config = None,
) -> None:
    """Draft a reply to each letter of a set; score its parts as answers."""
    from eval.questions import read_letters
    from ui.commands.evaluating import draft_set

    folder = out or RESULTS / letter_set.stem
    finished, notes = draft_set(read_letters(letter_set), letter_set.stem, folder, config, data_dir)
    _show(finished)
    for note in notes:
        typer.echo(note)


@app.command()
def score(
    folder: Folder, misses: Annotated[bool, typer.Option(help="List misses.")] = True
) -> None:
    """Score a saved run again; no question is asked."""
    from eval.runs import read_run
    from eval.tables import misses as list_misses
    from eval.tables import summary

    saved = read_run(folder)
    typer.echo(summary(saved.scores))
    if misses:
        typer.echo(f"\n{list_misses(saved.scores, saved.texts)}")


@app.command()
def report(folder: Folder) -> None:
    """Write the report page of a saved run again."""
    from eval.runs import read_run

    _show(read_run(folder))


@app.command()
def table(folders: Annotated[list[Path], typer.Argument(help="Folders of runs.")]) -> None:
    """Print runs side by side as a Markdown table, for docs/RESULTS.md."""
    from eval.runs import read_run
    from eval.side_by_side import markdown_table

    typer.echo(markdown_table([read_run(folder) for folder in folders]))


@app.command()
def compare(
    before: Annotated[Path, typer.Argument(help="Folder of the earlier run.")],
    after: Annotated[Path, typer.Argument(help="Folder of the later run.")],
) -> None:
    """Say question by question what two runs of one set gained and lost."""
    from eval.compare import compare as changes
    from eval.runs import read_run
    from eval.tables import change_line

    for change in changes(read_run(before).scores, read_run(after).scores):
        typer.echo(change_line(change))


@app.command()
def check(
    folder: Folder,
    record: Annotated[Path, typer.Option(help="The recorded result to hold it against.")],
) -> None:
    """Exit 4 when a run falls below the recorded one by more than noise."""
    from eval.record import falls, read_record
    from eval.runs import read_run

    lines = falls(read_record(record), read_run(folder).scores)
    for line in lines:
        typer.echo(line, err=True)
    if lines:
        raise typer.Exit(BELOW_RECORD)
    typer.echo(f"{folder} holds the record")


@app.command(name="record")
def record_run(
    folder: Folder, record: Annotated[Path, typer.Argument(help="File to write.")]
) -> None:
    """Write down a run as the one that later runs are held against."""
    from eval.record import record_of, write_record
    from eval.runs import read_run

    write_record(record, record_of(read_run(folder).scores))
    typer.echo(f"recorded in {record}")


def _show(finished: "Run") -> None:
    from eval.report import report_page
    from eval.runs import REPORT
    from eval.tables import summary

    page = finished.folder / REPORT
    page.write_text(report_page(finished), encoding="utf-8")
    typer.echo(f"{summary(finished.scores)}\n\n{page}")
