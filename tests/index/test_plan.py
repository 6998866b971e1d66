"""What a file is to the library: by its bytes, then by its path."""

from hypothesis import given
from hypothesis import strategies as st

from index.update.plan import Known, Source, plan_update


def everything(_: str) -> bool:
    return True


def plan(found, sources=None, live=None, covered=everything, kept=(), **more):
    held = {path: Source(*source) for path, source in (sources or {}).items()}
    known = Known(held, live or {}, more.pop("shown", {}), **more)
    return plan_update(found, known, covered, frozenset(kept))


def assigned(made):
    return {one.sha256: one.document for one in made.assignments}


HELD = {"/a": ("A", "x"), "/b": ("B", "y")}
LIVE = {"A": "x", "B": "y"}


def test_the_same_files_are_the_same_documents():
    made = plan({"/a": "x", "/b": "y"}, HELD, LIVE)
    assert assigned(made) == {"x": "A", "y": "B"}
    assert made.gone == made.retired == ()


def test_a_new_file_is_a_new_document_named_by_its_bytes():
    one, other = plan({"/a": "x"}), plan({"/elsewhere": "x"})
    assert assigned(one) == assigned(other)


def test_other_bytes_at_a_known_path_are_its_new_version():
    made = plan({"/a": "z", "/b": "y"}, HELD, LIVE)
    assert assigned(made) == {"z": "A", "y": "B"}
    assert made.retired == ()


def test_a_renamed_file_is_the_same_document():
    made = plan({"/c": "x", "/b": "y"}, HELD, LIVE)
    assert assigned(made)["x"] == "A"
    assert made.gone == ("/a",)
    assert made.retired == ()


def test_two_files_that_swap_names_keep_their_documents():
    made = plan({"/a": "y", "/b": "x"}, HELD, LIVE)
    assert assigned(made) == {"x": "A", "y": "B"}


def test_a_file_renamed_and_another_put_in_its_place():
    made = plan({"/c": "x", "/a": "z", "/b": "y"}, HELD, LIVE)
    assert assigned(made)["x"] == "A"
    assert assigned(made)["z"] not in LIVE


def test_a_file_that_is_gone_retires_its_document():
    made = plan({"/b": "y"}, HELD, LIVE)
    assert made.retired == ("A",)
    assert made.gone == ("/a",)


def test_only_what_is_covered_can_be_gone():
    made = plan({"/b": "y"}, HELD, LIVE, covered=lambda path: path == "/b")
    assert made.retired == made.gone == ()


def test_a_file_that_cannot_be_opened_now_is_not_gone():
    made = plan({"/b": "y"}, HELD, LIVE, kept=["/a"])
    assert made.retired == made.gone == ()


def test_the_same_bytes_twice_are_one_document():
    made = plan({"/a": "x", "/copy": "x", "/b": "y"}, HELD, LIVE)
    assert [one.paths for one in made.assignments if one.sha256 == "x"] == [("/a", "/copy")]


def test_a_document_keeps_the_file_that_it_is_shown_under_while_that_is_there():
    held = {"/copy": ("A", "x"), "/original": ("A", "x")}
    files = {"/copy": "x", "/original": "x"}
    [one] = plan(files, held, {"A": "x"}, shown={"A": "/original"}).assignments
    assert one.paths == ("/original", "/copy")
    [one] = plan({"/copy": "x"}, held, {"A": "x"}, shown={"A": "/original"}).assignments
    assert one.paths == ("/copy",)


def test_a_document_lives_on_by_its_second_file():
    held = {**HELD, "/copy": ("A", "x")}
    made = plan({"/copy": "x", "/b": "y"}, held, LIVE)
    assert made.retired == ()
    assert made.gone == ("/a",)


def test_a_changed_copy_is_a_new_document_while_the_other_copy_stays():
    held = {**HELD, "/copy": ("A", "x")}
    made = plan({"/a": "x", "/copy": "z", "/b": "y"}, held, LIVE)
    assert assigned(made)["x"] == "A"
    assert assigned(made)["z"] not in LIVE


def test_a_changed_copy_is_a_new_document_while_the_other_stays_where_nobody_looks():
    held = {**HELD, "/copy": ("A", "x")}
    made = plan({"/copy": "z"}, held, LIVE, covered=lambda path: path == "/copy")
    assert assigned(made)["z"] not in LIVE
    assert made.retired == ()


def test_bytes_that_come_back_beside_their_successor_are_another_document():
    first = assigned(plan({"/a": "x"}))["x"]
    live = {first: "z"}  # the document went on to other bytes
    made = plan({"/a": "z", "/old": "x"}, {"/a": (first, "z")}, live)
    assert assigned(made)["z"] == first
    assert assigned(made)["x"] != first


def test_bytes_that_come_back_alone_are_the_document_they_were():
    first = assigned(plan({"/a": "x"}))["x"]
    assert assigned(plan({"/new": "x"}, {}, {}))["x"] == first


def test_a_retired_document_comes_back_by_its_last_bytes_or_its_last_path():
    by_bytes = plan({"/new": "y"}, past_bytes={"y": "A"})
    assert assigned(by_bytes) == {"y": "A"}
    by_path = plan({"/a": "z"}, past_paths={"/a": "A"})
    assert assigned(by_path) == {"z": "A"}


def test_a_live_document_comes_before_a_retired_one():
    past = {"past_bytes": {"z": "C"}, "past_paths": {"/a": "C"}}
    assert assigned(plan({"/a": "z", "/b": "y"}, HELD, LIVE, **past))["z"] == "A"


def test_a_retired_document_comes_back_once():
    past = {"past_bytes": {"x": "A"}, "past_paths": {"/a": "A"}}
    made = assigned(plan({"/a": "z", "/b": "x"}, **past))
    assert sorted(made) == ["x", "z"]
    assert len(set(made.values())) == 2


paths = st.sampled_from(["/a", "/b", "/c", "/d"])
hashes = st.sampled_from(["u", "v", "w", "x", "y"])


@given(
    folders=st.lists(st.dictionaries(paths, hashes), min_size=1, max_size=5),
    covered=st.sets(paths),
)
def test_whatever_happens_each_document_has_one_version_and_each_file_a_document(folders, covered):
    sources: dict[str, tuple[str, str]] = {}
    live: dict[str, str] = {}
    shown: dict[str, str] = {}
    past_bytes: dict[str, str] = {}
    past_paths: dict[str, str] = {}
    for number, folder in enumerate(folders):
        sees = everything if number % 2 == 0 else covered.__contains__
        found = {path: sha256 for path, sha256 in folder.items() if sees(path)}
        past = {"past_bytes": past_bytes, "past_paths": past_paths}
        made = plan(found, sources, live, sees, shown=shown, **past)
        documents = [one.document for one in made.assignments]
        assert len(set(documents)) == len(documents)
        for path in made.gone:
            del sources[path]
        for document in made.retired:
            past_bytes[live.pop(document)] = document
            past_paths[shown.pop(document)] = document
        for one in made.assignments:
            live[one.document] = one.sha256
            shown[one.document] = one.paths[0]
            sources.update(dict.fromkeys(one.paths, (one.document, one.sha256)))
        assert {document for document, _ in sources.values()} == set(live)
        assert len(set(live.values())) == len(live)
        for path, sha256 in found.items():
            assert sources[path] == (sources[path][0], sha256)
            assert live[sources[path][0]] == sha256
