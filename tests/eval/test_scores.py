from collections.abc import Callable

import pytest

from eval.answers import AnswerRow
from eval.compare import chance_of_split, compare
from eval.curve import answered_against_right
from eval.errors import MismatchError, RecordError
from eval.intervals import Share
from eval.questions import Question
from eval.record import falls, read_record, record_of, write_record
from eval.scores import MEASURES, Scores, score
from eval.tables import change_line, misses, summary

MakeQuestion = Callable[..., Question]
MakeRow = Callable[..., AnswerRow]


@pytest.fixture
def scored(question: MakeQuestion, row: MakeRow) -> Callable[[str], Scores]:
    """Scores of a run given as letters: r right, w wrong, n withheld, A answered and U refused
    where no document answers."""

    def make(outcomes: str) -> Scores:
        fields = {
            "r": {},
            "w": {"answer": "Many."},
            "n": {"status": "not_found"},
            "A": {},
            "U": {"status": "not_found"},
        }
        questions = [
            question(
                id=f"q{n}", answerable=letter not in "AU", kind="no" if letter in "AU" else "a"
            )
            for n, letter in enumerate(outcomes)
        ]
        rows = [row(id=f"q{n}", **fields[letter]) for n, letter in enumerate(outcomes)]
        return score(questions, rows)

    return make


def test_each_share_counts_what_it_applies_to(scored: Callable[[str], Scores]) -> None:
    shares = scored("rrwnAUU").shares
    assert shares["accuracy"] == Share(2, 4)
    assert shares["withheld"] == Share(1, 4)
    assert shares["refused"] == Share(2, 3)
    assert shares["wrong"] == Share(2, 7)
    assert shares["recall@1"] == Share(0, 4)
    assert shares["recall@5"] == Share(4, 4)
    assert shares["verbatim"] == Share(0, 0)


def test_kinds_and_ranks(scored: Callable[[str], Scores]) -> None:
    scores = scored("rwU")
    assert scores.by_kind["a"]["accuracy"] == Share(1, 2)
    assert scores.by_kind["no"]["accuracy"].value is None
    assert scores.mrr == 0.5
    assert scores.seconds_median == 0.2


def test_an_answer_that_is_missing_or_there_twice_is_an_error(
    question: MakeQuestion, row: MakeRow
) -> None:
    with pytest.raises(MismatchError, match="no answer for 1 of 2"):
        score([question(), question(id="q2")], [row()])
    with pytest.raises(MismatchError, match="two answers for q1"):
        score([question()], [row(), row()])


def test_the_summary_has_every_measure_with_its_count_and_no_nan(
    scored: Callable[[str], Scores],
) -> None:
    text = summary(scored("rw"))
    assert all(measure.name in text for measure in MEASURES)
    assert "(1 of 2; 9 to 91)" in text
    assert " nan" not in text.lower()


def test_misses_are_listed_with_question_and_reason(scored: Callable[[str], Scores]) -> None:
    text = misses(scored("rwA"))
    assert text.startswith("2 misses")
    assert "[composition] q1 (a): lacks 676" in text
    assert "[abstention] q2" in text


def test_compare_names_gains_and_losses(scored: Callable[[str], Scores]) -> None:
    changes = {change.measure: change for change in compare(scored("rwrn"), scored("wrrr"))}
    assert changes["accuracy"].gained == ("q1", "q3")
    assert changes["accuracy"].lost == ("q0",)
    assert changes["withheld"].gained == ("q3",)
    assert "+2 -1" in change_line(changes["accuracy"])


def test_compare_refuses_runs_of_different_sets(scored: Callable[[str], Scores]) -> None:
    with pytest.raises(MismatchError):
        compare(scored("r"), scored("rr"))


@pytest.mark.parametrize(
    ("gains", "losses", "chance"), [(0, 0, 1.0), (0, 5, 0.0625), (3, 3, 1.0), (8, 1, 0.0390625)]
)
def test_sign_test(gains: int, losses: int, chance: float) -> None:
    assert chance_of_split(gains, losses) == pytest.approx(chance)


def test_a_fall_beyond_noise_is_told_and_one_within_it_is_not(
    scored: Callable[[str], Scores], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("record") / "set.json"
    write_record(path, record_of(scored("rrrrrrrrU")))
    record = read_record(path)
    assert falls(record, scored("rrrrrrrrU")) == ()
    assert falls(record, scored("wwwwrrrrU")) == ()
    (accuracy, *_) = falls(record, scored("wwwwwrrrU"))
    assert accuracy.startswith("accuracy fell from 8 to 3 of 8; lost q0, q1")


def test_falls_looks_only_at_questions_of_both(scored: Callable[[str], Scores]) -> None:
    assert falls(record_of(scored("rr")), scored("rrwwwwww")) == ()


def test_a_broken_record_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("record") / "set.json"
    path.write_text("{}")
    with pytest.raises(RecordError, match=r"set\.json"):
        read_record(path)


def test_the_curve_counts_answers_from_the_surest_down(
    question: MakeQuestion, row: MakeRow
) -> None:
    questions = [question(id=f"q{n}", answerable=n != 2) for n in range(4)]
    rows = [
        row(id="q0", confidence=0.9),
        row(id="q1", confidence=0.5, answer="Many."),
        row(id="q2", confidence=0.7),
        row(id="q3", status="not_found", confidence=0.1),
    ]
    points = answered_against_right(score(questions, rows).outcomes)
    assert [(p.confidence, p.answered, p.right) for p in points] == [
        (0.9, Share(1, 4), Share(1, 1)),
        (0.7, Share(2, 4), Share(1, 2)),
        (0.5, Share(3, 4), Share(1, 3)),
    ]


def test_no_curve_without_confidence(question: MakeQuestion, row: MakeRow) -> None:
    assert answered_against_right(score([question()], [row(confidence=None)]).outcomes) == ()
