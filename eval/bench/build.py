"""Build both from the same documents, and say how long each took."""

import time
from pathlib import Path

from eval.bench.part import Figures, library_settings, plain_folder
from eval.bench.pipeline import PlainPipeline
from index.library import Library
from index.update import update_library
from ingest.settings import IngestSettings


def build(docs: Path, work: Path) -> Figures:
    """Ingest `docs` into a library, and the library's stored texts into the plain pipeline.

    Both get the same words, so what is compared is what is made of them.
    """
    settings = library_settings(work)
    started = time.perf_counter()
    update_library(settings, IngestSettings(), [docs], only=True)
    ours = time.perf_counter() - started
    with Library.open(settings) as library:
        texts = {record.name: library.document(record.id).text for record in library.documents()}
    started = time.perf_counter()
    PlainPipeline(plain_folder(work), settings.embedding_model).fill(texts)
    return {
        "documents": float(len(texts)),
        "ours: build, s": ours,
        "plain: build, s": time.perf_counter() - started,
    }
