import pytest

from ingest.document import BlockKind
from ingest.errors import TextlessFile
from ingest.html_reader import blocks_of_html, read_html
from ingest.raw import RawBlock
from ingest.settings import IngestSettings


def words(block: RawBlock) -> str:
    return " | ".join(run.text for run in block.runs)


def rows(block: RawBlock) -> list[list[str]]:
    return [["/".join(run.text for run in cell) for cell in row] for row in block.rows]


def lines(markup: str) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, words(block)) for block in blocks_of_html(markup)]


def test_blocks_in_reading_order():
    markup = """<body><h1>Plan</h1><p>First <b>bold</b>
      line<br>next</p>loose<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul></body>"""
    assert lines(markup) == [
        ("heading", 1, "Plan"),
        ("paragraph", 0, "First bold line next"),
        ("paragraph", 0, "loose"),
        ("list_item", 1, "one"),
        ("list_item", 2, "inner"),
        ("list_item", 1, "two"),
    ]


def test_scripts_menus_hidden_parts_and_cookie_notes_are_left_out():
    markup = """<body><script>var a;</script><nav>Menu</nav><div class="cookie-banner">We use</div>
      <a class="skip-link" href="#c">Skip</a><p hidden>No</p><!-- nor this --><p>Words</p></body>"""
    assert lines(markup) == [("paragraph", 0, "Words")]


def test_the_main_part_is_read_and_a_title_above_it_kept():
    markup = (
        "<body><header><h1>Title</h1><p>Site name</p></header><main><p>"
        + "Words of the page. " * 10
        + "</p></main><footer>Contact</footer></body>"
    )
    found = lines(markup)
    assert found[0] == ("heading", 1, "Title")
    assert len(found) == 2


def test_merged_cells_leave_the_places_they_cover_blank():
    markup = """<table><caption>Table 1: Crime</caption>
      <tr><th rowspan="2">Area</th><th colspan="2">Year</th></tr>
      <tr><th>2023</th><th>2024</th></tr><tr><td>North</td><td>5</td><td>6</td></tr></table>"""
    caption, table = blocks_of_html(markup)
    assert words(caption) == "Table 1: Crime"
    assert rows(table) == [["Area", "Year", ""], ["", "2023", "2024"], ["North", "5", "6"]]


def test_cells_keep_their_paragraphs():
    (table,) = blocks_of_html("<table><tr><td><p>a</p><p>b</p></td><td>c<br>d</td></tr></table>")
    assert rows(table) == [["a/b", "c d"]]


def test_tables_for_layout_are_read_as_running_text():
    markup = "<table><tr><td><table><tr><td>x</td><td>y</td></tr></table></td></tr></table>"
    (table,) = blocks_of_html(markup)
    assert rows(table) == [["x", "y"]]


def test_absurd_spans_are_bounded():
    (table,) = blocks_of_html("<table><tr><td colspan='999999999'>a</td><td>b</td></tr></table>")
    assert len(table.rows[0]) < 100


def test_title_and_meta_are_handed_on(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><title>Plan</title><meta name='DC.date' content='2024-05-02'></head>"
        "<body><p>Words</p></body></html>"
    )
    raw = read_html(path, IngestSettings())
    assert raw.info == {"title": "Plan", "dc.date": "2024-05-02"}
    assert raw.pages == ()


def test_deep_nesting_neither_fails_nor_loses_words(tmp_path):
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 20_000 + "bottom" + "</div>" * 20_000)
    raw = read_html(path, IngestSettings())
    assert [words(block) for block in raw.blocks] == ["bottom"]


def test_a_page_without_words_says_so(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<html><body><script>x</script></body></html>")
    with pytest.raises(TextlessFile):
        read_html(path, IngestSettings())


def test_kinds_are_only_those_of_raw_blocks():
    assert {block.kind for block in blocks_of_html("<h2>a</h2><p>b</p>")} == {
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    }
