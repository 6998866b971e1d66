import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.document import BlockKind
from ingest.errors import DamagedFile, EncryptedFile, FileTooLarge, MismatchedFile, TextlessFile
from ingest.raw import RawBlock, RawDocument
from ingest.settings import IngestSettings
from ingest.word_lists import write_number
from ingest.word_reader import read_word

W = nsdecls("w")


@pytest.fixture
def read(tmp_path):
    def read_it(document: WordDocument | bytes, **limits: int) -> RawDocument:
        path: Path = tmp_path / "paper.docx"
        if isinstance(document, bytes):
            path.write_bytes(document)
        else:
            document.save(path)
        return read_word(path, IngestSettings(**limits))

    return read_it


def words(block: RawBlock) -> str:
    return " | ".join(run.text for run in block.runs)


def rows(block: RawBlock) -> list[list[str]]:
    return [["/".join(run.text for run in cell) for cell in row] for row in block.rows]


def add(document: WordDocument, xml: str) -> None:
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))


def numbered(text: str, number: int, level: int = 0) -> str:
    return (
        f"<w:p {W}><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>"
        f"</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def define_numbering(document: WordDocument) -> None:
    levels = "".join(
        f"<w:lvl w:ilvl='{depth}'><w:start w:val='{start}'/><w:numFmt w:val='{form}'/>"
        f"<w:lvlText w:val='{text}'/></w:lvl>"
        for depth, (start, form, text) in enumerate(
            [(7, "decimal", "%1."), (1, "decimal", "%1.%2"), (1, "lowerLetter", "(%3)")]
        )
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f"<w:abstractNum {W} w:abstractNumId='90'>{levels}</w:abstractNum>"))
    root.append(parse_xml(f"<w:num {W} w:numId='91'><w:abstractNumId w:val='90'/></w:num>"))


def test_headings_lists_and_tables_in_reading_order(read):
    document = docx.Document()
    document.add_heading("Budget", 2)
    document.add_paragraph("It is set each year.")
    document.add_paragraph("one", style="List Bullet")
    document.add_paragraph("inner", style="List Bullet 2")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "A", "B\nC"
    document.add_paragraph("After.")
    blocks = read(document).blocks
    assert [(b.kind, b.level, words(b)) for b in blocks if b.kind is not BlockKind.TABLE] == [
        (BlockKind.HEADING, 2, "Budget"),
        (BlockKind.PARAGRAPH, 0, "It is set each year."),
        (BlockKind.LIST_ITEM, 1, "one"),
        (BlockKind.LIST_ITEM, 2, "inner"),
        (BlockKind.PARAGRAPH, 0, "After."),
    ]
    assert rows(blocks[4]) == [["A", "B/C"]]


def test_automatic_numbers_are_counted_as_word_counts_them(read):
    document = docx.Document()
    define_numbering(document)
    for text, level in [("Crime", 0), ("fell", 1), ("rose", 1), ("far", 2), ("Roads", 0), ("x", 1)]:
        add(document, numbered(text, 91, level))
    blocks = read(document).blocks
    assert [words(b) for b in blocks] == [
        *("7. Crime", "7.1 fell", "7.2 rose", "(a) far", "8. Roads", "8.1 x"),
    ]
    assert [b.label for b in blocks] == ["7.", "7.1", "7.2", "(a)", "8.", "8.1"]


def test_merged_cells_are_written_once(read):
    document = docx.Document()
    table = document.add_table(3, 3)
    for place, text in enumerate(["H1", "H2", "H3", "a", "b", "c", "d", "e", "f"]):
        table.cell(place // 3, place % 3).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    assert rows(read(document).blocks[0]) == [
        ["H1", "H2/H3", ""],
        ["a/d", "b", "c"],
        ["", "e", "f"],
    ]


