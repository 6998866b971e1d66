"""The officers' pages of requests, without a browser."""

import io
import json
import logging
import time
import zipfile
from email.message import EmailMessage

import httpx
import pytest

PATH = "/officer/requests"
LETTER = """Dear Sir or Madam,

1. By how much did knife crime fall in the year to December 2024?

2. What did the bicycle unit cost in 2024/25?

3. How many burglaries were recorded in Mill Lane in 2024?

4. A copy of all records that you hold about me.

Yours faithfully,

Zebedee Quillfeather
"""


@pytest.fixture(scope="module")
def place(make_county):
    return make_county()


@pytest.fixture(scope="module")
def desk(place):
    headers = {"Origin": place.url}
    with httpx.Client(base_url=place.url, timeout=30, headers=headers) as made:
        made.post("/login", data={"name": place.user, "password": place.password})
        yield made


def _take_in(desk, letter, reference, others=None):
    data = {"letter": letter, "received": "2025-03-03", "reference": reference} | (others or {})
    return desk.post(f"{PATH}/new", data=data, files={"file": ("", b"")})


def _wait(desk, key):
    deadline = time.monotonic() + 60
    while desk.get(f"{PATH}/{key}/progress").json()["busy"]:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return desk.get(f"{PATH}/{key}").text


def _part(desk, key, number, **fields):
    return desk.post(f"{PATH}/{key}/parts/{number}", data=fields)


@pytest.fixture(scope="module")
def drafted(desk):
    reply = _take_in(desk, LETTER, "FOI/2025/001")
    assert reply.status_code == 303
    assert reply.headers["location"] == f"{PATH}/FOI~2025~001"
    _wait(desk, "FOI~2025~001")
    return "FOI~2025~001"


def test_a_letter_is_drafted_part_by_part(desk, drafted):
    page = desk.get(f"{PATH}/{drafted}").text
    assert "Request FOI/2025/001" in page
    assert "1 April 2025" in page
    assert "knife crime fell by 12%" in page
    assert "£45,000" in page
    assert "May be held by the Chief Constable" in page
    assert "subject access request" in page
    told = desk.get(f"{PATH}/{drafted}/progress").json()
    assert told["status"] == "Drafting is done."
    assert f'href="{PATH}/{drafted}"' in told["html"]


def test_the_register_lists_it_without_its_requester(desk, drafted):
    page = desk.get(PATH).text
    assert "FOI/2025/001" in page
    assert "Quillfeather" not in page


@pytest.mark.parametrize(
    ("letter", "others", "message"),
    [
        ("", {}, "no words"),
        ("How many?", {"received": "yesterday"}, "Give the day received"),
        ("How many?", {"reference": "<script>"}, "cannot be a reference"),
    ],
)
def test_what_cannot_be_taken_in_is_told_and_kept(desk, letter, others, message):
    reply = _take_in(desk, letter, "", others)
    assert reply.status_code == 422
    assert message in reply.text
    assert letter in reply.text


def test_an_email_file_is_taken_in(desk):
    message = EmailMessage()
    message["From"] = "Ada Brookes <ada@example.org>"
    message["Subject"] = "FOI request - bicycles"
    message.set_content("Dear Sir,\n\nWhat did the bicycle unit cost?\n\nAda")
    reply = desk.post(
        f"{PATH}/new",
        data={"letter": "", "received": "2025-03-03", "reference": "MAIL-1"},
        files={"file": ("request.eml", message.as_bytes())},
    )
    assert reply.status_code == 303
    assert "£45,000" in _wait(desk, "MAIL-1")


