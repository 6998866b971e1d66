"""One commitment of the register: as found, as people have reviewed it, and where it stands."""

from dataclasses import dataclass
from datetime import date, datetime

from index.results import DocumentRecord
from ingest.commitment import Commitment


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Who last reviewed an item, when, and what was decided."""

    by: str
    at: datetime
    what: str


@dataclass(frozen=True, slots=True)
class Item:
    """A commitment with its document. `reviews` are what people decided about it, oldest first."""

    document: DocumentRecord
    commitment: Commitment
    reviews: tuple[Reviewed, ...] = ()

    @property
    def id(self) -> str:
        """The document's id and the commitment's key: stays the same when it is read again."""
        return f"{self.document.id}:{self.commitment.key}"

    @property
    def day(self) -> date | None:
        """The day of the meeting or document that holds it."""
        metadata = self.document.metadata
        return metadata.meeting_date or metadata.date or metadata.period_end

    @property
    def is_suggestion(self) -> bool:
        """Whether it waits for a person to accept it."""
        return self.commitment.suggested
