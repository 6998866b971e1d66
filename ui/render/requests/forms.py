"""Labelled fields. Every control has a label of its own; ids are unique within a page."""

from collections.abc import Sequence

from markupsafe import Markup


def text_field(
    name: str, label: str, value: str = "", *, ident: str = "", kind: str = "text"
) -> Markup:
    """A one-line field; `ident` where the name occurs more than once in the page."""
    return Markup(
        '<label for="{id}">{label}</label><input id="{id}" name="{name}" type="{kind}" '
        'value="{value}" autocomplete="off">'
    ).format(id=ident or name, label=label, name=name, kind=kind, value=value)


def area(name: str, label: str, value: str, *, ident: str = "", rows: int = 5) -> Markup:
    """A field of several lines."""
    return Markup(
        '<label for="{id}">{label}</label><textarea id="{id}" name="{name}" rows="{rows}">'
        "\n{value}</textarea>"
    ).format(id=ident or name, label=label, name=name, rows=rows, value=value)


def choice(
    name: str, label: str, options: Sequence[tuple[str, str]], chosen: str, *, ident: str = ""
) -> Markup:
    """A list to choose from; `options` are value and words."""
    items = Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if value == chosen else "", words
        )
        for value, words in options
    )
    return Markup(
        '<label for="{id}">{label}</label><select id="{id}" name="{name}">{items}</select>'
    ).format(id=ident or name, label=label, name=name, items=items)


def tick(name: str, label: str, *, ident: str = "", on: bool = False) -> Markup:
    """A box to tick."""
    return Markup(
        '<p class="tick"><input id="{id}" name="{name}" type="checkbox" value="yes"{on}>'
        '<label for="{id}">{label}</label></p>'
    ).format(id=ident or name, name=name, label=label, on=Markup(" checked") if on else "")


def button(act: str, words: str, *, quiet: bool = False) -> Markup:
    """A button that sends its form with this act."""
    style = Markup(' class="quiet"') if quiet else ""
    return Markup('<button type="submit" name="act" value="{}"{}>{}</button>').format(
        act, style, words
    )


def folded(words: str, content: Markup) -> Markup:
    """Something that is shown when its heading is opened."""
    return Markup("<details><summary>{}</summary>{}</details>").format(words, content)


def message_box(message: str) -> Markup:
    """What went wrong with the last act, announced at once; nothing if nothing did."""
    if not message:
        return Markup("")
    return Markup('<p class="error" role="alert">{}</p>').format(message)


def items(lines: Sequence[object]) -> Markup:
    """A plain list; nothing if there are no lines."""
    if not lines:
        return Markup("")
    made = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    return Markup("<ul>{}</ul>").format(made)
