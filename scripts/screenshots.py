"""Pictures of every page and state over the sample documents, wide and narrow.

`python scripts/screenshots.py FOLDER [NAME…]` takes all of them, or those named. It needs the
development dependencies and a Chromium on the PATH. The library is made anew in a temporary folder,
so the pictures show what the documents in the repository give today.
"""

import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import uvicorn
from PIL import Image
from playwright.sync_api import Page, sync_playwright

import eval.sample
from assistant.assistant import Assistant
from assistant.foi.intake import letter_of_text
from eval.sample.locate import sample_documents
from index.decisions import Decider
from index.library import Library
from index.settings import IndexSettings
from index.update import update_library
from ingest.document import Sensitivity
from ui.app import create_app
from ui.config import Settings
from ui.server import server_config, services_over
from ui.services import Services
from ui.settings import UiSettings
from ui.uploads.keep import Refused

WIDTHS = (1280, 390)
_USER, _PASSWORD = "olwen", "only for the pictures"  # of a library that lives for a minute
_ARGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync")
_UI = UiSettings(
    office_name="Office of the Police and Crime Commissioner for Marlshire",
    contact_email="office@pcc.marlshire.example.org",
)
_QUESTION = "How many burglaries of homes were there in 2024/25?"
_REFERENCE = "FOI-1"
_UPLOADED = (
    "Patrol Note\n\nDate: 3 June 2025\n\n"
    "The harbour patrol of Quenmouth was out on 41 nights in May 2025.\n"
)

Step = Callable[[Page], object]


def ask(question: str) -> Step:
    """Ask, and wait for the answer."""

    def asking(page: Page) -> None:
        page.get_by_label("Your question").fill(question)
        page.get_by_role("button", name="Ask", exact=True).click()
        page.locator(".turn").wait_for()

    return asking


def click(selector: str) -> Step:
    """Click the first of what a selector finds."""
    return lambda page: page.locator(selector).first.click()


