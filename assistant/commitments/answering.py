"""Answer a question about commitments from the register: counted and listed, each item cited."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.commitments import wording
from assistant.commitments.asking import Ask, Want, read_ask
from assistant.commitments.cited import (
    CitedCommitment,
    cite_span,
    cite_text,
    telling_sentences,
)
from assistant.commitments.cues import State
from assistant.commitments.history import tell_history
from assistant.commitments.nothing import is_sure, missing_number, nothing_of, unknown_numbers
from assistant.commitments.picked import (
    Picked,
    asks_only_actions,
    pick_actions,
    pick_list,
    pick_promises,
)
from assistant.commitments.register import Register
from ingest.commitment import Commitment, Update
from ingest.document import Span

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


def answer_from_register(
    question: str, register: Register, today: date, passages: Collection[str] = ()
) -> CommitmentAnswer | None:
    """The register's answer, or None where the question is not one for it, or it cannot tell.

    `passages` are texts that a search for the question found: the register does not deny what
    stands in them.
    """
    ask = read_ask(question, register, today)
    if ask is None:
        return None
    match ask.want:
        case Want.ACTION | Want.HISTORY:
            said = _actions(ask, pick_actions(ask, register))
            return said or _none(ask, _no_action(question, ask, register, passages))
        case Want.PROMISE:
            return _promises(ask, pick_promises(ask, register))
        case Want.MISSING:
            return _none(ask, " ".join(missing_number(n, register) for n in _gaps(register)))
    if ask.unheld or ask.stranger:
        return _none(ask, nothing_of(ask, register))
    only_actions = asks_only_actions(question)
    picked = pick_list(ask, register, only_actions=only_actions)
    if picked:
        every = replace(ask, state=State.ANY)
        of_all = pick_list(every, register, only_actions=only_actions) if ask.of_all else ()
        return _listed(ask, picked, of_all)
    return _none(ask, nothing_of(ask, register) if is_sure(ask) else "")


def _none(ask: Ask, text: str) -> CommitmentAnswer | None:
    return CommitmentAnswer(text, (), 0, ask) if text else None


def _no_action(question: str, ask: Ask, register: Register, passages: Collection[str]) -> str:
    """What to say of numbers that no record has."""
    known = (missing_number(int(number), register) for number in ask.actions if number.isdigit())
    return next((said for said in known if said), "") or (
        unknown_numbers(question, ask, register, passages)
    )


def _gaps(register: Register) -> list[int]:
    return [n for gap in register.missing for n in range(gap.first, gap.last + 1)]


def _actions(ask: Ask, picked: Sequence[Picked]) -> CommitmentAnswer | None:
    """Each action asked for: owner, how it stands, the task, what became of it."""
    if not picked:
        return None
    if len(picked) > 2:
        return _listed(ask, picked)
    texts: list[str] = []
    items: list[CitedCommitment] = []
    tell = tell_history if ask.want is Want.HISTORY else _told
    for each in picked:
        text, proofs = tell(each, ask.about.stems, _WORDS // len(picked))
        texts.append(text)
        items += proofs
    return CommitmentAnswer("\n\n".join(texts), tuple(items), len(picked), ask)


def _told(picked: Picked, about: frozenset[str], budget: int) -> tuple[str, list[CitedCommitment]]:
    thread, item = picked.thread, picked.item
    raised = f", raised on {wording.day(thread.raised)}" if thread.raised else ""
    parts = [
        f"{wording.name_of(thread)}{raised}: {wording.standing(picked)}.",
        item.commitment.text,
    ]
    proofs = [cite_text(thread.id, item)]
    for name, words, span in _beside(item.commitment):
        parts.append(f"{name}: {words}.")
        proofs.append(cite_span(thread.id, item, words, span))
    left = budget - sum(len(part.split()) for part in parts)
    silence = wording.silence(thread) if item is thread.last else ""
    left -= len(silence.split())
    for update in _newest(item.commitment.updates):
        for said in telling_sentences(update, about, left, item.commitment.status_words):
            parts.append(_closed_off(said.words))
            proofs.append(cite_span(thread.id, item, said.words, said.span))
        proofs.append(cite_span(thread.id, item, update.text, update.span))
    return " ".join(part for part in (*parts, silence) if part), _distinct(proofs)


def _beside(commitment: Commitment) -> Iterator[tuple[str, str, Span]]:
    """Owner and due date that stand in cells beside the task, and not in its own words."""
    if commitment.owner_span and commitment.owner not in commitment.text:
        yield "Owner", commitment.owner, commitment.owner_span
    due = commitment.due
    if due and due.span and due.words not in commitment.text:
        yield "Due", due.words, due.span


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


def _listed(ask: Ask, picked: Sequence[Picked], of_all: Sequence[Picked] = ()) -> CommitmentAnswer:
    """A count and a line for each."""
    heading = wording.heading(ask, picked, len(of_all))
    spare = _WORDS - len(heading.split()) - 4 * len(picked)
    length = _longest([len(wording.task_words(each)) for each in picked], spare)
    lines = [f"- {wording.line(each, length, ask.state)}" for each in picked]
    items = [proof for each in picked for proof in _proof(each, ask.state)]
    return CommitmentAnswer("\n".join([f"{heading}:", *lines]), tuple(items), len(picked), ask)


def _longest(tasks: Sequence[int], spare: int) -> int:
    """At how many words tasks are cut so that all fit: short ones leave their room to the others.

    0 where there is no room for a few words of each.
    """
    cuts = range(max(tasks), _FEWEST - 1, -1)
    return next((cut for cut in cuts if sum(min(task, cut) for task in tasks) <= spare), 0)


def _proof(picked: Picked, state: State) -> list[CitedCommitment]:
    """The task and the update that holds its status; every record, where the owners differ."""
    thread, item = picked.thread, picked.item
    if state is State.MOVED:
        return [cite_text(thread.id, each) for each in thread.items]
    proofs = [cite_text(thread.id, item)]
    proofs += [cite_span(thread.id, item, u.text, u.span) for u in _newest(item.commitment.updates)]
    return _distinct(proofs)


def _promises(ask: Ask, picked: Sequence[Picked]) -> CommitmentAnswer | None:
    if not picked:
        return None
    texts, items = [], []
    for each in picked:
        text, proofs = _told(each, ask.about.stems, _WORDS // len(picked))
        texts.append(text)
        items += proofs
    return CommitmentAnswer("\n\n".join(texts), tuple(items), len(picked), ask)
