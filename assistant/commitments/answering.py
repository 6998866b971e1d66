"""Answer a question about commitments from the register: counted and listed, each item cited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.commitments import wording
from assistant.commitments.asking import Ask, Want, read_ask
from assistant.commitments.cited import (
    CitedCommitment,
    cite_span,
    cite_text,
    telling_sentences,
)
from assistant.commitments.cues import ALONE
from assistant.commitments.picked import (
    Picked,
    asks_only_actions,
    pick_actions,
    pick_list,
    pick_promises,
)
from assistant.commitments.register import Register
from ingest.commitment import Update

_WORDS = 100  # an answer's length; the contract allows about 100
_FEWEST = 4  # words of a task: a list that has no room for them goes without


@dataclass(frozen=True, slots=True)
class CommitmentAnswer:
    """An answer from the register. `items` prove it, one quote each; `count` is how many it lists.

    Without items it says that the register holds nothing of the kind asked for.
    """

    text: str
    items: tuple[CitedCommitment, ...]
    count: int
    ask: Ask


def answer_from_register(question: str, register: Register, today: date) -> CommitmentAnswer | None:
    """The register's answer, or None where the question is not one for it, or it cannot tell."""
    ask = read_ask(question, register, today)
    if ask is None:
        return None
    if ask.want is Want.ACTION:
        return _actions(ask, pick_actions(ask, register)) or _missing(ask, register)
    if ask.want is Want.PROMISE:
        return _promises(ask, pick_promises(ask, register))
    only_actions = asks_only_actions(question)
    return _listed(ask, pick_list(ask, register, only_actions=only_actions))


def _actions(ask: Ask, picked: Sequence[Picked]) -> CommitmentAnswer | None:
    """Each action asked for: owner, how it stands, the task, what became of it."""
    if not picked:
        return None
    if len(picked) > 2:
        return _listed(ask, picked)
    texts: list[str] = []
    items: list[CitedCommitment] = []
    for each in picked:
        text, proofs = _told(each, ask.about, _WORDS // len(picked))
        texts.append(text)
        items += proofs
    return CommitmentAnswer("\n\n".join(texts), tuple(items), len(picked), ask)


def _missing(ask: Ask, register: Register) -> CommitmentAnswer | None:
    """A number that no document here holds, though its neighbours are: which minutes would."""
    for number in (int(action) for action in ask.actions if action.isdigit()):
        for gap in register.missing:
            if gap.first <= number <= gap.last:
                return CommitmentAnswer(wording.missing(number, gap), (), 0, ask)
    return None


def _told(picked: Picked, about: frozenset[str], budget: int) -> tuple[str, list[CitedCommitment]]:
    thread, item = picked.thread, picked.item
    raised = f", raised on {wording.day(thread.raised)}" if thread.raised else ""
    parts = [
        f"{wording.name_of(thread)}{raised}: {wording.standing(picked)}.",
        item.commitment.text,
    ]
    proofs = [cite_text(thread.id, item)]
    left = budget - sum(len(part.split()) for part in parts)
    silence = wording.silence(thread) if item is thread.last else ""
    left -= len(silence.split())
    for update in _newest(item.commitment.updates):
        for said in telling_sentences(update, about, left, item.commitment.status_words):
            parts.append(_closed_off(said.words))
            proofs.append(cite_span(thread.id, item, said.words, said.span))
        proofs.append(cite_span(thread.id, item, update.text, update.span))
    return " ".join(part for part in (*parts, silence) if part), _distinct(proofs)


def _newest(updates: Sequence[Update]) -> Sequence[Update]:
    return updates[-1:]


def _closed_off(words: str) -> str:
    return words if words.rstrip().endswith((".", "!", "?")) else f"{words}."


def _distinct(proofs: Sequence[CitedCommitment]) -> list[CitedCommitment]:
    """None twice, and no quote that lies within one before it."""
    kept: list[CitedCommitment] = []
    for proof in proofs:
        if not any(each.item == proof.item and each.span.contains(proof.span) for each in kept):
            kept.append(proof)
    return kept


def _listed(ask: Ask, picked: Sequence[Picked]) -> CommitmentAnswer | None:
    """A count and a line for each; a list without any is an answer only to what has one alone."""
    heading = wording.heading(ask, len(picked))
    if not picked:
        sure = ask.state in ALONE or ask.owner is not None or bool(ask.meetings)
        return CommitmentAnswer(f"{heading}.", (), 0, ask) if sure else None
    spare = _WORDS - len(heading.split()) - 4 * len(picked)
    length = spare // len(picked)
    length = length if length >= _FEWEST else 0
    lines = [f"- {wording.line(each, length)}" for each in picked]
    items = [proof for each in picked for proof in _proof(each)]
    return CommitmentAnswer("\n".join([f"{heading}:", *lines]), tuple(items), len(picked), ask)


def _proof(picked: Picked) -> list[CitedCommitment]:
    """The task and the update that holds its status."""
    thread, item = picked.thread, picked.item
    proofs = [cite_text(thread.id, item)]
    proofs += [cite_span(thread.id, item, u.text, u.span) for u in _newest(item.commitment.updates)]
    return _distinct(proofs)


def _promises(ask: Ask, picked: Sequence[Picked]) -> CommitmentAnswer | None:
    if not picked:
        return None
    texts, items = [], []
    for each in picked:
        text, proofs = _told(each, ask.about, _WORDS // len(picked))
        texts.append(text)
        items += proofs
    return CommitmentAnswer("\n\n".join(texts), tuple(items), len(picked), ask)
