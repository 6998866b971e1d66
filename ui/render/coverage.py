"""How many documents of each kind and year the library holds, and where some seem to be missing."""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from index.results import DocumentRecord
from ingest.document import DocumentKind, Metadata
from ui.render.words import count_words, kind_words

_SHADES = (1, 2, 4, 8)
"""From how many documents on a cell has the next darker shade."""


def coverage_plot(records: Sequence[DocumentRecord]) -> Markup:
    """A table drawn as a plot: kinds down, years across, darker for more, gaps marked in words."""
    counts = Counter((r.metadata.kind, day.year) for r in records if (day := r.metadata.date))
    if not counts:
        return Markup("<p>No document has a date yet.</p>")
    years = range(min(year for _, year in counts), max(year for _, year in counts) + 1)
    kinds = sorted({kind for kind, _ in counts}, key=kind_words)
    missing = gaps(records)
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(year) for year in years)
    rows = Markup("").join(_row(kind, years, counts, missing) for kind in kinds)
    return Markup(
        '<div class="scroll" role="region" tabindex="0" aria-label="Documents by kind and year">'
        '<table class="coverage"><caption>Documents by kind and year. “Gap” marks a year that no '
        "document of the kind is from or covers, between years that have some.</caption>"
        "<thead><tr><td></td>{}</tr></thead><tbody>{}</tbody></table></div>{}"
    ).format(head, rows, _undated(records))


def gaps(records: Sequence[DocumentRecord]) -> frozenset[tuple[DocumentKind, int]]:
    """Kinds and years without a document, between years that documents are from or cover."""
    covered: dict[DocumentKind, set[int]] = {}
    for record in records:
        covered.setdefault(record.metadata.kind, set()).update(_years_of(record.metadata))
    return frozenset(
        (kind, year)
        for kind, years in covered.items()
        if years
        for year in range(min(years), max(years))
        if year not in years
    )


def _years_of(metadata: Metadata) -> set[int]:
    years = {metadata.date.year} if metadata.date else set()
    if metadata.period_start and metadata.period_end:
        years |= set(range(metadata.period_start.year, metadata.period_end.year + 1))
    return years


def _row(
    kind: DocumentKind,
    years: range,
    counts: Counter[tuple[DocumentKind, int]],
    missing: frozenset[tuple[DocumentKind, int]],
) -> Markup:
    cells = (_cell(counts[kind, year], (kind, year) in missing) for year in years)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(
        kind_words(kind), Markup("").join(cells)
    )


def _cell(count: int, is_gap: bool) -> Markup:
    if is_gap:
        return Markup('<td class="gap">Gap</td>')
    shade = sum(count >= least for least in _SHADES)
    return Markup('<td class="shade-{}">{}</td>').format(shade, count or "")


def _undated(records: Sequence[DocumentRecord]) -> Markup:
    count = sum(record.metadata.date is None for record in records)
    if not count:
        return Markup("")
    return Markup("<p>{} without a date: give them one below.</p>").format(
        count_words(count, "document")
    )
