"""The pages in a real browser."""

import pytest

pytestmark = pytest.mark.browser


def ask(page, question):
    page.get_by_label("Your question").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()
    page.locator("#conversation .turn h2", has_text=question).wait_for()


def test_answer_stands_beside_its_marked_source(page, site):
    page.goto(site)
    ask(page, "How many parishes were visited?")
    turn = page.locator(".turn").last
    assert "visited 41 parishes" in turn.locator(".answer-text").inner_text()
    assert "41 parishes" in turn.locator(".sources mark").inner_text()
    assert "8 July 2025" in turn.locator(".source-place").inner_text()
    searched = turn.locator(".searched summary").inner_text()
    assert "2 documents dated 2 January 2024 to 8 July 2025" in searched
