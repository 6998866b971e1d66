"""From a reader's raw blocks to a structured document, the same way for every format."""

from ingest.structure.build import build_document

__all__ = ["build_document"]
