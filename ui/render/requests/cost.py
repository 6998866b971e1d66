"""The section 12 estimate of a request."""

from collections.abc import Sequence

from markupsafe import Markup

from assistant.foi.cost import Estimate, Task, Work
from assistant.foi.settings import CostSettings
from ui.render.requests.forms import message_box, text_field

_KEYS = {task: task.name.lower() for task in Task}


def cost_page(
    address: str,
    reference: str,
    work: Sequence[Work],
    found: Estimate | None,
    settings: CostSettings,
    message: str,
) -> Markup:
    """The main part of the page; `address` is that of the request, `found` None before any sum."""
    fields = Markup("").join(_fields(entry) for entry in work)
    return Markup(
        "<h1>Cost of {reference}</h1>{message}<p>Only these four tasks count, never reading for "
        "redaction or thinking about exemptions. The limit is {hours:g} hours, £{pounds:g}.</p>"
        '{result}<form method="get" action="{address}/cost" class="stack">{fields}'
        '<button type="submit">Work it out</button></form>'
        '<p><a href="{address}">Back to the request</a></p>'
    ).format(
        reference=reference,
        message=message_box(message),
        hours=settings.hours,
        pounds=settings.pounds,
        result=_result(found),
        address=address,
        fields=fields,
    )


def task_key(task: Task) -> str:
    """The beginning of the names of a task's fields."""
    return _KEYS[task]


def _fields(entry: Work) -> Markup:
    key = task_key(entry.task)
    return Markup("<fieldset><legend>{}</legend>{}{}</fieldset>").format(
        entry.task.value.capitalize(),
        text_field(f"{key}_items", "Records", str(entry.items), kind="number"),
        text_field(f"{key}_minutes", "Minutes for each", f"{entry.minutes_each:g}", kind="number"),
    )


def _result(found: Estimate | None) -> Markup:
    if found is None:
        return Markup("")
    verdict = (
        "Over the limit" if found.over_limit else "Within the limit: section 12 does not apply"
    )
    style = "error" if found.over_limit else "done"
    return Markup('<p class="{}"><strong>{}.</strong> {}.</p>').format(
        style, verdict, found.working
    )
