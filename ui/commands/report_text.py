"""An ingest report in plain words."""

from collections.abc import Iterable

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


def _listed(mark: str, found: Iterable[Failure]) -> list[str]:
    return [f"{mark}: {failure.path}: {failure.reason}" for failure in found]
