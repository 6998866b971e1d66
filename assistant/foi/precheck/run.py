"""All checks, over one reply."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from assistant.foi.desk import Desk
from assistant.foi.precheck.facts import check_figures, check_sources, check_spelling
from assistant.foi.precheck.fault import Checked, Fault
from assistant.foi.precheck.parts import (
    check_environment,
    check_parts,
    check_pointers,
    check_whole_letter,
)
from assistant.foi.precheck.personal import check_personal_data
from assistant.foi.precheck.refusals import check_refusals, check_rights
from assistant.foi.precheck.style import check_wording
from assistant.foi.request import Request
from assistant.foi.settings import FoiSettings
from index.library import Library
from ingest.document import Document

_CHECKS: tuple[Callable[[Checked], Iterator[Fault]], ...] = (
    check_parts,
    check_whole_letter,
    check_pointers,
    check_refusals,
    check_rights,
    check_environment,
    check_personal_data,
    check_figures,
    check_spelling,
    check_sources,
    check_wording,
)


def precheck(checked: Checked) -> tuple[Fault, ...]:
    """Every fault of a reply, each once. It may be called ready when there is none."""
    found = (fault for check in _CHECKS for fault in check(checked))
    return tuple(dict.fromkeys(found))


def check_request(request: Request, desk: Desk, library: Library, today: date) -> tuple[Fault, ...]:
    """Every fault of the reply to `request` as it stands, less what an officer has overruled."""
    records = {record.id: record for record in library.documents()}
    used = {
        c.document_id for part in request.parts for c in part.citations if c.document_id in records
    }
    checked = Checked(
        request,
        desk.content(request, today),
        desk.settings,
        records,
        library,
        known_people(desk.settings, (library.document(found) for found in sorted(used))),
    )
    overruled = {(o.kind, o.part, o.words) for o in request.overruled}
    return tuple(
        fault
        for fault in precheck(checked)
        if (fault.kind.value, fault.part, fault.words) not in overruled
    )


def known_people(settings: FoiSettings, documents: Iterable[Document]) -> frozenset[str]:
    """Names that may stand in a letter: the office's own, and those its documents list by role."""
    office = settings.office
    own = {*office.office_holders, office.contact, office.signatory, office.reviewer}
    listed = {person.name for document in documents for person in document.people}
    return frozenset(name for name in own | listed if name)
