"""`pcc ask` and `pcc chat`: questions and answers in a terminal."""

from typing import Annotated

import typer

from ui.commands.options import AsJson, Config, DataDir


def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotation marks.")],
    data_dir: DataDir = None,
    config: Config = None,
    as_json: AsJson = False,
) -> None:
    """Answer one question from the library, with the sources that prove it."""
    from eval.answers import row_of
    from ui.commands.assisting import open_assistant
    from ui.commands.opening import settings_for
    from ui.commands.terminal import answer_text

    with open_assistant(settings_for(config, data_dir)) as assistant:
        answer = assistant.ask(question)
    typer.echo(row_of("", answer).model_dump_json(indent=2) if as_json else answer_text(answer))


def chat(data_dir: DataDir = None, config: Config = None) -> None:
    """Ask questions one after another; an empty line or Ctrl-D ends it."""
    from assistant.answer import Turn
    from ui.commands.assisting import open_assistant
    from ui.commands.opening import settings_for
    from ui.commands.terminal import answer_text

    turns: list[Turn] = []
    with open_assistant(settings_for(config, data_dir)) as assistant:
        while question := _next_question():
            answer = assistant.ask(question, tuple(turns))
            turns.append(Turn(question, answer.text))
            typer.echo(f"\n{answer_text(answer)}\n")


def _next_question() -> str:
    try:
        return input("> ").strip()
    except (EOFError, KeyboardInterrupt):
        typer.echo()
        return ""
