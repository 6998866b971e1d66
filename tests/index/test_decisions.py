"""What people decide about a document holds at once, and through every later reading."""

import sqlite3
from datetime import date

import pytest

from index.check import check_library
from index.decisions import Decider, decisions
from index.errors import DecisionRefused, LibraryBusy, LibraryMissing, UnknownDocument
from index.results import Query
from index.writer_lock import writer_lock
from ingest.document import DocumentKind, Sensitivity


@pytest.fixture
def shelf(office):
    office.write("budget.txt", "The precept rose to zzyzx.", "Reserves fell.")
    office.write("minutes.txt", "The precept was discussed.")
    office.update()
    return office


@pytest.fixture
def decider(shelf):
    return Decider(shelf.settings, "A. Officer")


def id_of(office, name):
    return {record.name: record.id for record in office.library().documents()}[name]


def test_a_sensitivity_set_by_hand_takes_effect_at_once(shelf, decider):
    library, document = shelf.library(), id_of(shelf, "budget")
    assert len(shelf.found("precept", library)) == 3
    decider.set_sensitivity(document, Sensitivity.INTERNAL, "has names in it")
    assert shelf.found("precept", library) == ["The precept was discussed."]
    [decision] = decisions(shelf.settings, document)
    assert (decision.field, decision.value) == ("sensitivity", '"internal"')
    assert (decision.by, decision.reason) == ("A. Officer", "has names in it")


def test_decisions_survive_a_changed_file(shelf, decider):
    document = id_of(shelf, "budget")
    decider.set_sensitivity(document, Sensitivity.CONFIDENTIAL, "draft")
    shelf.write("budget.txt", "The precept fell.")
    shelf.update()
    assert shelf.found("precept") == ["The precept was discussed."]


def test_metadata_set_by_hand_shows_at_once_and_in_passages_after_the_next_update(shelf, decider):
    library, document = shelf.library(), id_of(shelf, "budget")
    values = {"title": "Budget 2024", "date": "2024-02-06", "kind": DocumentKind.BUDGET_REPORT}
    decider.set_metadata(document, values, "read on the cover")
    metadata = library.record(document).metadata
    assert metadata.title == "Budget 2024"
    assert metadata.date == date(2024, 2, 6)
    assert library.document(document).metadata == metadata
    assert shelf.found("precept", library, after=date(2024, 1, 1))
    assert shelf.update().reread == ("budget.txt",)
    assert {one.context for one in library.passages(document)} == {"Budget 2024"}
    assert check_library(shelf.settings).passed


def test_a_decision_can_be_undone(shelf, decider):
    library, document = shelf.library(), id_of(shelf, "budget")
    decider.set_metadata(document, {"title": "Wrong"}, "")
    decider.undo(document, "title")
    assert library.record(document).metadata.title == "budget"
    assert decisions(shelf.settings, document) == ()


@pytest.mark.parametrize(
    ("values", "told"),
    [({"colour": "red"}, "colour"), ({"date": "soon"}, "date"), ({"title": None}, "title")],
)
def test_what_a_document_cannot_have_is_refused(shelf, decider, values, told):
    with pytest.raises(DecisionRefused, match=told):
        decider.set_metadata(id_of(shelf, "budget"), values, "")


def test_an_unknown_document_is_refused(decider):
    with pytest.raises(UnknownDocument):
        decider.withdraw("nowhere", "")


def test_there_must_be_a_library(settings):
    with pytest.raises(LibraryMissing):
        Decider(settings, "A. Officer").withdraw("any", "")


def test_a_withdrawn_document_answers_nothing_until_it_is_let_back(shelf, decider):
    library, document = shelf.library(), id_of(shelf, "budget")
    decider.withdraw(document, "published by mistake")
    assert shelf.found("precept", library) == ["The precept was discussed."]
    assert [record.name for record in library.documents()] == ["minutes"]
    assert [record.name for record in library.withdrawn()] == ["budget"]
    with pytest.raises(UnknownDocument):
        library.document(document)
    shelf.write("budget.txt", "The precept fell.")
    shelf.update()
    assert shelf.found("precept", library) == ["The precept was discussed."]
    decider.undo(document, "withdrawn")
    assert "The precept fell." in shelf.found("precept", library)


def test_a_withdrawn_document_does_not_crowd_out_others(office):
    office.settings = office.settings.model_copy(update={"depth": 2})
    office.write("crowd.txt", *(f"precept precept {number}" for number in range(30)))
    office.write("rare.txt", "A precept among many other matters.")
    office.update()
    Decider(office.settings, "A. Officer").withdraw(id_of(office, "crowd"), "")
    [hit] = office.library().search(Query("precept", limit=2)).hits
    assert (hit.document.name, hit.vector_rank, hit.keyword_rank) == ("rare", 1, 1)


