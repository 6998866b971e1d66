"""Files made to break a reader: each ends as a document or one clear line, and soon.

They are read with the time allowed cut to a few seconds, so that the whole set stays quick; what
runs into that limit would at the default run into 30 seconds.
"""

import os
import random
import re
import time
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from ingest import errors
from ingest.document import Document
from ingest.sandbox import Sandbox
from ingest.settings import IngestSettings
from ingest.sources import find_files

SECONDS = 2.0
MEMORY = 512 * 1024 * 1024
SETTINGS = IngestSettings(
    max_seconds=SECONDS,
    max_memory_bytes=MEMORY,
    max_file_bytes=40_000_000,
    max_unpacked_bytes=60_000_000,
    max_pages=500,
    ocr_page_seconds=2.0,
    workers=1,
)
SLACK = 4.0  # seconds to end a worker and start the next on a busy machine


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(SETTINGS) as opened:
        yield opened


@pytest.fixture(scope="module")
def peaks():
    """The most memory that workers were seen to have taken, in bytes, test after test."""
    return []


@pytest.fixture(autouse=True)
def _watch_memory(peaks):
    yield
    for task in Path("/proc/self/task").glob("*/children"):
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread or child may just end
            for child in task.read_text().split():
                status = Path(f"/proc/{child}/status").read_text()
                if b"ingest.sandbox.child" in Path(f"/proc/{child}/cmdline").read_bytes():
                    peaks.append(int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024)


# What a hostile file may come to: a document, or one of these failures.
READ = Document
FAILURES = (errors.DamagedFile, errors.TextlessFile, errors.LimitExceeded)


# --- PDF files, written by hand so that they can be wrong ---------------------------------------


def pdf(objects: dict[int, bytes], trailer: bytes = b"", root: int = 1) -> bytes:
    """The bytes of a PDF with these objects."""
    out, offsets = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 %s \n" % (offsets.get(number, 0), b"n" if number in offsets else b"f")
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\n" % (size, root, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
HELLO = b"BT /F1 12 Tf 50 700 Td (The Panel noted the report.) Tj ET"


def one_page(
    content: bytes = HELLO,
    page: bytes = b"/MediaBox [0 0 595 842]",
    catalog: bytes = b"",
    objects: dict[int, bytes] | None = None,
    filters: bytes = b"",
    resources: bytes = b"",
) -> bytes:
    """A PDF of one page, with something odd about it."""
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R %s /Resources "
            b"<< /Font << /F1 5 0 R >> %s >> >>" % (page, resources),
            4: stream(content, filters),
            5: FONT,
            **(objects or {}),
        }
    )


def real_pdf(path: Path, pages: int = 1, **kwargs) -> Path:
    canvas = Canvas(str(path), **kwargs)
    for number in range(pages):
        canvas.drawString(50, 700, f"The Panel noted report {number}.")
        canvas.showPage()
    canvas.save()
    return path


def form(content: bytes, names: dict[bytes, int]) -> bytes:
    listed = b" ".join(b"/%s %d 0 R" % (name, number) for name, number in names.items())
    return stream(
        content,
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
        b"/Resources << /Font << /F1 5 0 R >> /XObject << %s >> >>" % listed,
    )


def laughing_forms(levels: int = 12) -> bytes:
    forms = {10 + level: form(b"/X Do " * 10, {b"X": 11 + level}) for level in range(levels)}
    forms[10 + levels] = form(HELLO, {})
    return one_page(b"/X Do", objects=forms, resources=b"/XObject << /X 10 0 R >>")


def picture(width: int, height: int, data: bytes) -> bytes:
    image = stream(
        data,
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 1 "
        b"/ColorSpace /DeviceGray /Filter /FlateDecode" % (width, height),
    )
    return one_page(
        b"q 595 0 0 842 0 0 cm /X Do Q",
        objects={10: image},
        resources=b"/XObject << /X 10 0 R >>",
    )


def flate(data: bytes, times: int = 1) -> tuple[bytes, bytes]:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data, b"/Filter [%s]" % (b"/FlateDecode " * times)


