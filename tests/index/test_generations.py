"""Folders of generations: kept while somebody reads them, gone when nobody does."""

import pytest

from index.check import check_library
from index.generations import folder_of, hold, make_folder, remove_unused
from index.progress import Stage
from index.renew import Renewal


def folders(settings):
    return sorted(path.name for path in settings.generations_dir.iterdir())


def test_a_folder_is_kept_while_it_is_held(settings):
    for number in (1, 2, 3):
        make_folder(settings, number)
    held = hold(folder_of(settings, 1))
    remove_unused(settings, keep=3)
    assert folders(settings) == ["000001", "000003"]
    held.close()
    remove_unused(settings, keep=3)
    assert folders(settings) == ["000003"]


def test_several_may_hold_a_folder(settings):
    folder = make_folder(settings, 1)
    first, second = hold(folder), hold(folder)
    first.close()
    remove_unused(settings, keep=2)
    assert folders(settings) == ["000001"]
    second.close()


def test_a_folder_that_is_gone_cannot_be_held(settings):
    assert hold(folder_of(settings, 1)) is None


def test_making_a_folder_again_starts_empty(settings):
    folder = make_folder(settings, 1)
    (folder / "left-over").write_text("half")
    make_folder(settings, 1)
    assert not (folder / "left-over").exists()


def test_what_a_killed_removal_left_is_removed(settings):
    make_folder(settings, 1)
    (settings.generations_dir / "removed-000000-1").mkdir()
    remove_unused(settings, keep=1)
    assert folders(settings) == ["000001"]


class Stopped(Exception):
    """Stands for whatever may end an update."""


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.PREPARING])
def test_an_update_that_ends_in_any_stage_leaves_the_library_as_it_was(office, stage):
    office.write("budget.txt", "The precept rose.")
    office.update()
    office.write("budget.txt", "The precept fell.")
    office.write("more.txt", "More words.")

    def stop(progress):
        if progress.stage is stage and progress.done == progress.total:
            raise Stopped

    library = office.library()
    with pytest.raises(Stopped):
        office.update(progress=stop)
    assert office.found("precept", library) == ["The precept rose."]
    assert office.found("precept") == ["The precept rose."]
    assert check_library(office.settings).faults == ()
    report = office.update()
    assert sorted(office.found("precept", library)) == ["More words.", "The precept fell."]
    assert check_library(office.settings).faults == ()
    if stage in (Stage.INDEXING, Stage.CHECKING):
        assert report.embedded == 0  # what was embedded before it ended is not embedded again


def test_what_is_left_after_the_flip_is_tidied_by_the_next_update(office, monkeypatch):
    office.write("budget.txt", "The precept rose.")
    office.update()
    office.write("budget.txt", "The precept fell.")

    def killed(_):
        raise Stopped

    with monkeypatch.context() as patched:
        patched.setattr(Renewal, "tidy", killed)
        with pytest.raises(Stopped):
            office.update()
    assert office.found("precept") == ["The precept fell."]
    office.opened.pop().close()
    assert folders(office.settings) == ["000001", "000002"]
    assert office.update().unchanged == ("budget.txt",)
    assert folders(office.settings) == ["000002"]


def test_files_put_back_while_an_update_was_cut_short_are_as_before(office):
    path = office.write("budget.txt", "The precept rose.")
    content = path.read_bytes()
    office.update()
    office.write("budget.txt", "The precept fell.")

    def stop(progress):
        if progress.stage is Stage.INDEXING:
            raise Stopped

    with pytest.raises(Stopped):
        office.update(progress=stop)
    path.write_bytes(content)
    report = office.update()
    assert (report.unchanged, report.generation) == (("budget.txt",), 1)
    assert check_library(office.settings).faults == ()
