"""Requests for a document itself: "a copy of the annual report for 2023/24"."""

import re
from collections.abc import Sequence

from index.results import DocumentRecord

_WANTED = re.compile(
    r"^(?:(?:a|an|the|any|all|full|complete|electronic|copies|copy|of|please|latest|current|most|"
    r"recent|"
    r"your|version|send|me|provide|us|see|have|unredacted)\s+)*"
    r"(?:cop(?:y|ies) of |minutes? of |register |policy |report |strategy |plan |agenda |"
    r"agreement |"
    r"letters? |emails? |correspondence |receipts? |contract |terms of reference |invoices? |"
    r"papers? |"
    r"evaluations? |diar(?:y|ies) |assessment )",
    re.IGNORECASE,
)
_EXPLICIT = re.compile(
    r"\bcop(?:y|ies) of\b|^(?:the |all |any |please send me |send me )?(?:full )?(?:minutes|"
    r"letters|"
    r"e-?mails|correspondence|receipts|invoices|reports|diary|agenda)\b",
    re.IGNORECASE,
)
_STOP = frozenset(
    "a an and any all by copies copy current electronic for from full has have in including is its "
    "latest letter letters me minutes most of on or please provide published recent report send "
    "that the their they this to together was were which with your you between held office".split()
)
_ENOUGH = 0.75


def asks_for_a_document(ask: str) -> bool:
    """Whether an ask, without its courtesies, wants a document rather than a fact in one."""
    return asks_for_copies(ask) or bool(_WANTED.match(ask + " "))


def asks_for_copies(ask: str) -> bool:
    """Whether nothing but the paper itself would do, and words about it are no answer."""
    return bool(_EXPLICIT.search(ask))


def find_document(ask: str, records: Sequence[DocumentRecord]) -> DocumentRecord | None:
    """The newest document whose title or kind has nearly all the words of what is asked for."""
    wanted = _content(ask)
    if not wanted:
        return None
    fitting = [
        record for record in records if len(wanted & _described(record)) >= _ENOUGH * len(wanted)
    ]
    dated = [record for record in fitting if record.metadata.date]
    return max(dated, key=lambda record: str(record.metadata.date), default=None)


def _described(record: DocumentRecord) -> set[str]:
    metadata = record.metadata
    when = metadata.date or metadata.meeting_date
    words = f"{metadata.title} {metadata.kind.value.replace('_', ' ')}"
    if when:
        words += f" {when.year} {when:%B}"
    return _content(words)


def _content(text: str) -> set[str]:
    words = re.findall(r"[a-z]+|\d+", text.lower())
    return {word.removesuffix("s") for word in words if word not in _STOP and len(word) > 1}