def bomb(times: int) -> bytes:
    content, filters = flate(bytes(100_000_000 * times), times)
    return one_page(content, filters=filters)


def outline(body: bytes) -> bytes:
    return one_page(
        catalog=b"/Outlines 10 0 R",
        objects={10: b"<< /First 11 0 R /Last 11 0 R /Count 9 >>", 11: body},
    )


def tree(kids: dict[int, bytes]) -> bytes:
    return pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", **kids})


PAGES = b"<< /Type /Pages /Kids [%s] /Count %d >>"
WHOLE = one_page()
RULES = b" 0 %d m 595 %d l S %d 0 m %d 842 l S"
ANYHOW = (READ, *FAILURES)

# name: (how it is made, what it may come to, words its error must say)
PDFS: dict[str, tuple[Callable[[], bytes], object, str]] = {
    "with nothing in it": (lambda: b"", errors.EmptyFile, "no bytes"),
    "noise": (lambda: random.Random(1).randbytes(20_000), errors.MismatchedFile, "not a PDF"),
    "a web page": (lambda: b"<html><p>Moved</p></html>", errors.MismatchedFile, "not a PDF"),
    "a mark alone": (lambda: b"%PDF-1.7\n", errors.DamagedFile, "damaged"),
    "a mark and noise": (lambda: b"%PDF-1.7\n" + random.Random(2).randbytes(9_000), FAILURES, ""),
    "cut in half": (lambda: WHOLE[: len(WHOLE) // 2], ANYHOW, ""),
    "without its end": (lambda: WHOLE[:-120], ANYHOW, ""),
    "with wrong offsets": (lambda: WHOLE.replace(b"0000000", b"0009999"), READ, ""),
    "with rubbish before it": (lambda: b"\x00" * 500 + WHOLE, READ, ""),
    "without pages": (lambda: tree({2: PAGES % (b"", 0)}), errors.DamagedFile, ""),
    "without a catalogue": (lambda: pdf({1: b"<< >>"}), errors.DamagedFile, ""),
    "pages that hold themselves": (lambda: tree({2: PAGES % (b"2 0 R", 3)}), FAILURES, ""),
    "pages that hold each other": (
        lambda: tree({2: PAGES % (b"3 0 R", 1), 3: PAGES % (b"2 0 R", 1)}),
        FAILURES,
        "",
    ),
    "a parent that is its child": (
        lambda: one_page(page=b"").replace(b"/Kids [3 0 R]", b"/Kids [3 0 R] /Parent 2 0 R"),
        ANYHOW,
        "",
    ),
    "five million pages claimed": (
        lambda: WHOLE.replace(b"/Count 1 ", b"/Count 5000000 "),
        (READ, errors.TooManyPages),
        "",
    ),
    "a negative page count": (lambda: WHOLE.replace(b"/Count 1 ", b"/Count -7 "), ANYHOW, ""),
    "an outline without end": (
        lambda: outline(b"<< /Title (Again) /Parent 10 0 R /Next 11 0 R /First 11 0 R >>"),
        READ,
        "",
    ),
    "a table of places that precedes itself": (
        lambda: pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: PAGES % (b"", 0)}, b"/Prev 9"),
        FAILURES,
        "",
    ),
    "a stream that swells": (lambda: bomb(1), ANYHOW, ""),
    "a stream that swells twice": (lambda: bomb(2), ANYHOW, ""),
    "a form that draws itself": (
        lambda: one_page(
            b"/X Do",
            objects={10: form(b"/X Do " + HELLO, {b"X": 10})},
            resources=b"/XObject << /X 10 0 R >>",
        ),
        ANYHOW,
        "",
    ),
    "forms that laugh": (lambda: laughing_forms(), ANYHOW, ""),
    "a giant picture": (lambda: picture(60_000, 60_000, zlib.compress(bytes(1000))), FAILURES, ""),
    "a giant whole picture": (
        lambda: picture(30_000, 30_000, zlib.compress(bytes(112_500_000), 9)),
        ANYHOW,
        "",
    ),
    "a giant page": (lambda: one_page(page=b"/MediaBox [0 0 9000000 9000000]"), READ, ""),
    "a giant empty page with a picture": (
        lambda: (
            picture(100, 100, zlib.compress(bytes(1300)))
            .replace(b"[0 0 595 842]", b"[0 0 900000 900000]")
            .replace(b"595 0 0 842", b"900000 0 0 900000")
        ),
        ANYHOW,
        "",
    ),
    "a page without size": (lambda: one_page(page=b"/MediaBox [0 0 0 0]"), READ, ""),
    "a page turned by 45 degrees": (
        lambda: one_page(page=b"/MediaBox [0 0 595 842] /Rotate 45"),
        READ,
        "",
    ),
    "numbers beyond bounds": (
        lambda: one_page(
            b"1e38 0 0 1e38 1e38 1e38 cm " + HELLO + b" 9e99 0 0 9e99 0 0 cm " + HELLO
        ),
        ANYHOW,
        "",
    ),
    "half a million lines": (
        lambda: one_page(HELLO + b" 0 0 m 9 9 l S" * 500_000),
        ANYHOW,
        "",
    ),
    "three thousand rules": (
        lambda: one_page(HELLO + b"".join(RULES % ((at,) * 4) for at in range(840))),
        READ,
        "",
    ),
    "brackets without end": (lambda: one_page(b"[" * 200_000 + HELLO), ANYHOW, ""),
    "dictionaries without end": (
        lambda: one_page(catalog=b"/X " + b"<< /X " * 50_000),
        ANYHOW,
        "",
    ),
    "letters without end": (
        lambda: one_page(b"BT /F1 1 Tf (" + b"a b " * 2_000_000 + b") Tj ET"),
        ANYHOW,
        "",
    ),
    "too many pages": (
        lambda: tree(
            {
                2: PAGES % (b"".join(b"%d 0 R " % n for n in range(3, 903)), 900),
                **dict.fromkeys(range(3, 903), b"<< /Type /Page /Parent 2 0 R >>"),
            }
        ),
        errors.TooManyPages,
        "900 pages, more than the 500",
    ),
    "a program to run": (
        lambda: one_page(catalog=b"/OpenAction << /S /Launch /F (/bin/sh) >>"),
        READ,
        "",
    ),
}


