"""Worker processes: kept, bounded, ended; and what a file's failure looks like from outside."""

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from io import BytesIO
from pathlib import Path

import pytest

from ingest.document import Document
from ingest.errors import (
    DamagedFile,
    EncryptedFile,
    IngestError,
    MissingFile,
    TooMuchMemory,
    TooSlow,
)
from ingest.reader import read_document
from ingest.sandbox import Sandbox, read_safely
from ingest.sandbox import worker as worker_module
from ingest.sandbox.messages import Failed, read_message, write_message
from ingest.settings import IngestSettings

SETTINGS = IngestSettings(max_seconds=20.0, workers=1)
WORDS = "The Panel noted the report.\n\nIt was agreed.\n"

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/task").is_dir(), reason="processes are followed through /proc"
)

# A reader that misbehaves as the file's words ask it to, put in place of the real one.
MISCHIEF = """
import os, sys, time
from pathlib import Path
import ingest.sandbox.child as child
from ingest.time_needed import ask_for_time
honest = child.read_document

def read_document(path, settings):
    wish = path.read_text()
    if "print" in wish:
        print("noise on standard output", flush=True)
        os.write(2, b"noise on standard error")
    if "sleep" in wish:
        time.sleep(60)
    if "spin" in wish:
        while True:
            pass
    if "die" in wish:
        os._exit(3)
    if "crash" in wish:
        os.abort()
    if "grow" in wish:
        hoard = [bytearray(10_000_000) for _ in range(10_000)]
    if "deep" in wish:
        return read_document(path, settings)
    if "trip" in wish:
        raise ZeroDivisionError("over\\nthe edge")
    if "patience" in wish:
        ask_for_time(20)
        time.sleep(2.5)
    if "child" in wish:
        os.system("sleep 300 & echo $! > " + str(path) + ".pid")
        time.sleep(60)
    return honest(path, settings)

child.read_document = read_document
child.main()
"""


@pytest.fixture
def paper(tmp_path: Path):
    def make(words: str = WORDS, name: str = "paper.txt") -> Path:
        path = tmp_path / name
        path.write_text(words)
        return path

    return make


