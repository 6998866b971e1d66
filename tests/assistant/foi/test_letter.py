"""The reply as Word, HTML and text: all blocks in order, notes that resolve, nothing hidden."""

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.oxml import OxmlElement

from assistant.foi.clock import Regime
from assistant.foi.errors import TemplateFault
from assistant.foi.letter_words import load_words
from assistant.foi.plain_letter import html_letter, text_letter
from assistant.foi.request import ExemptionNote
from assistant.foi.word_hygiene import find_hidden
from assistant.foi.word_letter import word_letter

TODAY = date(2025, 3, 20)
ORDER = [
    "Office of the Police and Crime Commissioner for Saxholme",
    "Contact: Ruth Amberley",
    "Date: 20 March 2025",
    "Dear Zebedee Quillfeather,",
    "Freedom of Information Act 2000: request",
    "which we received on 3 March 2025",
    "Your request in full:",
    "1. How many complaint reviews did the office receive in 2023/24, and how many were upheld?",
    "we searched the 2 documents of the office's library dated 1 July 2024 to 10 January 2025",
    "Question 1",
    "46 complaint reviews",
    "Question 2",
    "It may be held by",
    "Question 3",
    "We attach nothing",
    "Yours sincerely,",
    "Ruth Amberley",
    "internal review",
    "Colin Strand",
    "Information Commissioner's Office",
]
QUALIFIED = ExemptionNote(
    "43",
    "Commercial interests",
    True,
    (),
    used=True,
    reason="The contractor's prices would be known to its rivals.",
    public_interest="Openness speaks for release; fair tendering against it, and outweighs it.",
)


def _in_order(text, pieces):
    place = 0
    for piece in pieces:
        found = text.find(piece, place)
        assert found >= 0, f"{piece!r} not after {text[max(0, place - 80) : place]!r}"
        place = found + len(piece)


def _word_text(word_file):
    return "\n".join(p.text for p in docx.Document(BytesIO(word_file)).paragraphs)


def _part(word_file, name):
    with zipfile.ZipFile(BytesIO(word_file)) as archive:
        return archive.read(name).decode()


@pytest.fixture
def content(desk, drafted):
    return desk.content(drafted, TODAY)


@pytest.fixture
def word_file(content):
    return word_letter(content)


def test_word_letter_has_every_block_in_order(word_file):
    _in_order(_word_text(word_file), ORDER)


def test_text_and_html_have_the_same_blocks_in_order(content):
    _in_order(text_letter(content), ORDER)
    page = re.sub(r"<[^>]+>", "\n", html_letter(content)).replace("&#x27;", "'")
    _in_order(page, [piece for piece in ORDER if not piece.startswith("Contact")])


def test_footnotes_resolve_and_quote_the_source(word_file, drafted):
    referred = re.findall(r'footnoteReference w:id="(\d+)"', _part(word_file, "word/document.xml"))
    notes = _part(word_file, "word/footnotes.xml")
    assert referred == ["1"]
    assert 'w:id="1"' in notes
    assert drafted.parts[0].citations[0].quote in notes
    assert "Annual Report 2023/24" in notes
    links = _part(word_file, "word/_rels/footnotes.xml.rels")
    assert "https://opcc.example/annual-report" in links


def test_a_quote_used_twice_points_back(desk, drafted):
    first = drafted.parts[0]
    twice = replace(drafted, parts=(first, replace(first, number=2), *drafted.parts[2:]))
    content = desk.content(twice, TODAY)
    assert [note.same_as for note in content.footnotes] == [None, 1]
    assert "as note 1" in text_letter(content)
    document = _part(word_letter(content), "word/document.xml")
    assert re.findall(r'footnoteReference w:id="(\d+)"', document) == ["1", "2"]


def test_nothing_hidden_in_the_word_file(word_file):
    assert find_hidden(word_file) == ()
    properties = docx.Document(BytesIO(word_file)).core_properties
    assert properties.author == ""
    assert properties.last_modified_by == ""
    everything = b"".join(
        zipfile.ZipFile(BytesIO(word_file)).read(name)
        for name in zipfile.ZipFile(BytesIO(word_file)).namelist()
    )
    for forbidden in (b"w:comment", b"w:ins ", b"w:del ", b"w:vanish", b"python-docx"):
        assert forbidden not in everything


