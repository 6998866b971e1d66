"""Pictures of PDF pages, drawn when they are asked for and kept for a while."""

from collections import OrderedDict
from pathlib import Path
from threading import BoundedSemaphore, Lock

from ingest.errors import IngestError
from ingest.pdf.render import PagePicture, render_page

_KEPT = 64
_DRAWN_AT_ONCE = 2

_Key = tuple[str, int]


class PagePictures:
    """Draws pages, at most two at once; a page that cannot be drawn has no picture."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Key, PagePicture | None] = OrderedDict()
        self._lock = Lock()
        self._drawing = BoundedSemaphore(_DRAWN_AT_ONCE)

    def of(self, sha256: str, path: Path, page: int) -> PagePicture | None:
        """The picture of a page of the version `sha256`, kept at `path`."""
        key = (sha256, page)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        with self._drawing:
            with self._lock:
                if key in self._kept:
                    return self._kept[key]
            try:
                picture = render_page(path, page)
            except IngestError:
                picture = None
        with self._lock:
            self._kept[key] = picture
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return picture
