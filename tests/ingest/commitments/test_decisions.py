"""Numbered decisions, and what panels resolve."""

from datetime import date

import pytest

from ingest.commitment import CommitmentKind
from ingest.commitments import find_commitments
from ingest.reader import read_document

K = CommitmentKind


def commitments(folder, text, name="paper.txt"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return find_commitments(read_document(path))


BULLETIN = """# Information bulletin

## Estates

### Old Hall – site sale

**Confidential Decision 2019-71**

The PCC approved the sale of the site for £1.2 million. It had stood empty for £3,000 a month.

### Review of visitors

**Decision 2020-05**

The Chief Executive read the report and endorsed the renewal of 17 visitors.
"""


def test_decisions_listed_with_number_and_title(tmp_path):
    first, second = commitments(tmp_path, BULLETIN, "bulletin.md")
    assert (first.kind, first.key, first.action) == (K.DECISION, "decision-2019-71", "2019-71")
    assert (first.title, first.owner) == ("Old Hall – site sale", "The PCC")
    assert first.money == ("£1.2 million",)
    assert first.text.startswith("The PCC approved the sale")
    assert (second.action, second.owner) == ("2020-05", "The Chief Executive")
    assert not first.suggested


TABLE = """Bulletin

1. Decisions

Number\tSubject\tDate
2024/25\tAwards from the fund (£262,400)\t9 December 2024
2025/01\tLease of Unit 4\t7 January 2025
"""


def test_decisions_in_a_table(tmp_path):
    first, second = [c for c in commitments(tmp_path, TABLE) if c.kind is K.DECISION]
    assert (first.action, first.raised, first.money) == (
        "2024/25",
        date(2024, 12, 9),
        ("£262,400",),
    )
    assert (second.title, second.raised) == ("Lease of Unit 4", date(2025, 1, 7))


NOTICE = """Office of the Police and Crime Commissioner for Midshire

Decision Notice

Decision number: 2024/18
Title: Safety fund
Date of decision: 3 September 2024

The Commissioner approves the sum of £275,000 for a fund. The Commissioning Manager will publish a \
summary by 31 January 2026.
"""


def test_a_decision_notice(tmp_path):
    found = commitments(tmp_path, NOTICE)
    (decision,) = [c for c in found if c.kind is K.DECISION]
    assert (decision.action, decision.title) == ("2024/18", "Safety fund")
    assert (decision.raised, decision.money) == (date(2024, 9, 3), ("£275,000",))
    (promise,) = [c for c in found if c.kind is not K.DECISION]
    assert (promise.owner, promise.due.end) == ("The Commissioning Manager", date(2026, 1, 31))


def test_of_a_confidential_notice_the_title_is_all_there_is(tmp_path):
    text = NOTICE.partition("The Commissioner approves")[0] + "The rest is confidential.\n"
    (decision,) = commitments(tmp_path, text)
    assert (decision.action, decision.text, decision.money) == ("2024/18", "Safety fund", ())


PANEL = """# Midshire Police and Crime Panel

## Minutes of the meeting held on 5 December 2024

### 6. Budget

6.1 The Panel **NOTED** the report and **AGREED** to visit the suite.

6.2 The Panel:

- 1) **NOTED** the update.
- 2) **REQUESTED** the following information in future reports:
  - actual numbers of crimes,
  - a breakdown by district.

### 7. Work programme

7.1 The Panel **RECEIVED** the programme.
"""


def test_resolutions_and_each_thing_requested(tmp_path):
    found = commitments(tmp_path, PANEL, "panel.md")
    assert [(c.kind, c.raised) for c in found] == [
        (K.DECISION, date(2024, 12, 5)),
        (K.REQUEST, date(2024, 12, 5)),
        (K.REQUEST, date(2024, 12, 5)),
    ]
    assert found[0].owner == "The Panel"
    assert [c.text for c in found[1:]] == ["actual numbers of crimes,", "a breakdown by district."]
    assert {c.requester for c in found[1:]} == {"The Panel"}
    assert found[1].due.words == "in future reports"


def test_keys_stay_while_words_stay(tmp_path):
    first = [c.key for c in commitments(tmp_path, PANEL, "panel.md")]
    later = [c.key for c in commitments(tmp_path, "Preface\n\n" + PANEL, "panel.md")]
    assert first == later
    assert len(set(first)) == len(first)


@pytest.mark.corpus
@pytest.mark.parametrize(("folder", "ending"), [("text", "txt"), ("word", "docx"), ("pdf", "pdf")])
def test_the_real_panel_pack(corpus, folder, ending):
    name = f"police-and-crime-panel-2020-02-04.{ending}"
    found = find_commitments(read_document(corpus / "corpus" / folder / name))
    numbered = sorted(c.action for c in found if c.kind is K.DECISION and c.action)
    expected = ["2019-62", "2019-63", "2019-64", "2019-65", "2019-66", "2019-67", "2019-68"]
    expected += ["2019-69", "2019-70", "2019-71", "2019-73", "2020-05", "2020-06"]
    assert numbered == expected
    asked = [c for c in found if c.kind is K.REQUEST and not c.suggested]
    assert len(asked) == 4
    assert {c.raised for c in asked} == {date(2019, 11, 20)}
