"""What an officer works with: the register, the clock and the letter of one office."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from assistant.foi.blocks import find_blocks
from assistant.foi.bounds import find_bounds
from assistant.foi.clock import Deadline, RequestDates, response_deadline
from assistant.foi.letter_content import LetterContent, letter_content
from assistant.foi.letter_text import working_copy
from assistant.foi.letter_words import load_words
from assistant.foi.register import Register
from assistant.foi.request import Request
from assistant.foi.settings import FoiSettings
from assistant.foi.working_days import WorkingCalendar, load_calendar
from index.requests import RequestStore
from index.settings import IndexSettings

_BY_HAND = "One-off holiday"


@dataclass(frozen=True, slots=True)
class Desk:
    """One office's requests and how it handles them."""

    settings: FoiSettings
    register: Register
    calendar: WorkingCalendar

    @classmethod
    def open(cls, index: IndexSettings, settings: FoiSettings) -> Self:
        """The desk of the library in `index`. Raises HolidaysUnreadable."""
        return cls(settings, Register(RequestStore(index)), office_calendar(settings))

    def deadline(self, request: Request) -> Deadline:
        """When `request` must be answered. Raises ClockError, HolidaysMissing."""
        dates = RequestDates(
            request.received,
            request.clarification_asked,
            request.clarification_received,
            request.extended,
            request.regime,
        )
        return response_deadline(dates, self.calendar, self.settings.clock)

    def left(self, request: Request, today: date) -> int | None:
        """Working days left on `today`, negative once it is late; None while the clock stands."""
        due = self.deadline(request).due
        if due is None:
            return None
        late = self.calendar.between(due, today)
        return -late if late else self.calendar.between(today, due)

    def content(self, request: Request, today: date) -> LetterContent:
        """The reply to `request` as it stands. Raises TemplateFault."""
        return letter_content(
            request,
            quoted_body(self.register.letter(request.reference) or ""),
            self.register.requester(request.reference),
            self.settings,
            load_words(self.settings.letter_words),
            today,
        )


def office_calendar(settings: FoiSettings) -> WorkingCalendar:
    """The working days that an office counts. Raises HolidaysUnreadable."""
    extra = ((day, _BY_HAND) for day in settings.extra_holidays)
    return load_calendar(settings.holidays_file, extra)


def quoted_body(letter: str) -> tuple[str, ...]:
    """The body of a letter in its own words and numbering, one string a paragraph or item.

    Salutation, signature and the requester's particulars are left out; line breaks within a
    paragraph become spaces.
    """
    copy = working_copy(letter)
    spans = []
    for body in find_bounds(copy).body:
        for block in find_blocks(copy, body):
            start = block.mark.span.start if block.mark else block.span.start
            spans.append((start, block.span.end))
    return tuple(" ".join(letter[start:end].split()) for start, end in spans)
