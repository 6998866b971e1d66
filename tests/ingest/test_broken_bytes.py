"""Bytes that are wrong in any way end as a document or as one clear IngestError."""

import io
import random
import time
import zipfile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.errors import IngestError
from ingest.passages import cut_passages
from ingest.reader import read_document

TEXT = "# Plan\n\n1. Aim\n\nWe **will**:\n- one\n- two\n\nA\tB\n1\t<p>2</p>\n\f<table><tr><td>x"
PAGE = "<html><body><h1>Plan</h1><table><tr><td colspan=2>a<td>b</table><ul><li>c<p>d</ul></html>"


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Plan")
    document.add_paragraph("We will:", style="List Number")
    document.add_table(2, 2).cell(0, 0).text = "A"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


WORD = word_file()


def read_or_say_why(path):
    try:
        document = read_document(path)
    except IngestError as error:
        assert error.name == path.name  # noqa: PT017 - either outcome is right
    else:
        assert all(passage.span.of(document.text) for passage in cut_passages(document))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.sampled_from([TEXT, PAGE]),
    ending=st.sampled_from([".txt", ".md", ".html", ".docx", ".pdf"]),
    seed=st.integers(0, 10**6),
)
def test_scrambled_text(tmp_path, content, ending, seed):
    shuffled = random.Random(seed)
    signs = bytearray(content.encode())
    for _ in range(shuffled.randint(0, 12)):
        signs[shuffled.randrange(len(signs))] = shuffled.randrange(256)
    path = tmp_path / f"odd{ending}"
    path.write_bytes(bytes(signs[: shuffled.randint(0, len(signs))]))
    read_or_say_why(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(seed=st.integers(0, 10**6))
def test_scrambled_word_files(tmp_path, seed):
    shuffled = random.Random(seed)
    signs = bytearray(WORD)
    for _ in range(shuffled.randint(1, 8)):
        signs[shuffled.randrange(len(signs))] = shuffled.randrange(256)
    path = tmp_path / "odd.docx"
    path.write_bytes(bytes(signs))
    read_or_say_why(path)


@pytest.mark.parametrize("part", ["word/document.xml", "word/numbering.xml", "word/styles.xml"])
@pytest.mark.parametrize(
    "content",
    [
        *(
            b"",
            b"<x/>",
            b"not xml",
            b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        ),
        b"<w:p xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>",
    ],
)
def test_word_files_with_a_part_replaced(tmp_path, part, content):
    path = tmp_path / "odd.docx"
    with zipfile.ZipFile(io.BytesIO(WORD)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    read_or_say_why(path)


@pytest.mark.parametrize(
    "content",
    [
        *("\t" * 50_000, "|" * 50_000, "#" * 50_000, "- " * 30_000, "*" * 50_000, "[" * 50_000),
        *(
            "<table>" * 3_000,
            "<div>" * 30_000,
            "a" * 300_000,
            "1.\n" * 20_000,
            "Contents\n" * 9_000,
        ),
        *(
            "x\ty\n" * 20_000,
            "\ty\n" * 20_000,
            "A\t1\n\n" * 8_000,
            "Title\n\n" * 8_000,
            "\f" * 3_000 + "a",
        ),
        *(
            "(" * 20_000,
            "Mr. " * 30_000,
            "<p>" * 20_000 + "\t1",
            "&amp;" * 30_000,
            "“1. a\n" * 9_000,
        ),
    ],
)
def test_monotonous_files_take_no_long(tmp_path, content):
    path = tmp_path / "odd.txt"
    path.write_text(content)
    start = time.process_time()
    read_or_say_why(path)
    assert time.process_time() - start < 15  # seconds; each takes 3 at most, here
