"""All commitments of a document."""

from collections.abc import Iterable, Sequence

from ingest.commitment import Commitment
from ingest.commitments.actions import find_actions
from ingest.commitments.context import Context
from ingest.commitments.decisions import find_decisions
from ingest.commitments.keys import with_keys
from ingest.commitments.prose import find_in_prose
from ingest.commitments.resolutions import find_resolutions
from ingest.document import Document, DocumentKind, Span, TableKind

RECIPE = "commitments-4"
"""Changed whenever other commitments would be found in the same document."""

_NO_UNDERTAKINGS = frozenset(
    {
        DocumentKind.POLICY,
        DocumentKind.POLICE_AND_CRIME_PLAN,
        DocumentKind.PUBLICATION_SCHEME,
        DocumentKind.PRESS_RELEASE,
        DocumentKind.FOI_RESPONSE,
    }
)
"""Kinds whose "will" is a rule, an aim or a courtesy: nobody undertakes a task in them."""


def find_commitments(document: Document) -> tuple[Commitment, ...]:
    """The actions, decisions, requests, undertakings and milestones of a document, in its order.

    What is found by wording alone is marked as a suggestion, and left out where a firmer finding
    covers the same words.
    """
    context = Context.of(document)
    actions = with_keys(find_actions(context))
    firm = [*actions, *find_decisions(context), *find_resolutions(context)]
    found = [*firm]
    if document.metadata.kind not in _NO_UNDERTAKINGS:
        found += _uncovered(find_in_prose(context, _rows(document, actions)), firm)
    return with_keys(sorted(found, key=lambda each: each.span))


def _uncovered(suggested: Iterable[Commitment], firm: Sequence[Commitment]) -> list[Commitment]:
    """Those that overlap nothing found by an id or a resolution."""
    taken = [span for each in firm for span in (each.span, *each.quotes)]
    return [
        each
        for each in suggested
        if each.parent is not None or not any(each.span.overlaps(span) for span in taken)
    ]


def _rows(document: Document, actions: Sequence[Commitment]) -> dict[Span, str]:
    """The key of the action in each row of the actions tables."""
    keys: dict[Span, str] = {}
    for table in document.tables:
        if table.kind is TableKind.ACTIONS:
            for row in table.rows:
                held = [each.key for each in actions if row.span.contains(each.span)]
                if held:
                    keys[row.span] = held[0]
    return keys
