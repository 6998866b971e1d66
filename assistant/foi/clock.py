"""When a request must be answered, with the working shown.

Sources of the rules: FOIA 2000 s.10(1) and (6) (the twentieth working day after receipt), s.1(3)
(clarification), s.10(3) and s.17(2) (more time for the public interest, notified in the first
twenty days), Environmental Information Regulations 2004 reg. 5(2) and 7(1), and the section 45 code
of practice for reviews. The numbers are settings.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from assistant.foi.errors import ClockError
from assistant.foi.working_days import WorkingCalendar


class Regime(StrEnum):
    """The law a request, or a part of it, is answered under."""

    FOIA = "foia"
    EIR = "eir"


class ClockSettings(BaseModel):
    """Time limits, in working days unless the name says otherwise."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    response: int = Field(20, ge=1, description="Days to answer a request")
    extended: int = Field(40, ge=1, description="Days to answer at most, when more time is allowed")
    ask_review: int = Field(40, ge=1, description="Days in which a requester may ask for a review")
    review: int = Field(20, ge=1, description="Days to complete an internal review")
    review_at_most: int = Field(40, ge=1, description="Days to complete a complex review")
    complaint_weeks: int = Field(6, ge=1, description="Weeks to complain to the regulator")


@dataclass(frozen=True, slots=True)
class RequestDates:
    """What happened to a request and when. `extended` is a public-interest or EIR extension."""

    received: date
    clarification_asked: date | None = None
    clarification_received: date | None = None
    extended: bool = False
    regime: Regime = Regime.FOIA


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date, whether the clock is running towards it, and the steps that lead to it.

    `due` is None while the clock stands still for a clarification. `notify_by` is the last day on
    which an extension may be notified.
    """

    due: date | None
    notify_by: date | None
    working: tuple[str, ...]


def response_deadline(
    dates: RequestDates, calendar: WorkingCalendar, settings: ClockSettings
) -> Deadline:
    """The date the answer is due. Raises ClockError for dates that contradict each other."""
    _check(dates)
    if dates.clarification_asked and not dates.clarification_received:
        return Deadline(None, None, (_received(dates.received), _stopped(dates)))
    start = dates.clarification_received or dates.received
    steps = [_received(dates.received)]
    if dates.clarification_received:
        steps.append(f"Clarification received {_day(start)}: the clock starts again.")
    zero = calendar.on_or_after(start)
    if zero != start:
        steps.append(f"{_day(start)} is not a working day, so {_day(zero)} is day 0.")
    first_limit = calendar.add(zero, settings.response)
    count = settings.extended if dates.extended else settings.response
    due = calendar.add(zero, count)
    if dates.extended:
        steps.append(_extension(dates.regime, first_limit))
    steps += _left_out(zero, due, calendar)
    steps.append(f"Day {count} is {_day(due)}.")
    return Deadline(due, first_limit, tuple(steps))


@dataclass(frozen=True, slots=True)
class ReviewDates:
    """The dates after the answer was sent."""

    ask_by: date
    review_due: date | None
    review_at_most: date | None
    complain_by: date | None


def review_dates(
    sent: date,
    calendar: WorkingCalendar,
    settings: ClockSettings,
    review_asked: date | None = None,
    review_sent: date | None = None,
) -> ReviewDates:
    """Until when a review may be asked for, is due, and a complaint may follow."""
    asked = review_asked
    return ReviewDates(
        ask_by=calendar.add(sent, settings.ask_review),
        review_due=calendar.add(asked, settings.review) if asked else None,
        review_at_most=calendar.add(asked, settings.review_at_most) if asked else None,
        complain_by=review_sent + timedelta(weeks=settings.complaint_weeks)
        if review_sent
        else None,
    )


def _check(dates: RequestDates) -> None:
    asked, answered = dates.clarification_asked, dates.clarification_received
    if asked and asked < dates.received:
        raise ClockError(
            f"Clarification was asked for on {_day(asked)}, before the request was received on "
            f"{_day(dates.received)}. Correct one of the two dates."
        )
    if answered and answered < (asked or dates.received):
        raise ClockError(
            f"Clarification was received on {_day(answered)}, before it was asked for or before "
            f"the request of {_day(dates.received)}. Correct one of the dates."
        )


def _received(received: date) -> str:
    return f"Received {_day(received)}: day 0."


def _stopped(dates: RequestDates) -> str:
    assert dates.clarification_asked
    return (
        f"Clarification asked for on {_day(dates.clarification_asked)}: the clock stands still "
        "and starts again from day 0 when the clarification is received."
    )


def _extension(regime: Regime, first_limit: date) -> str:
    reason = (
        "the request is complex and voluminous (EIR regulation 7)"
        if regime is Regime.EIR
        else "the public interest in a qualified exemption is being weighed (s.10(3))"
    )
    return f"Extended because {reason}; the requester must be told by {_day(first_limit)}."


def _left_out(zero: date, due: date, calendar: WorkingCalendar) -> list[str]:
    days = calendar.holidays_between(zero, due)
    if not days:
        return ["Left out: Saturdays and Sundays; no bank holiday falls in between."]
    named = "; ".join(f"{_day(h.day)}, {h.title} ({_where(h.parts)})" for h in days)
    return [f"Left out: Saturdays, Sundays and {named}."]


def _where(parts: tuple[str, ...]) -> str:
    names = [part.replace("-", " ").title().replace(" And ", " and ") for part in parts]
    return ", ".join(names)


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
