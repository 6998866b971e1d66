"""What new minutes changed: closed, changed, new, silently dropped."""

from collections.abc import Sequence

from markupsafe import Markup

from assistant.commitments.difference import Change, Difference
from assistant.commitments.thread import Thread
from assistant.commitments.wording import joined, name_of
from ui.render.commitments import thread_address
from ui.render.words import count_words, day_words


def changes_page(base: str, differences: Sequence[Difference]) -> Markup:
    """What the newest minutes of each series changed."""
    parts = Markup("").join(_changes(base, difference) for difference in differences)
    return Markup(
        '<p><a href="{}">All commitments</a></p><h1>What the minutes changed</h1>{}'
    ).format(base, parts or Markup("<p>No minutes are in the library.</p>"))


def _changes(base: str, difference: Difference) -> Markup:
    before = f" against {day_words(difference.before)}" if difference.before else ""
    absent = joined([day_words(each) for each in difference.absent])
    groups = (
        ("Closed", [change.thread for change in difference.closed]),
        ("Changed", [change.thread for change in difference.changed]),
        ("New", difference.new),
        ("Dropped: not closed, and no longer mentioned", difference.dropped),
        ("Unchanged", [change.thread for change in difference.same]),
    )
    what = {change.thread.id: _what(change) for change in difference.changed}
    return Markup("<h2>{}: {}{}</h2>{}{}").format(
        difference.series,
        day_words(difference.after),
        before,
        Markup("<p>Minutes between them that are not here: {}</p>").format(absent)
        if absent
        else "",
        Markup("").join(_group(base, words, threads, what) for words, threads in groups if threads),
    )


def _what(change: Change) -> str:
    return f" ({', '.join(change.what)})"


def _group(base: str, words: str, threads: Sequence[Thread], what: dict[str, str]) -> Markup:
    items = Markup("").join(
        Markup('<li><a href="{}">{}</a> {}{}</li>').format(
            thread_address(base, thread.id),
            name_of(thread),
            thread.last.commitment.text,
            what.get(thread.id, ""),
        )
        for thread in threads
    )
    heading = f"{words}: {count_words(len(threads), 'commitment')}"
    return Markup("<h3>{}</h3><ul>{}</ul>").format(heading, items)
