"""Cut a document into passages: what is indexed and retrieved."""

from ingest.passages.cut import cut_passages
from ingest.passages.identity import RECIPE

__all__ = ["RECIPE", "cut_passages"]
