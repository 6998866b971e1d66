"""Pages whose own text is not enough are read from their picture, and only those."""

import os
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import groupby

import pypdfium2

from ingest.pdf.ocr import read_picture, render, tesseract
from ingest.pdf.program import OcrFailed
from ingest.pdf.quality import Fault, page_fault
from ingest.pdf.shapes import PageContent
from ingest.settings import IngestSettings
from ingest.time_needed import ask_for_time

Faults = dict[int, Fault]  # by page number


def read_pictures(
    document: pypdfium2.PdfDocument, pages: Sequence[PageContent], settings: IngestSettings
) -> tuple[list[PageContent], tuple[str, ...]]:
    """The pages, bad ones read anew with Tesseract, and a sentence for each kind of failure."""
    broken = [page.number for page in pages if page.broken]
    problems = [f"{page_names(broken)} cannot be opened"] if broken else []
    faults = {page.number: fault for page in pages if (fault := page_fault(page)) is not None}
    if not faults:
        return list(pages), tuple(problems)
    if not settings.ocr or tesseract() is None:
        why = "Tesseract is not installed" if settings.ocr else "reading pictures is switched off"
        problems += _unread(faults, why)
        return [_without_nonsense(page, faults) for page in pages], tuple(problems)
    ask_for_time(len(faults) * settings.ocr_page_seconds)
    read, failures = _read(document, faults, settings)
    problems += failures
    return [_better(page, read.get(page.number), faults) for page in pages], tuple(problems)


def _read(
    document: pypdfium2.PdfDocument, faults: Faults, settings: IngestSettings
) -> tuple[dict[int, PageContent], list[str]]:
    """Read pictures side by side. pdfium serves one thread only, so they are drawn in this one."""
    read: dict[int, PageContent] = {}
    failures: list[str] = []
    threads = max(1, os.cpu_count() or 1)
    with ThreadPoolExecutor(threads) as pool:
        waiting: list[tuple[int, Future[PageContent]]] = []
        for number in sorted(faults):
            picture = render(document[number - 1], settings.ocr_dpi)
            waiting.append((number, pool.submit(read_picture, number, picture, settings)))
            if len(waiting) > threads:
                _collect(*waiting.pop(0), read, failures)
        for number, future in waiting:
            _collect(number, future, read, failures)
    return read, failures


def _collect(
    number: int, future: Future[PageContent], read: dict[int, PageContent], failures: list[str]
) -> None:
    try:
        read[number] = future.result()
    except OcrFailed as error:
        failures.append(f"page {number} was not read: {error}")


def _better(page: PageContent, read: PageContent | None, faults: Faults) -> PageContent:
    """The page as read from its picture, unless that gave less than its own good words."""
    if read is None:
        return _without_nonsense(page, faults)
    if faults[page.number] is Fault.PICTURE and len(page.words) > len(read.words):
        return page
    return read


def _without_nonsense(page: PageContent, faults: Faults) -> PageContent:
    """The page without words that are known to be wrong."""
    if faults.get(page.number) in (None, Fault.PICTURE):
        return page
    return PageContent(page.number, page.width, page.height, ())


def _unread(faults: Faults, why: str) -> list[str]:
    by_fault: dict[Fault, list[int]] = {}
    for number, fault in sorted(faults.items()):
        by_fault.setdefault(fault, []).append(number)
    return [
        f"{page_names(numbers)} not read ({fault}): {why}" for fault, numbers in by_fault.items()
    ]


def page_names(numbers: Sequence[int]) -> str:
    """Page numbers as a person lists them: "page 3" or "pages 3, 5-8"."""
    parts: list[str] = []
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        parts.append(f"{members[0]}-{members[-1]}" if len(members) > 1 else str(members[0]))
    return f"{'page' if len(numbers) == 1 else 'pages'} {', '.join(parts)}"
