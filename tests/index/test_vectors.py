"""What a store of vectors must do, tried on embedded Chroma and on a Chroma server."""

import itertools

import numpy as np
import pytest

from index.chroma import GRAPHS, drop_collections, open_folder, open_server
from index.embedding.embedder import unit_rows
from index.errors import IndexUnreadable, ServerUnreachable
from index.vectors import passage_of, row_id

RANDOM = np.random.default_rng(7)
ROWS = unit_rows(RANDOM.normal(size=(7000, 32)).astype(np.float32))
IDS = [row_id(f"passage-{number // 2}", number % 2) for number in range(len(ROWS))]
numbers = itertools.count()


@pytest.fixture(params=["embedded", "server"])
def opener(request, tmp_path):
    """Opens the same store each time it is called."""
    if request.param == "embedded":
        return lambda *create: open_folder(tmp_path / "vectors", *create)
    url = request.getfixturevalue("chroma_server")
    name = f"pcc-contract-{next(numbers)}"
    return lambda *create: open_server(url, name, *create)


@pytest.fixture
def store(opener):
    opened = opener(GRAPHS[0])
    yield opened
    opened.close()


def test_a_row_belongs_to_its_passage():
    assert passage_of(row_id("abc:d", 3)) == "abc:d"


def test_more_rows_than_chroma_takes_at_once_are_all_there_when_opened_again(opener):
    opened = opener(GRAPHS[0])
    opened.add(IDS, ROWS)
    opened.close()
    again = opener()
    assert again.count() == len(IDS)
    assert again.ids() == set(IDS)
    stored = again.stored(IDS[::500])
    for place in range(0, len(IDS), 500):
        assert np.allclose(stored[IDS[place]], ROWS[place], atol=1e-6)
    again.close()


def test_the_nearest_come_first_with_their_cosine(store):
    store.add(IDS[:500], ROWS[:500])
    query = unit_rows(RANDOM.normal(size=(1, 32)).astype(np.float32))[0]
    exact = np.argsort(-(ROWS[:500] @ query))[:10]
    found = store.nearest(query, 10)
    assert [row for row, _ in found] == [IDS[place] for place in exact]
    for place, (_, cosine) in zip(exact, found, strict=True):
        assert cosine == pytest.approx(float(ROWS[place] @ query), abs=1e-4)


def test_the_nearest_among_some(store):
    store.add(IDS[:500], ROWS[:500])
    found = store.nearest(ROWS[3], 5, IDS[100:110])
    assert len(found) == 5
    assert {row for row, _ in found} <= set(IDS[100:110])
    assert store.nearest(ROWS[3], 5, []) == []


def test_asking_for_more_than_there_are_gives_all(store):
    store.add(IDS[:3], ROWS[:3])
    assert len(store.nearest(ROWS[0], 50)) == 3


def test_an_empty_store_finds_nothing(store):
    assert store.nearest(ROWS[0], 5) == []
    assert store.ids() == set()


def test_cosines_of_rows_that_are_there(store):
    store.add(IDS[:10], ROWS[:10])
    found = store.cosines(ROWS[0], [IDS[0], IDS[5], "nobody:0"])
    assert found == {
        IDS[0]: pytest.approx(1.0, abs=1e-5),
        IDS[5]: pytest.approx(float(ROWS[0] @ ROWS[5]), abs=1e-5),
    }
    assert store.cosines(ROWS[0], []) == {}


def test_deleted_rows_are_gone_and_the_others_found(store):
    store.add(IDS[:600], ROWS[:600])
    store.delete(IDS[:300])
    assert store.ids() == set(IDS[300:600])
    for place in range(0, 600, 25):
        [(row, cosine)] = store.nearest(ROWS[place], 1)
        assert row in IDS[300:600]
        assert (row == IDS[place]) == (place >= 300)
        assert cosine == pytest.approx(1.0 if place >= 300 else cosine, abs=1e-4)


def test_vectors_that_lie_close_together_are_all_found(opener):
    """Where a thinner graph, Chroma's own choice, leaves some that no search finds."""
    close = unit_rows(ROWS[:3000] + 2 * ROWS[-1])
    opened = opener(GRAPHS[0])
    opened.add(IDS[:3000], close)
    found = opened.nearest_of_each(close, 1)
    assert [rows[0][0] for rows in found] == IDS[:3000]
    opened.close()


def test_opening_what_is_not_there_says_what_to_do(tmp_path, chroma_server):
    with pytest.raises(IndexUnreadable, match="--repair"):
        open_folder(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()
    with pytest.raises(ServerUnreachable, match="--repair"):
        open_server(chroma_server, "pcc-nothing")


def test_a_server_that_is_not_there_says_what_to_do():
    with pytest.raises(ServerUnreachable, match="chroma run"):
        open_server("http://127.0.0.1:9", "pcc-any")


def test_an_error_while_asking_is_the_librarys_own(opener):
    store = opener(GRAPHS[0])
    store.add(IDS[:2], ROWS[:2])
    with pytest.raises((IndexUnreadable, ServerUnreachable)):
        store.nearest(ROWS[0][:5], 1)  # another dimension
    store.close()


def test_creating_again_on_a_server_replaces_what_was_left(chroma_server):
    first = open_server(chroma_server, "pcc-left", GRAPHS[0])
    first.add(IDS[:2], ROWS[:2])
    first.close()
    second = open_server(chroma_server, "pcc-left", GRAPHS[0])
    assert second.count() == 0
    second.close()


def test_only_one_librarys_collections_are_dropped(chroma_server):
    for name in ("pcc-mine-000001", "pcc-mine-000002", "pcc-yours-000001"):
        open_server(chroma_server, name, GRAPHS[0]).close()
    drop_collections(chroma_server, "pcc-mine-", ["pcc-mine-000002"])
    open_server(chroma_server, "pcc-mine-000002").close()
    open_server(chroma_server, "pcc-yours-000001").close()
    with pytest.raises(ServerUnreachable):
        open_server(chroma_server, "pcc-mine-000001")
