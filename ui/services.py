"""What every page is given to work with: one of each for the whole process."""

from dataclasses import dataclass, field

from assistant.answer import Searched
from index.errors import UnknownDocument
from index.library import Library
from index.results import DocumentRecord
from ui.accounts.accounts import Accounts
from ui.answering import VISIBLE, Answering, Audience
from ui.config import Settings
from ui.conversations import Conversations
from ui.examples import Examples
from ui.pictures import PagePictures
from ui.records import AnswerRecords
from ui.requests.drafts import Drafts
from ui.switch import Switch
from ui.uploads.jobs import Jobs
from ui.uploads.keep import Uploads


@dataclass(frozen=True, slots=True)
class Services:
    """The parts that pages are built on."""

    settings: Settings
    library: Library
    answering: Answering
    records: AnswerRecords
    accounts: Accounts
    switch: Switch
    uploads: Uploads
    jobs: Jobs
    examples: Examples
    drafts: Drafts
    conversations: Conversations = field(default_factory=Conversations)
    pictures: PagePictures = field(default_factory=PagePictures)

    def held(self, audience: Audience) -> Searched:
        """How many documents an audience may see, and of what dates."""
        records = self.visible(audience)
        dates = [record.metadata.date for record in records if record.metadata.date]
        return Searched(len(records), min(dates, default=None), max(dates, default=None))

    def visible(self, audience: Audience) -> tuple[DocumentRecord, ...]:
        """The documents that an audience may see, by name."""
        allowed = VISIBLE[audience]
        return tuple(r for r in self.library.documents() if r.metadata.sensitivity in allowed)

    def visible_record(self, audience: Audience, document_id: str) -> DocumentRecord | None:
        """A document by its id; None if there is none, or the audience may not see it."""
        try:
            record = self.library.record(document_id)
        except UnknownDocument:
            return None
        return record if record.metadata.sensitivity in VISIBLE[audience] else None

    def link(self, path: str) -> str:
        """The address of one of our pages ("/search") as a browser has to ask for it."""
        return f"{self.settings.ui.sub_path}{path}"
