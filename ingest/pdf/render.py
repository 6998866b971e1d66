"""A page as a picture with its words' places, made in a child process that is held to limits.

A PDF is somebody else's program: what draws it may loop, grow or crash, and then only the child
ends.
"""

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from ingest.errors import DamagedFile
from ingest.pdf.extract import open_pdf, page_content
from ingest.pdf.shapes import Word
from ingest.settings import IngestSettings

_MEMORY_BYTES = 1_000_000_000
_CPU_SECONDS = 20
_WALL_SECONDS = 40
_MOST_PIXELS = 12_000_000


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page drawn as PNG. Sizes and word places are in points (ingest.pdf.shapes)."""

    png: bytes
    width: float
    height: float
    words: tuple[Word, ...]


def render_page(path: Path, number: int, pixels: int = 1_100) -> PagePicture:
    """Draw page `number` (1-based), `pixels` wide.

    Raises DamagedFile when it cannot be drawn within the limits, or there is no such page.
    """
    command = [sys.executable, "-m", "ingest.pdf.render", str(path), str(number), str(pixels)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_WALL_SECONDS, check=True)  # noqa: S603 - our own program, no shell
    except (subprocess.SubprocessError, OSError) as error:
        raise DamagedFile(
            path.name, f"page {number} cannot be drawn", "Its text can still be read."
        ) from error
    head, _, png = done.stdout.partition(b"\n")
    told = json.loads(head)
    words = tuple(Word(*word) for word in told["words"])
    return PagePicture(png, told["width"], told["height"], words)


def _draw(path: Path, number: int, pixels: int) -> bytes:
    with open_pdf(path.name, path.read_bytes(), IngestSettings()) as document:
        content = page_content(document, number - 1)
        page = document[number - 1]
        scale = min(
            pixels / content.width, (_MOST_PIXELS / (content.width * content.height)) ** 0.5
        )
        picture = BytesIO()
        page.render(scale=scale).to_pil().save(picture, "PNG", optimize=False)
    told = {"width": content.width, "height": content.height, "words": content.words}
    return json.dumps(told).encode("ascii") + b"\n" + picture.getvalue()


def _limit_this_process() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _limit_this_process()
    sys.stdout.buffer.write(_draw(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
