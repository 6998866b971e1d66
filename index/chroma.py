"""Open Chroma, embedded or on a server: the only module that imports it."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from index.errors import IndexUnreadable, LibraryError, ServerUnreachable
from index.vectors import Chroma, Vectors

_COLLECTION = "passages"


@dataclass(frozen=True, slots=True)
class Graph:
    """How thoroughly Chroma links vectors to their neighbours, and looks among them."""

    max_neighbors: int
    ef_construction: int
    ef_search: int


GRAPHS = (Graph(32, 200, 200), Graph(64, 400, 400))
"""What to build with; the next where the one before left a vector that no search finds.

Of 10,000 vectors that lie close together, Chroma's own choice (16, 100, 100) left 126 that a
search for the very same vector did not find, (16, 200, 200) 18, (32, 200, 200) none.
"""


def open_folder(folder: Path, create: Graph | None = None) -> Vectors:
    """Open the embedded Chroma in `folder`, or make it. Raises IndexUnreadable."""
    import chromadb

    def failed(error: Exception) -> IndexUnreadable:
        return IndexUnreadable(
            f"The vectors in {folder} cannot be read ({error})",
            "Run 'pcc library check --repair' to rebuild them",
        )

    if create is None and not (folder / "chroma.sqlite3").exists():
        raise failed(FileNotFoundError("there are none"))
    try:
        client = chromadb.PersistentClient(path=str(folder), settings=_quiet())
    except Exception as error:  # Chroma's core has families of its own
        raise failed(error) from error
    return _open(client, _COLLECTION, failed, create)


def open_server(url: str, collection: str, create: Graph | None = None) -> Vectors:
    """Open a collection on a Chroma server; a new one replaces what an interrupted run left.

    Raises ServerUnreachable when the server does not answer or has no such collection.
    """
    client = _connect(url)
    return _open(client, collection, lambda error: _unreachable(url, error), create)


def drop_collections(url: str, prefix: str, keep: Iterable[str]) -> None:
    """Remove the collections of one library from a server, but for those in `keep`."""
    client, kept = _connect(url), set(keep)
    try:
        for collection in client.list_collections():
            if collection.name.startswith(prefix) and collection.name not in kept:
                client.delete_collection(collection.name)
    except Exception as error:
        raise _unreachable(url, error) from error
    finally:
        client.close()


def _connect(url: str) -> Chroma:
    import chromadb

    parts = urlsplit(url)
    try:
        return chromadb.HttpClient(
            host=parts.hostname or "localhost",
            port=parts.port or (443 if parts.scheme == "https" else 80),
            ssl=parts.scheme == "https",
            settings=_quiet(),
        )
    except Exception as error:
        raise _unreachable(url, error) from error


def _open(
    client: Chroma,
    name: str,
    failed: Callable[[Exception], LibraryError],
    create: Graph | None,
) -> Vectors:
    try:
        if create is None:
            found = client.get_collection(name, embedding_function=None)
            return Vectors(client, found, failed)
        if name in {one.name for one in client.list_collections()}:
            client.delete_collection(name)
        shape = {"hnsw": {"space": "cosine", **asdict(create)}}
        made = client.create_collection(name, embedding_function=None, configuration=shape)
        return Vectors(client, made, failed)
    except Exception as error:
        client.close()
        raise failed(error) from error


def _unreachable(url: str, error: Exception) -> ServerUnreachable:
    return ServerUnreachable(
        f"The Chroma server at {url} does not answer as it should ({error})",
        "Start it with 'chroma run', or unset chroma_url; 'pcc library check --repair' puts the "
        "vectors there again",
    )


def _quiet() -> Chroma:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)