def test_a_table_in_a_cell_is_read_row_by_row(read):
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "Scheme"
    inner = outer.cell(0, 1).add_table(2, 2)
    for place, text in enumerate(["Year", "Sum", "2024", "£5"]):
        inner.cell(place // 2, place % 2).text = text
    assert rows(read(document).blocks[0]) == [["Scheme", "Year Sum/2024 £5"]]


def test_a_frame_of_one_cell_is_opened(read):
    document = docx.Document()
    frame = document.add_table(1, 1).cell(0, 0)
    frame.text = "In a box"
    frame.add_paragraph("second")
    assert [(b.kind, words(b)) for b in read(document).blocks] == [
        (BlockKind.PARAGRAPH, "In a box"),
        (BlockKind.PARAGRAPH, "second"),
    ]


def test_deleted_and_hidden_words_are_left_out_and_inserted_ones_kept(read):
    document = docx.Document()
    add(
        document,
        f"<w:p {W}><w:r><w:t>Kept</w:t></w:r><w:del w:id='1'><w:r><w:delText>gone</w:delText></w:r>"
        "</w:del><w:ins w:id='2'><w:r><w:t xml:space='preserve'> added</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>",
    )
    assert [words(b) for b in read(document).blocks] == ["Kept added"]


def test_line_breaks_part_lines_and_bold_is_told(read):
    document = docx.Document()
    document.add_paragraph().add_run("One\nTwo").bold = True
    document.add_paragraph("plain ").add_run("bold").bold = True
    blocks = read(document).blocks
    assert [(words(b), b.bold) for b in blocks] == [
        ("One", True),
        ("Two", True),
        ("plain bold", False),
    ]


def test_content_controls_are_read(read):
    document = docx.Document()
    add(
        document,
        f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>Within</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    )
    assert [words(b) for b in read(document).blocks] == ["Within"]


def test_the_files_own_title_and_dates_are_handed_on(read):
    document = docx.Document()
    document.core_properties.title = " Plan "
    document.add_paragraph("Words.")
    info = read(document).info
    assert info["title"] == "Plan"
    assert info["created"].startswith("20")


def package(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return buffer.getvalue()


def test_files_that_cannot_be_read_say_why(read):
    whole = io.BytesIO()
    docx.Document().save(whole)
    with pytest.raises(TextlessFile, match="no words"):
        read(whole.getvalue())
    with pytest.raises(MismatchedFile):
        read(whole.getvalue()[:3000])
    with pytest.raises(MismatchedFile):
        read(b"%PDF-1.7 not Word")
    with pytest.raises(MismatchedFile, match="not a Word file"):
        read(package(readme_dot_txt=b"hello"))
    with pytest.raises(DamagedFile):
        read(package(word__document_dot_xml=b"<broken"))
    with pytest.raises(EncryptedFile, match="password"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_a_bomb_is_refused_before_it_is_unpacked(read):
    with pytest.raises(FileTooLarge, match="unpacks to"):
        read(package(word__document_dot_xml=b"0" * 2_000_000), max_unpacked_bytes=1_000_000)


def test_lists_of_one_definition_go_on_counting_and_restart_where_they_say(read):
    document = docx.Document()
    define_numbering(document)
    root = document.part.numbering_part.element
    root.append(parse_xml(f"<w:num {W} w:numId='92'><w:abstractNumId w:val='90'/></w:num>"))
    override = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"
    root.append(
        parse_xml(f"<w:num {W} w:numId='93'><w:abstractNumId w:val='90'/>{override}</w:num>")
    )
    for number in (91, 92, 93, 93):
        add(document, numbered("item", number))
    assert [b.label for b in read(document).blocks] == ["7.", "8.", "1.", "2."]


def test_text_boxes_are_read_once_with_their_paragraphs_apart(read):
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>One</w:t></w:r></w:p><w:p><w:r><w:t>Two</w:t></w:r></w:p></w:txbxContent>"  # noqa: E501
    add(
        document,
        f"<w:p {W} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
    )
    assert [words(b) for b in read(document).blocks] == ["One", "Two"]


def test_footnotes_follow_what_they_explain(tmp_path):
    document = docx.Document()
    reference = "<w:footnoteReference w:id='2'/>"
    add(document, f"<w:p {W}><w:r><w:t>It rose.</w:t></w:r><w:r>{reference}</w:r></w:p>")
    document.add_paragraph("Then it fell.")
    buffer = io.BytesIO()
    document.save(buffer)
    note = f"<w:footnotes {W}><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote><w:footnote w:id='2'><w:p><w:r><w:t>Since May.</w:t></w:r></w:p></w:footnote></w:footnotes>"  # noqa: E501
    link = b"<Relationship Id='rId99' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes' Target='footnotes.xml'/></Relationships>"  # noqa: E501
    kind = b"<Override PartName='/word/footnotes.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml'/></Types>"  # noqa: E501
    path = tmp_path / "noted.docx"
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", link)
            if name == "[Content_Types].xml":
                content = content.replace(b"</Types>", kind)
            new.writestr(name, content)
        new.writestr("word/footnotes.xml", note)
    blocks = read_word(path, IngestSettings()).blocks
    assert [words(b) for b in blocks] == ["It rose.", "1 Since May.", "Then it fell."]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        *((3, "decimal", "3"), (3, "decimalZero", "03"), (28, "lowerLetter", "bb")),
        *((4, "upperRoman", "IV"), (49, "lowerRoman", "xlix"), (0, "lowerLetter", "0")),
    ],
)
def test_forms_of_numbers(number, form, written):
    assert write_number(number, form) == written
