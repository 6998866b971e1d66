"""The officers' library page: upload, what is there, what is missing, what went wrong."""

from dataclasses import dataclass

from markupsafe import Markup

from index.results import DocumentRecord
from ingest.sources import FORMATS
from ui.render.coverage import coverage_plot
from ui.render.upload_report import jobs_report
from ui.render.words import count_words, day_words, kind_words, sensitivity_words
from ui.uploads.jobs import Job

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class LibraryView:
    """What the page shows. `base` is its address; `shown` are those of `matching` on this page.

    `problems` holds, by document id, what was odd about those shown.
    """

    base: str
    records: tuple[DocumentRecord, ...]
    withdrawn: tuple[DocumentRecord, ...]
    words: str
    matching: int
    shown: tuple[DocumentRecord, ...]
    problems: dict[str, tuple[str, ...]]
    page: int
    pages: int
    jobs: tuple[Job, ...]
    upload_megabytes: int
    upload_files: int


def library_page(view: LibraryView) -> Markup:
    """The main part of the page."""
    return Markup(
        "<h1>Library</h1><p>{}.</p>{}"
        '<h2 id="coverage">What is there, and what is missing</h2>{}'
        '<h2 id="documents">Documents</h2>{}{}{}{}'
    ).format(
        _counts(view),
        _upload(view),
        coverage_plot(view.records),
        _finder(view),
        _table(view),
        _turning(view),
        _withdrawn(view),
    )


def _counts(view: LibraryView) -> str:
    hidden = sum(r.metadata.sensitivity.value != "public" for r in view.records)
    return ", ".join(
        (
            count_words(len(view.records), "document"),
            f"{hidden} of them for officers only",
            f"{len(view.withdrawn)} more withdrawn",
        )
    )


def _upload(view: LibraryView) -> Markup:
    return Markup(
        '<section class="upload" aria-labelledby="upload-title"><h2 id="upload-title">Add documents'
        '</h2><form method="post" action="{base}/upload" enctype="multipart/form-data" data-upload>'
        '<label for="files">Files to add</label><p class="hint" id="files-hint">Choose files, or '
        "drop them here. PDF, Word (.docx), HTML and text; {most} files and {megabytes} MB at "
        "most. A file named as one uploaded before is taken as its new version.</p>"
        '<input id="files" name="files" type="file" multiple required accept="{accept}" '
        'aria-describedby="files-hint">'
        '<button type="submit">Upload and read</button>'
        '<progress max="100" value="0" aria-label="Sending files" hidden></progress>'
        '</form><div id="jobs" data-jobs="{base}/jobs">{jobs}</div></section>'
    ).format(
        base=view.base,
        most=view.upload_files,
        megabytes=view.upload_megabytes,
        accept=",".join(sorted(FORMATS)),
        jobs=jobs_report(view.jobs),
    )


def _finder(view: LibraryView) -> Markup:
    return Markup(
        '<form method="get" action="{}#documents" role="search" class="inline">'
        '<label for="find">Find by title, file or kind</label>'
        '<input id="find" name="find" type="search" value="{}" maxlength="100"> '
        '<button type="submit" class="quiet">Find</button></form>'
    ).format(view.base, view.words)


def _table(view: LibraryView) -> Markup:
    if not view.matching:
        return Markup("<p>No document matches.</p>")
    rows = Markup("").join(_row(view, record) for record in view.shown)
    return Markup(
        '<div class="scroll" role="region" tabindex="0" aria-label="List of documents">'
        '<table class="listing"><caption>{}</caption><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(
        count_words(view.matching, "document"),
        Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in _COLUMNS),
        rows,
    )


_COLUMNS = ("Title", "Kind", "Date", "Pages", "State", "May be seen by", "Problems")


def _row(view: LibraryView, record: DocumentRecord) -> Markup:
    metadata = record.metadata
    problems = view.problems.get(record.id, ())
    cells = (
        kind_words(metadata.kind),
        day_words(metadata.date),
        record.page_count or "–",
        metadata.state.capitalize() if metadata.state else "–",
        sensitivity_words(metadata.sensitivity),
        count_words(len(problems), "problem") if problems else "None",
    )
    return Markup('<tr><th scope="row"><a href="{}/{}">{}</a></th>{}</tr>').format(
        view.base,
        record.id,
        metadata.title,
        Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells),
    )


def _turning(view: LibraryView) -> Markup:
    if view.pages < 2:
        return Markup("")
    links = [Markup("<span>Page {} of {}</span>").format(view.page, view.pages)]
    if view.page > 1:
        links.insert(0, _page_link(view, view.page - 1, "Previous documents"))
    if view.page < view.pages:
        links.append(_page_link(view, view.page + 1, "Next documents"))
    return Markup('<nav class="turning" aria-label="Pages of the list">{}</nav>').format(
        Markup(" ").join(links)
    )


def _page_link(view: LibraryView, page: int, words: str) -> Markup:
    return Markup('<a href="{}?page={}&amp;find={}#documents">{}</a>').format(
        view.base, page, view.words, words
    )


def _withdrawn(view: LibraryView) -> Markup:
    if not view.withdrawn:
        return Markup("")
    items = Markup("").join(
        Markup('<li><a href="{}/{}">{}</a>, {}</li>').format(
            view.base, record.id, record.metadata.title, day_words(record.metadata.date)
        )
        for record in view.withdrawn
    )
    return Markup(
        '<h2 id="withdrawn">Withdrawn: nothing is answered from these</h2><ul>{}</ul>'
    ).format(items)
