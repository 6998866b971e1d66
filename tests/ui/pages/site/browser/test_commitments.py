"""The commitments pages in a browser: filters, a thread, a correction, an export; axe."""

from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[3] / "vendor" / "axe-core-4.14.1" / "axe.min.js"
SAMPLE = Path(__file__).parents[5] / "eval" / "sample" / "documents"
NAMES = ("2024-07-16.txt", "2025-04-15.docx")


@pytest.fixture(scope="module")
def address(tmp_path_factory, ui_settings, serve_app):
    """The pages over two of the sample's meetings."""
    from assistant.assistant import Assistant
    from index.library import Library
    from index.settings import IndexSettings
    from index.update import update_library
    from ingest.settings import IngestSettings
    from ui.config import Settings
    from ui.server import services_over

    index = IndexSettings(data_dir=tmp_path_factory.mktemp("data"), embedding_model="hashed-words")
    settings = Settings(index=index, ui=ui_settings, ingest=IngestSettings(workers=1))
    update_library(index, settings.ingest, [SAMPLE / f"accountability-meeting-{n}" for n in NAMES])
    with ExitStack() as stack:
        library = stack.enter_context(Library.open(index))
        services = services_over(settings, library, Assistant(library), stack)
        services.accounts.add("olwen", "correct horse battery")
        yield serve_app(services)


@pytest.fixture
def officer(new_visitor, address):
    """A fresh browser of somebody logged in, on the list."""
    with httpx.Client(base_url=address, timeout=30, headers={"Origin": address}) as client:
        client.post("/login", data={"name": "olwen", "password": "correct horse battery"})
        token = client.cookies["pcc_login"]
    page = new_visitor(accept_downloads=True)
    page.context.add_cookies([{"name": "pcc_login", "value": token, "url": address}])
    page.goto(f"{address}/officer/commitments")
    return page


def heading(page):
    return page.locator("#list").inner_text()


def test_filters_narrow_the_list(officer):
    before = heading(officer)
    officer.get_by_label("Words that it holds").fill("vetting")
    officer.get_by_role("button", name="Show").click()
    assert heading(officer) == "1 commitment"
    assert before != heading(officer)
    officer.get_by_role("link", name="All", exact=True).click()
    officer.get_by_label("Owner").select_option("ACC Fairhollow")
    officer.get_by_role("button", name="Show").click()
    assert officer.get_by_role("row", name="Action 10").is_visible()
    assert officer.get_by_role("row", name="Action 4").count() == 0


def test_a_thread_opens_its_source_and_takes_a_correction(officer):
    officer.get_by_role("link", name="Not closed, by owner").click()
    officer.get_by_role("link", name="Action 15", exact=True).click()
    assert officer.get_by_role("heading", name="Timeline").is_visible()
    thread = officer.url
    link = "Open these words in the document of 15 April 2025"
    officer.get_by_role("link", name=link).first.click()
    assert "pathway to a future meeting" in officer.locator("mark").first.inner_text()
    officer.goto(thread)
    officer.get_by_text("Record of 15 April 2025: action").click()
    form = officer.locator("form", has=officer.get_by_role("button", name="Save corrections")).last
    form.get_by_label("Owner").fill("DCC Marchbanks")
    form.get_by_role("button", name="Save corrections").click()
    assert officer.get_by_text("Corrected by olwen").is_visible()
    assert officer.locator(".facts").get_by_text("DCC Marchbanks").is_visible()


def test_an_export_is_downloaded(officer):
    with officer.expect_download() as download:
        officer.get_by_role("link", name="Word action log").click()
    assert download.value.suggested_filename.endswith(".docx")


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(officer, address, width):
    officer.set_viewport_size({"width": width, "height": 900})
    base = f"{address}/officer/commitments"
    officer.goto(f"{base}?view=open")
    thread = officer.get_by_role("link", name="Action 10", exact=True).get_attribute("href")
    for path in (base, f"{base}?view=open", f"{base}?view=suggestions", f"{base}/changes"):
        officer.goto(path)
        check(officer, width)
    officer.goto(address + thread)
    for fold in officer.locator("details").all():
        fold.evaluate("fold => { fold.open = true }")
    check(officer, width)


def check(page, width):
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:160]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
