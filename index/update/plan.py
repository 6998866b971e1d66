"""Decide what each file is to the library, from names and hashes alone."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A path that the library knows, and what it held when it was last read."""

    document: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """One set of bytes, the paths that hold it (its own first), and its document."""

    document: str
    sha256: str
    paths: tuple[str, ...]
    is_known: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """Bring in `assignments`, forget `gone` paths, retire the documents left without any."""

    assignments: tuple[Assignment, ...]
    gone: tuple[str, ...]
    retired: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the library holds: paths, and of each live document its bytes and its own path."""

    sources: Mapping[str, Source]
    live: Mapping[str, str]
    shown: Mapping[str, str]


def plan_update(
    found: Mapping[str, str], known: Known, covered: Callable[[str], bool], kept: frozenset[str]
) -> Plan:
    """Match the files found (path to sha256) to the documents known.

    The same bytes are the same document, whatever the file is called; other bytes at a known path
    are its new version; a document none of whose paths is left is retired. Only paths that the
    update covers can go missing, and those in `kept` (unreadable now) do not.
    """
    gone = tuple(
        path
        for path in sorted(known.sources)
        if covered(path) and path not in found and path not in kept
    )
    groups: dict[str, list[str]] = {}
    for path in sorted(found):
        groups.setdefault(found[path], []).append(path)
    staying = {
        source.document
        for path, source in known.sources.items()
        if path not in found and path not in gone
    }
    claimed = _claim(groups, known, staying)
    retired = tuple(
        document
        for document in sorted(known.live)
        if document not in claimed.values() and document not in staying
    )
    assignments = tuple(
        Assignment(
            claimed[sha256],
            sha256,
            _own_first(paths, known, claimed[sha256]),
            claimed[sha256] in known.live,
        )
        for sha256, paths in groups.items()
    )
    return Plan(assignments, gone, retired)


def _claim(groups: Mapping[str, list[str]], known: Known, staying: set[str]) -> dict[str, str]:
    """The document of each set of bytes: by its bytes, else by a path of its own, else new."""
    by_bytes = {sha256: document for document, sha256 in known.live.items()}
    claimed = {sha256: by_bytes[sha256] for sha256 in groups if sha256 in by_bytes}
    for sha256, paths in groups.items():
        if sha256 in claimed:
            continue
        taken = {*claimed.values(), *staying}
        before = [known.sources[path].document for path in paths if path in known.sources]
        free = [one for one in before if one in known.live and one not in taken]
        claimed[sha256] = free[0] if free else _new_id(sha256, paths[0], known, taken)
    return claimed


def _new_id(sha256: str, path: str, known: Known, taken: set[str]) -> str:
    """From the bytes, so that the same files give the same ids; once more from the path if used.

    A document retired earlier gets its id back when its first bytes come back.
    """
    plain = _digest(sha256)
    if plain in taken or plain in known.live:
        return _digest(f"{sha256}\n{path}")
    return plain


def _digest(text: str) -> str:
    return hashlib.sha256(f"document\n{text}".encode()).hexdigest()[:16]


def _own_first(paths: list[str], known: Known, document: str) -> tuple[str, ...]:
    """The path that the document is shown under stays the first while it is there."""
    own = known.shown.get(document)
    return tuple(sorted(paths, key=lambda path: path != own))
