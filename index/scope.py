"""Filters to the documents that a search may answer from."""

from collections.abc import Mapping

from index.catalogue.reading import Entry
from index.results import DocumentRecord, Filters


def matches(record: DocumentRecord, filters: Filters) -> bool:
    """Whether a document passes; one without a date fails any limit on dates."""
    metadata = record.metadata
    if filters.documents and record.id not in filters.documents:
        return False
    if filters.kinds and metadata.kind not in filters.kinds:
        return False
    if metadata.sensitivity not in filters.sensitivities:
        return False
    if filters.after is not None and (metadata.date is None or metadata.date < filters.after):
        return False
    return not (
        filters.before is not None and (metadata.date is None or metadata.date > filters.before)
    )


def allowed(entries: Mapping[int, Entry], filters: Filters) -> dict[int, Entry]:
    """Of the live versions, those whose document passes."""
    return {version: entry for version, entry in entries.items() if matches(entry.record, filters)}
