from pathlib import Path

from ingest.sources import find_files


def touch(path: Path, content: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return path


def names(paths) -> list[str]:
    return [path.name for path in paths]


def test_folders_are_searched_to_any_depth_in_a_fixed_order(tmp_path):
    for name in ("b.PDF", "a.txt", "inner/deep/c.docx", "inner/d.html", "e.md"):
        touch(tmp_path / name)
    assert names(find_files([tmp_path]).files) == ["a.txt", "b.PDF", "e.md", "d.html", "c.docx"]


def test_what_is_not_read_is_said_and_what_is_no_document_is_not(tmp_path):
    for name in ("sheet.xlsx", "noending", ".hidden.txt", "~$lock.docx", "manifest.csv", "ok.txt"):
        touch(tmp_path / name)
    touch(tmp_path / ".git" / "config.txt")
    found = find_files([tmp_path])
    assert names(found.files) == ["ok.txt"]
    assert {each.path.name: each.reason for each in found.unread} == {
        "noending": "files ending in nothing are not read "
        "(read are .txt, .text, .md, .markdown, .htm, .html, .pdf, .docx)",
        "sheet.xlsx": "files ending in .xlsx are not read "
        "(read are .txt, .text, .md, .markdown, .htm, .html, .pdf, .docx)",
    }


def test_a_file_reached_twice_is_listed_once(tmp_path):
    path = touch(tmp_path / "a.txt")
    assert find_files([path, tmp_path]).files == (path,)


def test_links_out_of_the_folder_are_not_followed(tmp_path):
    secret = touch(tmp_path / "outside" / "secret.txt")
    inside = touch(tmp_path / "docs" / "a.txt").parent
    (inside / "out.txt").symlink_to(secret)
    (inside / "folder").symlink_to(secret.parent)
    (inside / "loop.txt").symlink_to(inside / "loop.txt")
    (inside / "alias.txt").symlink_to(inside / "a.txt")
    found = find_files([inside])
    assert names(found.files) == ["a.txt", "alias.txt"]
    assert names(each.path for each in found.unread) == ["loop.txt", "out.txt"]


def test_odd_names_and_missing_paths(tmp_path):
    odd = touch(tmp_path / "naïve \U0001f600 — name;rm.txt")
    found = find_files([odd, tmp_path / "gone"])
    assert found.files == (odd,)
    assert found.unread[0].reason == "there is no such file or folder"
