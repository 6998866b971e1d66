"""The officers' commitments register over real minutes, without a browser."""

import csv
import io
import re
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from html import unescape
from urllib.parse import quote

import httpx
import pytest

PATH = "/officer/commitments"
OCTOBER = """Notes of the Accountability Meeting

Date: 8 October 2024

4. Priority 1 – Safer Roads

PCC Question\tConstabulary Answer
What next?\tThe CC said that he would share the <b onclick=alert(1)>data</b> with the panel.

Actions

Description of Action\tAction Update
Action 4 (22 July 2024): The CC is to report on costs.\t8 October 2024 - Begun. Action ongoing.
Action 6: ACC Dean is to write by 31 January 2025.\tNew action.
"""
JANUARY = """Notes of the Accountability Meeting

Date: 21 January 2025

Actions

Description of Action\tAction Update
Action 4 (22 July 2024): The CC is to report on costs.\t21 January 2025 - Discussed. Action closed.
Action 9: The DCC is to visit Elmham.\tNew action.
"""


@dataclass(frozen=True)
class Register:
    """The pages over two meetings, and somebody logged in."""

    url: str
    officer: httpx.Client


@pytest.fixture(scope="module")
def make_register(tmp_path_factory, ui_settings, serve_app):
    """Registers of their own, for tests that change them."""
    from assistant.assistant import Assistant
    from index.library import Library
    from index.settings import IndexSettings
    from index.update import update_library
    from ingest.settings import IngestSettings
    from ui.config import Settings
    from ui.server import services_over

    with ExitStack() as stack:

        def make():
            folder = tmp_path_factory.mktemp("minutes")
            (folder / "october.txt").write_text(OCTOBER)
            (folder / "january.txt").write_text(JANUARY)
            data = tmp_path_factory.mktemp("data")
            index = IndexSettings(data_dir=data, embedding_model="hashed-words")
            settings = Settings(index=index, ui=ui_settings, ingest=IngestSettings(workers=1))
            update_library(index, settings.ingest, [folder])
            library = stack.enter_context(Library.open(index))
            services = services_over(settings, library, Assistant(library), stack)
            services.accounts.add("olwen", "correct horse battery")
            url = serve_app(services)
            officer = stack.enter_context(
                httpx.Client(base_url=url, timeout=30, headers={"Origin": url})
            )
            officer.post("/login", data={"name": "olwen", "password": "correct horse battery"})
            return Register(url, officer)

        yield make


@pytest.fixture(scope="module")
def register(make_register):
    return make_register()


@pytest.fixture
def fresh(make_register):
    return make_register()


def shown(register, path=PATH, **asked):
    reply = register.officer.get(path, params=asked or None)
    assert reply.status_code == 200
    return reply.text


def thread_link(page, name):
    """The address of the thread called `name` on a list."""
    found = re.search(rf'<a href="([^"]+)">{name}</a>', page)
    assert found, name
    return unescape(found[1])


def test_the_views_and_what_is_new_since_the_last_meeting(register):
    views = dict(
        re.findall(r'<li><a href="[^"]*\?([^"]*)"[^>]*>(New since [^<]*)<', shown(register))
    )
    assert list(views.values()) == ["New since 21 January 2025"]
    page = shown(register, since="2025-01-21")
    assert re.search(r'aria-current="page">New since', page)
    assert "1 commitment<" in page
    assert "Action 9" in page


def test_nobody_sees_it_without_a_login(register):
    for path in (PATH, f"{PATH}/thread?id=x", f"{PATH}/export/csv", f"{PATH}/changes"):
        reply = httpx.get(register.url + path)
        assert reply.status_code in {303, 401, 403}
        assert "report on costs" not in reply.text


def test_the_list_and_its_filters(register):
    page = shown(register)
    assert "3 commitments" in page
    assert "Action 4" in shown(register, view="no-outcome")
    assert "Action 6" in shown(register, view="unheard")
    assert "Action 6" in shown(register, view="overdue")
    open_now = shown(register, view="open")
    assert ("Action 9" in open_now, "report on costs" in open_now) == (True, False)
    assert "1 commitment<" in shown(register, owner="ACC Dean")
    assert "1 commitment<" in shown(register, text="visit elmham")
    assert "2 commitments<" in shown(register, meeting="2024-10-08")
    assert "Nothing fits" in shown(register, text="nothing of the kind")


