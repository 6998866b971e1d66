"""A few documents written for one test: read and cut as any others, and kept in memory."""

import re
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import cast

from assistant.candidate_reader import CandidateReader
from assistant.candidates import Candidate
from assistant.question import Question, understand
from assistant.scoring import Scored, score_candidates
from assistant.vocabulary import Vocabulary, make_vocabulary
from index.lexicon import count
from index.library import Library
from index.results import DocumentRecord, Hit, Lexicon
from ingest.document import Document
from ingest.passage import Passage
from ingest.passages import cut_passages
from ingest.reader import read_document

TODAY = date(2025, 1, 1)
_PASSAGES = 200
"""As many as a small library has, so that words weigh what they would there."""


class Shelf:
    """Documents by name, with the part of a library's face that reading them takes."""

    def __init__(
        self, texts: Mapping[str, str], acronyms: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self._held: dict[str, Document] = {}
        self._acronyms = {short: tuple(longs) for short, longs in (acronyms or {}).items()}
        with tempfile.TemporaryDirectory() as folder:
            for name, text in texts.items():
                path = Path(folder) / f"{name}.txt"
                path.write_text(text, "utf-8")
                self._held[name] = read_document(path)

    @property
    def library(self) -> Library:
        """The shelf where a library is asked for."""
        return cast("Library", self)

    def documents(self) -> tuple[DocumentRecord, ...]:
        return tuple(
            DocumentRecord(
                id=name,
                name=name,
                sha256=document.sha256,
                metadata=document.metadata,
                page_count=1,
                passage_count=len(self.passages(name)),
                source=f"{name}.txt",
                added=datetime(2025, 1, 1, tzinfo=UTC),
            )
            for name, document in self._held.items()
        )

    def document(self, document_id: str) -> Document:
        return self._held[document_id]

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        return cut_passages(self._held[document_id])

    @cached_property
    def vocabulary(self) -> Vocabulary:
        held: Counter[str] = Counter()
        said = [
            f"{passage.context} {passage.span.of(document.text)}"
            for document in self._held.values()
            for passage in cut_passages(document)
        ]
        for text in said:
            held.update(set(re.findall(r"[a-z]+|\d+", text.lower())))
        names = dict(count(said).names)
        return make_vocabulary(Lexicon(_PASSAGES, dict(held), self._acronyms, names))

    def asked(self, question: str) -> Question:
        return understand(question, self.vocabulary, TODAY)

    def candidates(self) -> list[Candidate]:
        hits = []
        for record in self.documents():
            document = self.document(record.id)
            for passage in self.passages(record.id):
                text = passage.span.of(document.text)
                hit = Hit(passage, text, record, 1.0, 0.5, None, None, None)
                hits.append((hit, document))
        return CandidateReader().read(hits)

    def scored(self, question: str) -> list[Scored]:
        return score_candidates(self.asked(question), self.candidates())

    def scored_at(self, question: str, words: str) -> Scored:
        """The candidate that holds `words`, scored for `question`."""
        return next(item for item in self.scored(question) if words in item.candidate.text)
