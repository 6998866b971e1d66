"""What an ask points back to: "their equipment" after "How many Lantern Watch groups are there?".

The assistant puts the whole earlier question before an ask that leans on it, and then looks for
all that both speak of. Where that finds nothing, the thing named there may be all that is meant.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.answer import Turn
from assistant.conversation import leans_on_history
from assistant.foi.sufficiency import names_in
from assistant.words import words

_THE = re.compile(
    r"\b(?:the|this) (?!years?\b|months?\b|quarters?\b|weeks?\b|period|time|date|number|office\b"
    r"|police\b|force\b|commissioner|constab|county\b|panel\b|same\b|most\b|last\b)"
    r"(?P<noun>[a-z]{4,})\b(?! (?:of|for)\b)",
    re.IGNORECASE,
)
_MOST_MODIFIERS = 3
_CALLED_WITHIN = 60
"""Characters between a noun and the name that it is called by."""


def with_antecedent(question: str, history: Sequence[Turn]) -> str:
    """`question` about the first thing that the one before it names; "" if it stands alone."""
    if not history or not leans_on_history(question):
        return ""
    named = names_in(history[-1].question)
    return f"On {named[0]}: {question}" if named else ""


def with_full_names(question: str, history: Sequence[Turn]) -> str:
    """`question` with "the service" called what came before calls it; "" if nothing does.

    "the domestic abuse service" in one part of a letter is "the service" in the next. Where the
    answer to that tells of "one service, called Lantern", it is "the Lantern service".
    """
    for match in _THE.finditer(question):
        noun = match["noun"]
        for turn in reversed(history):
            if name := _proper_name(noun, turn.answer) or _full_name(noun, turn.question):
                return f"{question[: match.start('noun')]}{name}{question[match.end('noun') :]}"
    return ""


def _proper_name(noun: str, told: str) -> str:
    """The noun with the proper name that `told` says is that of such a thing."""
    called = re.search(
        rf"\b(?i:{re.escape(noun)})\b[^.;:]{{0,{_CALLED_WITHIN}}}?,? (?:called|known as|named) "
        r"[‘“'\"]?(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)",
        told,
    )
    return f"{called['name']} {noun}" if called else ""


def _full_name(noun: str, said: str) -> str:
    """The noun with the words that tell which one is meant, as `said` has them."""
    before = re.split(rf"\b{re.escape(noun)}\b", said, maxsplit=1, flags=re.IGNORECASE)
    if len(before) < 2:
        return ""
    telling = list(takewhile(lambda word: not word.is_stop, reversed(words(before[0]))))
    modifiers = telling[:_MOST_MODIFIERS]
    apart = re.search(r"[.,;:?!]", before[0][modifiers[-1].start :]) if modifiers else None
    return "" if not modifiers or apart else f"{before[0][modifiers[-1].start :]}{noun}"
