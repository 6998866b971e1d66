"""What kind of published item a document is, by cue words scored by where they stand."""

import re
from collections.abc import Sequence

from ingest.document import DocumentKind, Finding, Table, TableKind
from ingest.metadata.cues import CUES, Zone
from ingest.metadata.head import Line

_WEIGHTS = {Zone.TITLE: 3.0, Zone.NAME: 2.0, Zone.HEAD: 1.0}
_SUBJECT = re.compile(r"(?:re|subject|ref(?:erence)?)\s*:", re.IGNORECASE)
_TITLE_LINES = 6
_LONGEST_TITLE = 120
_LATER = 0.06  # a title line counts less the further down it stands
_ENOUGH = 2.0  # a cue in the name alone, or twice in the head
_MARGIN = 0.4  # over the next kind, else it is not known


def find_kind(
    name: str, lines: Sequence[Line], tables: Sequence[Table]
) -> tuple[DocumentKind, Finding | None]:
    """The kind whose cues score best, or OTHER where none is clear."""
    scores: dict[DocumentKind, float] = {}
    for cue in CUES:
        for zone, texts in _zones(name, lines).items():
            places = [i for i, text in enumerate(texts) if cue.pattern.search(text)]
            if zone in cue.zones and places:
                weight = _WEIGHTS[zone] * cue.weight
                if zone is Zone.TITLE:
                    weight *= 1 - _LATER * min(places[0], _TITLE_LINES)
                scores[cue.kind] = scores.get(cue.kind, 0.0) + weight
    if any(table.kind is TableKind.ACTIONS for table in tables):
        minutes = DocumentKind.MEETING_MINUTES
        scores[minutes] = scores.get(minutes, 0.0) + 1.0
    return _best(scores)


def _zones(name: str, lines: Sequence[Line]) -> dict[Zone, list[str]]:
    short = [line for line in lines if len(line.text) < _LONGEST_TITLE]
    return {
        Zone.TITLE: [line.text for line in short[:_TITLE_LINES]]
        + [line.text for line in short if line.heading][:2]
        + [line.text for line in short if _SUBJECT.match(line.text)],
        Zone.NAME: [re.sub(r"[-_.]+", " ", name)],
        Zone.HEAD: [line.text for line in lines],
    }


def _best(scores: dict[DocumentKind, float]) -> tuple[DocumentKind, Finding | None]:
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < _ENOUGH:
        return DocumentKind.OTHER, None
    kind, score = ranked[0]
    if len(ranked) > 1 and score - ranked[1][1] < _MARGIN:
        return DocumentKind.OTHER, None
    confidence = min(0.98, 0.5 + 0.08 * score)
    return kind, Finding("kind", "words of the title, the first lines and the name", confidence)
