"""Example questions, and the words at the head of the pages that answer."""

from collections.abc import Sequence

from markupsafe import Markup

from assistant.answer import Searched
from ui.render.words import count_words, day_words


def examples_list(questions: Sequence[str]) -> Markup:
    """Buttons that put a question into the box and ask it; empty if there are none."""
    if not questions:
        return Markup("")
    items = Markup("").join(
        Markup(
            '<li><button type="button" class="example" data-question="{0}">{0}</button></li>'
        ).format(question)
        for question in questions
    )
    return Markup("<h2>Questions you could ask</h2><ul>{}</ul>").format(items)


def introduction(heading: str, words: str, held: Searched) -> Markup:
    """The page's heading, what it is for, and what it can answer from."""
    return Markup('<h1>{}</h1><p class="lead">{}</p><p class="held">{}</p>').format(
        heading, words, held_words(held)
    )


def held_words(held: Searched) -> str:
    """What the library holds, as a sentence."""
    if not held.documents:
        return "There are no documents here yet."
    count = count_words(held.documents, "document")
    if held.earliest is None or held.latest is None:
        return f"Answers come from {count}."
    return (
        f"Answers come from {count} dated {day_words(held.earliest)} to {day_words(held.latest)}."
    )
