"""Hostile uploads: names, sizes and contents. And that a good one is read and answers."""

import io
import time
import zipfile

import httpx
import pytest

from ui.settings import LimitSettings
from ui.uploads.keep import Refused, Uploads, safe_name


@pytest.fixture(scope="module")
def office(make_county, ui_settings):
    limits = ui_settings.limits.model_dump() | {"upload_bytes": 400_000, "upload_files": 3}
    return make_county(ui_settings.model_copy(update={"limits": LimitSettings(**limits)}))


@pytest.fixture(scope="module")
def clerk(office):
    with httpx.Client(base_url=office.url, headers={"Origin": office.url}, timeout=60) as made:
        made.post("/login", data={"name": office.user, "password": office.password})
        yield made


def upload(client, *files):
    return client.post("/officer/library/upload", files=[("files", file) for file in files])


def report(client):
    """What came of the latest upload, once it is done."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        told = client.get("/officer/library/jobs").json()
        if not told["busy"]:
            return told
        time.sleep(0.1)
    raise AssertionError("the upload was not read in a minute")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../evil.txt", "evil.txt"),
        ("..\\..\\evil.txt", "evil.txt"),
        ("/etc/cron.d/evil.txt", "evil.txt"),
        ("C:\\x\\evil.txt", "evil.txt"),
        ("a\x00b.txt", "a_b.txt"),
        ("<script>alert(1)</script>.txt", "script_.txt"),
        (".hidden.txt", "hidden.txt"),
        ("a\r\nb.txt", "a__b.txt"),
        ("minutes 8 July 2025.pdf", "minutes 8 July 2025.pdf"),
        ("café – plan.pdf", "café _ plan.pdf"),
    ],
)
def test_names_lose_everything_that_is_not_plain(name, kept):
    assert safe_name(name) == kept


@pytest.mark.parametrize("name", ["", ".", "..", "/", "noending", "....", "///", "\x00"])
def test_names_without_anything_left_are_refused(name):
    assert safe_name(name) is None


def test_long_names_are_cut_and_keep_their_ending():
    assert safe_name("x" * 500 + ".pdf") == "x" * 120 + ".pdf"


@pytest.mark.parametrize("name", ["evil.exe", "page.php", "a.pdf.sh", "x.zip", "manifest.csv"])
def test_only_kinds_that_are_read_are_kept(tmp_path, name):
    uploads = Uploads(tmp_path)
    assert isinstance(uploads.keep(name, io.BytesIO(b"x"), 100), Refused)
    assert not uploads.folder.exists()


def test_a_file_over_the_limit_leaves_nothing_behind(tmp_path):
    uploads = Uploads(tmp_path)
    refused = uploads.keep("big.txt", io.BytesIO(b"x" * 101), 100)
    assert isinstance(refused, Refused)
    assert list(uploads.folder.iterdir()) == []


def test_only_uploaded_files_are_ever_removed(tmp_path):
    uploads = Uploads(tmp_path / "data")
    kept = uploads.keep("a.txt", io.BytesIO(b"x"), 100)
    outside = tmp_path / "a.txt"
    outside.write_text("x")
    for source in (str(outside), f"{uploads.folder}/../../a.txt", "/etc/passwd"):
        uploads.forget(source)
    assert outside.exists()
    uploads.forget(str(kept))
    assert not kept.exists()


def zipped(name, content):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("broken.pdf", b"%PDF-1.7 and no more"),
        ("program.pdf", b"\x7fELF" + b"\x00" * 200),
        ("empty.docx", zipped("nothing.xml", b"")),
        ("bomb.docx", zipped("word/document.xml", b"<w:p>" + b" " * 30_000_000)),
        (
            "entities.docx",
            zipped(
                "word/document.xml",
                b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
            ),
        ),
        ("nul.txt", b"\x00\x01\x02" * 500),
        ("empty.txt", b""),
    ],
)
def test_hostile_contents_are_reported_and_the_library_stands(office, clerk, name, content):
    before = len(office.services.library.documents())
    upload(clerk, (name, content))
    told = report(clerk)
    assert name in told["html"]
    assert "root:x:" not in told["html"]
    assert len(office.services.library.documents()) == before
    assert clerk.get("/health").status_code == 200


def test_too_large_an_upload_is_refused_whole(office, clerk):
    before = len(office.services.jobs.latest())
    assert upload(clerk, ("big.txt", b"x" * 600_000)).status_code == 413
    assert len(office.services.jobs.latest()) == before


def test_too_many_files_at_once_are_refused(clerk):
    files = [(f"{number}.txt", b"words") for number in range(4)]
    assert upload(clerk, *files).status_code == 400


@pytest.mark.parametrize(
    "body", [b"", b"--x", b"--x\r\n\r\n--x--", b"\xff" * 200, b"--x\r\nContent-Disposition: a\r\n"]
)
def test_a_malformed_upload_is_refused(clerk, body):
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    reply = clerk.post("/officer/library/upload", content=body, headers=headers)
    assert reply.status_code in (303, 400, 422)
    assert clerk.get("/health").status_code == 200


@pytest.mark.slow
def test_a_script_in_a_document_and_its_name_is_shown_as_words(office, clerk):
    content = b"Policy on gnomes\n\nThe gnome <script>alert(1)</script> policy was agreed.\n"
    upload(clerk, ("<img src=x onerror=alert(1)>.txt", content))
    assert "1 new document" in report(clerk)["html"]
    for path in ("/officer/library", "/search?q=gnome"):
        page = clerk.get(path).text
        assert "<script>alert" not in page
        assert "<img" not in page