def test_a_withdrawn_document_that_was_removed_comes_back_withdrawn(shelf, decider):
    document = id_of(shelf, "budget")
    shelf.write("budget.txt", "The precept rose twice.")
    shelf.update()
    decider.withdraw(document, "")
    (shelf.folder / "budget.txt").unlink()
    shelf.update()
    shelf.write("renamed.txt", "The precept rose twice.")
    shelf.update()
    assert shelf.found("precept") == ["The precept was discussed."]
    (shelf.folder / "renamed.txt").unlink()
    shelf.update()
    shelf.write("renamed.txt", "The precept rose three times.")
    shelf.update()
    assert shelf.found("precept") == ["The precept was discussed."]


def test_a_retired_document_can_be_decided_about(shelf, decider):
    document = id_of(shelf, "budget")
    (shelf.folder / "budget.txt").unlink()
    shelf.update()
    decider.set_sensitivity(document, Sensitivity.INTERNAL, "")
    assert [one.field for one in decisions(shelf.settings, document)] == ["sensitivity"]
    for library in shelf.opened:
        library.close()
    decider.delete(document, "")
    assert b"zzyzx" not in everything_on_disk(shelf.settings.data_dir)


def everything_on_disk(folder):
    """All that the files hold, but for Chroma's numbers.

    Its file of vectors has room to grow, filled with what the memory of the process that wrote it
    held: here the words that the test itself wrote.
    """
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() for path in files if path.name != "data_level0.bin")


def test_a_deleted_document_leaves_no_trace_and_does_not_come_back(shelf, decider):
    document = id_of(shelf, "budget")
    assert b"zzyzx" in everything_on_disk(shelf.settings.data_dir)
    for library in shelf.opened:
        library.close()
    decider.delete(document, "personal data")
    assert b"zzyzx" not in everything_on_disk(shelf.settings.data_dir)
    assert shelf.found("precept") == ["The precept was discussed."]
    assert check_library(shelf.settings).passed
    report = shelf.update()
    assert [one.reason for one in report.skipped] == [
        "it was deleted from the library (personal data)"
    ]
    assert b"zzyzx" not in everything_on_disk(shelf.settings.data_dir)


def test_every_version_of_a_deleted_document_goes(shelf, decider):
    first = (shelf.folder / "budget.txt").read_text()
    shelf.write("budget.txt", "Nothing to see.")
    shelf.update()
    decider.delete(id_of(shelf, "budget"), "")
    (shelf.folder / "budget.txt").write_text(first)
    assert shelf.update().documents == 1


def test_a_deletion_cut_short_is_finished_by_the_next_update(shelf, decider, monkeypatch):
    document = id_of(shelf, "budget")
    for library in shelf.opened:
        library.close()

    def killed(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("index.renew.Renewal.run", killed)
        with pytest.raises(KeyboardInterrupt):
            decider.delete(document, "")
    assert shelf.found("precept") == ["The precept was discussed."]
    for library in shelf.opened:
        library.close()
    shelf.update()
    assert b"zzyzx" not in everything_on_disk(shelf.settings.data_dir)
    assert check_library(shelf.settings).passed


def test_a_deletion_waits_for_no_update(shelf, decider):
    document = id_of(shelf, "budget")
    with writer_lock(shelf.settings), pytest.raises(LibraryBusy):
        decider.delete(document, "")
    assert len(shelf.found("precept")) == 3


def test_decisions_can_be_made_while_an_update_runs(shelf, decider):
    document = id_of(shelf, "budget")
    shelf.write("more.txt", "More about the precept.")
    done = []

    def decide(_):
        if not done:
            decider.set_sensitivity(document, Sensitivity.INTERNAL, "")
            done.append(True)

    shelf.update(progress=decide)
    assert sorted(shelf.found("precept")) == [
        "More about the precept.",
        "The precept was discussed.",
    ]


def test_overrides_are_gone_with_their_document(shelf, decider):
    document = id_of(shelf, "budget")
    decider.withdraw(document, "")
    for library in shelf.opened:
        library.close()
    decider.delete(document, "")
    with sqlite3.connect(shelf.settings.catalogue_path) as catalogue:
        assert catalogue.execute("SELECT count(*) FROM overrides").fetchone()[0] == 0
