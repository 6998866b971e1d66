"""How far an upload is, and what came of it, in words and a bar."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ui.render.upload_report import is_busy, jobs_report, status_line
from ui.uploads.jobs import Job, JobState
from ui.uploads.keep import Refused

AT = datetime(2025, 7, 8, 9, 5, tzinfo=UTC)


def job(state, **changes):
    settings = {"paths": (Path("a.txt"), Path("b.txt")), "refused": ()}
    return Job(1, "olwen", AT, state=state, **{**settings, **changes})


def test_a_reading_under_way_says_how_far_it_is():
    running = job(JobState.RUNNING, stage="reading", done=3, total=9)
    html = jobs_report((running,))
    assert "Being read</strong> 8 July 2025 09:05 UTC, olwen, 2 files" in html
    assert "Reading, 3 of 9" in html
    assert '<progress max="9" value="3"' in html
    assert is_busy((running,))


@pytest.mark.parametrize(
    ("report", "words"),
    [
        ({}, "nothing new"),
        ({"read": [1]}, "1 new document"),
        ({"read": [1, 2], "changed": [1]}, "2 new documents, 1 new version"),
        ({"duplicates": [1, 2]}, "2 copies of other documents"),
    ],
)
def test_what_came_of_it_is_announced(report, words):
    done = job(JobState.DONE, report=report)
    assert status_line((done,)) == f"Upload done: {words}."
    assert not is_busy((done,))


def test_each_trouble_is_named_with_its_file_and_escaped():
    report = {"failed": [{"name": "<b>.pdf", "reason": "It is damaged."}]}
    html = jobs_report((job(JobState.DONE, report=report, refused=(Refused("x.zip", "No."),)),))
    assert "&lt;b&gt;.pdf: It is damaged." in html
    assert "x.zip: No." in html
    assert "2 files not read" in html


def test_a_reading_that_ended_says_what_to_do():
    failed = job(JobState.FAILED, failure="The reading ended: try again.")
    assert status_line((failed,)) == "Upload failed: The reading ended: try again."
    assert "try again" in jobs_report((failed,))
