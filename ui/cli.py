"""The `pcc` command.

Nothing heavy is imported here: each command lives in a module of `ui.commands` that is imported
when that command is called. What `pcc --help` lists is in the table below, so it answers at once.
"""

import importlib
import sys
from collections.abc import Sequence

import typer

COMMANDS: dict[str, tuple[str, str]] = {
    "ingest": ("ui.commands.ingest:ingest", "Read files and folders into the library."),
    "ask": ("ui.commands.ask:ask", "Answer one question, with its sources."),
    "chat": ("ui.commands.ask:chat", "Ask questions one after another."),
    "answer-batch": ("ui.commands.batch:answer_batch", "Answer a JSONL file of questions."),
    "serve": ("ui.commands.serve:serve", "Serve the pages."),
    "library": ("ui.commands.library:app", "List, check, mend, rebuild or export the library."),
    "commitments": ("ui.commands.commitments:app", "Who undertook what, and what became of it."),
    "foi": ("ui.commands.foi:app", "Draft and check replies to requests for information."),
    "eval": ("ui.commands.evaluate:app", "Measure answers against a question set."),
    "answers": ("ui.commands.answers:app", "The record of answers given."),
    "switch": ("ui.commands.switch:app", "Turn public answering off and on."),
    "user": ("ui.commands.user:app", "Who may use the officer pages."),
    "settings": ("ui.commands.settings:settings", "Print every setting with its value."),
}
"""Command name -> where it is (module:name), and its one line of help."""

ERROR_MODULES = frozenset(
    {"ingest.errors", "index.errors", "assistant.errors", "assistant.foi.errors"}
    | {"eval.errors", "ui.errors"}
)
"""Modules whose exceptions are messages for a person, shown in one line without a traceback."""

FAILED = 1
PIPE_CLOSED = 141  # 128 + SIGPIPE, as other tools do


def build_app(called: str | None) -> typer.Typer:
    """The command line with the command `called` in full, and the others as name and help only."""
    app = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="Cited answers from the documents of a Police and Crime Commissioner.",
    )
    for name, (place, line) in COMMANDS.items():
        _mount(app, name, _found(place) if name == called else _stand_in, line)
    return app


def is_message(error: Exception) -> bool:
    """Whether an exception is one of the folders' own, meant to be read by a person."""
    return any(kind.__module__ in ERROR_MODULES for kind in type(error).__mro__)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `pcc` and exit: 2 on wrong usage, 1 with one line when a folder reports an error.

    A pipe that is closed early (`pcc … | head`) ends it quietly.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    called = next((word for word in given if not word.startswith("-")), None)
    try:
        build_app(called)(args=given, prog_name="pcc")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(PIPE_CLOSED)
    except Exception as error:
        if not is_message(error):
            raise
        typer.echo(f"pcc {called}: {error}", err=True)
        sys.exit(FAILED)


def _found(place: str) -> object:
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(module), name)


def _mount(app: typer.Typer, name: str, command: object, line: str) -> None:
    if isinstance(command, typer.Typer):
        app.add_typer(command, name=name, help=line)
    elif callable(command):
        app.command(name, help=None if command is not _stand_in else line)(command)


def _stand_in() -> None:
    """Holds the place of a command that was not called."""


if __name__ == "__main__":
    main()
