"""Searching with words and filters, in a browser."""

import pytest

pytestmark = pytest.mark.browser


def search(page, words):
    page.get_by_label("Words to look for").fill(words)
    page.get_by_role("button", name="Search").click()
    page.wait_for_load_state()


def test_words_are_marked_in_snippets_and_counted(page, county):
    page.goto(f"{county.url}/search")
    search(page, "knife crimes")
    assert page.get_by_role("heading", level=2).inner_text() == "1 passage in 1 document"
    marks = page.locator(".snippets mark").all_inner_texts()
    assert {mark.lower() for mark in marks} == {"knife", "crime"}


def test_filters_narrow_what_is_found_and_stay_chosen(page, county):
    page.goto(f"{county.url}/search")
    search(page, "Commissioner")
    assert "in 2 documents" in page.get_by_role("heading", level=2).inner_text()
    page.get_by_label("Kind of document").select_option(label="Annual report (1)")
    page.get_by_label("Year").select_option(label="2025 (2)")
    search(page, "Commissioner")
    assert "in 1 document" in page.get_by_role("heading", level=2).inner_text()
    assert page.get_by_label("Kind of document").input_value() == "annual_report"
    assert page.locator(".results a").first.inner_text() == "Annual Report 2024/25"


def test_the_meeting_filter_names_meetings_by_their_date(page, county):
    page.goto(f"{county.url}/search")
    page.get_by_label("Meeting").select_option(label="4 March 2025")
    search(page, "knife")
    assert page.locator(".results > li").count() == 1


def test_a_phrase_is_found_as_it_is(page, county):
    page.goto(f"{county.url}/search")
    search(page, '"fell by 12%"')
    assert "1 passage" in page.get_by_role("heading", level=2).inner_text()
    search(page, '"fell by twelve"')
    assert page.get_by_role("heading", level=2).inner_text() == "No passages found"


def test_without_words_the_documents_are_listed_newest_first(page, county):
    page.goto(f"{county.url}/search")
    heading = page.get_by_role("heading", level=2).inner_text()
    assert heading == "3 documents, newest first"
    assert page.locator(".results a").first.inner_text() == "Annual Report 2024/25"
