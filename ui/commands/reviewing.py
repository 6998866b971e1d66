"""A person's decision about a commitment, from the terminal."""

from dataclasses import dataclass

import typer

from assistant.commitments.item import Item
from assistant.commitments.register import Register, load_register
from index.library import Library
from index.reviews import Reviewer, ReviewTarget
from ingest.document import Sensitivity
from ui.config import Settings


@dataclass(frozen=True, slots=True)
class Decision:
    """What was chosen on the command line."""

    accept: bool
    reject: bool
    separate: bool
    merge: str
    values: tuple[str, ...]
    parts: tuple[str, ...]
    why: str

    def is_one(self) -> bool:
        """Whether exactly one thing was chosen."""
        chosen = (self.accept, self.reject, self.separate, self.merge, self.values, self.parts)
        return sum(map(bool, chosen)) == 1


def apply_decision(settings: Settings, name: str, by: str, decision: Decision) -> None:
    """Keep the decision. Raises typer.BadParameter for an unknown id, and LibraryError."""
    with Library.open(settings.index) as library:
        register = load_register(library, frozenset(Sensitivity))
    target, reviewer = _target(register, name), Reviewer(settings.index, by)
    if decision.accept:
        reviewer.accept(target, decision.why)
    elif decision.reject:
        reviewer.reject(target, decision.why)
    elif decision.separate:
        reviewer.separate(target, decision.why)
    elif decision.merge:
        reviewer.merge(target, _target(register, decision.merge), decision.why)
    elif decision.values:
        reviewer.correct(target, dict(_field(value) for value in decision.values), decision.why)
    else:
        reviewer.split(target, decision.parts, decision.why)


def _target(register: Register, name: str) -> ReviewTarget:
    item = _item(register, name)
    if item is None:
        raise typer.BadParameter(f"there is no commitment '{name}'; see 'pcc commitments show'")
    return ReviewTarget(item.document.id, item.commitment.key, item.commitment.text)


def _item(register: Register, name: str) -> Item | None:
    for thread in register.threads:
        for item in thread.items:
            if item.id == name:
                return item
    return None


def _field(value: str) -> tuple[str, str]:
    name, equals, setting = value.partition("=")
    if not equals:
        raise typer.BadParameter(f"'{value}' is not name=value")
    return name.strip(), setting.strip()
