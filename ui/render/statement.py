"""The accessibility statement.

The wording follows the model statement that the Public Sector Bodies (Websites and Mobile
Applications) (No. 2) Accessibility Regulations 2018 require.
"""

from markupsafe import Markup

from ui.render.shell import contact
from ui.settings import UiSettings

_BODY = """
<h1>Accessibility statement</h1>
<p>This statement is about the service “{service}” of the {office}. We want as many people as
possible to be able to use it. You should be able to:</p>
<ul>
<li>use every page with a keyboard only, and see where you are</li>
<li>listen to every page with a screen reader; new answers are announced</li>
<li>zoom in to 400% and use a screen 320 pixels wide without scrolling sideways, apart from wide
tables, which scroll on their own</li>
<li>take as long as you like: nothing on the public pages runs out</li>
</ul>
<h2>How accessible this service is</h2>
<p>The service was built to the Web Content Accessibility Guidelines 2.2 at level AA. Known
limits:</p>
<ul>
<li>Pictures of pages of original documents are pictures. The words of each page are given as text
beside its picture, with the quoted words marked.</li>
<li>Original documents that you download were made by others and may not be accessible. Ask us for
another format.</li>
<li>Asking a question needs JavaScript. Searching the documents and reading them do not.</li>
</ul>
<h2>Tell us about problems</h2>
<p>If you find a problem, or need something in another format, tell us and we will answer as soon
as we can.</p>
{contact}
<h2>Enforcement</h2>
<p>The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile
Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with our answer, contact
the Equality Advisory and Support Service.</p>
<h2>How this was tested</h2>
<p>Every page and state of each release is checked with the axe-core tool and walked through with
the keyboard alone in a browser, at 1280, 390 and 320 pixels wide. Such checks find only some of
the problems; people find the rest, so please tell us.</p>
"""


def statement_page(settings: UiSettings) -> Markup:
    """The main part of the page."""
    return Markup(_BODY).format(  # noqa: S704 - a constant of this module
        service=settings.service_name, office=settings.office_name, contact=contact(settings)
    )
