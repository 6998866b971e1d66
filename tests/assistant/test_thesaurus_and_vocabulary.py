from assistant.thesaurus import load_thesaurus, phrase_of
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