def test_hostile_words_of_a_letter_are_escaped(desk):
    _take_in(desk, "Dear Sir,\n\n1. How many <script>alert(1)</script> were there?\n", "XSS-1")
    page = _wait(desk, "XSS-1")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_whole_way_from_draft_to_sent(desk, place):
    _take_in(desk, LETTER.replace("Sir or Madam", "Madam"), "WAY-1")
    _wait(desk, "WAY-1")
    page = desk.get(f"{PATH}/WAY-1/check").text
    assert "Part 4" in page
    assert "waits for a person" in page
    refused = desk.post(f"{PATH}/WAY-1/state", data={"state": "sign_off", "on": "2025-03-20"})
    assert refused.status_code == 422
    assert "cannot be signed yet" in refused.text
    own = "We will write to you about your own data separately."
    parts = place.services.drafts.desk().register.load("WAY-1").parts
    for part in parts:
        answer, outcome = part.answer, part.outcome.value
        if part.number == 4:
            answer, outcome = own, "not_found"
        reply = _part(desk, "WAY-1", part.number, act="accept", answer=answer, outcome=outcome)
        assert reply.status_code == 303, reply.text
    page = desk.get(f"{PATH}/WAY-1/check").text
    assert "does not say who reviews it" in page
    assert "[Name of the signatory]" in page
    assert "No officer has accepted" not in page


def test_each_act_on_a_part_is_done(desk, drafted, place):
    register = place.services.drafts.desk().register

    def part():
        return register.load("FOI/2025/001").parts[0]

    first = part()
    _part(desk, drafted, 1, act="save", answer="It fell by 12%.", outcome="partial")
    assert (part().answer, part().outcome.value, part().accepted_by) == (
        "It fell by 12%.",
        "partial",
        "",
    )
    _part(desk, drafted, 1, act="regime", regime="eir")
    assert part().regime.value == "eir"
    _part(desk, drafted, 1, drop="0")
    assert len(part().citations) == len(first.citations) - 1
    _part(desk, drafted, 1, act="reject", reason="Another year.")
    assert part().outcome.value == "needs_person"
    _part(desk, drafted, 1, act="reword", question="knife crime fall December 2024")
    _wait(desk, drafted)
    assert part().outcome.value == "answered"
    _part(desk, drafted, 3, act="split", after="in Mill Lane")
    _wait(desk, drafted)
    assert len(register.load("FOI/2025/001").parts) == 5
    _part(desk, drafted, 3, act="merge")
    _wait(desk, drafted)
    assert len(register.load("FOI/2025/001").parts) == 4
    assert register.events("FOI/2025/001")[-1].by in (place.user, "software")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"act": "save", "answer": "x", "outcome": "nonsense"}, "choose an outcome"),
        ({"act": "reject", "reason": " "}, "say why"),
        ({"act": "split", "after": "words that are not there"}, "do not stand in it"),
        ({"act": "reword", "question": ""}, "write the words"),
        ({"act": "exemption", "section": "99"}, "not among those"),
        ({"act": "accept", "answer": "", "outcome": "needs_person"}, "no outcome of its own"),
        ({"drop": "99"}, "no such source"),
        ({"act": "nonsense"}, "choose one of the buttons"),
    ],
)
def test_what_cannot_be_done_is_told(desk, drafted, fields, message):
    reply = _part(desk, drafted, 2, **fields)
    assert reply.status_code == 422
    assert message in reply.text


def test_an_exemption_is_saved_with_the_officer_s_reason(desk, place):
    _take_in(desk, "Dear Sir,\n\n1. The value of the contract for the bicycle unit.\n", "EX-1")
    _wait(desk, "EX-1")
    fields = {
        "act": "exemption",
        "section": "43",
        "used": "yes",
        "reason": "The supplier's prices would be known to its rivals.",
        "public_interest": "Openness speaks for it; fair tendering against, and outweighs it.",
    }
    assert _part(desk, "EX-1", 1, **fields).status_code == 303
    part = place.services.drafts.desk().register.load("EX-1").parts[0]
    assert [note.section for note in part.refusals] == ["43"]
    letter = desk.get(f"{PATH}/EX-1/letter.txt").text
    assert "section 17" in letter
    assert "rivals" in letter


