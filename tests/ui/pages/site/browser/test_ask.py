"""Asking in a real browser: answers, follow-ups, examples, copying, complaints, privacy."""

import pytest

pytestmark = pytest.mark.browser


def test_answer_stands_beside_its_marked_source(page, site, ask):
    page.goto(site)
    turn = ask(page, "How many parishes were visited?")
    assert "visited 41 parishes" in turn.locator(".answer-text").inner_text()
    assert "41 parishes" in turn.locator(".sources mark").inner_text()
    assert "8 July 2025" in turn.locator(".source-place").inner_text()
    searched = turn.locator(".searched summary").inner_text()
    assert "2 documents dated 2 January 2024 to 8 July 2025" in searched
    answer = turn.locator(".answer").bounding_box()
    assert turn.locator(".sources").bounding_box()["x"] >= answer["x"] + answer["width"]


def test_the_box_is_emptied_and_a_follow_up_knows_what_went_before(page, site, services, ask):
    page.goto(site)
    ask(page, "How many parishes were visited?")
    assert page.get_by_label("Your question").input_value() == ""
    ask(page, "And in which year?")
    history = services.answering._asker.histories[-1]
    assert [turn.question for turn in history] == ["How many parishes were visited?"]
    assert page.locator(".turn").count() == 2


def test_a_new_conversation_forgets_the_old_one(page, site, services, ask):
    page.goto(site)
    ask(page, "How many parishes were visited?")
    page.get_by_role("button", name="New conversation").click()
    page.locator(".turn").first.wait_for(state="detached")
    ask(page, "What fell by 12%?")
    assert services.answering._asker.histories[-1] == ()


def test_an_example_asks_itself(page, site):
    page.goto(site)
    page.get_by_role("button", name="How many parishes did the Commissioner visit?").click()
    page.locator(".turn .sources").wait_for()
    assert not page.locator("#examples").is_visible()


def test_enter_sends_the_question(page, site):
    page.goto(site, wait_until="networkidle")  # on a busy machine the box is there before its keys
    box = page.get_by_label("Your question")
    box.fill("How many parishes were visited?")
    box.press("Enter")
    page.locator(".turn .sources").wait_for()


def test_a_new_answer_is_announced_with_its_status_and_sources(page, site, ask):
    page.goto(site)
    ask(page, "How many parishes were visited?")
    page.wait_for_function(
        "document.getElementById('announcer').textContent.includes('41 parishes')"
    )
    announced = page.locator("#announcer").inner_text()
    assert announced.startswith("Answered from the documents")
    assert announced.endswith("1 source")


def test_the_answer_is_copied_with_its_sources(new_visitor, site, ask):
    page = new_visitor(permissions=["clipboard-read", "clipboard-write"])
    page.goto(site)
    turn = ask(page, "How many parishes were visited?")
    turn.get_by_role("button", name="Copy answer with sources").click()
    turn.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Annual report 2024/25, 8 July 2025, paragraph 1" in copied
    assert "https://example.org/annual-report.pdf" in copied


def test_saying_that_an_answer_is_wrong_is_kept_with_the_answer(page, site, services, ask):
    page.goto(site)
    turn = ask(page, "How many parishes were visited?")
    turn.get_by_text("This answer is wrong").click()
    turn.get_by_label("What is wrong?").fill("It was 42. Write to me at jo@example.org")
    turn.get_by_role("button", name="Send").click()
    turn.get_by_text("An officer will look at this answer").wait_for()
    (kept,) = services.records.complaints()
    assert kept.question == "How many parishes were visited?"
    assert "an email address" in kept.complaint
    assert "jo@example.org" not in kept.complaint
    assert kept.row["passages"]


@pytest.mark.parametrize(
    "question",
    [
        "<script>document.title='owned'</script> weather vane",
        "<img src=x onerror=\"document.title='owned'\"> weather vane",
        "</textarea><svg onload=document.title='owned'> weather vane",
        "javascript:document.title='owned' weather vane",
        "weather vane ${document.title='owned'} {{constructor.constructor('x')()}}",
    ],
)
def test_nothing_in_a_question_or_document_runs(page, site, ask, question):
    page.goto(site)
    turn = ask(page, question)
    for summary in turn.locator("summary").all():
        summary.click()
    assert "<script>" in turn.locator(".sources").inner_text()
    assert question.split(" weather")[0] in turn.locator(".question").inner_text()
    assert turn.locator("script, img, svg, iframe").count() == 0
    turn.locator(".sources a").first.click()
    page.wait_for_load_state()
    assert page.title() != "owned"


def test_two_visitors_never_see_each_others_conversation(new_visitor, site, ask):
    first, second = new_visitor(), new_visitor()
    first.goto(site)
    second.goto(site)
    ask(first, "How many parishes were visited?")
    ask(second, "What fell by 12%?")
    ask(first, "How many drones?")
    assert "12%" not in first.locator("#conversation").inner_text()
    assert "parishes" not in second.locator("#conversation").inner_text()
    assert "drones" not in second.locator("#conversation").inner_text()
    third = new_visitor()
    third.goto(site)
    third.get_by_label("Your question").wait_for()
    assert third.locator(".turn").count() == 0


def test_a_question_too_long_cannot_be_typed(page, site):
    page.goto(site)
    box = page.get_by_label("Your question")
    box.press_sequentially("x" * 310)
    assert len(box.input_value()) == 300
