"""A request from pasted letter to exported reply, in a browser, by keyboard, and through axe."""

import io
import zipfile
from pathlib import Path

import httpx
import pytest

from assistant.foi.settings import FoiSettings, OfficeSettings

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[3] / "vendor" / "axe-core-4.14.1" / "axe.min.js"
PATH = "/officer/requests"
LETTER = """Dear Sir or Madam,

1. By how much did knife crime fall in the year to December 2024?

2. What did the bicycle unit cost in 2024/25?

3. How many burglaries were recorded in Mill Lane in 2024?

4. A copy of all records that you hold about me.

Yours faithfully,

Zebedee Quillfeather
"""
OFFICE = OfficeSettings(
    address="Saxholme House, Eastbury, EB1 2CD",
    email="foi@opcc.example",
    contact="Ruth Amberley",
    signatory="Ruth Amberley",
    reviewer="Colin Strand",
    reviewer_role="Chief Executive",
)


@pytest.fixture(scope="module")
def place(make_county):
    return make_county(foi=FoiSettings(office=OFFICE))


@pytest.fixture
def desk_page(new_visitor, place):
    """A browser of somebody logged in to the county with an office."""
    with httpx.Client(base_url=place.url, headers={"Origin": place.url}) as client:
        client.post("/login", data={"name": place.user, "password": place.password})
        token = client.cookies["pcc_login"]
    page = new_visitor(accept_downloads=True)
    page.context.add_cookies([{"name": "pcc_login", "value": token, "url": place.url}])
    return page


def _take_in(page, place, reference):
    page.goto(f"{place.url}{PATH}")
    page.get_by_label("Request letter").fill(f"{LETTER}\n{reference}\n")
    page.get_by_label("Day received").fill("2025-03-03")
    page.get_by_label("Reference").fill(reference)
    page.get_by_role("button", name="Take in and draft").click()
    page.wait_for_url(f"**/{reference}")
    _drafted(page)


def _drafted(page):
    """Wait for the draft and show it."""
    page.locator("#jobs .job-running").wait_for(state="detached")
    page.reload()
    page.get_by_role("heading", name="Part 1", exact=True).wait_for()
    page.get_by_role("link", name="Check before sending").wait_for()


def _violations(page):
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def _check_axe(page):
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(100)
        assert _violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_from_letter_to_reply(desk_page, place):
    page = desk_page
    _take_in(page, place, "WEB-1")
    assert "knife crime fell by 12%" in page.get_by_label("Answer to part 1").input_value()
    assert page.get_by_label("Outcome of part 3").input_value() == "other_body"
    page.get_by_role("button", name="Save and accept part 1").click()
    page.get_by_text("accepted by olwen").first.wait_for()
    answer = page.get_by_label("Answer to part 2")
    answer.fill(f"{answer.input_value()} It cost £45,000.")
    page.get_by_role("button", name="Save and accept part 2").click()
    page.get_by_text("accepted by olwen").nth(1).wait_for()
    page.get_by_text("Reject, reword, split or merge part 3").click()
    page.get_by_label("Why the proposal for part 3 is wrong").fill("We asked the force already.")
    page.get_by_role("button", name="Reject the proposal for part 3").click()
    page.locator(".part strong", has_text="Needs a person").first.wait_for()
    for number in (3, 4):
        page.get_by_label(f"Answer to part {number}").fill("We have written to you separately.")
        page.get_by_label(f"Outcome of part {number}").select_option("not_found")
        page.get_by_role("button", name=f"Save and accept part {number}").click()
        page.get_by_text("accepted by olwen").nth(number - 1).wait_for()
    page.get_by_role("link", name="Check before sending").click()
    page.get_by_text("the reply is ready to be signed").wait_for()
    page.get_by_role("link", name="Back to the request").click()
    page.get_by_label("Next state").select_option("sign_off")
    page.get_by_role("button", name="Change the state").click()
    page.get_by_text("Awaiting sign-off").first.wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="Letter as a Word file").click()
    word = zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert "knife crime fell by 12%" in word.read("word/document.xml").decode()


def test_by_keyboard_alone(desk_page, place):
    page = desk_page
    page.goto(f"{place.url}{PATH}")
    page.get_by_label("Request letter").focus()
    page.keyboard.insert_text(f"{LETTER}\nKEY-1\n")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.type("03032025")
    page.get_by_label("Reference").focus()
    page.keyboard.type("KEY-1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/KEY-1")
    _drafted(page)
    page.get_by_label("Outcome of part 1").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Save and accept part 1"
    page.keyboard.press("Enter")
    page.get_by_text("accepted by olwen").first.wait_for()
    assert page.url.endswith("#part-1")


def test_axe_finds_nothing_on_any_page_or_state(desk_page, place):
    page = desk_page
    page.goto(f"{place.url}{PATH}")
    _check_axe(page)
    _take_in(page, place, "AXE-1")
    _check_axe(page)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    _check_axe(page)
    page.get_by_role("link", name="Check before sending").click()
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    _check_axe(page)
    page.allowed.append("422")
    page.goto(f"{place.url}{PATH}")
    page.get_by_role("button", name="Take in and draft").click()
    page.get_by_role("alert").wait_for()
    _check_axe(page)
    page.goto(f"{place.url}{PATH}/AXE-1/cost?locating_items=9&locating_minutes=5")
    _check_axe(page)
    page.goto(f"{place.url}{PATH}/AXE-1/letter.html")
    _check_axe(page)
    page.goto(f"{place.url}{PATH}/AXE-1/record.html")
    _check_axe(page)


def test_drafting_is_announced_while_it_goes_on(desk_page, place):
    page = desk_page
    page.goto(f"{place.url}{PATH}")
    page.get_by_label("Request letter").fill(LETTER.replace("Sir or Madam", "Madam"))
    page.get_by_label("Day received").fill("2025-03-03")
    page.get_by_label("Reference").fill("SAY-1")
    page.get_by_role("button", name="Take in and draft").click()
    page.get_by_role("link", name="Show the draft").or_(
        page.get_by_role("link", name="Check before sending")
    ).first.wait_for()