def fill(label: str, words: str) -> Step:
    """Fill in a control by its label."""
    return lambda page: page.get_by_label(label).first.fill(words)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: where it goes first, and what is done there; `off` while answering is off."""

    name: str
    path: str
    steps: tuple[Step, ...] = ()
    off: bool = False


_COMPLAIN = (click(".feedback summary"), fill("What is wrong?", "I meant burglaries of shops."))
SHOTS = (
    Shot("ask", "/"),
    Shot("answer", "/", (ask(_QUESTION),)),
    Shot("answer-searched", "/", (ask(_QUESTION), click(".searched summary"))),
    Shot("answer-wrong", "/", (ask(_QUESTION), *_COMPLAIN, click(".feedback button"))),
    Shot("source", "/", (ask(_QUESTION), click(".sources a"))),
    Shot("source-text", "/", (ask("What is the aim for rural emergencies?"), click(".sources a"))),
    Shot("formal-request", "/", (ask(_QUESTION), click("#formal summary"))),
    Shot("not-found", "/", (ask("Salary of the Chief Fire Officer?"),)),
    Shot("refused", "/", (ask("Why did jo.bloggs@example.org get no answer?"),)),
    Shot("switched-off", "/", (ask(_QUESTION),), off=True),
    Shot("search", "/search?q=rural+crime"),
    Shot("search-none", "/search?q=zebra"),
    Shot("search-empty", "/search"),
    Shot("missing", "/source/0000000000000000"),
    Shot("log-in", "/login"),
    Shot(
        "log-in-refused",
        "/login",
        (fill("Name", "nobody"), fill("Password", "not the password"), click("main button")),
    ),
    Shot("accessibility", "/accessibility"),
    Shot("officer-ask", "/officer/", (ask(_QUESTION), click(".searched summary"))),
    Shot("officer-search", "/officer/search?q=contract"),
    Shot("library", "/officer/library"),
    Shot("document", "/officer/library?find=gifts", (click("tbody a"),)),
    Shot("document-withdrawn", "/officer/library", (click("main > ul a"),)),
    Shot("feedback", "/officer/feedback"),
    Shot("commitments", "/officer/commitments"),
    Shot("commitment", "/officer/commitments", (click("tbody a"),)),
    Shot("commitments-changed", "/officer/commitments/changes"),
    Shot("requests", "/officer/requests"),
    Shot("request", f"/officer/requests/{_REFERENCE}"),
    Shot("request-check", f"/officer/requests/{_REFERENCE}/check"),
    Shot("request-cost", f"/officer/requests/{_REFERENCE}/cost"),
)


def main() -> None:
    """Take the pictures that the command line asks for."""
    folder, names = Path(sys.argv[1]), frozenset(sys.argv[2:])
    unknown = names - {shot.name for shot in SHOTS}
    if unknown:
        raise SystemExit(f"There is no picture named {', '.join(sorted(unknown))}.")
    folder.mkdir(parents=True, exist_ok=True)
    shots = [shot for shot in SHOTS if not names or shot.name in names]
    with _served() as (address, services), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(_ARGS)
        )
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 900}, locale="en-GB")
            _log_in(page, address)
            for shot in shots:
                _take(page, address, services, shot)
                _save(page.screenshot(full_page=True), folder / f"{shot.name}-{width}.png")
            page.close()


def _log_in(page: Page, address: str) -> None:
    page.goto(f"{address}/login")
    page.get_by_label("Name").fill(_USER)
    page.get_by_label("Password").fill(_PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/officer/")


def _take(page: Page, address: str, services: Services, shot: Shot) -> None:
    page.goto(address + shot.path)
    if shot.path in ("/", "/officer/"):
        page.locator(".example").first.wait_for()  # they come a moment after the page
    if shot.off:
        services.switch.off("for the picture")
    for step in shot.steps:
        step(page)
    services.switch.on()
    page.wait_for_load_state("networkidle" if not shot.path.endswith("/") else "load")
    page.evaluate("window.scrollTo(0, 0)")
    page.wait_for_timeout(500)


def _save(picture: bytes, path: Path) -> None:
    """In 64 colours: a fifth of the size, and it cannot be told from the whole."""
    Image.open(BytesIO(picture)).convert("RGB").quantize(64).save(path, optimize=True)


@contextmanager
def _served() -> Iterator[tuple[str, Services]]:
    """The pages with something in every list, until the block ends."""
    with ExitStack() as stack:
        data_dir = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        settings = Settings(index=IndexSettings(data_dir=data_dir), ui=_UI)
        update_library(settings.index, settings.ingest, [sample_documents()])
        library = stack.enter_context(Library.open(settings.index))
        services = services_over(settings, library, Assistant(library), stack)
        services.accounts.add(_USER, _PASSWORD)
        _fill_lists(services)
        server = uvicorn.Server(server_config(create_app(services), "127.0.0.1", 0))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        _wait_until(lambda: server.started)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}", services
        server.should_exit = True
        thread.join(timeout=20)


def _fill_lists(services: Services) -> None:
    """A document for officers only, one withdrawn, an upload read, and a request drafted."""
    ids = {record.name: record.id for record in services.library.documents()}
    decider = Decider(services.settings.index, _USER)
    panel = next(ids[name] for name in ids if "panel" in name)
    decider.set_sensitivity(panel, Sensitivity.INTERNAL, "Not published yet")
    press = next(record for record in services.library.documents() if "press" in record.name)
    decider.withdraw(press.id, "A figure in it is being corrected")
    kept = services.uploads.keep("patrol-note.txt", BytesIO(_UPLOADED.encode()), 10_000)
    assert isinstance(kept, Path)
    services.jobs.add(_USER, [kept], [Refused("patrol.zip", "Files of this kind are not read.")])
    _wait_until(lambda: services.jobs.latest()[0].state.value == "done")
    letters = Path(eval.sample.__path__[0]) / "letters"
    letter = letter_of_text((letters / "sample-1.txt").read_text(encoding="utf-8"))
    register = services.drafts.desk().register
    register.receive(letter, date.today() - timedelta(days=6), _USER, _REFERENCE)
    services.drafts.start(_REFERENCE)
    _wait_until(lambda: bool(services.examples.questions()))
    _wait_until(lambda: (at := services.drafts.progress(_REFERENCE)) is not None and not at.busy)


def _wait_until(done: Callable[[], bool], seconds: float = 120.0) -> None:
    latest = time.monotonic() + seconds
    while not done():
        if time.monotonic() > latest:
            raise SystemExit("The pages for the pictures did not come up in time.")
        time.sleep(0.1)


if __name__ == "__main__":
    main()