# --- Word files ----------------------------------------------------------------------------------

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
SAID = "<w:p><w:r><w:t>The Panel noted the report.</w:t></w:r></w:p>"


def body(inner: str, before: str = "") -> str:
    head = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}">'
    return f"{head}<w:body>{inner}</w:body></w:document>"


def word(path: Path, document: str | bytes | None, **others: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", LINKS)
        if document is not None:
            package.writestr("word/document.xml", document)
        for name, data in others.items():
            package.writestr(name, data)
    return path


LAUGHS = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 12))
BILLION = f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
ASKING = "<w:p><w:r><w:t>&{};</w:t></w:r></w:p>"


def nested(opening: str, closing: str, times: int, inside: str = SAID) -> str:
    return opening * times + inside + closing * times


# name: (how its document part is made, what it may come to)
WORDS = {
    "a whole one": (lambda: body(SAID), READ),
    "a swelling part": (lambda: body(SAID + " " * 100_000_000), ANYHOW),
    "entities that laugh": (lambda: body(ASKING.format("l11"), BILLION), ANYHOW),
    "an entity of another file": (lambda: body(SAID + ASKING.format("x"), OUTSIDE), ANYHOW),
    "tables without end": (
        lambda: body(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 20_000)),
        ANYHOW,
    ),
    "boxes without end": (
        lambda: body(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 20_000)),
        ANYHOW,
    ),
    "no document": (lambda: None, errors.MismatchedFile),
    "no XML": (lambda: b"\x00\x01\x02 not XML", FAILURES),
    "XML that stops": (lambda: body(SAID)[:-30], FAILURES),
    "another kind of XML": (lambda: "<html><body>Hello</body></html>", FAILURES),
    "a million empty paragraphs": (lambda: body("<w:p/>" * 1_000_000), FAILURES),
}


# --- Text and web pages --------------------------------------------------------------------------

