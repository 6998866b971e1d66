"""What goes into the catalogue comes out of it exactly."""

import sqlite3
from dataclasses import MISSING, fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.catalogue.codec import (
    decode_document,
    decode_metadata,
    decode_passage,
    encode_metadata,
    encode_passage,
    encode_structure,
)
from index.catalogue.comparing import version
from index.catalogue.connection import connect, transaction
from index.catalogue.migrations import MIGRATIONS
from index.catalogue.writing import add_version
from index.errors import LibraryTooNew
from ingest.document import (
    Acronym,
    Block,
    BlockKind,
    Body,
    Document,
    DocumentKind,
    FileFormat,
    Finding,
    Metadata,
    Page,
    PageRun,
    Person,
    Row,
    Sensitivity,
    Span,
    Table,
    TableKind,
)
from ingest.passage import Passage, PassageKind

METADATA = Metadata(
    title="Minutes – “final”",
    kind=DocumentKind.MEETING_MINUTES,
    body=Body.OFFICE,
    date=date(2024, 10, 8),
    period_start=date(2024, 4, 1),
    period_end=date(2025, 3, 31),
    meeting_date=date(2024, 10, 8),
    plan="Police and Crime Plan 2024-29",
    supersedes="earlier-minutes",
    state="final",
    url="https://example.org/minutes.pdf",
    sensitivity=Sensitivity.INTERNAL,
    findings=(Finding("date", "first page", 0.9),),
)
DOCUMENT = Document(
    name="minutes",
    sha256="ab" * 32,
    format=FileFormat.PDF,
    text="Héad\n1.  Wörds\t“quoted” 😀\n£5 | £6\n",
    metadata=METADATA,
    blocks=(
        Block(BlockKind.HEADING, Span(0, 4), (), 1),
        Block(BlockKind.PARAGRAPH, Span(5, 25), ("Héad",), 0, "1."),
        Block(BlockKind.TABLE, Span(26, 33), ("Héad",), table=0),
    ),
    tables=(
        Table(
            kind=TableKind.DATA,
            span=Span(26, 33),
            columns=("Year", ""),
            rows=(Row((Span(26, 28), Span(31, 33)), ("2024", "Solved")),),
            header=(Row((Span(26, 28),), ()),),
            caption="Table 1",
            title="NORTH",
            notes=(Span(0, 4),),
            section=("Héad",),
            label_columns=2,
        ),
    ),
    pages=(Page(1, "i"), Page(2)),
    page_runs=(PageRun(0, 1), PageRun(26, 2)),
    acronyms=(Acronym("KSI", "Killed or Seriously Injured", Span(0, 4)),),
    people=(Person("A. Person", "Chair", "Panel", "present", Span(5, 9)),),
    problems=("page 2 has no readable text",),
)
PASSAGE = Passage(
    id="p1",
    sha256="ab" * 32,
    ordinal=3,
    kind=PassageKind.ACTION,
    span=Span(5, 25),
    section=("Héad", "Sub"),
    locator="7.28",
    context="Minutes, 8 October 2024",
    windows=("one", "two"),
    sentences=("one",),
    page=2,
    table=0,
    row=1,
)


def assert_every_field_differs_from_its_default(value):
    """A field added to the type must be added to the example, so that its round trip is seen."""
    for field in fields(value):
        assert getattr(value, field.name) != field.default, field.name
        if field.default_factory is not MISSING:
            assert getattr(value, field.name) != field.default_factory(), field.name


@pytest.mark.parametrize("example", [DOCUMENT, METADATA, PASSAGE, DOCUMENT.tables[0]])
def test_the_examples_set_every_field(example):
    assert_every_field_differs_from_its_default(example)


def test_a_document_comes_back_exactly():
    stored = encode_structure(DOCUMENT)
    back = decode_document(stored, DOCUMENT.text, DOCUMENT.name, DOCUMENT.metadata)
    assert back == DOCUMENT
    assert isinstance(back.blocks[0].span, Span)
    assert isinstance(back.page_runs[0], PageRun)
    assert back.page_at(30) == 2


def test_metadata_and_passages_come_back_exactly():
    assert decode_metadata(encode_metadata(METADATA)) == METADATA
    assert decode_metadata(encode_metadata(Metadata("plain"))) == Metadata("plain")
    assert decode_passage(encode_passage(PASSAGE)) == PASSAGE


def test_what_is_set_by_hand_stands_in_place_of_what_was_found():
    stored = encode_metadata(METADATA)
    assert decode_metadata(stored, {"date": "2023-01-02", "plan": None}) == replace(
        METADATA, date=date(2023, 1, 2), plan=None
    )


@settings(max_examples=50, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_stored_verbatim(text, tmp_path_factory):
    catalogue = connect(tmp_path_factory.mktemp("any") / "library.sqlite3")
    number = add_version(catalogue, replace(DOCUMENT, text=text), "reading")
    assert version(catalogue, number).text == text
    catalogue.close()


def test_the_same_bytes_read_the_same_way_are_one_version(tmp_path):
    catalogue = connect(tmp_path / "library.sqlite3")
    first = add_version(catalogue, DOCUMENT, "reading-1")
    assert add_version(catalogue, DOCUMENT, "reading-1") == first
    assert add_version(catalogue, DOCUMENT, "reading-2") != first


def test_a_transaction_is_written_whole_or_not_at_all(tmp_path):
    catalogue = connect(tmp_path / "library.sqlite3")

    def fail_halfway():
        with transaction(catalogue):
            catalogue.execute("UPDATE state SET changes = 7")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_halfway()
    assert catalogue.execute("SELECT changes FROM state").fetchone()[0] == 0


def test_foreign_keys_and_the_write_ahead_log_are_on(tmp_path):
    catalogue = connect(tmp_path / "library.sqlite3")
    assert catalogue.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    with pytest.raises(sqlite3.IntegrityError):
        catalogue.execute("INSERT INTO sources VALUES ('path', 'no such document', 'hash')")


def test_opening_again_migrates_nothing_and_loses_nothing(tmp_path):
    with transaction(connect(tmp_path / "library.sqlite3")) as _:
        pass
    catalogue = connect(tmp_path / "library.sqlite3")
    assert catalogue.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)


def test_a_catalogue_of_a_newer_program_is_refused(tmp_path):
    catalogue = connect(tmp_path / "library.sqlite3")
    catalogue.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    catalogue.close()
    with pytest.raises(LibraryTooNew, match="newer"):
        connect(tmp_path / "library.sqlite3")


def test_a_migration_that_fails_leaves_the_catalogue_as_it_was(tmp_path, monkeypatch):
    catalogue = connect(tmp_path / "library.sqlite3")
    broken = (*MIGRATIONS, "CREATE TABLE extra (a);\nNOT SQL AT ALL;\n")
    monkeypatch.setattr("index.catalogue.migrations.MIGRATIONS", broken)
    with pytest.raises(sqlite3.OperationalError):
        connect(tmp_path / "library.sqlite3")
    names = {row[0] for row in catalogue.execute("SELECT name FROM sqlite_master")}
    assert "extra" not in names
    assert catalogue.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
