"""Letters are kept no longer than the office says."""

from datetime import date, timedelta

from assistant.foi.register import SYSTEM, Register
from assistant.foi.request import Request, RequestState


def overdue_letters(register: Register, today: date, keep_days: int) -> tuple[Request, ...]:
    """The closed requests whose letter has been kept for longer than `keep_days`."""
    limit = today - timedelta(days=keep_days)
    return tuple(
        request
        for request in register.all()
        if request.state is RequestState.CLOSED
        and request.closed is not None
        and request.closed < limit
        and register.letter(request.reference) is not None
    )


def forget_overdue(register: Register, today: date, keep_days: int) -> tuple[str, ...]:
    """Delete those letters and their requesters for good; the references of the requests."""
    forgotten = overdue_letters(register, today, keep_days)
    for request in forgotten:
        register.forget_letter(request, SYSTEM)
    return tuple(request.reference for request in forgotten)
