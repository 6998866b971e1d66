"""What a document is: title, kind, body, dates, plan, state. Wrong is worse than unknown."""

from ingest.metadata.find import find_metadata

__all__ = ["find_metadata"]
