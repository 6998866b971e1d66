"""Ingest reports and lists of documents in plain words."""

import json
from collections.abc import Iterable, Sequence

from index.check import CheckReport
from index.results import DocumentRecord
from index.update.report import Failure, IngestReport
from ui.render.words import count_words


def report_text(report: IngestReport) -> str:
    """What became of the files: counts first, then each that failed, was odd or was passed over."""
    counts = (
        (report.read, "read"),
        (report.changed, "new version"),
        (report.reread, "read anew"),
        (report.unchanged, "unchanged"),
        (report.renamed, "renamed"),
        (report.retired, "retired"),
        (report.duplicates, "the same as another"),
        (report.failed, "failed"),
        (report.skipped, "not of a kind that is read"),
    )
    parts = [f"{len(found):,} {words}" for found, words in counts if found]
    lines = [
        f"Files: {', '.join(parts) or 'none'}.",
        f"Library: {count_words(report.documents, 'document')}, "
        f"{count_words(report.passages, 'passage')} ({report.embedded:,} embedded), "
        f"generation {report.generation}; {report.seconds:.1f} s.",
        *_listed("FAILED", report.failed),
        *_listed("odd", report.problems),
        *_listed("passed over", report.skipped),
    ]
    return "\n".join(lines)


def check_text(report: CheckReport) -> str:
    """What was read back, and with what outcome."""
    outcome = "all agree" if report.passed else count_words(len(report.faults), "fault")
    return (
        f"Generation {report.generation}, {count_words(report.documents, 'document')}, "
        f"{count_words(report.passages, 'passage')} read back from catalogue and both indexes: "
        f"{outcome}."
    )


def records_text(records: Sequence[DocumentRecord]) -> str:
    """One line for each document, and how many there are."""
    lines = [
        f"{_date(record) or 'no date':<12}{record.metadata.kind.value:<24}"
        f"{record.page_count or '-':>6}{record.passage_count:>7}  "
        f"{record.metadata.sensitivity.value:<14}{record.name}"
        for record in records
    ]
    return "\n".join([*lines, count_words(len(records), "document") + "."])


def records_json(records: Sequence[DocumentRecord]) -> str:
    """The same as a JSON list."""
    rows = [
        {
            "id": record.id,
            "document": record.name,
            "title": record.metadata.title,
            "kind": record.metadata.kind.value,
            "date": _date(record) or None,
            "pages": record.page_count,
            "passages": record.passage_count,
            "sensitivity": record.metadata.sensitivity.value,
            "source": record.source,
        }
        for record in records
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _date(record: DocumentRecord) -> str:
    return record.metadata.date.isoformat() if record.metadata.date else ""


def _listed(mark: str, found: Iterable[Failure]) -> list[str]:
    return [f"{mark}: {failure.path}: {failure.reason}" for failure in found]
