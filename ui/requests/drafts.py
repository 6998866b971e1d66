"""Drafting in the background, one request after another, and how far it is."""

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock

from assistant.asker import Asker
from assistant.assistant import Assistant
from assistant.errors import AssistantError
from assistant.foi.desk import Desk
from assistant.foi.drafting import Drafter, reply_assistant
from assistant.foi.errors import FoiError
from index.errors import LibraryError
from index.library import Library
from ui.config import Settings

_log = logging.getLogger(__name__)
_FAULT = "Drafting ended before it was done. What was drafted is kept: start it again."


@dataclass(frozen=True, slots=True)
class DraftProgress:
    """How far a draft is: parts done, of how many. `failure` says what went wrong, if anything."""

    done: int
    of: int
    busy: bool
    failure: str = ""


class Drafts:
    """A queue with one worker. A draft cut short by the end of the process goes on when asked."""

    def __init__(self, settings: Settings, library: Library, asker: Asker) -> None:
        self._settings = settings
        self._library = library
        self._asker: Asker = (
            reply_assistant(asker, settings.foi) if isinstance(asker, Assistant) else asker
        )
        self._lock = Lock()
        self._progress: dict[str, DraftProgress] = {}
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="drafts")

    def desk(self) -> Desk:
        """The register, clock and letters of the office. Raises HolidaysUnreadable."""
        return Desk.open(self._settings.index, self._settings.foi)

    @property
    def library(self) -> Library:
        """The library that requests are answered from."""
        return self._library

    def start(self, reference: str, *, anew: bool = False) -> None:
        """Draft what is undrafted, or `anew` what no officer has touched. Returns at once."""
        with self._lock:
            known = self._progress.get(reference)
            if known and known.busy:
                return
            self._progress[reference] = DraftProgress(0, 0, busy=True)
        self._worker.submit(self._work, reference, anew)

    def progress(self, reference: str) -> DraftProgress | None:
        """How far a draft is; None if none was started since the pages were."""
        with self._lock:
            return self._progress.get(reference)

    def close(self) -> None:
        """Stop after the part under way; the rest stays undrafted."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _work(self, reference: str, anew: bool) -> None:
        def tell(done: int, of: int) -> None:
            self._tell(reference, DraftProgress(done, of, busy=True))

        try:
            register = self.desk().register
            drafter = Drafter(register, self._library, self._asker, self._settings.foi)
            request = register.load(reference)
            drafted = drafter.redraft(request, tell) if anew else drafter.draft(request, tell)
            count = len(drafted.parts)
            self._tell(reference, DraftProgress(count, count, busy=False))
        except (AssistantError, FoiError, LibraryError) as error:
            self._tell(reference, DraftProgress(0, 0, busy=False, failure=str(error)))
        except Exception as error:  # the pages go on; the fault is written down, without the letter
            _log.error("drafting failed: %s", type(error).__name__)
            self._tell(reference, DraftProgress(0, 0, busy=False, failure=_FAULT))

    def _tell(self, reference: str, progress: DraftProgress) -> None:
        with self._lock:
            self._progress[reference] = progress
