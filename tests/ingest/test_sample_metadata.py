"""The sample library's metadata in every format: as its manifest has it, or unknown; none wrong."""

import re
from dataclasses import fields

import pytest

from eval.sample.as_html import web_page
from eval.sample.as_pdf import write_pdf
from eval.sample.as_text import text_conversion
from eval.sample.as_word import write_word
from eval.sample.locate import sample_documents, sample_folder
from eval.sample.markup import read_sources
from ingest.document import Body, DocumentKind, Metadata
from ingest.manifest import read_manifest
from ingest.reader import read_document

SOURCES = {source.name: source for source in read_sources(sample_folder() / "sources")}
FILES = {path.stem: path.name for path in sample_documents().iterdir()}
OFFICE = "Office of the Police and Crime Commissioner for Marlshire"
CHECKED = {field.name for field in fields(Metadata)} - {"title", "url", "findings"}
UNKNOWN = (None, DocumentKind.OTHER, Body.OTHER)


def write(name, ending, folder):
    path = folder / f"{name}{ending}"
    match ending:
        case ".pdf":
            write_pdf(SOURCES[name], path, OFFICE)
        case ".docx":
            write_word(SOURCES[name], path, OFFICE)
        case ".html":
            path.write_text(web_page(SOURCES[name], OFFICE), encoding="utf-8")
        case _:
            path.write_text(text_conversion(SOURCES[name]), encoding="utf-8")
    return path


def words(title):
    return set(re.findall(r"\w+", title.casefold()))


def said(value):
    """A value as it compares: dashes of one make."""
    return value.replace("–", "-") if isinstance(value, str) else value


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".txt", ".docx", ".html", ".pdf"])
@pytest.mark.parametrize("name", SOURCES)
def test_every_field_is_right_or_unknown(tmp_path, name, ending):
    document = read_document(write(name, ending, tmp_path))
    found = document.metadata
    wanted = read_manifest(sample_documents()).apply(FILES[name], Metadata(""))
    wrong = {
        field: (getattr(found, field), getattr(wanted, field))
        for field in CHECKED
        if getattr(found, field) not in UNKNOWN
        and said(getattr(found, field)) != said(getattr(wanted, field))
    }
    assert wrong == {}
    assert (found.kind, found.body) == (wanted.kind, wanted.body)
    assert words(found.title) <= words(document.text) | words(wanted.title)
    assert len(words(found.title) & words(wanted.title)) >= 3
