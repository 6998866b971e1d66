"""What can go wrong with a request.

FoiError
├── LetterUnreadable    the letter cannot be read, or has no words in it
├── HolidaysUnreadable  a file of holidays is missing or not in the published shape
├── HolidaysMissing     a date lies outside the years whose holidays are known
├── ClockError          the dates of a request contradict each other
├── TemplateFault       the letter's template cannot be filled
├── RequestNotFound     the register has no request of that reference
└── RequestStateError   what is asked for cannot be done in the request's present state
"""


class FoiError(Exception):
    """Anything the request package reports: what failed, on what, and what to do."""


class LetterUnreadable(FoiError):
    """The letter cannot be read, or has no words in it."""


class HolidaysUnreadable(FoiError):
    """A file of holidays is missing or not in the published shape."""


class HolidaysMissing(FoiError):
    """A date lies outside the years whose holidays are known."""


class ClockError(FoiError):
    """The dates of a request contradict each other."""


class TemplateFault(FoiError):
    """The letter's template cannot be filled."""


class RequestNotFound(FoiError):
    """The register has no request of that reference."""


class RequestStateError(FoiError):
    """What is asked for cannot be done in the request's present state."""
