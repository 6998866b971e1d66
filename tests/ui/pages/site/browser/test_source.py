"""Opening a source: the right page, and the mark where the quote stands on it."""

import re
from xml.etree import ElementTree

import pytest

SVG = "{http://www.w3.org/2000/svg}"
pytestmark = pytest.mark.browser


def marks_on(svg):
    """The marked rectangles of a page picture, in points."""
    return [
        {name: float(value) for name, value in rect.attrib.items()}
        for rect in ElementTree.fromstring(svg).iter(f"{SVG}rect")
    ]


def test_the_quote_is_marked_on_the_picture_of_its_page_where_it_stands(
    page, county, ask, pdf_quote, pdf_at
):
    page.goto(county.url)
    turn = ask(page, "How many bicycles did the Quenmouth depot buy?")
    link = turn.locator(".sources a").first
    assert "page=2" in link.get_attribute("href")
    link.click()
    page.get_by_role("heading", name="Text of page 2").wait_for()
    assert "Page 2 of 2" in page.locator(".turning").first.inner_text()
    assert page.locator("#quote").inner_text() in pdf_quote

    picture = page.locator(".page-picture img")
    picture.evaluate("image => image.decode()")
    assert picture.evaluate("image => image.naturalWidth") > 500
    svg = page.request.get(county.url + picture.get_attribute("src")).text()
    (mark,) = marks_on(svg)
    left, bottom = pdf_at
    assert mark["x"] == pytest.approx(left, abs=3)
    assert mark["y"] <= 842 - bottom <= mark["y"] + mark["height"]
    assert 10 < mark["height"] < 22


def test_pages_are_turned_and_lead_back_to_the_quote(page, county, ask):
    page.goto(county.url)
    ask(page, "How many bicycles did the Quenmouth depot buy?").locator(".sources a").first.click()
    page.get_by_role("link", name="Previous page").first.click()
    page.get_by_role("heading", name="Text of page 1").wait_for()
    assert page.locator("mark").count() == 0
    page.get_by_role("link", name="Back to the quote on page 2").first.click()
    page.locator("mark#quote").wait_for()


def test_a_quote_in_text_is_marked_and_in_view(page, county, ask):
    page.goto(county.url)
    turn = ask(page, "How was the bicycle unit paid for and what did it cost?")
    turn.locator(".sources a").first.click()
    mark = page.locator("#quote")
    mark.wait_for()
    assert re.search("£45,000", mark.inner_text())
    box = mark.bounding_box()
    assert 0 <= box["y"] <= 900


def test_the_original_is_downloaded_under_its_own_name(page, county):
    page.goto(f"{county.url}/source/{county.ids['annual-report-2024-25']}")
    with page.expect_download() as started:
        page.get_by_role("link", name="Download the original file").click()
    assert started.value.suggested_filename == "annual-report-2024-25.pdf"


def test_reading_a_source_needs_no_script(browser, county):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{county.url}/search?q=bicycles")
    page.locator(".snippets a").first.click()
    assert page.get_by_role("heading", level=1).is_visible()
    assert "bicycle" in page.locator(".page-text").inner_text()
    context.close()
