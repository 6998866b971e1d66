"""Who undertook what: found in a document, with exact quotes."""

from ingest.commitments.find import RECIPE, find_commitments

__all__ = ["RECIPE", "find_commitments"]
