"""A reply as plain text and as an HTML page, with the same blocks in the same order."""

from collections.abc import Iterator
from html import escape

from assistant.foi.footnotes import Footnote, Paragraph
from assistant.foi.letter_content import LetterContent

_STYLE = (
    "body{font-family:Arial,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;"
    "line-height:1.5;color:#121e3a}blockquote{border-left:4px solid #8a94a6;margin:0 0 1rem;"
    "padding-left:1rem}h1{font-size:1.4rem}h2{font-size:1.2rem}h3{font-size:1.05rem}"
    "address{font-style:normal}"
)


def text_letter(content: LetterContent) -> str:
    """The reply as plain text, notes as [1] with a list at the end."""
    lines = [content.office, *content.address, *content.contact_lines, ""]
    lines += [f"Date: {content.date}", f"Our reference: {content.reference}", ""]
    lines += [f"Dear {content.salutation},", "", content.subject, "", content.thanks, ""]
    for block in _text_blocks(content):
        lines += [block, ""]
    lines += [f"[{note.number}] {note.title}{note.rest}{_at(note)}" for note in content.footnotes]
    return "\n".join(lines).rstrip() + "\n"


def html_letter(content: LetterContent) -> str:
    """The reply as one HTML page, without scripts or anything fetched from elsewhere."""
    address = "<br>".join(map(escape, (content.office, *content.address, *content.contact_lines)))
    body = "\n".join(_html_blocks(content))
    return (
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        f"<title>{escape(content.subject)}</title><style>{_STYLE}</style></head><body><main>\n"
        f"<address>{address}</address>\n<p>Date: {escape(content.date)}<br>"
        f"Our reference: {escape(content.reference)}</p>\n"
        f"<p>Dear {escape(content.salutation)},</p>\n{body}\n</main></body></html>\n"
    )


def _text_blocks(content: LetterContent) -> Iterator[str]:
    yield from ("YOUR REQUEST", content.request_intro, *(f"> {line}" for line in content.request))
    yield from ("WHAT WE SEARCHED", content.searched, "OUR ANSWERS", content.answers_intro)
    for part in content.parts:
        yield from (part.heading, f"> {part.ask}")
        if part.statement:
            yield part.statement
        for paragraph in part.paragraphs:
            yield paragraph.text + "".join(f" [{number}]" for number in paragraph.notes)
    if content.refusals:
        yield from ("WHAT WE ARE NOT GIVING YOU", content.refusal_intro)
        for refusal in content.refusals:
            yield from (refusal.heading, *refusal.paragraphs)
    yield from ("WHAT COMES WITH THIS LETTER", *content.supply, content.close)
    yield f"Yours sincerely,\n\n{content.signatory}\n{content.signatory_role}".rstrip()
    yield from ("IF YOU ARE UNHAPPY WITH OUR REPLY", content.review)
    yield from ("COMPLAINING TO THE REGULATOR", content.regulator)


def _html_blocks(content: LetterContent) -> Iterator[str]:
    yield f"<h1>{escape(content.subject)}</h1>"
    yield _p(content.thanks)
    yield f"<h2>Your request</h2>{_p(content.request_intro)}"
    yield f"<blockquote>{''.join(map(_p, content.request))}</blockquote>"
    yield f"<h2>What we searched</h2>{_p(content.searched)}"
    yield f"<h2>Our answers</h2>{_p(content.answers_intro)}"
    for part in content.parts:
        yield f"<h3>{escape(part.heading)}</h3><blockquote>{_p(part.ask)}</blockquote>"
        if part.statement:
            yield _p(part.statement)
        yield from map(_noted, part.paragraphs)
    if content.refusals:
        yield f"<h2>What we are not giving you</h2>{_p(content.refusal_intro)}"
        for refusal in content.refusals:
            yield f"<h3>{escape(refusal.heading)}</h3>{''.join(map(_p, refusal.paragraphs))}"
    yield f"<h2>What comes with this letter</h2>{''.join(map(_p, content.supply))}"
    yield _p(content.close)
    signed = f"{escape(content.signatory)}<br>{escape(content.signatory_role)}"
    yield f"<p>Yours sincerely,</p><p>{signed}</p>"
    yield f"<h2>If you are unhappy with our reply</h2>{_p(content.review)}"
    yield f"<h2>Complaining to the regulator</h2>{_p(content.regulator)}"
    if content.footnotes:
        yield f"<h2>Notes</h2><ol>{''.join(map(_note, content.footnotes))}</ol>"


def _p(words: str) -> str:
    return f"<p>{escape(words).replace(chr(10), '<br>')}</p>"


def _noted(paragraph: Paragraph) -> str:
    marks = "".join(
        f'<sup><a href="#note-{number}" aria-label="Note {number}">{number}</a></sup>'
        for number in paragraph.notes
    )
    return f"<p>{escape(paragraph.text).replace(chr(10), '<br>')}{marks}</p>"


def _note(note: Footnote) -> str:
    title = escape(note.title)
    named = f'<a href="{escape(note.url)}">{title}</a>' if note.url else title
    return f'<li id="note-{note.number}">{named}{escape(note.rest)}</li>'


def _at(note: Footnote) -> str:
    return f" {note.url}" if note.url else ""
