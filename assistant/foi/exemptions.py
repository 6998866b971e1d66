"""Which exemptions an officer should think about for a part, as questions with blank reasons.

Nothing here says that an exemption applies: each is a set of questions, and the reason stays empty
until an officer writes it.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_ENVIRONMENT = re.compile(
    r"\b(?:emissions?|carbon|co2|greenhouse|net[- ]zero|climate|energy (?:use|usage|consumption|"
    r"efficien\w+|bills?)|electricity|kwh|gas (?:consumption|usage|use)|heating oil|fuel (?:use|"
    r"consumption)|solar|heat pumps?|electric vehicles?|\bevs\b|charging points?|air quality|"
    r"pollut\w+|contaminat\w+|biodivers\w+|wildlife habitat|habitats?|hedgerows?|trees?|flood\w*|"
    r"water (?:use|usage|consumption|quality)|sewage|waste|recycl\w+|landfill|asbestos|"
    r"noise levels?|"
    r"radiation|environment(?:al)? (?:impact|information|report|audit|assessment|policy|strategy)|"
    r"sustainab\w+|green (?:energy|fleet|plan))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Exemption:
    """An exemption of Part II of the Act, or the cost limit, and what to ask before using it."""

    section: str
    title: str
    qualified: bool
    questions: tuple[str, ...]
    asked: re.Pattern[str]


@cache
def load_exemptions() -> tuple[Exemption, ...]:
    """The exemptions shipped with the product."""
    text = files("assistant.foi").joinpath("data", "exemptions.toml").read_text(encoding="utf-8")
    return tuple(
        Exemption(
            str(entry["section"]),
            str(entry["title"]),
            bool(entry["qualified"]),
            tuple(entry["questions"]),
            re.compile("|".join(entry["asked"]), re.IGNORECASE),
        )
        for entry in tomllib.loads(text)["exemption"]
    )


def to_consider(words: str) -> tuple[Exemption, ...]:
    """The exemptions that the words of a part bring to mind."""
    flat = " ".join(words.replace("’", "'").split())
    return tuple(entry for entry in load_exemptions() if entry.asked.search(flat))


def is_environmental(words: str) -> bool:
    """Whether a part is about environmental information (EIR regulation 2(1))."""
    return bool(_ENVIRONMENT.search(words))
