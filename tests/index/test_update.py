"""What becomes of files, on the real stores."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from index.check import check_library
from index.errors import LibraryBusy, LibraryMissing, UnknownPath
from index.generations import folder_of
from index.progress import Stage
from index.update import Renaming, update_library
from index.writer_lock import writer_lock
from ingest.document import DocumentKind
from ingest.errors import ManifestError
from ingest.settings import IngestSettings


def names(office):
    return [record.name for record in office.library().documents()]


def only_id(office):
    [record] = office.library().documents()
    return record.id


def assert_sound(office):
    assert check_library(office.settings).faults == ()


def test_documents_are_read_and_found(office):
    office.write("budget.txt", "The precept rose by 3 per cent.", "Reserves fell.")
    office.write("minutes.txt", "Fly-tipping was discussed.")
    report = office.update()
    assert report.read == ("budget.txt", "minutes.txt")
    assert (report.documents, report.passages, report.generation) == (2, 3, 1)
    assert office.found("precept")[0] == "The precept rose by 3 per cent."
    assert_sound(office)


def test_the_same_folder_again_reads_and_embeds_nothing(office):
    office.write("budget.txt", "The precept rose.")
    office.update()
    read = []
    watched = replace(office.steps, read=lambda path: read.append(path))
    report = office.update(steps=watched)
    assert read == []
    assert report.unchanged == ("budget.txt",)
    assert (report.embedded, report.generation) == (0, 1)


def test_a_renamed_file_is_the_same_document_and_nothing_is_embedded(office):
    path = office.write("draft.txt", "The precept rose.", title="Budget")
    office.update()
    before = only_id(office)
    path.rename(path.with_name("final.txt"))
    report = office.update()
    assert report.renamed == (Renaming("draft.txt", "final.txt"),)
    assert (report.read, report.retired, report.embedded) == ((), (), 0)
    assert only_id(office) == before
    assert names(office) == ["final"]
    assert_sound(office)


def test_a_changed_file_is_a_new_version_and_only_its_new_words_are_embedded(office):
    office.write("budget.txt", "The precept rose.", "Reserves fell.")
    office.update()
    before = only_id(office)
    office.write("budget.txt", "The precept rose.", "Reserves doubled.")
    report = office.update()
    assert report.changed == ("budget.txt",)
    assert report.embedded == 1
    assert only_id(office) == before
    assert office.found("reserves") == ["Reserves doubled.", "The precept rose."]
    assert_sound(office)


def test_a_removed_file_stops_answering(office):
    office.write("keep.txt", "Burglary fell.")
    path = office.write("gone.txt", "The precept rose.")
    office.update()
    path.unlink()
    report = office.update()
    assert report.retired == ("gone.txt",)
    assert office.found("precept") == ["Burglary fell."]
    assert_sound(office)


def test_a_file_that_comes_back_is_the_document_it_was(office):
    office.write("keep.txt", "Burglary fell.")
    path = office.write("budget.txt", "The precept rose.")
    office.update()
    content = path.read_text()
    before = {record.name: record.id for record in office.library().documents()}
    path.unlink()
    office.update()
    path.write_text(content)
    office.update()
    assert {record.name: record.id for record in office.library().documents()} == before
    assert_sound(office)


def test_the_same_bytes_twice_are_one_document(office):
    path = office.write("budget.txt", "The precept rose.")
    office.update()
    path.with_name("a-copy.txt").write_bytes(path.read_bytes())
    report = office.update()
    assert report.documents == 1
    assert report.duplicates == ("a-copy.txt",)
    assert office.update().generation == 1
    assert names(office) == ["budget"]
    path.unlink()
    assert office.update().retired == ()
    assert names(office) == ["a-copy"]


def test_documents_from_other_folders_stay(office, tmp_path):
    office.write("budget.txt", "The precept rose.")
    office.update()
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "minutes.txt").write_text("{}\nFly-tipping was discussed.")
    report = office.update(tmp_path / "more")
    assert report.retired == ()
    assert names(office) == ["budget", "minutes"]


def test_a_single_file_can_be_given(office):
    office.write("other.txt", "Burglary fell.")
    path = office.write("budget.txt", "The precept rose.")
    assert office.update(path).read == ("budget.txt",)
    assert names(office) == ["budget"]


def test_a_path_that_is_not_there_is_refused_before_anything_happens(office):
    office.write("budget.txt", "The precept rose.")
    office.update()
    with pytest.raises(UnknownPath, match="no-such-folder"):
        office.update(office.folder / "no-such-folder")
    assert names(office) == ["budget"]


def test_a_broken_file_is_reported_and_the_others_are_read(office):
    (office.folder / "bad.txt").write_text("BROKEN\n")
    office.write("good.txt", "The precept rose.")
    report = office.update()
    [failure] = report.failed
    assert (failure.name, failure.reason) == ("bad.txt", "it is broken. Mend it.")
    assert report.read == ("good.txt",)
    assert_sound(office)


def test_a_file_that_breaks_keeps_its_last_version(office):
    office.write("budget.txt", "The precept rose.")
    office.update()
    (office.folder / "budget.txt").write_text("BROKEN\n")
    for _ in range(2):
        report = office.update()
        assert [failure.name for failure in report.failed] == ["budget.txt"]
        assert office.found("precept") == ["The precept rose."]
    office.write("budget.txt", "The precept fell.")
    assert office.update().changed == ("budget.txt",)
    assert office.found("precept") == ["The precept fell."]


def test_an_unforeseen_error_is_reported_with_its_name(office):
    office.write("budget.txt", "The precept rose.")

    def explode(path):
        raise ZeroDivisionError("by nothing")

    report = office.update(steps=replace(office.steps, read=explode))
    assert "ZeroDivisionError: by nothing" in report.failed[0].reason


def test_a_document_that_cannot_be_cut_is_reported_and_the_others_are_read(office):
    office.write("bad.txt", "UNCUTTABLE")
    office.write("good.txt", "The precept rose.")
    report = office.update()
    assert [failure.name for failure in report.failed] == ["bad.txt"]
    assert names(office) == ["good"]
    assert [failure.name for failure in office.update().failed] == ["bad.txt"]


def test_text_that_is_not_unicode_is_reported(office):
    office.write("bad.txt", "x")
    surrogate = replace(
        office.steps, read=lambda path: replace(office.steps.read(path), text="\ud800")
    )
    report = office.update(steps=surrogate)
    assert "not valid Unicode" in report.failed[0].reason


def test_a_file_that_changes_while_it_is_read_is_left_for_the_next_run(office):
    path = office.write("budget.txt", "The precept rose.")

    def read_late(path):
        office.write("budget.txt", "The precept fell.")
        return office.steps.read(path)

    report = office.update(steps=replace(office.steps, read=read_late))
    assert "changed while" in report.failed[0].reason
    assert office.update().read == (path.name,)


def test_nothing_but_failures_leaves_no_library(office):
    (office.folder / "bad.txt").write_text("BROKEN\n")
    assert office.update().generation == 0
    with pytest.raises(LibraryMissing, match="pcc ingest"):
        office.library()


def test_a_manifest_corrects_what_was_found(office):
    office.write("budget.txt", "The precept rose.")
    office.update()
    (office.folder / "manifest.csv").write_text(
        "file,title,date,kind\nbudget,Budget report 2024,2024-02-06,budget_report\n"
    )
    report = office.update()
    assert report.reread == ("budget.txt",)
    [record] = office.library().documents()
    assert record.metadata.title == "Budget report 2024"
    assert record.metadata.date == date(2024, 2, 6)
    assert record.metadata.kind is DocumentKind.BUDGET_REPORT
    [passage] = office.library().passages(record.id)
    assert passage.context == "Budget report 2024"
    assert_sound(office)
    (office.folder / "manifest.csv").unlink()
    office.update()
    assert office.library().documents()[0].metadata.title == "budget"


def test_a_manifest_that_cannot_be_understood_changes_nothing(office):
    office.write("budget.txt", "The precept rose.")
    office.update()
    office.write("budget.txt", "The precept fell.")
    (office.folder / "manifest.csv").write_text("file,colour\nbudget,red\n")
    with pytest.raises(ManifestError, match="colour"):
        office.update()
    assert office.found("precept") == ["The precept rose."]
    assert_sound(office)


def test_a_new_way_to_cut_cuts_everything_anew_and_reads_nothing(office):
    office.write("budget.txt", "The precept rose.", "Reserves fell.")
    office.update()
    first_only = replace(
        office.steps,
        read=None,
        cut=lambda document: office.steps.cut(document)[:1],
        cutting="first paragraph only",
    )
    report = office.update(steps=first_only)
    assert report.reread == ("budget.txt",)
    assert (report.passages, report.embedded) == (1, 0)
    assert_sound(office)


def test_a_new_way_to_read_reads_everything_again(office):
    office.write("budget.txt", "The precept rose.")
    office.update()
    report = office.update(steps=replace(office.steps, reading="tiny-2"))
    assert report.reread == ("budget.txt",)
    assert_sound(office)


def test_two_windows_of_the_same_words_are_embedded_once(office):
    office.write("a.txt", "The same words.", "Other words.", title="T")
    office.write("b.txt", "The same words.", title="T")
    assert office.update().embedded == 2


def test_progress_is_told_for_every_stage(office):
    office.write("a.txt", "The precept rose.", "Reserves fell.")
    told = []
    office.update(progress=told.append)
    stages = [Stage.READING, Stage.EMBEDDING, Stage.INDEXING, Stage.CHECKING]
    assert [one.stage for one in told if one.done == one.total] == stages
    assert all(one.rate > 0 and one.seconds_left == 0 for one in told if one.done == one.total)
    assert {one.name for one in told if one.stage is Stage.READING} == {"", "a.txt"}


def test_the_report_is_json_and_the_ledger_keeps_it(office):
    (office.folder / "bad.txt").write_text("BROKEN\n")
    office.write("good.txt", "The precept rose.")
    report = json.loads(office.update().to_json())
    assert report["failed"][0]["name"] == "bad.txt"
    with closing(sqlite3.connect(office.settings.catalogue_path)) as catalogue:
        stored = catalogue.execute("SELECT report FROM runs").fetchone()[0]
        ledger = dict(catalogue.execute("SELECT outcome, reason FROM ledger"))
    assert json.loads(stored) == report
    assert ledger == {"failed": "it is broken. Mend it.", "read": None}


def test_originals_are_kept_as_they_were(office):
    path = office.write("budget.txt", "The precept rose.")
    content = path.read_bytes()
    office.update()
    path.unlink()
    library = office.library()
    [record] = library.documents()
    kept = library.originals_path(record)
    assert kept.read_bytes() == content
    assert kept.suffix == ".txt"
    assert library.originals_path(library.document(record.id)) == kept


def test_a_lost_original_is_kept_again_by_the_next_update(office):
    office.write("budget.txt", "The precept rose.")
    office.update()
    [kept] = office.settings.originals_dir.iterdir()
    kept.unlink()
    assert not check_library(office.settings).passed
    office.update()
    assert_sound(office)


def test_only_the_files_given_are_held_where_that_is_asked_for(office, tmp_path):
    office.write("budget.txt", "The precept rose.")
    office.update()
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "minutes.txt").write_text("{}\nFly-tipping was discussed.")
    given = [tmp_path / "more"]
    report = update_library(office.settings, IngestSettings(), given, steps=office.steps, only=True)
    assert report.retired == ("budget.txt",)
    assert names(office) == ["minutes"]


def test_a_second_update_is_refused_while_one_runs(office):
    office.write("budget.txt", "The precept rose.")
    with writer_lock(office.settings), pytest.raises(LibraryBusy, match=r"process \(\d+, since"):
        office.update()
    assert office.update().documents == 1


def test_old_generations_go_when_nobody_reads_them(office):
    office.write("a.txt", "The precept rose.")
    office.update()
    office.write("b.txt", "Reserves fell.")
    office.update()
    assert not folder_of(office.settings, 1).exists()
    library = office.library()
    office.write("c.txt", "Burglary fell.")
    office.update()
    assert folder_of(office.settings, 2).exists()
    assert library.generation == 3
    office.write("d.txt", "Fly-tipping rose.")
    office.update()
    assert sorted(path.name for path in office.settings.generations_dir.iterdir()) == [
        "000003",
        "000004",
    ]


def test_many_small_updates_leave_a_sound_library(office):
    for number in range(8):
        office.write("log.txt", *(f"Entry {one} of the log." for one in range(number + 1)))
        office.write(f"paper-{number}.txt", f"Paper number {number}.")
        if number > 2:
            (office.folder / f"paper-{number - 3}.txt").unlink()
        office.update()
        assert_sound(office)
    assert len(names(office)) == 4


def test_a_lost_index_folder_is_rebuilt_by_the_next_update(office):
    office.write("a.txt", "The precept rose.")
    office.update()
    folder_of(office.settings, 1).rename(office.settings.data_dir / "elsewhere")
    report = office.update()
    assert (report.generation, report.embedded) == (2, 0)
    assert office.found("precept") == ["The precept rose."]
