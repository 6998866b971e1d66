"""An office with a folder of documents, updated with a reader small enough to see through.

A file's first line is its metadata as JSON ({} for none), every paragraph after it a passage. The
stores are the real ones: SQLite, Chroma and Tantivy. The vectors are hashed words.
"""

import hashlib
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from index.embedding import open_embedder
from index.library import Library
from index.progress import OnProgress, ignore
from index.results import Filters, Query
from index.settings import IndexSettings
from index.update import IngestReport, Steps, update_library
from ingest.document import (
    Acronym,
    Block,
    BlockKind,
    Document,
    FileFormat,
    Metadata,
    Span,
)
from ingest.errors import DamagedFile
from ingest.passage import Passage, PassageKind
from ingest.passages.sentences import sentences_of
from ingest.settings import IngestSettings

WINDOW = 120  # characters
METADATA = TypeAdapter(Metadata)


def read_tiny(path: Path) -> Document:
    """Read a tiny file; one that holds "BROKEN" cannot be read."""
    content = path.read_bytes()
    head, _, text = content.decode().partition("\n")
    if "BROKEN" in head:
        raise DamagedFile(path.name, "it is broken", "Mend it.")
    known = json.loads(head)
    spans = paragraphs(text)
    return Document(
        name=path.stem,
        sha256=hashlib.sha256(content).hexdigest(),
        format=FileFormat.TEXT,
        text=text,
        metadata=METADATA.validate_python({"title": path.stem, **known}),
        blocks=tuple(Block(BlockKind.PARAGRAPH, span) for span in spans),
        acronyms=tuple(
            Acronym(short="KSI", long="Killed or Seriously Injured", span=span)
            for span in spans
            if "(KSI)" in span.of(text)
        ),
    )


def paragraphs(text: str) -> list[Span]:
    """Where the paragraphs of a tiny text stand."""
    spans, start = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            spans.append(Span(start, start + len(part)))
        start += len(part) + 2
    return spans


def cut_tiny(document: Document) -> tuple[Passage, ...]:
    """One passage per paragraph, in windows of so many characters behind the title."""
    if "UNCUTTABLE" in document.text:
        raise ValueError("no way to cut this")
    return tuple(
        tiny_passage(document, ordinal, block.span) for ordinal, block in enumerate(document.blocks)
    )


def tiny_passage(document: Document, ordinal: int, span: Span) -> Passage:
    context, words = document.metadata.title, span.of(document.text)
    windows = tuple(
        f"{context}\n{words[start : start + WINDOW]}" for start in range(0, len(words), WINDOW)
    )
    named = "\x1f".join((document.sha256, str(span), *windows))
    return Passage(
        id=hashlib.sha256(named.encode()).hexdigest()[:20],
        sha256=document.sha256,
        ordinal=ordinal,
        kind=PassageKind.PROSE,
        span=span,
        section=(),
        locator=f"paragraph {ordinal + 1}",
        context=context,
        windows=windows,
        sentences=sentences_of(document.text, (span,)),
    )


TINY = Steps(read=read_tiny, cut=cut_tiny, reading="tiny-1", cutting="tiny-1", commit=lambda _: ())


@dataclass
class Office:
    """A folder of documents and the library made from it."""

    folder: Path
    settings: IndexSettings
    steps: Steps = TINY
    opened: list[Library] = field(default_factory=list)

    def write(self, name: str, *texts: str, **metadata: str | None) -> Path:
        """Put a document of paragraphs into the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(metadata) + "\n" + "\n\n".join(texts), encoding="utf-8")
        return path

    def update(
        self, *paths: Path, steps: Steps | None = None, progress: OnProgress = ignore
    ) -> IngestReport:
        """Bring the library up to the folder, or to `paths`."""
        given: Sequence[Path] = paths or [self.folder]
        return update_library(
            self.settings, IngestSettings(workers=1), given, progress, steps or self.steps
        )

    def library(self) -> Library:
        """The library, closed when the test ends."""
        self.opened.append(Library.open(self.settings))
        return self.opened[-1]

    def found(self, text: str, library: Library | None = None, **filters: object) -> list[str]:
        """The texts of the hits of a search, best first."""
        query = Query(text, filters=Filters(**filters), limit=50)  # type: ignore[arg-type]
        return [hit.text for hit in (library or self.library()).search(query).hits]


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    """A library that needs no model."""
    return IndexSettings(data_dir=tmp_path / "data", embedding_model="hashed-words", threads=1)


@pytest.fixture
def office(tmp_path: Path, settings: IndexSettings):
    """An office with an empty folder."""
    (tmp_path / "documents").mkdir()
    office = Office(tmp_path / "documents", settings)
    yield office
    for library in office.opened:
        library.close()


@pytest.fixture(scope="session")
def chroma_server(tmp_path_factory) -> Iterator[str]:
    """A Chroma server (the Rust one that `chroma run` starts) on loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("chroma")
    command = [Path(sys.executable).with_name("chroma"), "run", "--path", folder]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(port)], stdout=log, stderr=log
        )
    try:
        for _ in range(300):
            with socket.socket() as door:
                if door.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        else:
            pytest.fail(f"chroma run did not start: {(folder / 'log').read_text()}")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="session")
def exported_models(tmp_path_factory) -> Path:
    """A folder with the default model exported, shared by the tests that need the real one."""
    folder = tmp_path_factory.mktemp("models")
    open_embedder(IndexSettings(data_dir=folder, models_dir=folder, threads=1))
    return folder
