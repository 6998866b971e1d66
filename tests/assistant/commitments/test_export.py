"""Exports open elsewhere and carry nothing that is not meant to be seen."""

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from icalendar import Calendar
from pypdf import PdfReader

from assistant.commitments.export import (
    Stamp,
    to_csv,
    to_docx,
    to_icalendar,
    to_json,
    to_xlsx,
)

STAMP = Stamp(date(2025, 11, 1), 7)
CONTRACT = {
    *("document", "action", "kind", "raised", "owner", "text"),
    *("status", "update_date", "due", "locator", "quote"),
}


def test_json_is_the_contract(sample):
    rows = json.loads(to_json(sample.register.threads))
    assert all(row.keys() == CONTRACT for row in rows)
    assert {row["status"] for row in rows} <= {"new", "open", "closed", "unknown"}
    (action,) = [row for row in rows if row["action"] == "2" and row["status"] == "closed"]
    assert (action["kind"], action["raised"]) == ("action", "2024-07-16")
    assert action["update_date"] == "2024-10-15"
    assert action["owner"] == "ACC Marchbanks"
    assert action["document"] == "accountability-meeting-2024-10-15"
    for row in rows:
        assert row["quote"] in sample.documents[row["document"]].text
        for field in ("raised", "update_date", "due"):
            assert row[field] is None or date.fromisoformat(row[field])


def test_csv_says_what_it_shows(sample):
    rows = list(csv.DictReader(io.StringIO(to_csv(sample.register.threads, STAMP), newline="")))
    assert len(rows) == sum(len(thread.items) for thread in sample.register.threads)
    assert {(row["as_at"], row["library_version"]) for row in rows} == {("2025-11-01", "7")}
    assert {row["closed_without_outcome"] for row in rows} == {"yes", "no"}


def test_words_that_look_like_formulas_stay_words(make, register_of):
    threads = register_of([make(date(2025, 1, 1), "1", "=HYPERLINK(1) is to run")]).threads
    (row,) = csv.DictReader(io.StringIO(to_csv(threads, STAMP)))
    assert row["text"].startswith("'=")
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(threads, STAMP)))["Commitments"]
    cells = [cell for line in sheet.iter_rows() for cell in line if "HYPERLINK" in str(cell.value)]
    assert cells
    assert all(cell.data_type == "s" for cell in cells)


def test_excel_has_no_hidden_content(sample):
    content = to_xlsx(sample.register.threads, STAMP)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Commitments", "About"]
    assert all(sheet.sheet_state == "visible" for sheet in book)
    sheet = book["Commitments"]
    assert not any(d.hidden for d in sheet.column_dimensions.values())
    assert not any(d.hidden for d in sheet.row_dimensions.values())
    assert not any(cell.comment for line in sheet.iter_rows() for cell in line)
    assert "1 November 2025, library version 7" in book["About"]["A2"].value
    assert nobody(content)


def test_the_word_log_holds_what_is_not_closed(sample):
    content = to_docx(sample.register.threads, STAMP)
    document = docx.Document(io.BytesIO(content))
    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Description of Action", "Action Update / Decision"]
    numbers = [re.match(r"Action (\d+)", left)[1] for left, _ in rows[1:]]
    assert numbers == ["3", "10", "14", "15", "18", "21", "22", "23"]
    by_number = dict(zip(numbers, rows[1:], strict=True))
    assert by_number["14"][0].startswith("Action 14 (15 April 2025): The CC is to publish")
    assert "second is due by the end of October" in by_number["14"][1]
    assert "do not mention it" in by_number["3"][1]
    assert any("as at 1 November 2025" in paragraph.text for paragraph in document.paragraphs)
    assert nobody(content)


def nobody(content):
    """Whether the file names nobody and holds no comments or tracked changes."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
        everything = b"".join(package.read(name) for name in names).decode("utf-8", "ignore")
        core = package.read("docProps/core.xml").decode()
    for field in ("dc:creator", "cp:lastModifiedBy", "dc:description"):
        held = re.search(rf"<{field}>([^<]*)</{field}>", core)
        assert held is None or not held[1], held
    assert not any("comments" in name or "people" in name for name in names)
    assert not re.search(r"<w:(?:ins|del|comment)\b", everything)
    assert not re.search(r"python-docx|openpyxl", everything)
    return True


def test_the_calendar_has_due_days_that_are_to_come(sample):
    calendar = Calendar.from_ical(to_icalendar(sample.register.threads, STAMP))
    events = calendar.walk("VEVENT")
    assert len(events) == 1
    (event,) = events
    assert event["dtstart"].dt == date(2026, 1, 31)
    assert "Action 23" in event["summary"]
    assert "to the January meeting" in event["description"]
    assert "1 November 2025" in calendar["x-wr-calname"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("make_file", "ending", "part"),
    [
        (to_docx, "docx", "libswlo.so"),
        (to_xlsx, "xlsx", "libsclo.so"),
        (lambda *what: to_csv(*what).encode("utf-8-sig"), "csv", "libsclo.so"),
    ],
)
def test_libreoffice_opens_it(sample, tmp_path, make_file, ending, part):
    """Each is turned into a PDF that holds the words of an action and the day it shows."""
    office = shutil.which("soffice")
    if office is None or not Path(office).resolve().with_name(part).exists():
        pytest.skip(f"LibreOffice that opens {ending} files is not installed")
    path = tmp_path / f"register.{ending}"
    path.write_bytes(make_file(sample.register.threads, STAMP))
    profile = f"-env:UserInstallation=file://{tmp_path / 'home'}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run([office, profile, *convert], check=True, capture_output=True, timeout=180)
    pages = PdfReader(tmp_path / "register.pdf").pages
    words = "".join("".join(page.extract_text() for page in pages).split())
    assert "ACCFairhollowistoconfirmthedate" in words
    assert "1November2025" in words or "2025-11-01" in words
