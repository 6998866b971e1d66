"""Every page by keyboard alone: all controls reached, in order, focus seen, nothing traps."""

import pytest

pytestmark = pytest.mark.browser

FOCUSABLE = (
    "a[href], button:not([disabled]), input:not([type=hidden]), select, textarea, summary, "
    "[tabindex='0']"
)
PAGES = ["/", "/search?q=knife", "/login", "/accessibility", "/source/{annual-report-2024-25}"]
OFFICER_PAGES = [
    "/officer/",
    "/officer/search?q=knife",
    "/officer/source/{internal-marmalade}",
    "/officer/library",
    "/officer/library/{meeting-2025-03-04}",
    "/officer/requests",
    "/officer/commitments",
    "/officer/feedback",
]


def walk(page):
    """Tab through the page once; each stop as (place in the page, whether focus is seen)."""
    stops = []
    for _ in range(300):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """(focusable) => {
              const at = document.activeElement;
              if (!at || at === document.body) return null;
              const style = getComputedStyle(at);
              const seen = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none";
              const place = [...document.querySelectorAll(focusable)].indexOf(at);
              const box = at.getBoundingClientRect();
              const tall = box.height >= 24 || style.display === "inline";
              return {place, seen, tall, name: at.outerHTML.slice(0, 120)};
            }""",
            FOCUSABLE,
        )
        if stop is None or (stops and stop["place"] == stops[0]["place"]):
            return stops
        stops.append(stop)
    raise AssertionError("the keyboard is trapped")


def check(page):
    reachable = page.evaluate(
        """(focusable) => [...document.querySelectorAll(focusable)].flatMap((one, place) =>
          one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})
            ? [place] : [])""",
        FOCUSABLE,
    )
    stops = walk(page)
    assert [stop["place"] for stop in stops] == sorted(stop["place"] for stop in stops)
    assert set(reachable) <= {stop["place"] for stop in stops}
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    assert [stop["name"] for stop in stops if not stop["tall"]] == []


@pytest.mark.parametrize("path", PAGES)
def test_public_pages(page, county, path):
    page.goto(county.url + path.format(**county.ids))
    if path == "/":
        page.get_by_label("Your question").wait_for()
        page.wait_for_timeout(1_000)  # the examples come a moment later
    check(page)


@pytest.mark.parametrize("path", OFFICER_PAGES)
def test_officer_pages(officer_page, county, path):
    officer_page.goto(county.url + path.format(**county.ids))
    if path == "/officer/":
        officer_page.get_by_label("Your question").wait_for()
    check(officer_page)


def test_an_answer_with_everything_open(page, site, ask):
    page.goto(site)
    turn = ask(page, "How many parishes were visited?")
    for summary in turn.locator("summary").all():
        summary.focus()
        page.keyboard.press("Enter")
    assert turn.get_by_label("What is wrong?").is_visible()
    page.reload()
    page.get_by_label("Your question").wait_for()
    turn = ask(page, "How many parishes were visited?")
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    check(page)


def test_asking_and_opening_the_source_without_a_mouse(page, county):
    page.goto(county.url)
    page.get_by_label("Your question").wait_for()
    page.get_by_label("Your question").focus()
    page.keyboard.type("How much did knife crime fall?")
    page.keyboard.press("Enter")
    page.locator(".turn .sources a").first.wait_for()
    page.locator(".turn .sources a").first.focus()
    page.keyboard.press("Enter")
    page.locator("#quote").wait_for()


def test_the_skip_link_comes_first_and_leads_to_the_content(page, county):
    for path in ("/", "/search"):
        page.goto(county.url + path)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
        page.keyboard.press("Enter")
        page.wait_for_url("**#main")
        assert page.evaluate("document.activeElement.id") == "main"
