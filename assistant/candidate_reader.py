"""Found passages read into candidates; those read last are kept, as one is found again and again.

Reading takes about a sixth of the time of an answer, and a passage reads the same for every
question: only its score and its place among the found differ. The documents are not kept here: a
library keeps those read last, and a passage must not hold on to a whole one.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace

from assistant.candidates import Candidate, candidates_of
from index.results import Hit
from ingest.document import Document, FileFormat, Metadata, Span

_PASSAGES_KEPT = 400
_LEFT_OUT = Document("", "", FileFormat.TEXT, "", Metadata(""), ())
"""Stands for the document in what is kept."""


class CandidateReader:
    """Reads passages into candidates. Safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[Hit, list[Candidate]]] = OrderedDict()

    def read(self, hits: Sequence[tuple[Hit, Document]]) -> list[Candidate]:
        """Every sentence and row of the hits' passages, best passage first, each place once."""
        found: dict[tuple[str, Span], Candidate] = {}
        for rank, (hit, document) in enumerate(hits):
            for kept in self._of(hit, document):
                candidate = replace(kept, hit=hit, rank=rank, document=document)
                found.setdefault(candidate.key, candidate)
        return list(found.values())

    def _of(self, hit: Hit, document: Document) -> list[Candidate]:
        with self._lock:
            kept = self._kept.get(hit.passage.id)
        if kept is None or (kept[0].passage, kept[0].document) != (hit.passage, hit.document):
            read = candidates_of(0, hit, document)
            kept = hit, [replace(candidate, document=_LEFT_OUT) for candidate in read]
        with self._lock:
            self._kept[hit.passage.id] = kept
            self._kept.move_to_end(hit.passage.id)
            if len(self._kept) > _PASSAGES_KEPT:
                self._kept.popitem(last=False)
        return kept[1]
