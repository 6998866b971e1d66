"""An update killed at any moment: the library answers as before, and the next run completes it.

The updates run in processes of their own, on real readers and stores, and are killed by SIGKILL.
"""

import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.check import check_library
from index.library import Library
from index.progress import ignore
from index.results import Query
from index.settings import IndexSettings
from index.update import Steps, update_library
from ingest.passages import cut_passages
from ingest.reader import read_document
from ingest.settings import IngestSettings

KILLS = 25
QUESTIONS = ("marker", "the topic of paper 3", "precept in year 7", "what changed?")
# Read in the updating process itself, so that a kill at any moment meets nothing but it.
STEPS = Steps(read=read_document, cut=cut_passages, reading="crash", cutting="crash")

SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(["chromadb", "index.check", "index.update", "ingest.reader"])


@dataclass(frozen=True)
class Fingerprint:
    """Everything that two libraries made from the same files must share."""

    documents: tuple[tuple[str, str, int], ...]
    passages: tuple[tuple[str, ...], ...]
    words: tuple[int, dict[str, int]]
    answers: tuple[tuple[tuple[str, float], ...], ...]


def fingerprint(settings: IndexSettings) -> Fingerprint:
    with Library.open(settings) as library:
        records = library.documents()
        lexicon = library.lexicon()
        return Fingerprint(
            tuple((record.name, record.sha256, record.passage_count) for record in records),
            tuple(tuple(one.id for one in library.passages(record.id)) for record in records),
            (lexicon.passages, lexicon.frequency),
            tuple(answer(library, question) for question in QUESTIONS),
        )


def answer(library: Library, question: str) -> tuple[tuple[str, float], ...]:
    hits = library.search(Query(question, limit=5)).hits
    return tuple((hit.passage.id, round(hit.cosine or 0.0, 4)) for hit in hits)


def write_paper(folder: Path, number: int, edition: str, paragraphs: int = 12) -> None:
    text = "\n\n".join(
        f"In year {one} the marker of edition {edition} says that the topic of paper {number} was "
        f"looked at again, and item {number * 100 + one} was agreed."
        for one in range(paragraphs)
    )
    (folder / f"paper-{number}.txt").write_text(f"Paper {number}\n\n{text}\n")


def change_folder(folder: Path) -> None:
    """Papers changed, removed, added, renamed and doubled."""
    for number in (1, 2, 3):
        write_paper(folder, number, "second")
    (folder / "paper-4.txt").unlink()
    (folder / "paper-5.txt").rename(folder / "renamed.txt")
    for number in (20, 21, 22):
        write_paper(folder, number, "first")
    shutil.copy(folder / "paper-6.txt", folder / "copy-of-6.txt")


def start_update(settings: IndexSettings, folder: Path) -> multiprocessing.process.BaseProcess:
    arguments = (settings, IngestSettings(workers=1), [folder], ignore, STEPS)
    process = SERVER.Process(target=update_library, args=arguments)
    process.start()
    return process


def complete_update(settings: IndexSettings, folder: Path) -> float:
    """Run an update to its end; the seconds that took."""
    begun = time.monotonic()
    process = start_update(settings, folder)
    process.join()
    assert process.exitcode == 0
    return time.monotonic() - begun


def assert_survives_kills(
    settings: IndexSettings, folder: Path, tmp_path: Path, kills: int, seed: int
) -> None:
    """Kill the update of `folder` from the state in `settings` at random moments."""
    undisturbed = settings.model_copy(update={"data_dir": tmp_path / "undisturbed"})
    begins_empty = not settings.data_dir.exists()
    before = None if begins_empty else fingerprint(settings)
    if not begins_empty:
        shutil.copytree(settings.data_dir, undisturbed.data_dir)
    seconds = complete_update(undisturbed, folder)
    after = fingerprint(undisturbed)
    assert after != before
    moments = random.Random(seed)
    for number in range(kills):
        tried = settings.model_copy(update={"data_dir": tmp_path / f"kill-{number}"})
        if not begins_empty:
            shutil.copytree(settings.data_dir, tried.data_dir)
        process = start_update(tried, folder)
        time.sleep(moments.uniform(0.0, seconds))
        process.kill()
        process.join()
        if before is not None:
            assert fingerprint(tried) in (before, after)
            assert check_library(tried).faults == ()
        complete_update(tried, folder)
        assert check_library(tried).faults == ()
        assert fingerprint(tried) == after
        left = [path.name for path in tried.generations_dir.iterdir()]
        assert len(left) == 1, left
        shutil.rmtree(tried.data_dir)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(10):
        write_paper(folder, number, "first")
    return folder


