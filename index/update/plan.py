"""Decide what each file is to the library, from names and hashes alone."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field


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


@dataclass(frozen=True, slots=True)
class Plan:
    """Bring in `assignments`, forget `gone` paths, retire the documents left without any."""

    assignments: tuple[Assignment, ...]
    gone: tuple[str, ...]
    retired: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the library holds: paths, and of each live document its bytes and its own path.

    `past_bytes` and `past_paths` name the retired documents by what they held and were called
    last, so that what was decided about one holds again when it comes back.
    """

    sources: Mapping[str, Source]
    live: Mapping[str, str]
    shown: Mapping[str, str]
    past_bytes: Mapping[str, str] = field(default_factory=dict)
    past_paths: Mapping[str, str] = field(default_factory=dict)


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
    staying = {
        source.document
        for path, source in known.sources.items()
        if path not in found and path not in gone
    }
    groups = _by_bytes(found)
    claimed = _claim(groups, known, staying)
    in_use = {*claimed.values(), *staying}
    return Plan(
        assignments=tuple(
            Assignment(claimed[sha256], sha256, _own_first(paths, known, claimed[sha256]))
            for sha256, paths in groups.items()
        ),
        gone=gone,
        retired=tuple(document for document in sorted(known.live) if document not in in_use),
    )


def _by_bytes(found: Mapping[str, str]) -> dict[str, list[str]]:
    """The paths that hold each set of bytes."""
    groups: dict[str, list[str]] = {}
    for path in sorted(found):
        groups.setdefault(found[path], []).append(path)
    return groups


def _claim(groups: Mapping[str, list[str]], known: Known, staying: set[str]) -> dict[str, str]:
    """The document of each set of bytes: by its bytes, else by a path of its own, else new.

    Live documents come before retired ones.
    """
    by_bytes = {sha256: document for document, sha256 in known.live.items()}
    claimed = {sha256: by_bytes[sha256] for sha256 in groups if sha256 in by_bytes}
    taken = {*claimed.values(), *staying}

    def claim(sha256: str, candidates: Iterable[str | None]) -> None:
        free = [one for one in candidates if one is not None and one not in taken]
        if sha256 not in claimed and free:
            claimed[sha256] = free[0]
            taken.add(free[0])

    for sha256, paths in groups.items():
        before = [known.sources[path].document for path in paths if path in known.sources]
        claim(sha256, [one for one in before if one in known.live])
    for sha256, paths in groups.items():
        past = [known.past_bytes.get(sha256), *map(known.past_paths.get, paths)]
        claim(sha256, [one for one in past if one not in known.live])
    for sha256, paths in groups.items():
        claim(sha256, _new_ids(sha256, paths[0], known))
    return claimed


def _new_ids(sha256: str, path: str, known: Known) -> list[str]:
    """From the bytes, so that the same files give the same ids; from the path too if that is used.

    It is, where a document began with these bytes and has gone on to others.
    """
    names = [_digest(sha256), _digest(f"{sha256}\n{path}")]
    return [name for name in names if name not in known.live]


def _digest(text: str) -> str:
    return hashlib.sha256(f"document\n{text}".encode()).hexdigest()[:16]


def _own_first(paths: list[str], known: Known, document: str) -> tuple[str, ...]:
    """The path that the document is shown under stays the first while it is there."""
    own = known.shown.get(document)
    return tuple(sorted(paths, key=lambda path: path != own))
