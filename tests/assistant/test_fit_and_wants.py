import pytest

from assistant.fit import fit, holds_wanted
from assistant.wants import Want, find_wants


@pytest.mark.parametrize(
    ("question", "wanted", "not_wanted"),
    [
        ("How many officers are there?", {Want.NUMBER}, {Want.AMOUNT}),
        ("How much did the pilot cost?", {Want.AMOUNT}, set()),
        ("What share of residents agreed?", {Want.PERCENT}, {Want.NUMBER}),
        ("Who chairs the board?", {Want.WHO}, {Want.WHEN}),
        ("When does the pilot end?", {Want.WHEN}, set()),
        ("Do staff get help when somebody is hurt?", {Want.YES_NO}, {Want.WHEN}),
        ("What does the force mean by hotspots?", {Want.DEFINITION}, {Want.NUMBER}),
        ("Why was it delayed?", {Want.WHY}, set()),
        ("Has burglary gone up or down?", {Want.CHANGE, Want.YES_NO}, set()),
    ],
)
def test_what_is_asked_for(question: str, wanted: set[Want], not_wanted: set[Want]) -> None:
    found = find_wants(question)
    assert wanted <= found
    assert not not_wanted & found


def test_a_date_is_not_a_number() -> None:
    assert fit(frozenset({Want.NUMBER}), "It was agreed on 4 May 2024.") == 0
    assert fit(frozenset({Want.NUMBER}), "There were 41 in May 2024.") == 1
    assert fit(frozenset({Want.NUMBER}), "It fell by 12%.") == 0


def test_a_fact_wanted_must_be_there() -> None:
    assert not holds_wanted(frozenset({Want.AMOUNT}), "The works are under way.", row=False)
    assert holds_wanted(frozenset({Want.AMOUNT}), "The works cost £4.2m.", row=False)
    assert holds_wanted(frozenset({Want.AMOUNT}), "Estates\t1,204\t1,310", row=True)
    assert not holds_wanted(frozenset({Want.NUMBER}), "Burglary\tData not available", row=True)
    assert holds_wanted(frozenset({Want.WHY}), "No reason is given.", row=False)