LINE = "The Panel noted the report of the Commissioner. "
# name: (ending, how it is made, what it may come to)
TEXTS: dict[str, tuple[str, Callable[[], bytes], object]] = {
    "zero bytes": ("txt", lambda: b"", errors.EmptyFile),
    "nothing but white": ("txt", lambda: b" \n\t\n" * 2_000, errors.TextlessFile),
    "NUL bytes": (
        "txt",
        lambda: b"The Panel\x00 noted\x00 it.\n\nIt rose.",
        (READ, errors.MismatchedFile),
    ),
    "half pairs": ("txt", lambda: b"The Panel \xed\xa0\x80\xed\xbf\xbf noted it.\n", READ),
    "another encoding": ("txt", lambda: "The Panel’s report – noted.".encode("utf-16"), READ),
    "noise as text": ("txt", lambda: random.Random(3).randbytes(200_000), errors.IngestError),
    "a program as text": ("txt", lambda: b"\x7fELF" + bytes(range(256)) * 400, errors.IngestError),
    "a PDF as text": ("txt", lambda: WHOLE * 30, errors.IngestError),
    "one enormous line": ("txt", lambda: LINE.encode() * 200_000, ANYHOW),
    "one enormous word": ("txt", lambda: b"a" * 8_000_000, ANYHOW),
    "a million lines": ("txt", lambda: b"- item\n" * 1_000_000, ANYHOW),
    "a million form feeds": ("txt", lambda: b"word\f" * 400_000, ANYHOW),
    "too large": ("txt", lambda: LINE.encode() * 1_000_000, errors.FileTooLarge),
    "stars and brackets": ("md", lambda: b"**[" * 200_000 + b"word", ANYHOW),
    "underscores": ("md", lambda: b"_a" * 400_000, ANYHOW),
    "a table of many columns": (
        "md",
        lambda: b"|a" * 100_000 + b"|\n" + b"|-" * 100_000 + b"|\n",
        ANYHOW,
    ),
    "quotes within quotes": ("md", lambda: b">" * 100_000 + b" word", ANYHOW),
    "divisions without end": ("html", lambda: b"<div>" * 100_000 + b"word", ANYHOW),
    "tables within tables": ("html", lambda: b"<table><tr><td>" * 20_000 + b"word", ANYHOW),
    "open tags": ("html", lambda: b"<b <i <p " * 200_000, ANYHOW),
    "a million attributes": (
        "html",
        lambda: b"<p " + b"a=1 " * 1_000_000 + b">word</p>",
        ANYHOW,
    ),
    "entities": ("html", lambda: b"&amp;" * 1_000_000, ANYHOW),
    "scripts alone": ("html", lambda: b"<script>alert(1)</script>", FAILURES),
    "spans of cells": (
        "html",
        lambda: b"<table><tr><td colspan=1000000000 rowspan=1000000000>word</table>",
        READ,
    ),
}


def outcome(sandbox: Sandbox, path: Path) -> Document | errors.IngestError:
    """Read a file, and check what must hold whatever it is."""
    started = time.monotonic()
    result: Document | errors.IngestError
    try:
        result = sandbox.read(path)
    except errors.IngestError as error:
        result = error
        line = str(error)
        assert line.startswith(f"{path.name}: ")
        assert "\n" not in line.removeprefix(path.name)
        assert 20 < len(line.removeprefix(path.name)) < 400
        assert "Traceback" not in line
    assert time.monotonic() - started < 2 * SECONDS + SLACK
    return result


def check(result: object, expected: object, words: str = "") -> None:
    assert isinstance(result, expected), result
    assert re.search(words, str(result) if isinstance(result, errors.IngestError) else "")


@pytest.mark.parametrize("kind", PDFS)
def test_pdf(kind, tmp_path, sandbox):
    make, expected, words = PDFS[kind]
    path = tmp_path / "paper.pdf"
    path.write_bytes(make())
    check(outcome(sandbox, path), expected, words)


@pytest.mark.parametrize("kind", WORDS)
def test_word_file(kind, tmp_path, sandbox):
    make, expected = WORDS[kind]
    result = outcome(sandbox, word(tmp_path / "paper.docx", make()))
    check(result, expected)
    if isinstance(result, Document):
        assert "root:" not in result.text