def test_no_mark_of_ours_is_left_in_the_text(word_file):
    assert not re.search("[\ue000-\uf8ff]|{{|{%", _word_text(word_file))


def test_words_that_xml_cannot_hold_do_no_harm(desk, drafted):
    part = replace(drafted.parts[0], answer="A \x00\x0b<b> & {{ letter }} \ue0009\ue001 b")
    content = desk.content(replace(drafted, parts=(part,)), TODAY)
    assert "<b> & {{ letter }} 9 b" in _word_text(word_letter(content))


def test_refusals_stand_in_a_block_of_their_own(desk, drafted):
    part = replace(drafted.parts[0], exemptions=(QUALIFIED,))
    content = desk.content(replace(drafted, parts=(part,)), TODAY)
    text = text_letter(content)
    _in_order(
        text,
        ["WHAT WE ARE NOT GIVING YOU", "section 17", "section 43", "qualified", "fair tendering"],
    )
    assert "regulation 14" in text_letter(
        desk.content(replace(drafted, parts=(part,), regime=Regime.EIR), TODAY)
    )


def test_rest_of_a_partial_answer_is_pointed_on(desk, drafted):
    part = replace(
        drafted.parts[0],
        outcome=drafted.parts[0].outcome.PARTIAL,
        holder="the Panel",
        how_to_ask="Ask the council.",
    )
    text = text_letter(desk.content(replace(drafted, parts=(part,)), TODAY))
    assert "The rest may be held by the Panel. Ask the council." in text


def test_a_template_with_a_comment_or_change_is_refused(content, tmp_path):
    template = tmp_path / "bad.docx"
    document = docx.Document()
    paragraph = document.add_paragraph("{{ letter.subject }}")
    inserted = OxmlElement("w:ins")
    inserted.append(paragraph.runs[0]._r)
    paragraph._p.append(inserted)
    document.save(str(template))
    with pytest.raises(TemplateFault, match="tracked changes"):
        word_letter(content, template)


def test_a_template_with_an_unknown_name_is_refused(content, tmp_path):
    template = tmp_path / "bad.docx"
    document = docx.Document()
    document.add_paragraph("{{ letter.nonsense.more }}")
    document.save(str(template))
    with pytest.raises(TemplateFault, match="nonsense"):
        word_letter(content, template)


def test_words_with_an_unknown_field_are_refused(tmp_path):
    words = tmp_path / "letter.toml"
    shipped = load_words().model_dump()
    lines = [f'{name} = "{value}"' for name, value in shipped.items() if name != "thanks"]
    words.write_text("\n".join([*lines, 'thanks = "Thank you, {requestor}."']))
    with pytest.raises(TemplateFault, match="requestor"):
        load_words(words)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_the_letter(word_file, tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(word_file)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text", str(path)]
    subprocess.run([*command, "--outdir", str(tmp_path)], check=True, capture_output=True)
    _in_order((tmp_path / "letter.txt").read_text(encoding="utf-8-sig"), ORDER[2:14])


def test_quotes_of_one_place_share_a_note_and_lines_are_paragraphs(desk, drafted, cite):
    quotes = ("The office received 46 complaint reviews in 2023/24", "17 of them were upheld")
    part = replace(
        drafted.parts[0],
        answer=f"{quotes[0]}, and {quotes[1]}.\nThe scheme had 31 visitors.",
        citations=(
            cite("annual-report", quotes[0]),
            cite("annual-report", "The custody visiting scheme had 31 visitors"),
            cite("annual-report", quotes[1]),
        ),
    )
    content = desk.content(replace(drafted, parts=(part,)), TODAY)
    assert [note.quotes for note in content.footnotes] == [
        quotes,
        ("The custody visiting scheme had 31 visitors",),
    ]
    assert [paragraph.notes for paragraph in content.parts[0].paragraphs] == [(1,), (2,)]
