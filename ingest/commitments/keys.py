"""Names for commitments that stay the same when a document is read again."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ingest.commitment import Commitment

_DIGITS = 12


def with_keys(found: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Give each commitment its key: from the source's id where it has one, else from its words.

    Two that would share a key are told apart by their order.
    """
    seen: Counter[str] = Counter()
    keyed = []
    for commitment in found:
        base = base_key(commitment)
        seen[base] += 1
        key = base if seen[base] == 1 else f"{base}.{seen[base]}"
        keyed.append(replace(commitment, key=key))
    return tuple(keyed)


def base_key(commitment: Commitment) -> str:
    """ "action-4", or the kind with a digest of its words without case and punctuation."""
    if commitment.action is not None:
        return f"{commitment.kind}-{re.sub(r'[^0-9a-z]+', '-', commitment.action.lower())}"
    words = " ".join(re.findall(r"\w+", commitment.text.casefold()))
    return f"{commitment.kind}-{hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]}"
