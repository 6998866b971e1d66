"""Undertakings, requests and milestones in running text: offered as suggestions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.commitment import Commitment, CommitmentKind, Due
from ingest.commitments.actors import ACTOR, NAMED_ACTOR
from ingest.commitments.context import Context
from ingest.commitments.due import find_due
from ingest.commitments.look_alikes import AGAINST
from ingest.commitments.owners import role_and_body
from ingest.commitments.passage_text import Sentence, sentences_of
from ingest.commitments.prose_cues import DATED, DATED_BEFORE, ENOUGH, FOR, HINT, MENTIONED
from ingest.commitments.verbs import SAYS
from ingest.dates import PeriodKind, find_dates
from ingest.document import Span

_MENTIONS = re.compile(r"\bactions?\s+(?P<id>\d{1,4})\b", re.IGNORECASE)
_MODAL = re.compile(
    rf"\b(?P<owner>{ACTOR})\s+(?:(?:has|have|had)\s+)?(?:will|would|shall|is\s+to|are\s+to|agreed\s+to|"
    r"undertook|promised|was\s+(?:encouraged|asked|looking|establishing)|is\s+looking)\b"
)
_LEADING = re.compile(rf"^\W*(?P<owner>{NAMED_ACTOR})(?=\s+(?:also\s+)?(?:{SAYS}|[a-z]+ed)\b)")
_GOES_ON = re.compile(r"^\W*(?:[Hh]e|[Ss]he|[Tt]hey)\b")  # the same speaker, by a pronoun
_REQUESTER = re.compile(
    rf"\b(?P<who>{NAMED_ACTOR})\s+.{{0,80}}?\b(?:would\s+like|asked|requested|suggested|recommended)\b"
)
_PRONOUNS = frozenset({"he", "she", "they", "we", "i"})
_EXACT = frozenset({PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.SEASON})
_SHORTEST, _LONGEST = 4, 90  # words


@dataclass(frozen=True, slots=True)
class Weighed:
    """How much speaks for a sentence, as what, and when it would be due."""

    score: float
    kind: CommitmentKind
    due: Due | None


def find_in_prose(context: Context, actions: Mapping[Span, str]) -> Iterator[Commitment]:
    """Sentences that read as commitments. `actions` names the action whose update holds a span.

    The public's own questions, headings, tables of figures and rows of actions are passed over.
    """
    speaker, unit = "", -1
    for sentence in sentences_of(context.document, actions):
        words = sentence.span.of(context.document.text)
        if sentence.unit != unit or not _GOES_ON.match(words):
            leading = _LEADING.match(words)
            speaker, unit = leading["owner"] if leading else "", sentence.unit
        if not _SHORTEST <= len(words.split()) <= _LONGEST:
            continue
        weighed = weigh(words, context.said_at(sentence.span.start), context.following)
        if weighed is not None:
            yield _commitment(context, sentence, weighed, speaker)


def weigh(words: str, said: date | None, following: date | None = None) -> Weighed | None:
    """Weigh one sentence; None where it is no commitment."""
    if not HINT.search(words):
        return None
    speaking = [(cue.weight, cue.kind) for cue in FOR if cue.pattern.search(words)]
    if not speaking:
        return None
    due = find_due(words, said, following)
    dated = due is not None and (due.end is not None or said is None)
    score = max(weight for weight, _ in speaking)
    if dated:
        score += DATED
    elif any(period.kind in _EXACT for period in find_dates(words)):
        score += DATED_BEFORE
    if _MENTIONS.search(words):
        score += MENTIONED
    score -= sum(each.weight for each in AGAINST if each.pattern.search(words))
    if score < ENOUGH:
        return None
    return Weighed(score, _kind(speaking, dated=dated), due)


def _kind(speaking: Sequence[tuple[float, CommitmentKind]], *, dated: bool) -> CommitmentKind:
    kinds = {kind for _, kind in speaking}
    if CommitmentKind.REQUEST in kinds:
        return CommitmentKind.REQUEST
    if CommitmentKind.MILESTONE in kinds and dated:
        return CommitmentKind.MILESTONE
    return CommitmentKind.UNDERTAKING


def _commitment(context: Context, sentence: Sentence, weighed: Weighed, speaker: str) -> Commitment:
    words = sentence.span.of(context.document.text)
    owner = _owner(words, speaker)
    role, body = role_and_body(owner, context.document.people)
    requester = ""
    if weighed.kind is CommitmentKind.REQUEST:
        asked = _REQUESTER.search(words)
        requester, owner, role, body = (asked["who"] if asked else speaker), "", "", ""
    return Commitment(
        key="",
        kind=weighed.kind,
        text=words,
        span=sentence.span,
        quotes=(sentence.span,),
        locator=context.places.locator(sentence.span.start, sentence.place),
        page=context.places.page_at(sentence.span.start),
        raised=context.said_at(sentence.span.start),
        owner=owner,
        role=role,
        body=body,
        requester=requester,
        topic=context.places.topic(sentence.span.start),
        due=weighed.due,
        parent=sentence.parent,
        mentions=tuple(match["id"] for match in _MENTIONS.finditer(words)),
        meetings=context.meetings,
        found_by="wording of the sentence",
        confidence=min(0.95, 0.5 + 0.25 * (weighed.score - ENOUGH + 0.4)),
        suggested=True,
    )


def _owner(words: str, speaker: str) -> str:
    """Who is said to do it; where that is "he" or "she", whoever is speaking."""
    found = _MODAL.search(words)
    if found is None:
        return ""
    return speaker if found["owner"].lower() in _PRONOUNS else found["owner"]
