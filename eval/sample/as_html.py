"""Sources as pages of the office's web site, with the furniture such pages carry."""

import html

from eval.sample.inline import marked, plain
from eval.sample.markup import (
    PAGE_BREAK_IN_CELL,
    Break,
    Cell,
    Chart,
    Contents,
    Grid,
    Heading,
    Item,
    Paragraph,
    Source,
    SourceBlock,
)

_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title} | {site}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="article:published_time" content="{date}">
<style>body{{font-family:sans-serif;max-width:50em;margin:auto}}td,th{{text-align:left}}</style>
</head>
<body>
<a class="skip-link" href="#main">Skip to main content</a>
<div class="cookie-banner" role="region" aria-label="Cookies">We use cookies to make this site
work. <button>Accept</button> <button>Reject</button></div>
<header><a href="/">{site}</a>
<nav aria-label="Main"><ul><li><a href="/about">About us</a></li>
<li><a href="/news">News</a></li><li><a href="/documents">Documents</a></li>
<li><a href="/contact">Contact</a></li></ul></nav></header>
<nav aria-label="Breadcrumb"><a href="/">Home</a> / <a href="/documents">Documents</a></nav>
<main id="main">
{body}
</main>
<footer><p>{site}. In an emergency call 999.</p>
<ul><li><a href="/privacy">Privacy</a></li><li><a href="/accessibility">Accessibility</a></li></ul>
</footer>
</body>
</html>
"""


def web_page(source: Source, site: str) -> str:
    """The whole page, its words in `<main>`."""
    parts: list[str] = []
    depth = 0
    for block in source.blocks:
        level = block.level if isinstance(block, Item) else 0
        parts.append("<ul>\n" * (level - depth) + "</ul>\n" * (depth - level) + _element(block))
        depth = level
    parts.append("</ul>\n" * depth)
    title = html.escape(source.meta["title"])
    return _PAGE.format(title=title, site=site, date=source.meta["date"], body="".join(parts))


def _element(block: SourceBlock) -> str:
    match block:
        case Heading(level=level, text=text):
            return f"<h{level}>{_inline(text)}</h{level}>\n"
        case Item(text=text):
            return f"<li>{_inline(text)}</li>\n"
        case Paragraph(text=text, label=label):
            return f"<p>{_inline(f'{label} {text}'.strip())}</p>\n"
        case Chart(title=title):
            picture = '<img src="/charts/1.png" alt="">'
            return f"<figure>{picture}<figcaption>{html.escape(title)}</figcaption></figure>\n"
        case Grid():
            return _table(block)
        case Break() | Contents():
            return ""


def _inline(text: str) -> str:
    return marked(
        text,
        r"<strong>\1</strong>",
        r'<a href="\2">\1</a>',
        lambda words: html.escape(words, quote=False),
    )


def _table(grid: Grid) -> str:
    head = ""
    if grid.header:
        labels = (plain(" ".join(cell)) for cell in grid.rows[0])
        cells = "".join(f'<th scope="col">{label}</th>' for label in labels)
        head = f"<thead><tr>{cells}</tr></thead>\n"
    rows = grid.rows[1:] if grid.header else grid.rows
    body = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>\n" for row in rows)
    return f"<table>\n{head}<tbody>\n{body}</tbody>\n</table>\n"


def _cell(cell: Cell) -> str:
    words = [_inline(paragraph) for paragraph in cell if paragraph != PAGE_BREAK_IN_CELL]
    inner = words[0] if len(words) == 1 else "".join(f"<p>{word}</p>" for word in words)
    return f"<td>{inner}</td>"
