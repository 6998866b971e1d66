"""axe-core finds no violation on any page and state, wide and narrow; no page scrolls sideways."""

from pathlib import Path

import pytest

from index.decisions import Decider
from ui.uploads.keep import Refused

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[3] / "vendor" / "axe-core-4.14.1" / "axe.min.js"
WIDTHS = (1280, 320)


def violations(page):
    """What axe finds, one line each: rule, how bad, where."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['target']} {node['html'][:120]}"
        for rule in found
        for node in rule["nodes"]
    ]


def check(page):
    """No violation at either width, and nothing wider than the window."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(150)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


PUBLIC = {
    "search, empty": "/search",
    "search, results": "/search?q=knife+crime",
    "search, none": "/search?q=zebra",
    "log in": "/login",
    "statement": "/accessibility",
    "not found page": "/source/0000000000000000",
    "source, text": "/source/{meeting-2025-03-04}?start=60&end=90",
    "source, picture": "/source/{annual-report-2024-25}?page=2",
}
OFFICER = {
    "ask": "/officer/",
    "search": "/officer/search?q=marmalade",
    "source, internal": "/officer/source/{internal-marmalade}",
    "library": "/officer/library",
    "document": "/officer/library/{meeting-2025-03-04}",
    "feedback": "/officer/feedback",
}


@pytest.mark.parametrize("path", PUBLIC.values(), ids=PUBLIC.keys())
def test_public_pages(page, county, path):
    page.goto(county.url + path.format(**county.ids))
    page.allowed.append("404")
    check(page)


@pytest.mark.parametrize("path", OFFICER.values(), ids=OFFICER.keys())
def test_officer_pages(officer_page, county, path):
    officer_page.goto(county.url + path.format(**county.ids))
    if path == "/officer/":
        officer_page.get_by_label("Your question").wait_for()
    check(officer_page)


STATES = {
    "answered": "How many parishes were visited?",
    "not found": "Zebra?",
    "refused": "Who is jo@example.org?",
    "error": "Is this broken?",
}


def test_asking_before_any_question(page, site):
    page.goto(site)
    page.locator(".example").first.wait_for()
    check(page)


@pytest.mark.parametrize("question", STATES.values(), ids=STATES.keys())
def test_states_of_an_answer(page, site, ask, question):
    page.goto(site)
    turn = ask(page, question)
    for summary in turn.locator("summary").all():
        summary.click()
    check(page)


def test_a_refused_log_in(page, county):
    page.goto(county.url + "/login")
    page.allowed.append("403")
    page.get_by_label("Name").fill("nobody")
    page.get_by_label("Password").fill("a wrong password")
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("alert").wait_for()
    check(page)


def test_answering_switched_off(page, make_services, serve_app, ask):
    services = make_services()
    services.switch.off("a test")
    page.goto(serve_app(services))
    turn = ask(page, "Anything?")
    assert "switched off" in turn.inner_text()
    check(page)


def test_a_refused_change_of_a_document(officer_page, county):
    officer_page.goto(f"{county.url}/officer/library/{county.ids['meeting-2025-03-04']}")
    officer_page.allowed.append("422")
    officer_page.get_by_label("Title").fill("Another title")
    officer_page.get_by_role("button", name="Save").click()
    officer_page.get_by_role("alert").wait_for()
    check(officer_page)


@pytest.mark.slow
def test_an_officers_pages_with_something_in_every_list(page, make_county, ask):
    office = make_county()
    page.goto(office.url)
    turn = ask(page, "How much did knife crime fall?")
    turn.get_by_text("This answer is wrong").click()
    turn.get_by_label("What is wrong?").fill("Which year?")
    turn.get_by_role("button", name="Send").click()
    turn.get_by_text("An officer will look").wait_for()
    check(page)
    Decider(office.services.settings.index, "tests").withdraw(
        office.ids["policy-weather-vanes"], "a test"
    )
    office.services.jobs.add("olwen", (), [Refused("program.exe", "Not of a kind that is read.")])
    page.goto(f"{office.url}/officer/feedback")
    page.get_by_label("Name").fill(office.user)
    page.get_by_label("Password").fill(office.password)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("button", name="Mark as dealt with").wait_for()
    check(page)
    page.goto(f"{office.url}/officer/library")
    assert "program.exe" in page.locator("#jobs").inner_text()
    check(page)
    page.goto(f"{office.url}/officer/library/{office.ids['policy-weather-vanes']}")
    page.get_by_role("heading", name="Let it answer again").wait_for()
    check(page)


def test_zoom_to_200_per_cent_hides_nothing(page, site, ask):
    page.goto(site)
    page.set_viewport_size({"width": 640, "height": 450})
    turn = ask(page, "How many parishes were visited?")
    assert turn.locator(".sources mark").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
