import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import IndexUnreadable
from index.keywords import Entry, Scope, open_folder

ENTRIES = [
    Entry("p1", "d1", "Fly-tipping rose to 1,605 incidents in 2023/24.", "Annual report"),
    Entry("p2", "d1", "Burglary fell; the Commissioner’s office welcomed it.", "Annual report"),
    Entry("p3", "d2", "The precept was set at £294.30 for a Band D home.", "Budget 2024"),
    Entry("p4", "d2", "Domestic abuse training was given to every officer.", "Budget 2024"),
    Entry("p5", "d3", "Abuse of domestic animals was raised by a resident.", "Minutes"),
]


@pytest.fixture
def keywords(tmp_path):
    opened = open_folder(tmp_path / "keywords", create=True)
    opened.change(ENTRIES, ())
    return opened


def best(keywords, *terms, **more):
    return [one for one, _ in keywords.search([(term, 1.0) for term in terms], 10, **more)]


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("fly tipping", "p1"),
        ("flytipping", "p1"),
        ("1605", "p1"),
        ("2023-24", "p1"),
        ("burglaries", "p2"),
        ("commissioner's", "p2"),
        ("294.30", "p3"),
        ("PRECEPTS", "p3"),
    ],
)
def test_a_passage_is_found_however_its_words_are_written(keywords, term, expected):
    assert best(keywords, term)[0] == expected


def test_words_side_by_side_weigh_more_than_apart(keywords):
    assert best(keywords, "domestic abuse") == ["p4", "p5"]


def test_the_context_is_searched_too(keywords):
    assert set(best(keywords, "budget")) == {"p3", "p4"}
    assert best(keywords, "budget", "abuse")[0] == "p4"


def test_a_word_in_body_and_context_does_not_count_twice(keywords):
    keywords.change(
        [
            Entry("once", "d4", "A meeting was held.", "Minutes"),
            Entry("twice", "d4", "A meeting was held.", "Meeting"),
        ],
        (),
    )
    scores = dict(keywords.search([("meeting", 1.0)], 10))
    assert scores["once"] < scores["twice"] < 1.5 * scores["once"]


def test_weights_of_terms_are_heeded(keywords):
    light, heavy = ("burglary", 0.1), ("precept", 5.0)
    assert keywords.search([light, heavy], 10)[0][0] == "p3"
    light, heavy = ("precept", 0.1), ("burglary", 5.0)
    assert keywords.search([light, heavy], 10)[0][0] == "p2"


def test_a_scope_limits_to_documents_or_leaves_them_out(keywords):
    assert best(keywords, "domestic", scope=Scope({"d2"}, only=True)) == ["p4"]
    assert best(keywords, "domestic", scope=Scope({"d2"}, only=False)) == ["p5"]
    assert best(keywords, "domestic", scope=Scope({"d1"}, only=True)) == []


def test_a_scope_does_not_change_the_scores(keywords):
    [(_, alone)] = keywords.search([("precept", 1.0)], 10)
    [(_, scoped)] = keywords.search([("precept", 1.0)], 10, Scope({"d2"}, only=True))
    assert scoped == pytest.approx(alone)


def test_deleted_passages_are_not_found_and_the_others_are(keywords):
    keywords.change([], ["p1"])
    assert best(keywords, "tipping") == []
    assert keywords.count() == 4
    assert sorted(keywords.ids()) == ["p2", "p3", "p4", "p5"]


def test_the_index_is_there_when_opened_again(keywords, tmp_path):
    assert best(open_folder(tmp_path / "keywords"), "precept") == ["p3"]


def test_a_folder_without_an_index_says_how_to_mend_it(tmp_path):
    (tmp_path / "nothing").mkdir()
    with pytest.raises(IndexUnreadable, match="--repair"):
        open_folder(tmp_path / "nothing")


@pytest.mark.parametrize("term", ['a AND (b OR "c', "body:precept^9", "*", "precept~2", "[a TO b]"])
def test_query_syntax_is_only_words(keywords, term):
    keywords.search([(term, 1.0)], 10)


@settings(max_examples=50, deadline=None)
@given(terms=st.lists(st.tuples(st.text(), st.floats(0.1, 10)), max_size=5))
def test_any_text_may_be_searched_for(any_keywords, terms):
    for passage_id, score in any_keywords.search(terms, 3):
        assert passage_id in {entry.passage_id for entry in ENTRIES}
        assert score > 0


@pytest.fixture(scope="module")
def any_keywords(tmp_path_factory):
    opened = open_folder(tmp_path_factory.mktemp("any") / "keywords", create=True)
    opened.change(ENTRIES, ())
    return opened
