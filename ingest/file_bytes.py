"""The bytes of one file, within the size that the settings allow."""

from pathlib import Path

from ingest.errors import EmptyFile, FileTooLarge, MissingFile
from ingest.settings import IngestSettings


def read_bytes(path: Path, settings: IngestSettings) -> bytes:
    """Read `path` whole.

    Raises: MissingFile, EmptyFile, FileTooLarge.
    """
    try:
        if not path.is_file():
            raise MissingFile(path.name, "there is no such file", "Check the path.")
        size = path.stat().st_size
        if size > settings.max_file_bytes:
            raise FileTooLarge(
                path.name,
                f"it has {size} bytes, the limit is {settings.max_file_bytes}",
                "Split it, or raise max_file_bytes.",
            )
        content = path.read_bytes()
    except OSError as error:
        raise MissingFile(
            path.name, f"it cannot be opened ({error.strerror})", "Check who may read it."
        ) from error
    if not content:
        raise EmptyFile(path.name, "it has no bytes", "Fetch it again from its source.")
    return content
