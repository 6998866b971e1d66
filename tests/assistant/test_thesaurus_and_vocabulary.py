import pytest

from assistant.candidates import all_stems
from assistant.concepts import EQUIVALENT, find_concepts
from assistant.thesaurus import acronym_groups, load_thesaurus, phrase_of
from assistant.vocabulary import make_vocabulary
from index.results import Lexicon


def test_groups_are_read_both_ways() -> None:
    thesaurus = load_thesaurus()
    assert phrase_of("precept") in thesaurus.others(phrase_of("council tax"))
    assert phrase_of("council tax") in thesaurus.others(phrase_of("precept"))
    assert all(phrase not in others for phrase, others in thesaurus.alternatives.items())


def test_rare_words_weigh_more() -> None:
    vocabulary = make_vocabulary(Lexicon(1000, {"police": 900, "polygraph": 1}, {}))
    assert vocabulary.weight("polic") < 0.1 < 0.8 < vocabulary.weight("polygraph")


def test_only_slips_are_mended() -> None:
    vocabulary = make_vocabulary(Lexicon(100, {"commissioner": 50, "detections": 5}, {}))
    assert vocabulary.correct("comissioner") == "commissioner"
    assert vocabulary.correct("commissioner") is None
    assert vocabulary.correct("detectors") is None  # a word of the thesaurus, not a slip
    assert vocabulary.correct("xyzzy") is None
    assert vocabulary.correct("cat") is None


def test_an_empty_library_has_a_vocabulary() -> None:
    vocabulary = make_vocabulary(Lexicon(0, {}, {}))
    assert vocabulary.weight("anything") == 1.0
    assert vocabulary.correct("comissioner") is None


@pytest.mark.parametrize(
    ("abroad", "here"),
    [
        ("neighborhood", "neighbourhood"),
        ("Neighborhoods", "neighbourhoods"),
        ("center", "centre"),
        ("organization", "organisation"),
        ("defense", "defence"),
    ],
)
def test_american_spelling_is_read_as_the_librarys_own(abroad: str, here: str) -> None:
    held = {"neighbourhood": 50, "centre": 5, "organisation": 4, "defence": 3}
    assert make_vocabulary(Lexicon(100, held, {})).correct(abroad) == here


def test_american_spelling_is_left_where_the_library_has_no_other() -> None:
    vocabulary = make_vocabulary(Lexicon(100, {"commissioner": 50}, {}))
    assert vocabulary.correct("neighborhood") is None
    kept = make_vocabulary(Lexicon(100, {"neighborhood": 1, "neighbourhood": 50}, {}))
    assert kept.correct("neighborhood") is None


OFFICE = "Office of the Police and Crime Commissioner for Marlshire"


def test_what_a_long_form_says_of_the_place_may_be_left_out() -> None:
    (group,) = acronym_groups({"OPCCM": (OFFICE,)})
    assert group == ["OPCCM", OFFICE, "Office of the Police and Crime Commissioner"]


@pytest.mark.parametrize(
    "long",
    [
        "Marlshire Roads Team",
        "Marlshire",
        "Team for Quenmouth and Tarnwick",
        "Team of wardens",
    ],
)
def test_a_long_form_without_a_place_at_its_end_stays_as_it_is(long: str) -> None:
    assert acronym_groups({"MRT": (long,)}) == [["MRT", long]]


@pytest.mark.parametrize(
    ("question", "credit"),
    [
        ("How many posts has the OPCCM?", 1),
        ("How many posts has the Office of the Police and Crime Commissioner?", 1),
        (f"How many posts has the {OFFICE}?", 1),
        ("How many posts has the commissioner's office?", EQUIVALENT),
        ("How many posts has the office in Quenmouth?", 0),
    ],
)
def test_a_short_form_of_the_office_here_is_matched_by_its_other_names(
    question: str, credit: float
) -> None:
    held = dict.fromkeys("office of the police and crime commissioner for marlshire".split(), 50)
    vocabulary = make_vocabulary(
        Lexicon(200, {**held, "opccm": 20, "posts": 5}, {"OPCCM": (OFFICE,)})
    )
    said = all_stems("The OPCCM has 40 of them.")
    assert max(c.credit(said) for c in find_concepts(question, (), vocabulary)) == credit


NAMED = {
    "hobley": 3,
    "bridge": -9,
    "panel": 4,
    "vane": 1,
    "Ada Vane": 1,
    "Chief Digital Officer": 2,
}


def test_names_are_words_written_so_more_than_once_that_are_no_everyday_words() -> None:
    assert make_vocabulary(Lexicon(100, {"hobley": 3}, {}, NAMED)).names == {"hobley"}


def test_initials_stand_for_a_name_of_several_words_unless_they_are_a_word() -> None:
    vocabulary = make_vocabulary(Lexicon(100, {"cdo": 3}, {}, NAMED))
    assert vocabulary.initials == {"av": ("Ada Vane",)}
    vocabulary = make_vocabulary(Lexicon(100, {}, {}, NAMED))
    assert vocabulary.initials["cdo"] == ("Chief Digital Officer",)
