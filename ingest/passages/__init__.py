"""Cut a document into passages: what is indexed and retrieved."""

from ingest.passages.cut import cut_passages
from ingest.passages.identity import RECIPE
from ingest.passages.locator import locator_at

__all__ = ["RECIPE", "cut_passages", "locator_at"]
