"""The types of ingest to JSON and back, exactly.

The stored text is kept in a column of its own, verbatim; everything else of a document is spans
into it and goes into one JSON value.
"""

import json
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from ingest.document import Acronym, Document, Metadata
from ingest.passage import Passage

_DOCUMENT: TypeAdapter[Document] = TypeAdapter(Document)
_METADATA: TypeAdapter[Metadata] = TypeAdapter(Metadata)
_ACRONYMS: TypeAdapter[list[Acronym]] = TypeAdapter(list[Acronym])
_PASSAGE: TypeAdapter[Passage] = TypeAdapter(Passage)


def encode_structure(document: Document) -> str:
    """Everything of a document but its text."""
    return _DOCUMENT.dump_json(replace(document, text="")).decode()


def decode_document(structure: str, text: str, name: str, metadata: Metadata) -> Document:
    """The document again, under the name and metadata it has now."""
    document = _DOCUMENT.validate_json(structure)
    return replace(document, text=text, name=name, metadata=metadata)


def encode_metadata(metadata: Metadata) -> str:
    """Metadata as JSON."""
    return _METADATA.dump_json(metadata).decode()


def decode_metadata(stored: str, overrides: dict[str, Any] | None = None) -> Metadata:
    """The metadata again, with what people have set by hand in place of what was found."""
    if not overrides:
        return _METADATA.validate_json(stored)
    return _METADATA.validate_python({**json.loads(stored), **overrides})


def encode_passage(passage: Passage) -> str:
    """A passage as JSON."""
    return _PASSAGE.dump_json(passage).decode()


def decode_passage(stored: str) -> Passage:
    """The passage again."""
    return _PASSAGE.validate_json(stored)


def decode_acronyms(stored: str) -> list[Acronym]:
    """A document's acronyms, from that part of its structure."""
    return _ACRONYMS.validate_json(stored)