def test_letters_and_records_can_be_taken_away(desk, drafted):
    word = desk.get(f"{PATH}/{drafted}/letter.docx")
    assert zipfile.ZipFile(io.BytesIO(word.content)).testzip() is None
    assert "FOI-2025-001-letter.docx" in word.headers["content-disposition"]
    page = desk.get(f"{PATH}/{drafted}/letter.html")
    assert "Dear Zebedee Quillfeather" in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    record = json.loads(desk.get(f"{PATH}/{drafted}/record.json").text)
    assert record["request"]["parts"][1]["searches"]
    assert "Quillfeather" not in json.dumps(record)
    assert desk.get(f"{PATH}/{drafted}/response.md").status_code == 409
    assert desk.get(f"{PATH}/{drafted}/nothing.zip").status_code == 404


def test_a_finding_is_overruled_with_a_reason(desk, place):
    _take_in(desk, "Dear Sir,\n\n1. What did the bicycle unit cost in 2024/25?\n", "OVER-1")
    _wait(desk, "OVER-1")
    answer = "It cost £45,000 in 2024/25. Kevin Marlow made the bench."
    _part(desk, "OVER-1", 1, act="accept", answer=answer, outcome="answered")
    assert "Kevin Marlow" in desk.get(f"{PATH}/OVER-1/check").text
    fields = {"kind": "third_party_name", "part": "1", "words": "Kevin Marlow"}
    without = desk.post(f"{PATH}/OVER-1/overrule", data={**fields, "reason": ""})
    assert without.status_code == 422
    desk.post(f"{PATH}/OVER-1/overrule", data={**fields, "reason": "He signed it in public."})
    assert "Kevin Marlow" not in desk.get(f"{PATH}/OVER-1/check").text


@pytest.mark.parametrize("path", [PATH, f"{PATH}/FOI~2025~001", f"{PATH}/FOI~2025~001/letter.docx"])
def test_nobody_sees_requests_without_a_login(place, drafted, path):
    with httpx.Client(base_url=place.url) as visitor:
        reply = visitor.get(path)
        assert reply.status_code == 303
        assert "/login" in reply.headers["location"]
        assert visitor.post(f"{PATH}/new", headers={"Origin": place.url}).status_code == 401


@pytest.mark.parametrize("path", ["", "/check", "/letter.docx", "/nothing"])
def test_a_request_that_is_not_there_is_not_found(desk, path):
    assert desk.get(f"{PATH}/NONE-9{path}").status_code == 404


def test_the_planted_requester_is_in_no_log_and_no_answer(desk, place, caplog):
    with caplog.at_level(logging.DEBUG):
        _take_in(desk, LETTER.replace("Sir or Madam", "All"), "LOG-1")
        _wait(desk, "LOG-1")
    assert "Quillfeather" not in caplog.text
    with httpx.Client(base_url=place.url) as visitor:
        assert "Quillfeather" not in visitor.get("/search?q=Quillfeather+Zebedee").text.replace(
            'value="Quillfeather Zebedee"', ""
        ).replace("“Quillfeather Zebedee”", "")
    for file in place.services.settings.index.generations_dir.rglob("*"):
        if file.is_file():
            assert b"Quillfeather" not in file.read_bytes(), file


def test_the_cost_of_answering_is_worked_out(desk, drafted):
    page = desk.get(f"{PATH}/{drafted}/cost?locating_items=200&locating_minutes=6").text
    assert "20.0 hours at £25 = £500.00" in page
    assert "Over the limit" in page
    assert (
        "Within the limit"
        in desk.get(f"{PATH}/{drafted}/cost?locating_items=10&locating_minutes=6").text
    )
    wrong = desk.get(f"{PATH}/{drafted}/cost?locating_items=many")
    assert wrong.status_code == 422
    assert desk.get(f"{PATH}/NONE-9/cost").status_code == 404
