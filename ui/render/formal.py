"""A formal request composed from the conversation, in the visitor's own browser.

Name and email stay in the browser: the fields have no names, stand in no form, and the script that
reads them (`formal.js`) sends nothing anywhere.
"""

from markupsafe import Markup

from ui.settings import UiSettings

_WORDS = (
    "A question typed above is not a formal request. Here you can make a letter of your questions "
    "and send it to the office yourself. What you type here stays in your browser: it is not sent "
    "to this service and not kept."
)


def formal_request(settings: UiSettings) -> Markup:
    """The composer, closed until it is wanted."""
    return Markup(
        '<details id="formal" data-office="{office}" data-email="{email}">'
        "<summary>Make this a formal request</summary><p>{words}</p>"
        '<label for="formal-name">Your name</label>'
        '<input id="formal-name" type="text" autocomplete="name">'
        '<label for="formal-reply">Where the reply should go (email or postal address)</label>'
        '<input id="formal-reply" type="text" autocomplete="email">'
        '<p><button type="button" data-formal="compose">Make a letter of my questions</button></p>'
        '<label for="formal-letter">Your letter</label>'
        '<textarea id="formal-letter" rows="12"></textarea>'
        '<p><button type="button" class="quiet" data-formal="copy">Copy the letter</button> {send}'
        "</p></details>"
    ).format(
        office=settings.office_name,
        email=settings.contact_email,
        words=_WORDS,
        send=Markup('<a id="formal-send" href="mailto:{}">Open it in my email program</a>').format(
            settings.contact_email
        )
        if settings.contact_email
        else "",
    )
