"""Headless Chromium."""

import shutil

import pytest
from playwright import sync_api

_OURS = ("http://127.0.0.1:", "data:", "blob:")
_ARGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
# The framework cuts its own stream when a page is left and reports that as errors. Some actions,
# such as a download, say that the page is left and then stay on it.
_QUIET_WHEN_LEFT = """
window.addEventListener("beforeunload", () => {
  const said = console.error;
  console.error = () => {};
  setTimeout(() => { console.error = said; }, 500);
});
"""


@pytest.fixture(scope="module")
def browser():
    """Headless Chromium; tests that need it are skipped, visibly, where there is none.

    One for each module: while Playwright runs, no other test can run an event loop.
    """
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("no chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=_ARGS)
        yield started
        started.close()


def watched(context):
    """A page that notes what goes wrong in `problems`; `allowed` are parts of what may."""
    page = context.new_page()
    page.add_init_script(_QUIET_WHEN_LEFT)
    page.problems, page.allowed = [], []
    page.on("console", lambda m: page.problems.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(_OURS) else page.problems.append(r.url))
    return page


def finish(page):
    """No error in the page, and nothing asked of anywhere else."""
    page.context.close()
    assert [p for p in page.problems if not any(part in p for part in page.allowed)] == []


@pytest.fixture
def new_visitor(browser):
    """Makes visitors who share nothing."""
    made = []

    def make(**options):
        context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
        made.append(watched(context))
        return made[-1]

    yield make
    for page in made:
        finish(page)


@pytest.fixture
def page(new_visitor):
    """A fresh visitor."""
    return new_visitor()


@pytest.fixture
def officer_page(new_visitor, county, officer):
    """A fresh browser of somebody logged in."""
    page = new_visitor()
    token = officer.cookies["pcc_login"]
    page.context.add_cookies([{"name": "pcc_login", "value": token, "url": county.url}])
    return page


@pytest.fixture
def ask():
    """Ask on an open page, and get the turn with the answer."""

    def asked(page, question):
        page.get_by_label("Your question").fill(question)
        before = page.locator("#conversation .turn").count()
        page.get_by_role("button", name="Ask", exact=True).click()
        turn = page.locator("#conversation .turn").nth(before)
        turn.wait_for()
        return turn

    return asked
