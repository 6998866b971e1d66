"""How far uploads are, and what came of them."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from ui.render.words import count_words, day_words
from ui.uploads.jobs import Job, JobState
from ui.uploads.keep import Refused

_STATE_WORDS = {
    JobState.WAITING: "Waiting for its turn",
    JobState.RUNNING: "Being read",
    JobState.DONE: "Done",
    JobState.FAILED: "Failed",
}
_COUNTED = (
    ("read", "new document", "new documents"),
    ("changed", "new version", "new versions"),
    ("duplicates", "copy of another document", "copies of other documents"),
)


def jobs_report(jobs: Sequence[Job]) -> Markup:
    """The latest uploads, newest first."""
    if not jobs:
        return Markup("")
    items = Markup("").join(_job(job) for job in jobs)
    return Markup('<h3>Latest uploads</h3><ul class="jobs">{}</ul>').format(items)


def is_busy(jobs: Sequence[Job]) -> bool:
    """Whether anything is waiting or being read."""
    return any(job.state in (JobState.WAITING, JobState.RUNNING) for job in jobs)


def status_line(jobs: Sequence[Job]) -> str:
    """The newest upload in one sentence, to be announced."""
    if not jobs:
        return ""
    job = jobs[0]
    if job.state is JobState.DONE:
        return f"Upload done: {_outcome(job)}."
    if job.state is JobState.FAILED:
        return f"Upload failed: {job.failure}"
    return f"{_STATE_WORDS[job.state]}."


def _job(job: Job) -> Markup:
    return Markup(
        '<li class="job job-{state}"><strong>{words}</strong> {at}, {by}, {count}'
        "{progress}{outcome}{troubles}</li>"
    ).format(
        state=job.state.value,
        words=_STATE_WORDS[job.state],
        at=f"{day_words(job.at)} {job.at:%H:%M} UTC",
        by=job.by,
        count=count_words(len(job.paths) + len(job.refused), "file"),
        progress=_progress(job),
        outcome=Markup("<p>{}.</p>").format(_outcome(job)) if job.report else "",
        troubles=_troubles(job),
    )


def _progress(job: Job) -> Markup:
    if job.state is not JobState.RUNNING or not job.total:
        return Markup("")
    return Markup(
        '<p>{0}, {1} of {2} <progress max="{2}" value="{1}" aria-label="{0}"></progress></p>'
    ).format(job.stage.capitalize(), job.done, job.total)


def _outcome(job: Job) -> str:
    parts = [
        count_words(len(job.report.get(name, ())), one, many)
        for name, one, many in _COUNTED
        if job.report.get(name)
    ]
    failed = len(job.report.get("failed", ())) + len(job.refused)
    if failed:
        parts.append(f"{count_words(failed, 'file')} not read")
    return ", ".join(parts) or "nothing new"


def _troubles(job: Job) -> Markup:
    lines: list[Markup] = [_trouble(one) for one in job.refused]
    for name in ("failed", "skipped", "problems"):
        lines += [_reported(one) for one in job.report.get(name, ())]
    if job.failure:
        lines.append(Markup("<li>{}</li>").format(job.failure))
    return Markup("<ul>{}</ul>").format(Markup("").join(lines)) if lines else Markup("")


def _trouble(refused: Refused) -> Markup:
    return Markup("<li>{}: {}</li>").format(refused.name, refused.reason)


def _reported(failure: dict[str, Any]) -> Markup:
    return Markup("<li>{}: {}</li>").format(failure["name"], failure["reason"])
