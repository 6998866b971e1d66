"""The register as files to take away."""

from collections.abc import Sequence
from datetime import date

from fastapi.responses import Response

from assistant.commitments import Register, Thread
from assistant.commitments.export import (
    Stamp,
    to_csv,
    to_docx,
    to_icalendar,
    to_json,
    to_xlsx,
)

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ics": "text/calendar; charset=utf-8",
}


def export(form: str, threads: Sequence[Thread], register: Register) -> Response:
    """The threads as a file to save, in one of the forms of MEDIA_TYPES."""
    stamp = Stamp(date.today(), register.moment[0])
    name = f"commitments-{stamp.as_at.isoformat()}-library-{stamp.generation}.{form}"
    return Response(
        _content(form, threads, stamp),
        media_type=MEDIA_TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _content(form: str, threads: Sequence[Thread], stamp: Stamp) -> bytes:
    match form:
        case "csv":
            return to_csv(threads, stamp).encode("utf-8-sig")
        case "xlsx":
            return to_xlsx(threads, stamp)
        case "docx":
            return to_docx(threads, stamp)
        case "ics":
            return to_icalendar(threads, stamp)
    return to_json(threads).encode()
