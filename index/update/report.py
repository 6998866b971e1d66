"""What an update did."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was not read, and why in a sentence."""

    name: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Renaming:
    """A document whose file is called otherwise now."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of every file. Names are file names; `seconds` is wall time.

    `read` are new documents, `changed` new versions of known ones, `reread` known bytes read or
    cut anew because the recipe or what is known about them changed. `duplicates` hold the same
    bytes as another file, `skipped` are of kinds that are not read, `problems` are what was odd
    about a file that was read all the same.
    """

    read: tuple[str, ...]
    changed: tuple[str, ...]
    reread: tuple[str, ...]
    unchanged: tuple[str, ...]
    renamed: tuple[Renaming, ...]
    retired: tuple[str, ...]
    duplicates: tuple[str, ...]
    skipped: tuple[Failure, ...]
    failed: tuple[Failure, ...]
    problems: tuple[Failure, ...]
    documents: int
    passages: int
    passages_added: int
    passages_retired: int
    embedded: int
    generation: int
    seconds: float

    def to_json(self) -> str:
        """The report as one JSON object."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2)
