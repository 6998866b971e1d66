"""A check finds whatever is wrong, and a repair mends the indexes."""

import sqlite3
from contextlib import closing

import pytest

from index import chroma, keywords, vectors
from index.check import check_library, repair_library
from index.errors import IndexUnreadable, LibraryMissing
from index.generations import folder_of
from index.lexicon import read_lexicon, write_lexicon
from index.results import Lexicon
from index.vectors import Grain
from index.verify import UNREACHABLE, Fault, find_by_own_vectors


@pytest.fixture
def shelf(office):
    office.write("budget.txt", "The precept rose.", "Reserves fell. " * 20)
    office.write("minutes.txt", "Fly-tipping was discussed.", "The very same words.")
    office.write("copy.txt", "The very same words.", title="minutes")
    office.update()
    return office


def index_folder(office):
    return folder_of(office.settings, check_library(office.settings).generation)


def some_passage(office):
    library = office.library()
    [record] = [one for one in library.documents() if one.name == "budget"]
    passages = library.passages(record.id)
    library.close()
    return passages[0], passages[1]


def assert_found_and_mended(office, *told):
    faults = check_library(office.settings).faults
    assert len(faults) == len(told), faults
    for words in told:
        assert any(words in fault for fault in faults), (words, faults)
    assert repair_library(office.settings).faults == ()
    assert office.found("precept")[0] == "The precept rose."


def test_a_sound_library_passes(shelf):
    report = check_library(shelf.settings)
    assert report.passed
    assert (report.documents, report.passages, report.generation) == (3, 5, 1)


def test_there_must_be_something_to_check(settings):
    with pytest.raises(LibraryMissing):
        check_library(settings)
    assert not settings.catalogue_path.exists()


def test_a_missing_vector_is_found(shelf):
    _, long = some_passage(shelf)
    assert len(long.windows) > 1
    with closing(chroma.open_folder(index_folder(shelf) / "vectors" / "windows")) as opened:
        opened.delete([vectors.row_id(long.id, 1)])
    assert_found_and_mended(shelf, f"{long.id} has a vector missing")


def test_a_missing_vector_of_a_sentence_is_found(shelf):
    shelf.write("long.txt", "The reserves fell to nothing.")
    shelf.update()
    with closing(chroma.open_folder(index_folder(shelf) / "vectors" / "sentences")) as opened:
        [row] = [row for row in opened.ids() if opened.cosines(embed(shelf), [row])[row] > 0.99]
        opened.delete([row])
    assert_found_and_mended(shelf, "has a vector missing")


def embed(office):
    return office.library().embed(["The reserves fell to nothing."])[0]


def test_a_vector_of_nobody_is_found(shelf):
    with closing(chroma.open_folder(index_folder(shelf) / "vectors" / "windows")) as opened:
        opened.add(["nobody:0"], shelf.library().embed(["nobody"]))
    assert_found_and_mended(shelf, "nobody has a vector too many")


def test_a_wrong_vector_is_found(shelf):
    short, _ = some_passage(shelf)
    with closing(chroma.open_folder(index_folder(shelf) / "vectors" / "windows")) as opened:
        row = vectors.row_id(short.id, 0)
        opened.delete([row])
        opened.add([row], shelf.library().embed(["something else"]))
    assert_found_and_mended(shelf, f"{short.id} has another vector than its text")


def test_a_passage_missing_from_the_keywords_is_found(shelf):
    short, long = some_passage(shelf)
    keywords.open_folder(index_folder(shelf) / "keywords").change([], [short.id, long.id])
    assert_found_and_mended(
        shelf, f"{short.id} is not in the keyword", f"{long.id} is not in the keyword"
    )


def test_a_passage_twice_in_the_keywords_is_found(shelf):
    short, _ = some_passage(shelf)
    entry = keywords.Entry(short.id, "d", "The precept rose.", "")
    stray = keywords.Entry("stray", "d", "Stray.", "")
    keywords.open_folder(index_folder(shelf) / "keywords").change([entry, stray], [])
    assert_found_and_mended(
        shelf, f"{short.id} is in the keyword index 2 times", "stray is in the keyword index though"
    )


def test_a_wrong_vocabulary_is_found(shelf):
    folder = index_folder(shelf)
    lexicon = read_lexicon(folder)
    write_lexicon(Lexicon(lexicon.passages, {**lexicon.frequency, "odd": 1}, {}), folder)
    assert_found_and_mended(shelf, "vocabulary")


