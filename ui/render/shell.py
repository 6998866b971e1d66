"""The frame around every page: head, header, notices and footer."""

from dataclasses import dataclass

from markupsafe import Markup

from assistant.safety import CRIME_NOTICE, FORMAL_REQUEST_NOTICE
from ui.settings import UiSettings

STYLES = ("colours", "pages", "answers", "library", "requests", "gradio")
"""Style sheets of every page, in order."""


@dataclass(frozen=True, slots=True)
class Frame:
    """HTML for the end of <head>, and before and after the page's own content."""

    head: Markup
    before: Markup
    after: Markup


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the navigation."""

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Place:
    """Which page this is: its title, its own address, the navigation, and who is logged in."""

    title: str
    address: str
    navigation: tuple[NavItem, ...]
    user: str | None = None


def frame(settings: UiSettings, place: Place) -> Frame:
    """The frame of the page at `place`."""
    return Frame(
        head=_head(settings, place), before=_before(settings, place), after=_after(settings, place)
    )


def whole_page(settings: UiSettings, place: Place, main: Markup) -> str:
    """A page of our own, whole."""
    around = frame(settings, place)
    page = Markup(
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '{}</head><body id="page">{}<main id="main" tabindex="-1">{}</main>{}</body></html>'
    ).format(around.head, around.before, main, around.after)
    return str(page)


def _head(settings: UiSettings, place: Place) -> Markup:
    base = settings.sub_path
    styles = Markup("").join(
        Markup('<link rel="stylesheet" href="{}/ui/{}.css">').format(base, name) for name in STYLES
    )
    return Markup(
        '<title>{title} – {service} – {office}</title><link rel="icon" href="{base}/ui/mark.svg">'
        '{styles}<script src="{base}/ui/pages.js" defer></script>'
        '<script src="{base}/ui/formal.js" defer></script>'
    ).format(
        title=place.title,
        service=settings.service_name,
        office=settings.office_name,
        base=base,
        styles=styles,
    )


def _before(settings: UiSettings, place: Place) -> Markup:
    officer = place.user is not None
    return Markup(
        '<a class="skip" href="{here}#main">Skip to main content</a>'
        '<header class="top"><div class="width">'
        '<a class="office" href="{home}">{office}</a> <span class="service">{service}</span>{who}'
        '</div></header><nav class="menu" aria-label="Main"><ul class="width">{menu}</ul></nav>'
        "{notices}"
    ).format(
        here=place.address,
        home=f"{settings.sub_path}/officer/" if officer else f"{settings.sub_path}/",
        office=settings.office_name,
        service=settings.service_name,
        who=_who(settings, place.user),
        menu=_menu(place),
        notices="" if officer else _notices(settings),
    )


def _who(settings: UiSettings, user: str | None) -> Markup:
    if user is None:
        return Markup("")
    return Markup(
        '<form class="logout" method="post" action="{}/logout"><span>Logged in as {}</span> '
        '<button type="submit" class="quiet on-dark">Log out</button></form>'
    ).format(settings.sub_path, user)


def _menu(place: Place) -> Markup:
    return Markup("").join(
        Markup('<li><a href="{}"{}>{}</a></li>').format(
            item.address,
            _current(item.address, place.address),
            item.words,
        )
        for item in place.navigation
    )


def _current(item: str, here: str) -> Markup:
    if item == here:
        return Markup(' aria-current="page"')
    below = not item.endswith("/") and here.startswith(f"{item}/")
    return Markup(' aria-current="true"') if below else Markup("")


def _notices(settings: UiSettings) -> Markup:
    own = Markup("<p>{}</p>").format(settings.banner) if settings.banner else ""
    return Markup(
        '<section class="notices" aria-label="Important"><div class="width">{}'
        "<p>{} {}</p></div></section>"
    ).format(own, CRIME_NOTICE, FORMAL_REQUEST_NOTICE)


def _after(settings: UiSettings, place: Place) -> Markup:
    base = settings.sub_path
    last = ("/", "Public page") if place.user else ("/officer/", "Officer log in")
    return Markup(
        '<footer class="foot"><div class="width">{contact}'
        '<p><a href="{base}/accessibility">Accessibility statement</a> '
        '<a href="{base}{path}">{words}</a></p></div></footer>'
        '<div id="announcer" class="hidden" role="status" aria-live="polite"></div>'
    ).format(contact=contact(settings), base=base, path=last[0], words=last[1])


def contact(settings: UiSettings) -> Markup:
    """How to reach the office, as far as the settings say; empty if they say nothing."""
    parts: list[Markup] = []
    if settings.contact_email:
        parts.append(Markup('<a href="mailto:{0}">{0}</a>').format(settings.contact_email))
    if settings.contact_phone:
        parts.append(Markup("{}").format(settings.contact_phone))
    if settings.contact_address:
        parts.append(Markup("{}").format(settings.contact_address))
    if settings.website:
        parts.append(Markup('<a href="{}">Our website</a>').format(settings.website))
    if not parts:
        return Markup("")
    return Markup("<p>Contact the {}: {}</p>").format(
        settings.office_name, Markup(" · ").join(parts)
    )
