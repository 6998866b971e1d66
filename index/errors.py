"""Everything that can go wrong with the library.

LibraryError
├── LibraryMissing      nothing has been ingested into this data folder
├── LibraryBusy         another process is updating it
├── LibraryTooNew       its catalogue was written by a newer version of this program
├── RecipeMismatch      its indexes were made another way than the settings ask for
├── IndexUnreadable     an index does not open or does not hold what the catalogue says
│   └── FolderGone      the folder of the visible generation is not there
├── ModelUnusable       the embedding model cannot be loaded
├── ServerUnreachable   the Chroma server does not answer
├── UnknownDocument     no such document
├── UnknownRequest      no request of that reference in the register
├── RequestExists       a request of that reference is in the register already
├── DecisionRefused     a field or value that a document cannot have
└── UnknownPath         a path to ingest does not exist
"""


class LibraryError(Exception):
    """Says what failed, on what, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what}. {self.remedy}"


class LibraryMissing(LibraryError):
    """Nothing has been ingested into this data folder."""


class LibraryBusy(LibraryError):
    """Another process is updating the library."""


class LibraryTooNew(LibraryError):
    """The catalogue was written by a newer version of this program."""


class RecipeMismatch(LibraryError):
    """The indexes were made another way than the settings ask for."""


class IndexUnreadable(LibraryError):
    """An index does not open, or does not hold what the catalogue says."""


class FolderGone(IndexUnreadable):
    """The folder of the visible generation is not there."""


class ModelUnusable(LibraryError):
    """The embedding model cannot be loaded."""


class ServerUnreachable(LibraryError):
    """The Chroma server does not answer."""


class UnknownDocument(LibraryError):
    """No such document."""


class UnknownRequest(LibraryError):
    """No request of that reference in the register."""


class RequestExists(LibraryError):
    """A request of that reference is in the register already."""


class DecisionRefused(LibraryError):
    """A field or value that a document cannot have."""


class UnknownPath(LibraryError):
    """A path to ingest does not exist."""
