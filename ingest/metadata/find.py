"""Putting together what is known about a document."""

from collections.abc import Mapping, Sequence

from ingest.document import Block, Metadata, PageRun, Table
from ingest.metadata.body import find_body
from ingest.metadata.dates import find_document_dates
from ingest.metadata.head import head_lines
from ingest.metadata.kind import find_kind
from ingest.metadata.marking import find_sensitivity, find_state
from ingest.metadata.plan import find_plan, find_superseded
from ingest.metadata.title import find_title


def find_metadata(
    name: str,
    text: str,
    blocks: Sequence[Block],
    tables: Sequence[Table] = (),
    info: Mapping[str, str] | None = None,
    page_runs: Sequence[PageRun] = (),
) -> Metadata:
    """Title, kind, body, dates, plan and markings of a document, without a language model.

    `name` is the file's name without its ending, `info` what the file says of itself. Each field
    found has a `Finding` that says how and how sure; a field that is not clear stays unknown.
    """
    lines = head_lines(text, blocks, page_runs)
    kind, kind_finding = find_kind(name, lines, tables)
    title, title_finding = find_title(name, lines, kind, info or {})
    body, body_finding = find_body(text, lines, kind)
    dates = find_document_dates(name, text, lines, title, kind)
    plan, plan_finding = find_plan(text, lines, kind, dates.own or dates.end)
    superseded, superseded_finding = find_superseded(lines)
    state, state_finding = find_state(lines)
    sensitivity, sensitivity_finding = find_sensitivity(lines)
    findings = (
        *(title_finding, kind_finding, body_finding, *dates.findings, plan_finding),
        *(superseded_finding, state_finding, sensitivity_finding),
    )
    return Metadata(
        title=title,
        kind=kind,
        body=body,
        date=dates.own,
        period_start=dates.start,
        period_end=dates.end,
        meeting_date=dates.meeting,
        plan=plan,
        supersedes=superseded,
        state=state,
        sensitivity=sensitivity,
        findings=tuple(finding for finding in findings if finding is not None),
    )
