"""The form with which a visitor says that an answer is wrong."""

from markupsafe import Markup


def feedback_form(record: str, action: str) -> Markup:
    """A disclosure with one optional text box; `record` names the answer."""
    return Markup(
        '<details class="feedback"><summary>This answer is wrong</summary>'
        '<form method="post" action="{action}" data-feedback>'
        '<input type="hidden" name="answer" value="{record}">'
        '<label for="why-{record}">What is wrong? Do not include personal details. (Optional)'
        '</label><textarea id="why-{record}" name="words" rows="3" maxlength="1000"></textarea>'
        '<button type="submit">Send</button></form></details>'
    ).format(action=action, record=record)
