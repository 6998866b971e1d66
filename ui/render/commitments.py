"""The commitments page: filters, views, the list, and what the minutes here do not hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from markupsafe import Markup

from assistant.commitments.missing import MissingActions
from assistant.commitments.select import Filter, View
from assistant.commitments.thread import Standing, Thread
from assistant.commitments.wording import joined, name_of
from ingest.commitment import CommitmentKind
from ui.render.words import count_words, day_words

PER_PAGE = 50
VIEW_WORDS = {
    View.ALL: "All",
    View.OPEN: "Not closed, by owner",
    View.UNHEARD: "Nothing heard since",
    View.NO_OUTCOME: "Closed without outcome",
    View.OVERDUE: "Overdue",
    View.SUGGESTIONS: "Suggestions to accept or reject",
}
EXPORTS = (
    ("csv", "CSV"),
    ("xlsx", "Excel"),
    ("docx", "Word action log"),
    ("ics", "Calendar"),
    ("json", "JSON"),
)


@dataclass(frozen=True, slots=True)
class ListView:
    """What the page shows. `base` is its address; `shown` are those of `found` on this page."""

    base: str
    wanted: Filter
    owners: tuple[str, ...]
    topics: tuple[str, ...]
    plans: tuple[str, ...]
    meetings: tuple[date, ...]
    found: int
    shown: tuple[Thread, ...]
    missing: tuple[MissingActions, ...]
    lost: int
    page: int
    pages: int


def commitments_page(view: ListView) -> Markup:
    """The main part of the page."""
    return Markup(
        "<h1>Commitments</h1><p>Who undertook what in the documents, and what became of it.</p>"
        '{views}{form}<h2 id="list">{count}</h2>{table}{turning}{exports}{missing}'
        '<p><a href="{base}/changes">What the newest minutes changed</a></p>'
    ).format(
        views=_views(view),
        form=_form(view),
        count=count_words(view.found, "commitment"),
        table=_table(view),
        turning=_turning(view),
        exports=_exports(view),
        missing=_missing(view),
        base=view.base,
    )


def query_of(wanted: Filter, **more: object) -> str:
    """The filters as the part of an address after "?"."""
    asked: dict[str, object] = {
        "view": wanted.view.value,
        "owner": wanted.owner,
        "standing": wanted.standing.value if wanted.standing else "",
        "kind": wanted.kind.value if wanted.kind else "",
        "meeting": wanted.meeting.isoformat() if wanted.meeting else "",
        "topic": wanted.topic,
        "plan": wanted.plan,
        "text": wanted.text,
        "since": wanted.since.isoformat() if wanted.since else "",
        "due_by": wanted.due_by.isoformat() if wanted.due_by else "",
        "silent": wanted.silent if wanted.silent > 1 else "",
        **more,
    }
    return urlencode({name: value for name, value in asked.items() if value})


_CURRENT = Markup(' aria-current="page"')


def _views(view: ListView) -> Markup:
    links = [(Filter(view=each), words) for each, words in VIEW_WORDS.items()]
    if view.meetings:
        last = view.meetings[-1]
        links.append((Filter(since=last), f"New since {day_words(last)}"))
    exact = any(view.wanted == wanted for wanted, _ in links)
    current = view.wanted if exact else Filter(view=view.wanted.view)
    items = Markup("").join(
        Markup('<li><a href="{}?{}"{}>{}</a></li>').format(
            view.base, query_of(wanted), _CURRENT if wanted == current else "", words
        )
        for wanted, words in links
    )
    return Markup('<nav aria-label="Views"><ul class="links">{}</ul></nav>').format(items)


def _form(view: ListView) -> Markup:
    wanted = view.wanted
    kinds = [(kind.value, kind.value.capitalize(), kind is wanted.kind) for kind in CommitmentKind]
    stands = [(each.value, each.value.capitalize(), each is wanted.standing) for each in Standing]
    owners = [(name, name, name == wanted.owner) for name in view.owners]
    topics = [(name, name, name == wanted.topic) for name in view.topics]
    plans = [(name, name, name == wanted.plan) for name in view.plans]
    days = [(d.isoformat(), day_words(d), d == wanted.meeting) for d in reversed(view.meetings)]
    return Markup(
        '<form method="get" action="{base}#list" role="search" class="search-form">'
        '<input type="hidden" name="view" value="{view}">'
        '<label for="text">Words that it holds</label>'
        '<input id="text" name="text" type="search" value="{text}" maxlength="200">'
        '<div class="filters">{owner}{standing}{kind}{meeting}{topic}{plan}{since}{due}{silent}'
        "</div>"
        '<button type="submit">Show</button></form>'
    ).format(
        base=view.base,
        view=wanted.view.value,
        text=wanted.text,
        owner=_select("owner", "Owner", owners),
        standing=_select("standing", "How it stands", stands),
        kind=_select("kind", "Kind", kinds),
        meeting=_select("meeting", "Meeting", days),
        topic=_select("topic", "Topic or priority", topics),
        plan=_select("plan", "Plan in force", plans),
        since=_day("since", "Raised on or after", wanted.since),
        due=_day("due_by", "Due on or before", wanted.due_by),
        silent=_silent(wanted),
    )


def _select(name: str, label: str, options: Sequence[tuple[str, str, bool]]) -> Markup:
    listed = Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if selected else "", words
        )
        for value, words, selected in options
    )
    return Markup(
        '<div><label for="{0}">{1}</label><select id="{0}" name="{0}">'
        '<option value="">Any</option>{2}</select></div>'
    ).format(name, label, listed)


def _day(name: str, label: str, value: date | None) -> Markup:
    return Markup(
        '<div><label for="{0}">{1}</label><input id="{0}" name="{0}" type="date" value="{2}"></div>'
    ).format(name, label, value.isoformat() if value else "")


def _silent(wanted: Filter) -> Markup:
    if wanted.view is not View.UNHEARD:
        return Markup("")
    return Markup(
        '<div><label for="silent">For at least so many meetings</label>'
        '<input id="silent" name="silent" type="number" min="1" max="99" value="{}"></div>'
    ).format(wanted.silent)


_COLUMNS = ("Commitment", "How it stands", "Owner", "Raised", "Due", "Last record")


def _table(view: ListView) -> Markup:
    if not view.shown:
        return Markup("<p>Nothing fits. Take away a filter.</p>")
    if view.wanted.view is View.OPEN:
        return _grouped(view)
    return _rows_table(view, view.shown, "Commitments, oldest first")


def _grouped(view: ListView) -> Markup:
    groups: dict[str, list[Thread]] = {}
    for thread in view.shown:
        groups.setdefault(thread.owner.removeprefix("The "), []).append(thread)
    return Markup("").join(
        Markup("<h3>{}</h3>{}").format(
            owner or "No owner named", _rows_table(view, groups[owner], f"Not closed: {owner}")
        )
        for owner in sorted(groups, key=lambda name: (not name, name.casefold()))
    )


def _rows_table(view: ListView, threads: Sequence[Thread], caption: str) -> Markup:
    return Markup(
        '<div class="scroll" role="region" tabindex="0" aria-label="{0}">'
        '<table class="listing"><caption>{0}</caption><thead><tr>{1}</tr></thead>'
        "<tbody>{2}</tbody></table></div>"
    ).format(
        caption,
        Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in _COLUMNS),
        Markup("").join(_row(view.base, thread) for thread in threads),
    )


def _row(base: str, thread: Thread) -> Markup:
    due = thread.due
    cells = (
        standing_words(thread),
        thread.owner or "–",
        _short_day(thread.raised),
        (_short_day(due.end) if due.end else due.words) if due else "–",
        _short_day(thread.last.day),
    )
    return Markup('<tr><th scope="row"><a href="{}">{}</a> {}</th>{}</tr>').format(
        thread_address(base, thread.id),
        name_of(thread),
        thread.last.commitment.text,
        Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells),
    )


def _short_day(day: date | None) -> str:
    """ "14 Nov 2024", kept on one line; a full date takes three in a narrow column."""
    return f"{day.day}\N{NO-BREAK SPACE}{day:%b}\N{NO-BREAK SPACE}{day.year}" if day else "–"


def standing_words(thread: Thread) -> str:
    """How a thread stands, for a person."""
    if thread.closed_without_outcome:
        return "Closed without outcome"
    if thread.standing is Standing.NO_LATER_RECORD:
        return f"No later record in {count_words(thread.silent, 'meeting')}"
    if thread.kind is CommitmentKind.DECISION and thread.standing is Standing.UNKNOWN:
        return "Decided"
    suggested = "Suggestion: " if thread.is_suggestion else ""
    return f"{suggested}{thread.standing.value}".capitalize()


def thread_address(base: str, identity: str) -> str:
    """Where one thread is shown."""
    return f"{base}/thread?{urlencode({'id': identity})}"


def _turning(view: ListView) -> Markup:
    if view.pages < 2:
        return Markup("")
    links = [Markup("<span>Page {} of {}</span>").format(view.page, view.pages)]
    if view.page > 1:
        links.insert(0, _page_link(view, view.page - 1, "Previous commitments"))
    if view.page < view.pages:
        links.append(_page_link(view, view.page + 1, "Next commitments"))
    return Markup('<nav class="turning" aria-label="Pages of the list">{}</nav>').format(
        Markup(" ").join(links)
    )


def _page_link(view: ListView, page: int, words: str) -> Markup:
    return Markup('<a href="{}?{}#list">{}</a>').format(
        view.base, query_of(view.wanted, page=page), words
    )


def _exports(view: ListView) -> Markup:
    items = Markup("").join(
        Markup('<li><a href="{}/export/{}?{}" download>{}</a></li>').format(
            view.base, form, query_of(view.wanted), words
        )
        for form, words in EXPORTS
    )
    return Markup('<h2 id="exports">Take these away</h2><ul class="links">{}</ul>').format(items)


def _missing(view: ListView) -> Markup:
    notes = [_gap(gap) for gap in view.missing]
    if view.lost:
        reviews = count_words(view.lost, "review")
        notes.append(Markup("{} of commitments that no document holds any more").format(reviews))
    if not notes:
        return Markup("")
    return Markup('<h2 id="missing">Not in these documents</h2><ul>{}</ul>').format(
        Markup("").join(Markup("<li>{}</li>").format(note) for note in notes)
    )


def _gap(gap: MissingActions) -> Markup:
    one = gap.first == gap.last
    numbers = f"Action {gap.first}" if one else f"Actions {gap.first} to {gap.last}"
    absent = joined([day_words(each) for each in gap.absent])
    held = f"; minutes not here: {absent}" if gap.absent else ""
    return Markup("{}, {}{}").format(numbers, gap.series, held)
