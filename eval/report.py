"""The report of a run as one HTML page that needs nothing else."""

from html import escape

from eval.curve import answered_against_right
from eval.misses import Stage, reason_of_miss, stage_of_miss
from eval.outcome import Outcome
from eval.plots import accuracy_by_kind, answered_curve, misses_by_stage
from eval.runs import Run
from eval.scores import MEASURES
from eval.tables import BY_KIND, percent, with_interval

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}
table{border-collapse:collapse;margin:1rem 0}
td,th{padding:.25rem .75rem;text-align:left;border-bottom:1px solid #ccc;vertical-align:top}
figure{margin:1rem 0}figure svg{max-width:100%;height:auto}
article{border-top:2px solid #1d3557;margin-top:1.5rem}
blockquote{margin:.5rem 0;padding-left:1rem;border-left:4px solid #ccc;white-space:pre-wrap}
.gold{border-color:#1d5c96}
"""


def report_page(run: Run) -> str:
    """The page: measures, plots, and every miss with what was looked at."""
    staged = [
        (stage, outcome)
        for outcome in run.scores.outcomes
        if (stage := stage_of_miss(outcome, run.texts)) is not None
    ]
    made = run.made_by
    title = f"Answers to {made.set_name}"
    sections = (
        f"<h1>{escape(title)}</h1>",
        f"<p>{len(run.scores.outcomes)} questions over {made.documents} documents (generation "
        f"{made.generation}), version {escape(made.version)}, {escape(made.finished)}.</p>",
        _measures(run),
        _plots(run, staged),
        _kinds(run),
        f"<h2>Misses ({len(staged)})</h2>",
        *(_miss(stage, outcome) for stage, outcome in staged),
        _settings(made.settings),
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><main>{''.join(sections)}</main></body></html>\n"
    )


def _measures(run: Run) -> str:
    rows = "".join(
        f"<tr><th scope=row>{escape(measure.name)}</th>"
        f"<td>{escape(with_interval(run.scores.shares[measure.name]))}</td>"
        f"<td>{escape(measure.says)}</td></tr>"
        for measure in MEASURES
    )
    return (
        "<h2>Measures</h2><p>Value, count, and 95 % Wilson interval.</p>"
        f"<table><tr><th>measure<th>value<th>what it says</tr>{rows}</table>"
    )


def _plots(run: Run, staged: list[tuple[Stage, Outcome]]) -> str:
    accuracy = {kind: shares["accuracy"] for kind, shares in run.scores.by_kind.items()}
    counts = {stage: sum(found is stage for found, _ in staged) for stage in Stage}
    curve = answered_against_right(run.scores.outcomes)
    return "".join(
        (
            _plot("Accuracy by kind of question", accuracy_by_kind(accuracy)),
            _plot("Answered against right", answered_curve(curve)) if curve else "",
            _plot("Where misses happen", misses_by_stage(counts)),
        )
    )


def _plot(caption: str, svg: str) -> str:
    labelled = svg.replace("<svg", f'<svg role="img" aria-label="{escape(caption)}"', 1)
    return f"<figure><figcaption><h2>{escape(caption)}</h2></figcaption>{labelled}</figure>"


def _kinds(run: Run) -> str:
    head = "".join(f"<th>{escape(name)}" for name in BY_KIND)
    rows = "".join(
        f"<tr><th scope=row>{escape(kind)}</th><td>{shares['wrong'].n}</td>"
        + "".join(f"<td>{percent(shares[name])}</td>" for name in BY_KIND)
        + "</tr>"
        for kind, shares in run.scores.by_kind.items()
    )
    return f"<h2>By kind</h2><table><tr><th>kind<th>n{head}</tr>{rows}</table>"


def _miss(stage: Stage, outcome: Outcome) -> str:
    question, row = outcome.question, outcome.row
    golds = "".join(
        f'<blockquote class="gold"><b>{escape(proof.document)}</b>\n{escape(proof.quote)}'
        "</blockquote>"
        for proof in question.evidence
    )
    looked_at = "".join(
        f"<li>{escape(passage.document)}, {escape(passage.locator)}"
        f"<blockquote>{escape(passage.text)}</blockquote></li>"
        for passage in row.passages
    )
    return (
        f"<article><h3>{escape(str(question.id))}: {escape(question.question)}</h3>"
        f"<p><b>{stage.value}</b> ({escape(question.kind)}): {escape(reason_of_miss(outcome))}</p>"
        f"<p>Gold: {escape(question.answer)}</p>{golds}"
        f"<p>Said ({escape(row.status)}):</p><blockquote>{escape(row.answer)}</blockquote>"
        f"<details><summary>{len(row.passages)} passages looked at</summary>"
        f"<ol>{looked_at}</ol></details></article>"
    )


def _settings(settings: dict[str, str]) -> str:
    rows = "".join(
        f"<tr><td>{escape(k)}</td><td>{escape(v)}</td></tr>" for k, v in settings.items()
    )
    return f"<h2>Settings</h2><details><summary>All</summary><table>{rows}</table></details>"
