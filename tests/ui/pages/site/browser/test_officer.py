"""What officers do, in a browser: log in, upload and ask, correct, withdraw, delete, plug in."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def office(make_county):
    """A county that may be changed."""
    return make_county()


def log_in(page, office):
    page.goto(f"{office.url}/officer/library")
    page.get_by_label("Name").fill(office.user)
    page.get_by_label("Password").fill(office.password)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("heading", name="Library", exact=True).wait_for()


def open_document(page, office, name):
    page.goto(f"{office.url}/officer/library/{office.ids[name]}")


def test_a_wrong_password_is_said_and_a_right_one_leads_to_the_page_asked_for(page, office):
    page.allowed.append("403")
    page.goto(f"{office.url}/officer/library")
    page.get_by_label("Name").fill(office.user)
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("button", name="Log in").click()
    assert "is wrong" in page.get_by_role("alert").inner_text()
    log_in(page, office)
    page.get_by_role("button", name="Log out").click()
    page.goto(f"{office.url}/officer/library")
    assert page.get_by_role("heading", name="Officer log in").is_visible()


def test_guessing_ends_in_a_lock_that_says_how_long(page, office):
    page.allowed.append("403")
    for _ in range(5):
        page.goto(f"{office.url}/login")
        page.get_by_label("Name").fill("guessed")
        page.get_by_label("Password").fill("not the password")
        page.get_by_role("button", name="Log in").click()
    assert "locked: try again in" in page.get_by_role("alert").inner_text()


@pytest.mark.slow
def test_an_uploaded_document_is_read_and_answers(page, new_visitor, office, ask):
    log_in(page, office)
    words = "Badger Survey\n\nDate: 3 June 2025\n\nThe badger survey counted 214 setts in 2025.\n"
    file = {"name": "badger-survey.txt", "mimeType": "text/plain", "buffer": words.encode()}
    page.get_by_label("Files to add").set_input_files([file])
    page.get_by_role("button", name="Upload and read").click()
    page.locator(".job-done", has_text="1 new document").wait_for(timeout=60_000)
    public = new_visitor()
    public.goto(office.url)
    turn = ask(public, "How many setts did the badger survey count?")
    assert "214" in turn.locator(".answer-text").inner_text()


@pytest.mark.slow
def test_an_upload_is_reported_file_by_file(page, office):
    log_in(page, office)
    files = [
        {
            "name": "kennel-note.txt",
            "mimeType": "text/plain",
            "buffer": b"Kennel note",
        },
        {"name": "broken.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 no more"},
        {"name": "program.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"},
    ]
    page.get_by_label("Files to add").set_input_files(files)
    page.get_by_role("button", name="Upload and read").click()
    job = page.locator("#jobs .job").first
    job.wait_for()
    page.locator("#jobs .job-done").wait_for(timeout=60_000)
    told = job.inner_text()
    assert "olwen, 3 files" in told
    assert "1 new document, 2 files not read" in told
    assert "broken.pdf: " in told
    assert "program.exe: Only files that end in" in told
    assert "Upload done" in page.locator("#announcer").inner_text()
    assert "kennel-note" in {record.name for record in office.services.library.documents()}


def test_the_library_lists_each_document_with_what_is_known(page, office):
    log_in(page, office)
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Annual Report 2024/25"))
    cells = [cell.inner_text() for cell in row.get_by_role("cell").all()]
    assert cells == ["Annual report", "8 July 2025", "2", "–", "Public", "None"]
    hidden = page.get_by_role("row").filter(has_text="Internal note on marmalade")
    assert "Internal" in [cell.inner_text() for cell in hidden.get_by_role("cell").all()]
    page.get_by_label("Find by title, file or kind").fill("marmalade")
    page.get_by_role("button", name="Find").click()
    page.get_by_text("1 document", exact=True).wait_for()


def test_a_corrected_date_moves_the_document_in_the_plot_and_shows_what_is_missing(page, office):
    log_in(page, office)
    for name, kind, day in (
        ("policy-weather-vanes", "meeting_minutes", "2021-05-06"),
        ("meeting-2025-03-04", "meeting_minutes", "2023-05-06"),
    ):
        open_document(page, office, name)
        page.get_by_label("Kind", exact=True).select_option(kind)
        page.get_by_label("Date", exact=True).fill(day)
        page.get_by_label("Reason for the change").fill("Read in the document")
        page.get_by_role("button", name="Save").click()
        page.get_by_role("heading", name="Decided by officers").wait_for()
    page.goto(f"{office.url}/officer/library")
    plot = page.get_by_role("region", name="Documents by kind and year")
    years = [head.inner_text() for head in plot.get_by_role("columnheader").all()]
    row = plot.get_by_role("row").filter(has_text="Meeting minutes")
    cells = [cell.inner_text() for cell in row.get_by_role("cell").all()]
    assert dict(zip(years, cells, strict=True)) == {
        "2021": "1",
        "2022": "Gap",
        "2023": "1",
        "2024": "",
        "2025": "",
    }


def test_files_can_be_dropped(page, office):
    log_in(page, office)
    page.evaluate(
        """() => {
          const files = new DataTransfer();
          files.items.add(new File(["words"], "dropped.txt"));
          const drop = new DragEvent("drop", {dataTransfer: files, cancelable: true});
          document.querySelector(".upload").dispatchEvent(drop);
        }"""
    )
    assert page.get_by_label("Files to add").evaluate("box => box.files[0].name") == "dropped.txt"


def test_a_withdrawn_document_answers_no_more_until_it_is_let_again(page, new_visitor, office, ask):
    public = new_visitor()
    public.goto(office.url)
    assert "12%" in ask(public, "How much did knife crime fall?").inner_text()
    log_in(page, office)
    open_document(page, office, "meeting-2025-03-04")
    section = page.locator("form[action$='/withdraw']")
    section.get_by_label("Reason").fill("It is being corrected")
    section.get_by_role("button", name="Withdraw").click()
    page.get_by_role("heading", name="Let it answer again").wait_for()
    assert "12%" not in ask(public, "By how much did knife crime fall?").inner_text()
    gone = public.request.get(f"{office.url}/source/{office.ids['meeting-2025-03-04']}")
    assert gone.status == 404
    page.get_by_role("button", name="Let it answer again").click()
    page.get_by_role("heading", name="Withdraw", exact=True).wait_for()
    assert "12%" in ask(public, "How far did knife crime fall?").inner_text()


def test_a_document_marked_internal_leaves_the_public_page_at_once(page, new_visitor, office, ask):
    log_in(page, office)
    open_document(page, office, "annual-report-2024-25")
    page.get_by_label("Who may see it").select_option("internal")
    page.get_by_label("Reason for the change").fill("Not published yet")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Officers only (Internal)").wait_for()
    public = new_visitor()
    public.goto(office.url)
    turn = ask(public, "How many bicycles did the Quenmouth depot buy?")
    assert "17" not in turn.locator(".answer-text").inner_text()
    page.goto(f"{office.url}/officer/")
    mine = ask(page, "How many bicycles did the Quenmouth depot buy?")
    assert "17 bicycles" in mine.locator(".answer-text").inner_text()
    assert "/officer/source/" in mine.locator(".sources a").first.get_attribute("href")


def test_corrections_are_kept_with_who_and_why(page, office):
    log_in(page, office)
    open_document(page, office, "policy-weather-vanes")
    page.get_by_label("Kind", exact=True).select_option("press_release")
    page.get_by_label("Reason for the change").fill("It was one")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="Decided by officers").wait_for()
    assert "Kind set by olwen" in page.locator("main").inner_text()
    assert "Press release" in page.locator(".facts").inner_text()


@pytest.mark.slow
def test_deleting_for_good_asks_to_be_sure(page, office):
    page.allowed.append("422")
    log_in(page, office)
    open_document(page, office, "policy-weather-vanes")
    section = page.locator("form[action$='/delete']")
    section.get_by_label("Reason").fill("It was never ours")
    section.get_by_label("Type DELETE to confirm").fill("yes")
    section.get_by_role("button", name="Delete for good").click()
    assert "Nothing was deleted" in page.get_by_role("alert").inner_text()
    section.get_by_label("Reason").fill("It was never ours")
    section.get_by_label("Type DELETE to confirm").fill("DELETE")
    section.get_by_role("button", name="Delete for good").click()
    page.get_by_role("heading", name="Library", exact=True).wait_for(timeout=60_000)
    assert "policy-weather-vanes" not in {r.name for r in office.services.library.documents()}


def test_turning_answering_off_leaves_search_on(page, office, ask):
    office.services.switch.off("Pre-election period")
    page.goto(office.url)
    turn = ask(page, "How much did knife crime fall?")
    assert "Answering is switched off" in turn.locator(".status").inner_text()
    page.goto(f"{office.url}/search?q=knife")
    assert page.locator(".results mark").count() > 0
    office.services.switch.on()
    page.goto(office.url)
    assert "12%" in ask(page, "How much did knife crime fall?").inner_text()


def test_officers_see_what_visitors_said_and_mark_it_as_dealt_with(page, new_visitor, office, ask):
    public = new_visitor()
    public.goto(office.url)
    turn = ask(public, "How much did knife crime fall?")
    turn.get_by_text("This answer is wrong").click()
    turn.get_by_label("What is wrong?").fill("Which year?")
    turn.get_by_role("button", name="Send").click()
    turn.get_by_text("An officer will look").wait_for()
    log_in(page, office)
    page.get_by_role("link", name="Feedback").click()
    assert "Which year?" in page.locator("main").inner_text()
    page.get_by_role("button", name="Mark as dealt with").click()
    page.get_by_text("Dealt with: ").wait_for()
    assert "olwen" in page.locator(".done").inner_text()
