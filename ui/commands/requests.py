"""The desk of requests, for a command."""

from datetime import date
from pathlib import Path

from assistant.foi.desk import Desk
from assistant.foi.request import Request
from ui.commands.opening import settings_for


def open_desk(config: Path | None, data_dir: Path | None) -> Desk:
    """The register and settings of the data folder. Raises ConfigError, LibraryError, FoiError."""
    settings = settings_for(config, data_dir)
    return Desk.open(settings.index, settings.foi)


def request_line(request: Request, desk: Desk) -> str:
    """A request in one line: reference, state, received, due, topic."""
    due = desk.deadline(request).due
    when = f"due {due}" if due else "clock stopped"
    return "  ".join(
        filter(
            None,
            (
                request.reference,
                request.state.value,
                f"received {request.received}",
                when if request.open else f"sent {request.sent}",
                request.topic,
            ),
        )
    )


def request_text(request: Request, desk: Desk, today: date) -> str:
    """A request as a terminal shows it: the clock, then each part with its proposal."""
    deadline = desk.deadline(request)
    left = desk.left(request, today)
    lines = [request_line(request, desk)]
    if left is not None and request.open:
        lines.append(f"{abs(left)} working days {'late' if left < 0 else 'left'}")
    lines += [f"  {step}" for step in deadline.working]
    for part in request.parts:
        accepted = f", accepted by {part.accepted_by}" if part.accepted_by else ""
        lines += ["", f"{part.label or part.number}. {' '.join(part.ask.split())}"]
        lines.append(f"  {part.outcome or 'not drafted'}{accepted}")
        lines += [f"  {line}" for line in (part.answer, part.advice, *part.notes) if line]
        lines += [f"  to consider: section {n.section}, {n.title}" for n in part.exemptions]
        if part.environmental:
            lines.append("  environmental: treat it under the EIR too")
    return "\n".join(lines)
