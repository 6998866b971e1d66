"""What `pcc eval run` and `letters` do: open the library, ask or draft the set, save the run."""

import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import track

from assistant.assistant import Assistant
from assistant.bodies import load_bodies
from assistant.foi.desk import Desk
from assistant.foi.drafting import Drafter, reply_assistant
from assistant.foi.export import draft_json
from assistant.foi.intake import read_letter
from eval.answers import AnswerRow
from eval.generate import answer_all
from eval.letters import Draft, judge_letter
from eval.questions import BatchQuestion, Letter, Question
from eval.runs import MadeBy, Run, save_run
from index.library import Library
from ui.commands.opening import settings_for
from ui.config import Settings, describe


def answer_set(
    questions: Sequence[Question], name: str, folder: Path, config: Path | None, data: Path | None
) -> Run:
    """Ask every question of the set and save the run in `folder`."""
    settings = settings_for(config, data)
    with Library.open(settings.index) as library:
        assistant = Assistant(library, settings.assistant, load_bodies(settings.foi.bodies_file))
        asking = track(questions, "asking", console=Console(stderr=True), transient=True)
        rows = tuple(answer_all(assistant, asking, _report))
        texts = {found.name: library.document(found.id).text for found in library.documents()}
        made_by = _made_by(name, library, settings)
    return save_run(folder, questions, rows, texts, made_by)


def draft_set(
    letters: Sequence[Letter], name: str, folder: Path, config: Path | None, data: Path | None
) -> tuple[Run, tuple[str, ...]]:
    """Draft a reply to every letter, save the run; what was split wrongly, a line for each."""
    settings = settings_for(config, data)
    notes: list[str] = []
    questions: list[Question] = []
    rows: list[AnswerRow] = []
    with Library.open(settings.index) as library:
        drafts = _Drafts(settings, library)
        for letter in track(letters, "drafting", console=Console(stderr=True), transient=True):
            outcome = judge_letter(letter, drafts.draft(letter))
            questions += outcome.questions
            rows += outcome.rows
            notes += [f"{letter.id}: a part too many: {ask}" for ask in outcome.extra]
            notes += [f"{letter.id}: not the letter's words: {ask}" for ask in outcome.altered]
        texts = {found.name: library.document(found.id).text for found in library.documents()}
        made_by = _made_by(name, library, settings)
    return save_run(folder, questions, rows, texts, made_by), tuple(notes)


class _Drafts:
    """Drafts letters of a set in a register of their own, which is thrown away."""

    def __init__(self, settings: Settings, library: Library) -> None:
        self._settings = settings
        self._library = library
        self._assistant = reply_assistant(
            Assistant(library, settings.assistant, load_bodies(settings.foi.bodies_file)),
            settings.foi,
        )

    def draft(self, letter: Letter) -> Draft:
        """The draft of one letter, begun afresh."""
        received = date.fromisoformat(letter.received) if letter.received else date.today()
        with tempfile.TemporaryDirectory(prefix="pcc-letters-") as scratch:
            place = Path(scratch)
            file = place / "letter.txt"
            file.write_text(letter.letter, encoding="utf-8")
            index = self._settings.index.model_copy(update={"data_dir": place})
            desk = Desk.open(index, self._settings.foi)
            drafter = Drafter(desk.register, self._library, self._assistant, self._settings.foi)
            read = read_letter(file, self._settings.ingest)
            request = drafter.draft(drafter.take_in(read, received, "eval"))
            deadline = desk.deadline(request)
            written = draft_json(request, deadline.due, deadline.working).model_dump_json()
        return Draft.model_validate_json(written)


def _report(question: BatchQuestion, error: Exception) -> None:
    typer.echo(f"{question.id}: {type(error).__name__}: {error}", err=True)


def _made_by(name: str, library: Library, settings: Settings) -> MadeBy:
    return MadeBy(
        set_name=name,
        version=version("pcc-assistant"),
        generation=library.generation,
        documents=len(library.documents()),
        finished=datetime.now(UTC).isoformat(timespec="seconds"),
        settings={line.variable: line.value for line in describe(settings)},
    )
