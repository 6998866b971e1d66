import pytest

from assistant.focus import find_focus


@pytest.mark.parametrize(
    ("question", "focus"),
    [
        ("How many robberies were solved in 2020/21?", ["robberies"]),
        (
            "What is the number of officers and staff overdue for vetting?",
            ["officers and staff overdue"],
        ),
        (
            "What percentage of calls was answered in time, and how many calls were there?",
            ["calls", "calls"],
        ),
        ("Salary of the Chief Fire Officer?", ["Salary", "Chief Fire Officer"]),
        ("Who chaired the meeting, and how many did it lose?", []),
        ("Why was the scheme closed?", []),
    ],
)
def test_what_is_counted_or_measured_is_found(question, focus):
    assert sorted(span.of(question) for span in find_focus(question)) == sorted(focus)
