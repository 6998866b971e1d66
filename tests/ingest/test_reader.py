import hashlib

import pytest

from ingest.document import FileFormat
from ingest.errors import UnsupportedFile
from ingest.reader import read_document


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("note.txt", "Some words.", FileFormat.TEXT),
        ("note.MD", "# Words\n\nSome words.", FileFormat.MARKDOWN),
        ("note.html", "<p>Some words.</p>", FileFormat.HTML),
    ],
)
def test_the_ending_decides_the_reader(tmp_path, name, content, form):
    path = tmp_path / name
    path.write_text(content)
    document = read_document(path)
    assert document.format is form
    assert document.name == "note"
    assert document.sha256 == hashlib.sha256(content.encode()).hexdigest()
    assert document.text.endswith("Some words.")


def test_other_endings_are_refused(tmp_path):
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(b"PK")
    with pytest.raises(UnsupportedFile, match=r"\.xlsx are not read"):
        read_document(path)
