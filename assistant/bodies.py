"""Which other body may hold what is asked, and how to ask it."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import BodiesUnreadable

FORCE = "force"
"""The key of the police force, which holds most of what an office does not."""


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    name: str
    how: str
    asked: tuple[str, ...]


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    body: tuple[_Body, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A body that a requester may be pointed to. `how` says how to ask it."""

    key: str
    name: str
    how: str
    asked: tuple[re.Pattern[str], ...]

    def fit(self, words: str) -> int:
        """How many of the patterns of its business are found in `words`."""
        return sum(1 for pattern in self.asked if pattern.search(words))


@cache
def load_bodies(source: Path | None = None) -> tuple[Body, ...]:
    """The bodies of `source`, or those shipped. Raises BodiesUnreadable."""
    try:
        text = (
            source.read_text(encoding="utf-8")
            if source
            else files("assistant").joinpath("bodies.toml").read_text(encoding="utf-8")
        )
        found = _File.model_validate(tomllib.loads(text)).body
        return tuple(
            Body(b.key, b.name, b.how, tuple(re.compile(p, re.IGNORECASE) for p in b.asked))
            for b in found
        )
    except (OSError, tomllib.TOMLDecodeError, ValidationError, re.error) as error:
        raise BodiesUnreadable(
            f"The list of bodies {source or 'shipped'} cannot be used ({error}). Correct it, or "
            "leave the setting bodies_file empty."
        ) from error


def likely_holder(words: str, bodies: tuple[Body, ...]) -> Body | None:
    """The body whose business `words` are about, or None. Ties go to the one listed first."""
    flat = " ".join(words.replace("’", "'").split())
    best = max(bodies, key=lambda body: body.fit(flat), default=None)
    return best if best and best.fit(flat) else None
