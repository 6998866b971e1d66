"""The report's plots, as SVG text that can stand in a page."""

import io
from collections.abc import Sequence

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from eval.curve import CurvePoint
from eval.intervals import Share
from eval.misses import Stage

BLUE, RED, GREY = "#1d5c96", "#b3261e", "#6b7280"

mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "pcc", "font.size": 10})


def accuracy_by_kind(shares: dict[str, Share]) -> str:
    """One dot and its Wilson interval for each kind that has questions to answer."""
    measured = [(kind, share) for kind, share in shares.items() if share.n]
    figure, axes = _figure(6.4, 0.8 + 0.32 * len(measured))
    for row, (_, share) in enumerate(measured):
        low, high = share.interval or (0.0, 0.0)
        axes.plot([100 * low, 100 * high], [row, row], color=GREY, linewidth=1.5)
        axes.plot(100 * (share.value or 0.0), row, "o", color=BLUE)
    axes.set_yticks(range(len(measured)), [f"{kind} (n = {share.n})" for kind, share in measured])
    axes.invert_yaxis()
    axes.set_xlim(0, 102)
    axes.set_xlabel("right, % with 95 % interval")
    return _svg(figure)


def answered_curve(points: Sequence[CurvePoint]) -> str:
    """Share answered against share right among them, over all thresholds of confidence."""
    figure, axes = _figure(6.4, 3.4)
    across = [100 * (point.answered.value or 0.0) for point in points]
    up = [100 * (point.right.value or 0.0) for point in points]
    axes.step(across, up, where="post", color=BLUE)
    if points:
        axes.plot(across[-1], up[-1], "o", color=RED)
        axes.annotate("as set", (across[-1], up[-1]), (-8, -14), textcoords="offset points")
    axes.set_xlim(0, 102)
    axes.set_ylim(0, 102)
    axes.set_xlabel("questions answered, %")
    axes.set_ylabel("right among them, %")
    return _svg(figure)


def misses_by_stage(counts: dict[Stage, int]) -> str:
    """How many misses happened at each step."""
    figure, axes = _figure(6.4, 2.2)
    bars = axes.barh([stage.value for stage in counts], list(counts.values()), color=BLUE)
    axes.bar_label(bars, padding=3)
    axes.invert_yaxis()
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlabel("misses")
    return _svg(figure)


def _figure(width: float, height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _svg(figure: Figure) -> str:
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None})
    text = out.getvalue()
    return text[text.index("<svg") :]
