import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import TableKind

HEAD = ["Public question", "Answer"]
DATA = ["Indicator", "2023/24", "2022/23"]


def grid(document, number=0):
    table = document.tables[number]
    return [[cell.of(document.text) for cell in row.cells] for row in (*table.header, *table.rows)]


def test_a_repeated_header_is_dropped_and_the_cut_answer_joined(make_document):
    document = make_document(
        [HEAD, ["Why?", "Because it was"], ["When?", "In May the office"]],
        [HEAD, ["", "wrote to all. It"], ["Who?", "Everybody."]],
        [HEAD, ["", "And again."]],
    )
    assert grid(document) == [
        HEAD,
        ["Why?", "Because it was"],
        ["When?", "In May the office wrote to all. It"],
        ["Who?", "Everybody. And again."],
    ]
    assert document.tables[0].kind is TableKind.QUESTIONS


@pytest.mark.parametrize("misread", ["Publlc question", "Pubiic question", "Pudlic question"])
def test_a_repeated_header_may_be_misread_by_a_letter(make_document, misread):
    document = make_document([HEAD, ["Why?", "Because"]], [[misread, "Answer"], ["", "so."]])
    assert grid(document) == [HEAD, ["Why?", "Because so."]]


@pytest.mark.parametrize("first", ["NORTHSHIRE – Area", "Area 2022"])
def test_headers_that_differ_by_little_but_a_name_are_of_two_tables(make_document, first):
    other = first.replace("NORTH", "SOUTH").replace("2022", "2023")
    rows = [["Thefts", "4"], ["Frauds", "5"]]
    document = make_document([[first, "Last year"], *rows], [[other, "Last year"], *rows])
    assert len(document.tables) == 2


def test_a_question_cut_in_the_middle_is_joined_by_its_small_letter(make_document):
    document = make_document(
        [HEAD, ["What was done about", "The Chief said"]],
        [HEAD, ["fly-tipping on farms?", "patrols went out."]],
    )
    assert grid(document)[1:] == [
        ["What was done about fly-tipping on farms?", "The Chief said patrols went out."]
    ]


def test_the_status_of_an_action_may_stand_on_the_next_page(make_document):
    head = ["Description of action", "Update"]
    document = make_document(
        [head, ["Action 3 (4 May 2024): The Chief is to report.", "A report was sent."]],
        [head, ["", "Action closed."], ["Action 4: To write.", "New action."]],
    )
    assert grid(document)[1][1] == "A report was sent. Action closed."
    assert document.tables[0].kind is TableKind.ACTIONS
    assert len(document.tables[0].rows) == 2


def test_questions_cut_by_a_reader_within_one_table_are_joined(make_document):
    document = make_document([HEAD, ["Why?", "Because"], ["", "it rained."], ["Who?", "All."]])
    assert grid(document)[1:] == [["Why?", "Because it rained."], ["Who?", "All."]]


def test_a_row_without_number_but_with_a_task_stays_a_row(make_document):
    head = ["Ref", "Action", "Status"]
    document = make_document(
        [head, ["A1", "Write to all", "Open"], ["", "Visit them", "New"], ["", "", "and again"]]
    )
    assert grid(document)[2:] == [["", "Visit them", "New and again"]]


def test_figures_go_on_without_a_header_and_keep_blank_labels(make_document):
    head = ["Crime type", "Indicator", "2023/24"]
    document = make_document(
        [head, ["Burglary", "Recorded", "40"], ["", "Solved", "4"]],
        [
            ["", "% solved", "10%"],
            ["Robbery", "Recorded", "8"],
            ["", "Solved", "Data not available"],
        ],
    )
    table = document.tables[0]
    assert len(document.tables) == 1
    assert [row.labels for row in table.rows] == [
        ("Burglary", "Recorded"),
        ("Burglary", "Solved"),
        ("Burglary", "% solved"),
        ("Robbery", "Recorded"),
        ("Robbery", "Solved"),
    ]


def test_a_cut_label_is_joined_in_a_table_that_repeats_labels(make_document):
    document = make_document(
        [
            ["NORTHSHIRE", "Indicator", "Last year"],
            ["Prevention", "Number of", "40"],
            ["", "First-time entrants to the", "Not available"],
        ],
        [["", "courts per 1,000", ""]],
    )
    assert grid(document)[-1] == [
        "",
        "First-time entrants to the courts per 1,000",
        "Not available",
    ]


def test_a_header_alone_at_the_foot_of_a_page_takes_the_rows_after_it(make_document):
    document = make_document([DATA], [["Calls", "12,000", "11,000"], ["Visits", "5", "6"]])
    assert len(document.tables) == 1
    assert document.tables[0].columns == tuple(DATA)
    assert len(document.tables[0].rows) == 2


def test_different_tables_that_touch_stay_apart(make_document):
    document = make_document(
        [DATA, ["Calls", "1", "2"]],
        [["Fund", "Budget", "Spent"], ["Roads", "£5", "£4"]],
    )
    assert [table.columns[0] for table in document.tables] == ["Indicator", "Fund"]


def test_words_between_part_two_tables_of_the_same_columns(make_document):
    document = make_document(
        "Reducing harm",
        [HEAD, ["Why?", "So."]],
        "Safer roads",
        [HEAD, ["When?", "Now."]],
    )
    assert len(document.tables) == 2


@pytest.mark.parametrize("line", ["3", "Page 3 of 9", "Example Panel, 4 May 2024"])
def test_running_lines_between_the_pieces_are_dropped(make_document, line):
    pieces = [[DATA, ["Calls", "1", "2"]], [["Visits", "3", "4"]], [["Letters", "5", "6"]]]
    document = make_document(pieces[0], line, pieces[1], line, pieces[2])
    assert len(document.tables) == 1
    assert len(document.blocks) == 1


@given(data=st.data())
def test_a_table_cut_anywhere_is_the_table(make_document, data):
    rows = data.draw(
        st.lists(st.tuples(st.sampled_from("ABCDEF"), st.integers(0, 99)), min_size=2, max_size=9)
    )
    cells = [[f"Row {letter}{place}", f"{number}"] for place, (letter, number) in enumerate(rows)]
    cut = data.draw(st.integers(1, len(cells) - 1))
    head = ["Indicator", "Total"]
    whole = make_document([head, *cells])
    repeated = make_document([head, *cells[:cut]], [head, *cells[cut:]])
    plain = make_document([head, *cells[:cut]], cells[cut:])
    assert whole.text == repeated.text == plain.text
