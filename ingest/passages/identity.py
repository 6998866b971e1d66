"""The name of the way passages are cut, and the id that follows from it."""

import hashlib

from ingest.document import Span
from ingest.passage import PassageKind

RECIPE = "passages-5"
"""Changed whenever the same document would be cut, or put in context, differently."""


def passage_id(
    sha256: str, kind: PassageKind, span: Span, context: str, windows: tuple[str, ...]
) -> str:
    """32 hexadecimal digits that follow from the version, the place, the recipe and the context.

    Context and windows are part of it because a corrected title or date changes what is indexed.
    """
    place = (str(span.start), str(span.end))
    content = "\x1f".join((RECIPE, sha256, kind, *place, context, *windows))
    return hashlib.sha256(content.encode()).hexdigest()[:32]