@pytest.mark.parametrize("part", ["vectors", "keywords", "lexicon.json"])
def test_a_lost_part_of_the_indexes_is_found(shelf, part):
    folder = index_folder(shelf)
    (folder / part).rename(shelf.settings.data_dir / "elsewhere")
    assert_found_and_mended(shelf, "--repair")


def test_a_lost_folder_is_found(shelf):
    index_folder(shelf).rename(shelf.settings.data_dir / "elsewhere")
    assert_found_and_mended(shelf, "folder of the indexes is gone")


def test_a_damaged_index_is_found(shelf):
    for path in (index_folder(shelf) / "keywords").glob("*.idx"):
        path.write_bytes(b"nonsense")
    assert not check_library(shelf.settings).passed
    assert repair_library(shelf.settings).passed


def test_vectors_that_no_search_finds_are_linked_again(shelf, monkeypatch):
    """As Chroma gives no way to lose one on purpose, the first search for them is made to fail."""
    tried = []

    def lose_some(passages, vectors, grain, cache, meter):
        if grain is Grain.SENTENCES:
            return []
        tried.append([one.passage.id for one in passages])
        if len(tried) > 1:
            return find_by_own_vectors(passages, vectors, grain, cache, meter)
        return [Fault(one.passage.id, UNREACHABLE) for one in passages[:2]]

    monkeypatch.setattr("index.renew.find_by_own_vectors", lose_some)
    shelf.write("more.txt", "One.", "Two.", "Three.")
    report = shelf.update()
    assert (len(tried[0]), tried[1]) == (3, tried[0][:2])
    assert report.generation == 2
    assert check_library(shelf.settings).passed


def test_what_cannot_be_read_back_is_never_shown(shelf, monkeypatch):
    def lose_all(passages, vectors, grain, cache, meter):
        return [Fault(one.passage.id, UNREACHABLE) for one in passages]

    with monkeypatch.context() as patched:
        patched.setattr("index.renew.find_by_own_vectors", lose_all)
        shelf.write("more.txt", "More about the precept.")
        with pytest.raises(IndexUnreadable, match=r"no search finds.*answers as before"):
            shelf.update()
    assert "More about the precept." not in shelf.found("precept")
    assert check_library(shelf.settings).passed
    assert shelf.update().read == ("more.txt",)


@pytest.mark.parametrize("part", ["vectors", "keywords", "lexicon.json"])
def test_an_update_rebuilds_what_it_cannot_build_on(shelf, part):
    folder = index_folder(shelf)
    (folder / part).rename(shelf.settings.data_dir / "elsewhere")
    shelf.write("more.txt", "More about it.")
    assert shelf.update().embedded == 1
    assert check_library(shelf.settings).passed


def test_an_update_rebuilds_when_reading_back_finds_something_missing(shelf):
    _, long = some_passage(shelf)
    with closing(chroma.open_folder(index_folder(shelf) / "vectors" / "windows")) as opened:
        opened.delete([vectors.row_id(long.id, 1)])
    shelf.write("more.txt", "More about the precept.")
    shelf.update()
    assert check_library(shelf.settings).passed


def test_a_change_of_model_is_told_and_mended_by_a_repair(shelf, monkeypatch):
    monkeypatch.setattr("index.words.RECIPE", "words-of-tomorrow")
    assert_found_and_mended(shelf, "keywords is words-1, not words-of-tomorrow")


def test_a_lost_or_changed_original_is_found(shelf):
    first, second, _ = sorted(shelf.settings.originals_dir.iterdir())
    first.unlink()
    second.write_text("changed")
    faults = check_library(shelf.settings).faults
    assert len(faults) == 2
    assert {"missing", "changed"} == {fault.rpartition(" ")[2] for fault in faults}


def test_a_catalogue_that_contradicts_itself_is_found(shelf):
    with sqlite3.connect(shelf.settings.catalogue_path) as catalogue:
        catalogue.execute("UPDATE entries SET passages = 9 WHERE name = 'budget'")
        catalogue.execute("UPDATE versions SET text = '' WHERE text LIKE 'Fly%'")
    faults = check_library(shelf.settings).faults
    assert any("budget has 2 passages, not 9" in fault for fault in faults)
    assert any("lies outside its text" in fault for fault in faults)
