"""A request letter split into what it asks.

A numbered, lettered or bulleted item is one part, however many sentences it has; in running text
every ask is a part of its own. What only makes sense with the ask before it ("If so, when?", "If
that is not recorded, how is it tracked?") stays with that ask. Each part keeps the requester's
words, as a span of the letter.
"""

import re

from assistant.foi.blocks import find_blocks
from assistant.foi.bounds import Bounds, find_bounds
from assistant.foi.collect import Collector
from assistant.foi.letter_text import working_copy
from assistant.foi.list_reading import read_blocks
from assistant.foi.split_types import SplitLetter
from ingest.document import Span

_FORMALITY = (
    r"(?:requests? for information|(?:(?:a|an|my|formal|new|this is|the)\s+)*"
    r"(?:freedom of information|foia?|environmental information|eirs?|"
    r"information)\b(?:\s+(?:acts?|regulations|2000|2004|requests?|for information|\(foia?\)))*)"
)
_TOPIC = re.compile(
    rf"^(?:(?:re|subject|fao|fw|fwd)\s*[:.-]\s*)*(?:{_FORMALITY}\s*/?\s*)*\s*(?:[-–—:,|]|(?:for|"
    rf"about|on|regarding|concerning|relating to|in relation to|re)\b)?\s*(?P<topic>.*?)\s*"
    rf"(?:[-–—:,|(]\s*{_FORMALITY}\)?)?\s*$",
    re.IGNORECASE,
)


_ASKING = frozenset(
    """a about all an and answer answers any as asking below can could each following for foi from
    give good hello help hi i is kindly let like list me my need of on our out pls please plz
    provide query question questions reply request respond send some supply tell thanks that the
    these things this to us want we with would you your""".split()
)
"""Words that announce asks and say nothing of what is asked."""


def split_letter(text: str) -> tuple[SplitLetter, Bounds]:
    """The parts and asides of a letter as received, and where its body and its requester stand.

    A letter in which no ask can be told apart becomes one part: its whole body.
    """
    copy = working_copy(text)
    bounds = find_bounds(copy)
    collector = Collector(text, copy)
    for body in bounds.body:
        read_blocks(copy, find_blocks(copy, body), collector)
    parts, asides = collector.finish(bounds.body or (Span(0, len(text)),))
    topic = _topic(bounds.subject) or _topic(collector.subject)
    return SplitLetter(text, parts, asides, topic), bounds


def _topic(subject: str) -> str:
    """A subject line without its formalities, or "" if nothing of substance is left."""
    match = _TOPIC.match(" ".join(subject.split()))
    topic = match["topic"].strip(" -–—:().") if match else ""
    return "" if set(re.findall(r"\w+", topic.lower())) <= _ASKING else topic
