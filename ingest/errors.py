"""Everything that can go wrong with one file.

IngestError
├── MissingFile        not there, not a file, or not allowed to be opened
├── EmptyFile          no bytes at all
├── UnsupportedFile    a kind of file that is not read
├── MismatchedFile     its contents are not what its ending says
├── EncryptedFile      needs a password
├── DamagedFile        broken or truncated
├── TextlessFile       readable, but no words found (a scan without OCR, for example)
├── ManifestError      manifest.csv has a cell that cannot be understood
└── LimitExceeded
    ├── FileTooLarge
    ├── TooManyPages
    ├── TooSlow
    └── TooMuchMemory
"""


class IngestError(Exception):
    """One file could not be read: says on which file, what failed and what to do."""

    def __init__(self, name: str, what: str, remedy: str) -> None:
        # All three go to `args` so that the error survives the way back from a child process.
        super().__init__(name, what, remedy)
        self.name = name
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.name}: {self.what}. {self.remedy}"


class MissingFile(IngestError):
    """Not there, not a plain file, or not allowed to be opened."""


class EmptyFile(IngestError):
    """No bytes at all."""


class UnsupportedFile(IngestError):
    """A kind of file that is not read."""


class MismatchedFile(IngestError):
    """The contents are not what the ending says."""


class EncryptedFile(IngestError):
    """Needs a password."""


class DamagedFile(IngestError):
    """Broken or truncated."""


class TextlessFile(IngestError):
    """Readable, but no words were found."""


class ManifestError(IngestError):
    """manifest.csv cannot be understood; `what` names line and column."""


class LimitExceeded(IngestError):
    """Larger or slower than the settings allow."""


class FileTooLarge(LimitExceeded):
    """More bytes, packed or unpacked, than allowed."""


class TooManyPages(LimitExceeded):
    """More pages than allowed."""


class TooSlow(LimitExceeded):
    """Took longer than allowed."""


class TooMuchMemory(LimitExceeded):
    """Needed more memory than allowed."""