@pytest.mark.parametrize(
    "asked",
    [
        {"view": "x", "kind": "x", "standing": "x", "meeting": "x", "silent": "x"},
        {"silent": "-1", "since": "2024-13-45", "page": "9999"},
        {"text": "<script>alert(1)</script>", "owner": "'\"><b>", "topic": "%00"},
    ],
)
def test_filters_that_make_no_sense_ask_for_nothing(register, asked):
    page = shown(register, **asked)
    assert "<script>alert(1)" not in page
    assert "<h1>Commitments</h1>" in page


def test_words_of_documents_are_escaped(register):
    page = shown(register, view="suggestions")
    assert "share the" in page
    assert "<b onclick" not in page


def test_a_thread_with_its_records_and_sources(register):
    page = shown(register, thread_link(shown(register), "Action 4"))
    assert page.count("The CC is to report on costs.") >= 2
    assert "8 October 2024" in page
    source = re.search(r'href="(/officer/source/[^"]+)"', page)
    assert source
    reply = register.officer.get(unescape(source[1]))
    assert reply.status_code == 200
    assert "<mark" in reply.text


def test_an_unknown_thread_is_not_found(register):
    assert register.officer.get(f"{PATH}/thread", params={"id": "x:y"}).status_code == 404


def test_what_the_minutes_changed(register):
    page = shown(register, f"{PATH}/changes")
    for words in ("Closed: 1 commitment", "New: 1 commitment", "no longer mentioned: 1 commitment"):
        assert words in page


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx", "ics", "json"])
def test_exports_take_the_filters_along(register, form):
    reply = register.officer.get(f"{PATH}/export/{form}", params={"view": "open"})
    assert reply.status_code == 200
    name = rf'commitments-{date.today()}-library-\d+\.{form}"'
    assert re.search(name, reply.headers["content-disposition"])
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig"))))
        assert {row["action"] for row in rows} == {"6", "9"}
    assert register.officer.get(f"{PATH}/export/exe").status_code == 404


def decide(register, name, verb, view="all", **fields):
    """Decide about the last record of the thread called `name`."""
    address = thread_link(shown(register, view=view), name)
    page = shown(register, address)
    item = unescape(re.findall(r'name="item" value="([^"]+)"', page)[-1])
    thread = unescape(re.findall(r'name="thread" value="([^"]+)"', page)[-1])
    data = {"thread": thread, "item": item, "verb": verb, **fields}
    return register.officer.post(f"{PATH}/review", data=data, follow_redirects=True)


def test_accepting_a_suggestion_is_kept_with_who(fresh):
    assert "3 commitments" in shown(fresh)
    page = decide(fresh, "Undertaking", "accept", "suggestions").text
    assert "Accepted by olwen" in page
    assert "4 commitments" in shown(fresh)


def test_rejecting_takes_it_off_the_list(fresh):
    decide(fresh, "Undertaking", "reject", "suggestions")
    assert "Nothing fits" in shown(fresh, view="suggestions")


def test_correcting(fresh):
    page = decide(fresh, "Action 9", "correct", owner="ACC Dean", due="2025-03-01").text
    assert "ACC Dean" in page
    assert "1 March 2025" in page
    assert "Corrected by olwen" in page
    assert "2 commitments<" in shown(fresh, owner="ACC Dean")


def test_what_cannot_be_is_said_and_changes_nothing(register):
    for verb, fields, words in (
        ("correct", {"due": "soon"}, "Nothing was changed"),
        ("correct", {"status": "wished"}, "Nothing was changed"),
        ("correct", {}, "no field differs"),
        ("merge", {"into": "nobody"}, "no commitment of that id"),
        ("split", {"parts": "one part"}, "two parts or more"),
    ):
        page = decide(register, "Action 9", verb, **fields).text
        assert words in page, verb
        assert 'role="alert"' in page
    assert "olwen on" not in shown(register, thread_link(shown(register), "Action 9"))


def test_merging_and_splitting(fresh):
    page = shown(fresh)
    other = thread_link(page, "Action 6").partition("id=")[2]
    decide(fresh, "Action 9", "merge", into=httpx.QueryParams(f"id={other}")["id"])
    assert "2 commitments" in shown(fresh)
    decide(fresh, "Action 4", "split", parts="report on costs\nThe CC is to report")
    assert "3 commitments" in shown(fresh)


def test_decisions_come_from_our_own_pages_only(register):
    foreign = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}
    data = {"thread": "x", "item": "x", "verb": "accept"}
    reply = register.officer.post(f"{PATH}/review", data=data, headers=foreign)
    assert reply.status_code == 403


def test_a_long_or_odd_id_is_only_not_found(register):
    for identity in ("a" * 150, "../../etc/passwd", "x:y'--", "\u202e"):
        reply = register.officer.get(f"{PATH}/thread?id={quote(identity)}")
        assert reply.status_code == 404