@pytest.mark.slow
def test_an_update_killed_at_random_moments_is_as_if_it_had_not_been(settings, folder, tmp_path):
    complete_update(settings, folder)
    change_folder(folder)
    assert_survives_kills(settings, folder, tmp_path, KILLS, seed=1)


@pytest.mark.slow
def test_a_first_ingest_killed_at_random_moments_is_completed(settings, folder, tmp_path):
    assert_survives_kills(settings, folder, tmp_path, 8, seed=2)


@pytest.mark.slow
def test_an_update_killed_again_and_again_gets_there(settings, folder, tmp_path):
    complete_update(settings, folder)
    undisturbed = settings.model_copy(update={"data_dir": tmp_path / "undisturbed"})
    shutil.copytree(settings.data_dir, undisturbed.data_dir)
    before = fingerprint(settings)
    change_folder(folder)
    seconds = complete_update(undisturbed, folder)
    for number in range(10):
        process = start_update(settings, folder)
        time.sleep(seconds * number / 20)
        process.kill()
        process.join()
    assert fingerprint(settings) in (before, fingerprint(undisturbed))
    complete_update(settings, folder)
    assert fingerprint(settings) == fingerprint(undisturbed)
    assert check_library(settings).faults == ()


@pytest.mark.slow
def test_the_default_model_survives_a_kill_too(tmp_path, folder, exported_models):
    settings = IndexSettings(data_dir=tmp_path / "data", models_dir=exported_models, threads=1)
    complete_update(settings, folder)
    change_folder(folder)
    assert_survives_kills(settings, folder, tmp_path, 2, seed=3)


UPDATE = """
import sys
from pathlib import Path
from index.errors import LibraryBusy
from index.settings import IndexSettings
from index.update import update_library
from ingest.settings import IngestSettings

settings = IndexSettings(data_dir=Path(sys.argv[1]), embedding_model="hashed-words")
try:
    report = update_library(settings, IngestSettings(workers=1), [Path(sys.argv[2])])
    print("generation", report.generation)
except LibraryBusy as error:
    print(error)
"""


@pytest.mark.slow
def test_of_two_ingests_at_once_one_does_it_and_the_other_says_why_not(settings, folder):
    command = [sys.executable, "-c", UPDATE, settings.data_dir, folder]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = sorted(process.communicate()[0] for process in both)
    assert [process.returncode for process in both] == [0, 0]
    # Unless one had ended before the other began.
    assert told[0].startswith("Another process ") or told == ["generation 1\n"] * 2
    assert told[1] == "generation 1\n"
    assert check_library(settings).faults == ()


@pytest.mark.slow
def test_queries_while_updates_run_never_fail_and_never_see_half_a_document(settings, folder):
    """Each edition of a paper has its own marker on every paragraph: all or none are live."""
    complete_update(settings, folder)
    seen: set[tuple[str, str]] = set()
    with Library.open(settings) as library:
        for edition in ("second", "third", "fourth"):
            for number in range(10):
                write_paper(folder, number, edition)
            process = start_update(settings, folder)
            while process.is_alive():
                seen.add(assert_whole(library, edition))
            process.join()
            assert process.exitcode == 0
            seen.add(assert_whole(library, edition))
    assert {editions for editions, _ in seen} >= {"first", "second", "third", "fourth"}


def assert_whole(library: Library, edition: str) -> tuple[str, str]:
    """Search and read while `edition` may be coming in; the edition that answered."""
    hits = library.search(Query("marker edition", limit=500)).hits
    generations: dict[str, set[str]] = {}
    for hit in hits:
        _, _, rest = hit.text.partition("edition ")
        generations.setdefault(hit.document.name, set()).add(rest.split()[0])
    assert len(generations) == 10
    editions = {one for found in generations.values() for one in found}
    assert len(editions) == 1, editions
    record = hits[0].document
    document = library.document(record.id)
    [shown] = {text.split()[0] for text in document.text.split("edition ")[1:]}
    count = len([hit for hit in hits if hit.document.id == record.id])
    assert count == record.passage_count
    return editions.pop(), shown


def test_a_killed_updates_lock_is_free_again(settings, folder):
    process = start_update(settings, folder)
    time.sleep(0.3)
    os.kill(process.pid, 9)
    process.join()
    complete_update(settings, folder)
    assert check_library(settings).faults == ()
