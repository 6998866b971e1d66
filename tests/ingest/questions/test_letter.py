"""The questions of a request beside the answers, however a letter sets them."""

import pytest

from eval.sample.locate import sample_documents
from ingest.questions import question_pairs
from ingest.reader import read_document

HEAD = ("Freedom of Information request FOI/2024/112", "Date: 14 May 2024", "Dear Requester")
CLOSING = ("If you are dissatisfied you may ask for a review.", "Yours sincerely", "Bo Day")
STAFF = "There are four staff in the team, who work on two sites and share one office at each."
COST = "The cost was £14,200 in 2022/23, which is less than it was in the year before that one."


@pytest.fixture
def pairs_of(tmp_path):
    """Questions and answers of a letter of these paragraphs."""

    def read(*paragraphs):
        path = tmp_path / "letter.txt"
        path.write_text("\n\n".join((*HEAD, *paragraphs, *CLOSING)), encoding="utf-8")
        document = read_document(path)
        return [
            (pair.question, " ".join(pair.answer.of(document.text).split()))
            for pair in question_pairs(document)
        ]

    return read


def test_questions_quoted_first_and_answered_under_the_same_numbers(pairs_of):
    found = pairs_of(
        *("You asked:", "1. How many staff are there?", "2. What did the team cost?"),
        *("I can answer as follows.", "Question 1 – staff", STAFF, "Question 2 – cost", COST),
    )
    assert found == [("1. How many staff are there?", STAFF), ("2. What did the team cost?", COST)]


def test_questions_answered_right_under_them(pairs_of):
    found = pairs_of(
        *("1. How many staff work in the communications team?", STAFF),
        *("2. Please provide the cost of the team:", "- in 2022/23", "- in 2023/24", COST, STAFF),
        *("3. Who is the supplier?", COST),
    )
    assert found == [
        ("1. How many staff work in the communications team?", STAFF),
        ("2. Please provide the cost of the team: in 2022/23 in 2023/24", f"{COST} {STAFF}"),
        ("3. Who is the supplier?", COST),
    ]


def test_a_numbered_list_within_an_answer_is_part_of_it(pairs_of):
    found = pairs_of(
        *("Q1 How many vehicles are leased?", "Q2 What is the yearly cost?", "Our response"),
        *("Q1 How many vehicles are leased?", "There are 14 vehicles:"),
        *("1) Ten cars that are leased by the year", "2) Four vans that are leased by the month"),
        *("Q2 What is the yearly cost?", COST),
    )
    assert [question for question, _ in found] == [
        "Q1 How many vehicles are leased?",
        "Q2 What is the yearly cost?",
    ]
    assert found[0][1].startswith("There are 14 vehicles: 1) Ten cars")
    assert found[0][1].endswith("by the month")
    assert found[1][1] == COST


def test_one_request_and_its_response(pairs_of):
    found = pairs_of("You asked:", "How much was spent on hotels?", "Response:", COST, STAFF)
    assert found == [("How much was spent on hotels?", f"{COST} {STAFF}")]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (STAFF, COST),
        ("You asked:", "1. How many staff are there?", "2. What did the team cost?"),
        ("1. Background", STAFF, "2. Consultation", COST),
    ],
)
def test_what_is_not_answered_question_by_question_gives_no_pairs(pairs_of, paragraphs):
    assert pairs_of(*paragraphs) == []


def test_no_other_kind_of_document_is_read_as_a_letter(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(f"Annual Report 2023/24\n\n1. How many staff?\n\n{STAFF}\n\n2. Why?\n\n{COST}")
    assert question_pairs(read_document(path)) == ()


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("foi-response-2024-031.docx", ["£1,104,000", "eleven zones", "£9,760", "is not held by"]),
        ("foi-response-2025-012.pdf", ["three services", "97%", "289", "Four people", "64 emails"]),
        ("foi-response-2025-047.txt", ["27 buildings", "1,288", "21,340", "not found"]),
    ],
)
def test_letters_of_the_sample(name, answers):
    document = read_document(sample_documents() / name)
    pairs = question_pairs(document)
    assert len(pairs) == len(answers)
    for pair, words in zip(pairs, answers, strict=True):
        assert words in pair.answer.of(document.text)
        assert "internal review" not in pair.answer.of(document.text)
        assert pair.place.end < pair.answer.start


@pytest.mark.corpus
@pytest.mark.parametrize(("folder", "ending"), [("text", "txt"), ("word", "docx"), ("pdf", "pdf")])
def test_the_real_letter_answers_five_questions(corpus, folder, ending):
    name = f"foi-response-opccn-248-2025-02-06.{ending}"
    document = read_document(corpus / "corpus" / folder / name)
    pairs = question_pairs(document)
    assert [pair.question[:2] for pair in pairs] == ["1.", "2.", "3.", "4.", "5."]
    assert all("?" in pair.question for pair in pairs)
    blocks = [block for block in document.blocks if block.kind != "heading"]
    within = [sum(pair.answer.contains(block.span) for block in blocks) for pair in pairs]
    assert within[0] >= 14  # the ten priorities, and a paragraph before and after them
    assert min(within) >= 2
    headings = [block.span for block in document.blocks if block.kind == "heading"]
    assert not any(pair.answer.contains(heading) for pair in pairs for heading in headings)
