"""A formal request is composed in the browser, and nothing of it leaves the browser."""

from urllib.parse import unquote

import pytest

pytestmark = pytest.mark.browser

NAME = "Zebedee Quillfeather"


def test_a_letter_is_made_of_the_questions_asked(page, county, ask):
    sent = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    page.goto(county.url)
    ask(page, "What did the bicycle unit cost in 2024/25?")
    ask(page, "How many parishes were visited?")
    page.get_by_text("Make this a formal request").click()
    page.get_by_label("Your name").fill(NAME)
    page.get_by_label("Where the reply should go").fill("zebedee@example.org")
    page.get_by_role("button", name="Make a letter of my questions").click()
    letter = page.get_by_label("Your letter").input_value()
    assert "1. What did the bicycle unit cost in 2024/25?" in letter
    assert "2. How many parishes were visited?" in letter
    assert "Under the Freedom of Information Act 2000" in letter
    assert letter.endswith(NAME)
    mail = page.get_by_role("link", name="Open it in my email program").get_attribute("href")
    assert mail.startswith("mailto:office@marlshire-pcc.example?subject=")
    assert "bicycle unit" in unquote(mail)
    assert not any("Quillfeather" in unquote(words) or "zebedee" in words for words in sent)
    assert page.evaluate("JSON.stringify([localStorage, sessionStorage])").count(NAME) == 0


def test_an_edited_letter_is_what_is_sent(page, county):
    page.goto(county.url)
    page.get_by_text("Make this a formal request").click()
    page.get_by_label("Your letter").fill("My own words.")
    mail = page.get_by_role("link", name="Open it in my email program").get_attribute("href")
    assert unquote(mail).endswith("body=My own words.")
