"""The form to log in with."""

from markupsafe import Markup


def login_form(action: str, onward: str, message: str) -> Markup:
    """Name and password; `message` says what was wrong with the last attempt."""
    error = Markup('<p class="error" role="alert" id="login-error">{}</p>').format(message)
    return Markup(
        '<h1>Officer log in</h1><form method="post" action="{action}" class="stack">{error}'
        '<input type="hidden" name="onward" value="{onward}">'
        '<label for="name">Name</label>'
        '<input id="name" name="name" autocomplete="username" required maxlength="64"{described}>'
        '<label for="password">Password</label>'
        '<input id="password" name="password" type="password" autocomplete="current-password" '
        'required{described}><button type="submit">Log in</button></form>'
        "<p>Users are made by the person who runs this service.</p>"
    ).format(
        action=action,
        onward=onward,
        error=error if message else "",
        described=Markup(' aria-describedby="login-error"') if message else "",
    )
