"""What speaks for a sentence being a commitment, as weighted patterns.

A sentence whose weights, with those against it, add up to `ENOUGH` is offered as a suggestion. The
weights were set on one half of the labelled sentences in tests/ingest/commitments.
"""

import re
from dataclasses import dataclass

from ingest.commitment import CommitmentKind as K
from ingest.commitments.actors import ACTOR, NAMED_ACTOR
from ingest.commitments.verbs import ADVERB, BEGINS_OR_ENDS, DO, DONE, PLANNED, SAYS

ENOUGH = 1.0

DATED = 0.5
"""For a time still to come: "by the end of March 2020", "later this year"."""

DATED_BEFORE = 0.3
"""For a time that is past by the document's own date: its parts may be older than the whole."""

MENTIONED = 0.5
"""For a reference to the action it became: "(see Action 10)"."""


HINT = re.compile(
    r"\b(?:will|would|shall|agreed|undertook|promised|offered|volunteered|pledged|to\s+be|"
    r"(?:is|are|was|were)\s+to|plan(?:s|ned)|intended|looking\s+to|establishing|arranging|drawing\s+up|"
    r"asked|requested|recommended|suggested|proposed|encouraged|urged|due\s+to|expected\s+to|"
    r"scheduled|anticipated|programmed|projected|envisaged|hoped|required|tasked)\b|^\W*actions?\s*[:–-]",
    re.IGNORECASE,
)
"""Without one of these words no cue matches: looked for first, because it is quick."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern with its weight, and the kind that it speaks for."""

    weight: float
    kind: K
    pattern: re.Pattern[str]


def _cue(weight: float, kind: K, *parts: str, names: bool = False) -> Cue:
    """A cue from the parts of its pattern; in one with `names`, capitals count."""
    flags = re.RegexFlag(0) if names else re.IGNORECASE
    return Cue(weight, kind, re.compile("".join(parts), flags))


_U, _R, _M = K.UNDERTAKING, K.REQUEST, K.MILESTONE
_WILL = r"(?:will|would|shall)"

FOR: tuple[Cue, ...] = (
    _cue(
        1.2,
        _U,
        r"\b(?:agreed|undertook|promised|offered|volunteered|pledged)\s+to\s+(?:\w+ly\s+)?",
        rf"{DO}\b",
    ),
    _cue(1.1, _U, rf"\bagreed\s+that\b.{{0,80}}\b(?:could|{_WILL}|should)\s+be\s+{DONE}\b"),
    _cue(1.0, _U, rf"\b{ACTOR}\s+{_WILL}{ADVERB}\s+{DO}\b", names=True),
    _cue(1.0, _U, rf"\b{NAMED_ACTOR}\s+(?:is|are|was|were)\s+to{ADVERB}\s+{DO}\b", names=True),
    _cue(
        1.0,
        _U,
        rf"^\W*{ACTOR}\s+(?:also\s+)?{SAYS}\b.{{0,160}}\b{_WILL}{ADVERB}\s+(?:{DO}|be\s+{DONE})\b",
        names=True,
    ),
    _cue(
        1.0,
        _U,
        rf"\bthere\s+{_WILL}\s+be\s+(?:an?\s+|further\s+|continued\s+|police\s+|more\s+)+",
        r"(?:increase|review|update|report|evaluation|discussions?|representation|meeting)",
    ),
    _cue(1.0, _U, rf"\b{_WILL}\s+be{ADVERB}\s+{DONE}\b"),
    _cue(1.0, _U, rf"\b(?:is|are)\s+to\s+be\s+{DONE}\b"),
    _cue(0.6, _U, rf"\b(?:was|were)\s+to\s+be\s+{DONE}\b"),
    _cue(
        1.0,
        _U,
        r"\b(?:is|are)\s+(?:planned|intended)\s+(?:for\b|that\b|to\s+(?:be\b|roll|extend|launch))|",
        r"\bthere\s+are\s+plans\s+to\b|",
        r"\bplans?\s+to\s+(?:recruit|launch|introduce|review|publish|extend|roll)",
    ),
    _cue(1.0, _U, r"\b(?:is|was)\s+(?:looking\s+to|establishing|arranging|drawing\s+up)\b"),
    _cue(
        1.0,
        _U,
        r"\b(?:evaluation|review|audit|consultation|inspection|survey)\b.{0,60}",
        r"\bwill\s+(?:take\s+place|be\s+carried\s+out|follow)\b",
    ),
    _cue(
        1.2,
        _R,
        r"\bwould\s+(?:like|welcome|appreciate)\s+",
        r"(?:an?\s|to\s+(?:see|have|receive|know)\b|more\b|further\b|sight\b|the\b)",
    ),
    _cue(
        1.2,
        _R,
        r"\b(?:asked|requested)\s+(?:that\b|for\s+(?:an?|the|more|further)\s|some\b|",
        rf"{NAMED_ACTOR}\s+to\s)",
        names=True,
    ),
    _cue(1.1, _R, r"\bit\s+was\s+(?:suggested|recommended|requested|proposed)\s+that\b"),
    _cue(1.1, _R, r"\b(?:recommended|requested)\s+that\b"),
    _cue(1.1, _R, r"\bsuggested\s+that\b.{0,60}\bshould\b"),
    _cue(
        1.2,
        _R,
        rf"\b{NAMED_ACTOR}\s+(?:was|were)\s+(?:encouraged|asked|requested|urged)\s+to\b",
        names=True,
    ),
    _cue(1.3, _R, r"^\W*actions?\s*[:–-]\s+\w"),
    _cue(
        0.8,
        _M,
        rf"\b{PLANNED}\s+to\s+(?:be\s+)?(?:{DONE}|{BEGINS_OR_ENDS}|run|publish|report|recruit)\b",
    ),
    _cue(0.6, _M, rf"\b{_WILL}\s+(?:be\s+{DONE}|{BEGINS_OR_ENDS}|migrate)\b"),
    _cue(0.6, _M, rf"\bto\s+be\s+{DONE}\s+(?:by|in|during|before)\b"),
)