@pytest.fixture
def mischief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A sandbox whose workers do what a file says."""
    script = tmp_path / "mischief.py"
    script.write_text(MISCHIEF)
    monkeypatch.setattr(worker_module, "PROGRAM", (sys.executable, str(script)))
    opened: list[Sandbox] = []

    def make(**settings) -> Sandbox:
        chosen = {"max_seconds": 3.0, "workers": 1, "max_memory_bytes": 300_000_000, **settings}
        opened.append(Sandbox(IngestSettings(**chosen)))
        return opened[-1]

    yield make
    for sandbox in opened:
        sandbox.close()


def test_the_same_document_as_without(paper):
    path = paper()
    with Sandbox(SETTINGS) as sandbox:
        assert sandbox.read(path) == read_document(path, SETTINGS)


def test_errors_come_back_as_they_were(tmp_path, paper):
    with Sandbox(SETTINGS) as sandbox:
        with pytest.raises(MissingFile, match=r"never\.txt: there is no such file"):
            sandbox.read(tmp_path / "never.txt")
        assert isinstance(sandbox.read(paper()), Document)


def test_a_worker_is_used_again_so_that_small_files_are_quick(paper, monkeypatch):
    started: list[int] = []
    popen = subprocess.Popen

    def counting(*args, **kwargs):
        started.append(1)
        return popen(*args, **kwargs)

    monkeypatch.setattr(worker_module.subprocess, "Popen", counting)
    paths = [paper(f"Report {number}.\n", f"{number}.txt") for number in range(100)]
    with Sandbox(SETTINGS) as sandbox:
        sandbox.read(paths[0])
        begun = time.monotonic()
        results = dict(sandbox.read_all(paths))
        assert time.monotonic() - begun < 10.0
    assert len(started) == 1
    assert all(isinstance(results[path], Document) for path in paths)


def test_all_files_are_read_side_by_side_and_one_bad_file_stops_none(paper, mischief):
    paths = [paper(wish, f"{n}.txt") for n, wish in enumerate(["a", "die", "b", "sleep", "c"])]
    results = dict(mischief(workers=2).read_all(paths))
    assert [type(results[path]) for path in paths] == [
        Document,
        DamagedFile,
        Document,
        TooSlow,
        Document,
    ]


@pytest.mark.parametrize(
    ("wish", "error", "words"),
    [
        ("sleep", TooSlow, "not read within 3 second"),
        ("spin", TooSlow, "not read within"),
        ("die", DamagedFile, "broke down"),
        ("crash", DamagedFile, "broke down"),
        ("grow", TooMuchMemory, "more than the 286 MB allowed"),
        ("deep", DamagedFile, "nested too deeply"),
        ("trip", DamagedFile, "ZeroDivisionError: over the edge"),
    ],
)
def test_each_way_to_fail_is_one_line_and_the_next_file_is_read(
    paper, mischief, wish, error, words
):
    sandbox = mischief()
    begun = time.monotonic()
    with pytest.raises(error, match=words) as raised:
        sandbox.read(paper(wish))
    assert time.monotonic() - begun < 30
    assert "\n" not in str(raised.value)
    assert isinstance(sandbox.read(paper()), Document)


def test_what_readers_print_does_not_disturb(paper, mischief):
    assert isinstance(mischief(max_seconds=20).read(paper("print")), Document)


def test_work_that_asks_for_time_is_given_it(paper, mischief):
    assert isinstance(mischief(max_seconds=2.0).read(paper("patience")), Document)


@needs_proc
def test_what_a_reader_started_ends_with_it(paper, mischief):
    path = paper("child")
    with pytest.raises(TooSlow):
        mischief().read(path)
    pid = int(Path(f"{path}.pid").read_text())
    assert gone(pid)


def gone(pid: int) -> bool:
    for _ in range(50):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state == "Z":  # ended, and waiting for whoever inherited it
            return True
        time.sleep(0.1)
    return False


def test_closing_ends_workers_even_busy_ones(paper, mischief):
    sandbox = mischief(max_seconds=60.0)
    failed: list[BaseException] = []

    def read() -> None:
        try:
            sandbox.read(paper("sleep"))
        except IngestError as error:
            failed.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    time.sleep(1.0)
    sandbox.close()
    thread.join(timeout=20)
    assert not thread.is_alive()
    assert isinstance(failed[0], DamagedFile)


@needs_proc
def test_an_interrupt_leaves_no_worker_behind(tmp_path):
    """Ctrl-C in a program that reads: it ends at once, and its workers with it."""
    (tmp_path / "slow.txt").write_text("sleep")
    script = tmp_path / "mischief.py"
    script.write_text(MISCHIEF)
    program = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from ingest.sandbox import Sandbox, worker\n"
        "from ingest.settings import IngestSettings\n"
        f"worker.PROGRAM = (sys.executable, {str(script)!r})\n"
        "sandbox = Sandbox(IngestSettings(workers=1))\n"
        "print('reading', flush=True)\n"
        f"list(sandbox.read_all([Path({str(tmp_path / 'slow.txt')!r})]))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    running = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
        # A shell that runs the tests in the background has them ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert running.stdout.readline() == b"reading\n"
    time.sleep(2.0)
    children = [int(pid) for pid in child_pids(running.pid)]
    assert len(children) == 1
    running.send_signal(signal.SIGINT)
    running.wait(timeout=20)
    running.stdout.close()
    assert all(gone(pid) for pid in children)


def child_pids(pid: int) -> list[str]:
    found: list[str] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        found += (task / "children").read_text().split()
    return found


@needs_proc
def test_a_worker_whose_program_was_killed_ends_by_itself(tmp_path, paper):
    program = (
        "import time\n"
        "from pathlib import Path\n"
        "from ingest.sandbox import read_safely\n"
        f"read_safely(Path({str(paper())!r}))\n"
        "print('read', flush=True)\n"
        "time.sleep(60)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    running = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, env=environment
    )
    assert running.stdout.readline() == b"read\n"
    children = [int(pid) for pid in child_pids(running.pid)]
    running.kill()
    running.wait()
    running.stdout.close()
    assert children
    assert all(gone(pid) for pid in children)


def test_workers_get_no_secrets(paper, monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "hunter2")
    kept: list[dict[str, str]] = []
    popen = subprocess.Popen
    monkeypatch.setattr(
        worker_module.subprocess,
        "Popen",
        lambda *args, **kwargs: kept.append(kwargs["env"]) or popen(*args, **kwargs),
    )
    with Sandbox(SETTINGS) as sandbox:
        sandbox.read(paper())
    assert "SECRET_TOKEN" not in kept[0]


def test_replies_may_hold_nothing_but_documents_and_errors():
    class Evil:
        def __reduce__(self):
            return (os.system, ("true",))

    stream = BytesIO()
    write_message(stream, Failed(EncryptedFile("a.pdf", "is locked", "Unlock it.")))
    stream.seek(0)
    reply = read_message(stream, 10_000)
    assert isinstance(reply, Failed)
    assert str(reply.error) == "a.pdf: is locked. Unlock it."

    for wrong in (Evil(), Path("x")):
        stream = BytesIO()
        write_message(stream, wrong)
        stream.seek(0)
        with pytest.raises(pickle.UnpicklingError, match="not part of a reply"):
            read_message(stream, 10_000)


def test_replies_are_bounded_and_may_be_cut():
    stream = BytesIO()
    write_message(stream, Failed(EncryptedFile("a.pdf", "is locked", "Unlock it.")))
    whole = stream.getvalue()
    with pytest.raises(pickle.UnpicklingError, match="a reply of"):
        read_message(BytesIO(whole), 10)
    for length in (0, 3, 20):
        assert read_message(BytesIO(whole[:length]), 10_000) is None


def test_read_safely_keeps_its_worker(paper):
    path = paper()
    first = read_safely(path, SETTINGS)
    begun = time.monotonic()
    assert read_safely(path, SETTINGS) == first
    assert time.monotonic() - begun < 2.0
