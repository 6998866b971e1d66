"""What passes between the main process and a worker, each message as its length and a pickle.

The worker handles files that anybody may have made, so what comes back from it is unpickled with
nothing allowed but the types of a document and of its failure.
"""

import pickle
import struct
from dataclasses import dataclass
from io import BytesIO
from typing import IO

from ingest.document import Document
from ingest.errors import IngestError
from ingest.settings import IngestSettings

HEADER = struct.Struct(">Q")
ALLOWED: dict[str, frozenset[str] | None] = {
    "ingest.document": None,
    "ingest.errors": None,
    "ingest.sandbox.messages": None,
    "datetime": frozenset({"date"}),
}


@dataclass(frozen=True, slots=True)
class Request:
    """A file to read; the settings as JSON."""

    path: str
    settings: str

    @classmethod
    def of(cls, path: str, settings: IngestSettings) -> "Request":
        """The request to read `path`."""
        return cls(path, settings.model_dump_json())


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded what it needs."""


@dataclass(frozen=True, slots=True)
class MoreTime:
    """The file needs so many seconds more than others."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Done:
    """The file was read."""

    document: Document


@dataclass(frozen=True, slots=True)
class Failed:
    """The file could not be read. `worn` says that the worker should not be used again."""

    error: IngestError
    worn: bool = False


Reply = Ready | MoreTime | Done | Failed


class _ClosedUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        names: frozenset[str] | None = ALLOWED.get(module, frozenset())
        if names is not None and name not in names:
            raise pickle.UnpicklingError(f"{module}.{name} is not part of a reply")
        found = super().find_class(module, name)
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is not a type")
        return found


def write_message(stream: IO[bytes], message: Request | Reply) -> None:
    """Send a message."""
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(HEADER.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_message(stream: IO[bytes], limit: int) -> object | None:
    """The next message; None at the end of the stream, or where one is cut short.

    Raises pickle.UnpicklingError for one larger than `limit` bytes or of types not allowed.
    """
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    (length,) = HEADER.unpack(header)
    if length > limit:
        raise pickle.UnpicklingError(f"a reply of {length:,} bytes")
    data = stream.read(length)
    if len(data) < length:
        return None
    message: object = _ClosedUnpickler(BytesIO(data)).load()
    return message
