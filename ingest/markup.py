"""Take markup out of a line of text, leaving its words as they were.

Text conversions mix Markdown emphasis and links, HTML tags and entities, all within table cells
and paragraphs alike. A marker that hugs no word ("** Long term average not available") is a
printed asterisk and stays.
"""

import html
import re

_IMAGE = re.compile(r"!\[([^\[\]]{0,500})\]\([^()\s]{0,2000}\)")
_LINK = re.compile(
    r"\[((?:[^\[\]\\]|\\.){0,1000})\]\((?:[^()\s\\]|\\.|\([^()\s]{0,200}\)){0,2000}\)"
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~$&])")
_TAG = re.compile(
    r"</?(?:p|b|i|u|em|strong|span|div|a|br|hr|font|sup|sub|small|center|code|ul|ol|li|table|thead"
    r"|tbody|tr|td|th|h[1-6]|img|blockquote|section|article|label|strike|s|del|ins|mark)"
    r"(?:\s[^<>]{0,1000})?/?>",
    re.I,
)
_PARAGRAPH_TAG = re.compile(
    r"</?(?:p|div|li|ul|ol|tr|h[1-6]|table|blockquote|section|article)(?:\s[^<>]{0,1000})?>"
    r"|<(?:br|hr)\s*/?>",
    re.I,
)
_STRONG = re.compile(r"(\*\*|__)(?=[^\s*_])(.{1,2000}?)(?<=[^\s*_])\1")
# A closing marker whose opening one the conversion lost; after a colon it is no footnote mark.
_DANGLING = re.compile(r"(?<=:)\*\*\s*\Z")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*%])([^*\n]{1,500}?)(?<=[^\s*])\*(?![\w*])")
_UNDERSCORE = re.compile(r"(?<![\w_/.])_(?=[^\s_])([^_\n]{1,500}?)(?<=[^\s_])_(?![\w_/.])")
_WHOLLY_STRONG = re.compile(r"\s*(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1\s*:?\s*")
_WHITE = re.compile(r"\s+")
# Control characters, zero-width marks, soft hyphens, byte-order marks, tag characters and lone
# surrogates carry no words, and some of them break the stores.
_JUNK = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def plain(text: str) -> str:
    """`text` with white space made single spaces and characters that carry no words removed."""
    return _WHITE.sub(" ", _JUNK.sub("", text)).strip()


def without_markup(text: str) -> str:
    """The words of one line or cell paragraph, markup and entities resolved."""
    if "<" in text:
        text = _AUTOLINK.sub(r"\1", text)
        text = _TAG.sub(" ", text)
    if "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    if "**" in text or "__" in text:
        text = _DANGLING.sub("", _STRONG.sub(_unwrap, text))
    if "*" in text:
        text = _EMPHASIS.sub(r"\1", text)
    if "_" in text:
        text = _UNDERSCORE.sub(r"\1", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        text = html.unescape(text)
    return plain(text)


def _unwrap(match: re.Match[str]) -> str:
    """The words in bold, kept apart from a word that the marker was glued to.

    Conversions lose the white space between a bold run and its neighbour: "are:**01**". A space
    is put back only where the two sides cannot be one word: capital after small letter, or digit
    beside a letter or colon. "**T**able" stays one word.
    """
    words = match.group(2)
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 3].lstrip("*_")[:1]
    left = " " if _parted(before, words[0]) else ""
    right = " " if _parted(words[-1], after) else ""
    return left + words + right


def _parted(left: str, right: str) -> bool:
    if not left or not right or left.isspace() or right.isspace() or not right.isalnum():
        return False
    if left in ":;,.!?)":
        return True
    return (left.islower() or left.isdigit()) and (right.isupper() or right.isdigit())


def is_strong(text: str) -> bool:
    """Whether the whole line is set in bold."""
    return _WHOLLY_STRONG.fullmatch(text) is not None


def cell_paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a table cell that may hold HTML, without markup, empty ones left out."""
    pieces = _PARAGRAPH_TAG.split(text) if "<" in text else [text]
    return tuple(words for words in map(without_markup, pieces) if words)