@pytest.mark.parametrize("kind", TEXTS)
def test_text_or_web_page(kind, tmp_path, sandbox):
    ending, make, expected = TEXTS[kind]
    path = tmp_path / f"paper.{ending}"
    path.write_bytes(make())
    result = outcome(sandbox, path)
    check(result, expected)
    if isinstance(result, Document):
        assert "\x00" not in result.text
        result.text.encode("utf-8")


def test_locked_pdf(tmp_path, sandbox):
    path = real_pdf(tmp_path / "locked.pdf", encrypt=StandardEncryption("secret", "owner"))
    check(outcome(sandbox, path), errors.EncryptedFile, "password")


def test_pdf_locked_only_against_changes(tmp_path, sandbox):
    path = real_pdf(tmp_path / "open.pdf", encrypt=StandardEncryption("", "owner", canModify=0))
    result = outcome(sandbox, path)
    assert isinstance(result, Document)
    assert "The Panel noted report 0." in result.text


@pytest.mark.parametrize(("mine", "ending"), [("pdf", "docx"), ("docx", "pdf"), ("pdf", "html")])
def test_wrong_ending(mine, ending, tmp_path, sandbox):
    path = tmp_path / f"paper.{mine}"
    if mine == "pdf":
        path.write_bytes(WHOLE)
    else:
        word(path, body(SAID))
    check(outcome(sandbox, path.rename(tmp_path / f"paper.{ending}")), errors.IngestError)


def test_cut_zip_and_paths_out_of_it(tmp_path, sandbox):
    path = word(tmp_path / "paper.docx", body(SAID), **{"../../outside.txt": b"x"})
    assert isinstance(outcome(sandbox, path), Document)
    assert not (tmp_path.parent.parent / "outside.txt").exists()
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    check(outcome(sandbox, path), errors.MismatchedFile)


def test_things_that_are_no_files(tmp_path, sandbox):
    folder = tmp_path / "folder.pdf"
    folder.mkdir()
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    loop = tmp_path / "loop.pdf"
    loop.symlink_to(loop)
    endless = tmp_path / "endless.txt"
    endless.symlink_to("/dev/zero")
    nowhere = tmp_path / "nowhere.pdf"
    nowhere.symlink_to(tmp_path / "missing")
    for path in (folder, pipe, loop, endless, nowhere, tmp_path / "never.pdf"):
        check(outcome(sandbox, path), errors.MissingFile)
    found = find_files([tmp_path])
    assert found.files == ()
    assert {unread.path.name for unread in found.unread} >= {"pipe.pdf", "loop.pdf", "nowhere.pdf"}


def test_a_file_nobody_may_read(tmp_path, sandbox):
    path = tmp_path / "secret.pdf"
    path.write_bytes(WHOLE)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    check(outcome(sandbox, path), errors.MissingFile, "cannot be opened")


@pytest.mark.parametrize(
    "name",
    [
        "-rf.pdf",
        "a\nb.pdf",
        "\u202egpj.pdf",
        "p" * 240 + ".pdf",
        "50% ‘of’ £.pdf",
        "x.PDF",
        "\udcff.pdf",
    ],
)
def test_odd_names(name, tmp_path, sandbox):
    path = tmp_path / name
    path.write_bytes(WHOLE)
    result = outcome(sandbox, path)
    assert isinstance(result, Document)
    path.write_bytes(b"noise")
    check(outcome(sandbox, path), errors.IngestError)


@pytest.mark.parametrize("name", ["paper.xlsx", "paper", "paper.pdf.exe", "paper.doc"])
def test_unknown_endings(name, tmp_path, sandbox):
    path = tmp_path / name
    path.write_bytes(WHOLE)
    check(outcome(sandbox, path), errors.UnsupportedFile, "are not read")


def test_after_all_of_it_the_reader_still_reads_and_has_stayed_small(tmp_path, sandbox, peaks):
    path = real_pdf(tmp_path / "good.pdf", pages=3)
    result = outcome(sandbox, path)
    assert isinstance(result, Document)
    assert len(result.pages) == 3
    assert max(peaks) < MEMORY + 400_000_000  # what the readers take before any file
