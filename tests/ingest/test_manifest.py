"""manifest.csv: fields set by hand, and errors that say where."""

from datetime import date

import pytest

from ingest.document import Body, DocumentKind, Finding, Metadata, Sensitivity
from ingest.errors import ManifestError
from ingest.manifest import read_manifest

FOUND = Metadata(
    "Found title", date=date(2024, 1, 1), findings=(Finding("date", "labelled line", 0.9),)
)


def manifest(folder, text, encoding="utf-8"):
    (folder / "manifest.csv").write_bytes(text.encode(encoding))
    return read_manifest(folder)


def test_no_manifest_changes_nothing(tmp_path):
    assert read_manifest(tmp_path).apply("a.pdf", FOUND) == FOUND


def test_every_field_can_be_set(tmp_path):
    found = manifest(
        tmp_path,
        "file,title,kind,body,date,period,meeting date,plan,supersedes,state,url,sensitivity\n"
        '"A b.PDF","Plan, 2025",police_and_crime_plan,office,8 October 2024,2023/24,2024-10-09,'
        "Plan 2025-29,Plan 2022-24,final,https://example.org/a b.pdf,internal\n".replace(
            "a b.pdf", "a.pdf"
        ),
    ).apply("a b.pdf", FOUND)
    assert found == Metadata(
        title="Plan, 2025",
        kind=DocumentKind.POLICE_AND_CRIME_PLAN,
        body=Body.OFFICE,
        date=date(2024, 10, 8),
        period_start=date(2023, 4, 1),
        period_end=date(2024, 3, 31),
        meeting_date=date(2024, 10, 9),
        plan="Plan 2025-29",
        supersedes="Plan 2022-24",
        state="final",
        url="https://example.org/a.pdf",
        sensitivity=Sensitivity.INTERNAL,
        findings=found.findings,
    )
    assert {finding.source for finding in found.findings} == {"manifest.csv"}


def test_an_empty_cell_keeps_what_was_found_and_unknown_clears_it(tmp_path):
    kept = manifest(tmp_path, "file,title,date\na,Set,\nb,,unknown\n")
    assert kept.apply("a.txt", FOUND).date == FOUND.date
    assert kept.apply("a.txt", FOUND).title == "Set"
    cleared = kept.apply("b.docx", FOUND)
    assert (cleared.date, cleared.title) == (None, "Found title")
    assert kept.apply("c.docx", FOUND) == FOUND


def test_excels_byte_order_mark_and_blank_lines_do_no_harm(tmp_path):
    read = manifest(tmp_path, "﻿File,Title\r\n\r\na.pdf,Ünder\r\n,,\r\n".replace(",,", ","))
    assert read.apply("A.pdf", FOUND).title == "Ünder"


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("title\nx\n", 1, 1, 'no column "file"'),
        ("file,colour\na,red\n", 1, 2, '"colour" is not a column'),
        ("file,title,title\na,b,c\n", 1, 3, "stands twice"),
        ("file,title\n,b\n", 2, 1, "not named"),
        ("file,title\na,b\na,c\n", 3, 1, "has a line already"),
        ("file,title\na,b,c\n", 2, 3, "a cell without a column"),
        ("title,file,date\nx,a,soon\n", 2, 3, '"soon" is not a day'),
        ("file,date\na,October 2024\n", 2, 2, "is not a day"),
        ("file,kind\n\na,novel\n", 3, 2, '"novel" is not one of meeting_minutes'),
        ("file,period\na,always\n", 2, 2, "is not a period"),
        ("file,url\na,file:///etc\n", 2, 2, "is not a web address"),
        ("file,title\na,unknown\n", 2, 2, "needs a title"),
    ],
)
def test_errors_name_line_and_column(tmp_path, text, line, column, words):
    with pytest.raises(ManifestError) as error:
        manifest(tmp_path, text)
    assert f"manifest.csv: line {line}, column {column}: " in str(error.value)
    assert words in str(error.value)


def test_a_manifest_in_another_encoding_or_with_open_quotes(tmp_path):
    with pytest.raises(ManifestError, match="not UTF-8"):
        manifest(tmp_path, "file,title\na,Ünder\n", "latin-1")
    with pytest.raises(ManifestError, match="not CSV"):
        manifest(tmp_path, 'file,title\na,"open\n')
