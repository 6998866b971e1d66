"""The register of a library, kept while the library stays as it is, and questions put to it."""

import threading
import weakref
from collections.abc import Collection
from datetime import date

from assistant.commitments.answering import CommitmentAnswer, answer_from_register
from assistant.commitments.register import Register, load_register
from index.library import Library
from ingest.document import Sensitivity

_PUBLIC = frozenset({Sensitivity.PUBLIC})
_Key = tuple[tuple[int, int], frozenset[Sensitivity]]
_kept: "weakref.WeakKeyDictionary[Library, tuple[_Key, Register]]" = weakref.WeakKeyDictionary()
_lock = threading.Lock()


def register_of(library: Library, sensitivities: Collection[Sensitivity] = _PUBLIC) -> Register:
    """The register of those documents, loaded again only when the library has changed."""
    key = library.moment(), frozenset(sensitivities)
    with _lock:
        found = _kept.get(library)
        if found is not None and found[0] == key:
            return found[1]
    register = load_register(library, sensitivities)
    with _lock:
        _kept[library] = key, register
    return register


def answer_commitment_question(
    question: str,
    library: Library,
    today: date | None = None,
    sensitivities: Collection[Sensitivity] = _PUBLIC,
    passages: Collection[str] = (),
) -> CommitmentAnswer | None:
    """The register's answer to a question about actions or commitments.

    None unless the question is clearly one: the status of an action, what is outstanding for
    somebody, what was closed or raised at a meeting, how many, what is overdue, what was promised.
    An answer without items says that the register has none. `passages` are what a search found.
    """
    register = register_of(library, sensitivities)
    return answer_from_register(question, register, today or date.today(), passages)
