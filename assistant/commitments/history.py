"""An action told from its first record to its last."""

import re

from assistant.commitments import wording
from assistant.commitments.cited import (
    CitedCommitment,
    Said,
    cite_span,
    cite_text,
    telling_sentences,
)
from assistant.commitments.item import Item
from assistant.commitments.picked import Picked
from ingest.commitment import CommitmentStatus

Told = tuple[str, list[CitedCommitment]]


_WORDS = 150  # more than other answers: more is asked for
_DATE = re.compile(r"^\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}\s*[–-]\s*")
_STATUS = {CommitmentStatus.OPEN: "ongoing", CommitmentStatus.UNKNOWN: "recorded"}


def tell_history(picked: Picked, about: frozenset[str], budget: int) -> Told:
    """The task, then how each meeting left it: as many words of its update as there is room for."""
    thread = picked.thread
    head = f"{wording.name_of(thread)}: {thread.last.commitment.text}"
    telling = [item for item in thread.items if _said(item, about, _WORDS)]
    spare = max(budget, _WORDS) - len(head.split()) - 5 * len(thread.items)
    lines, proofs = [head], [cite_text(thread.id, thread.last)]
    for item in thread.items:
        status = item.commitment.status
        line = f"- {wording.day(item.day)}, {_STATUS.get(status, status.value)}"
        said = _said(item, about, spare // len(telling)) if telling else []
        proofs += [cite_span(thread.id, item, each.words, each.span) for each in said]
        proofs += [cite_span(thread.id, item, u.text, u.span) for u in item.commitment.updates]
        words = " ".join(_DATE.sub("", each.words) for each in said)
        lines.append(f"{line}: {words}" if words else f"{line}.")
    silence = wording.silence(thread)
    return "\n".join([*lines, *([silence] if silence else [])]), proofs


def _said(item: Item, about: frozenset[str], budget: int) -> list[Said]:
    """The sentences of a record's updates, without the status alone, that fit the budget."""
    status = item.commitment.status_words
    found = [telling_sentences(each, about, budget, status) for each in item.commitment.updates]
    return [said for sentences in found for said in sentences]
