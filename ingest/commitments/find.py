"""All commitments of a document."""

from ingest.commitment import Commitment
from ingest.commitments.actions import find_actions
from ingest.commitments.context import Context
from ingest.commitments.keys import with_keys
from ingest.document import Document

RECIPE = "commitments-1"
"""Changed whenever other commitments would be found in the same document."""


def find_commitments(document: Document) -> tuple[Commitment, ...]:
    """The actions, decisions, requests, undertakings and milestones of a document, in its order."""
    context = Context.of(document)
    found = list(find_actions(context))
    return with_keys(sorted(found, key=lambda each: each.span))
