"""Headless Chromium."""

import shutil

import pytest
from playwright import sync_api

_OURS = ("http://127.0.0.1:", "data:", "blob:")
_BROWSER_ARGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium; tests that need it are skipped, visibly, where there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("no chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=_BROWSER_ARGS)
        yield started
        started.close()


@pytest.fixture
def page(browser):
    """A fresh visitor; the test fails when the page logs an error or asks anything elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    problems = []
    page.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "request",
        lambda r: None if r.url.startswith(_OURS) else problems.append(r.url),
    )
    yield page
    context.close()
    assert problems == []
