"""Whether words stand in a text, for scoring. Pure functions, nothing of the product used.

Two ways of comparing, on purpose:

- *alternatives* of a gold group are looked for as whole words and numbers, after case, spaces,
  thousands commas, dashes and quotation marks are made alike. Gold groups hold stems too
  ("terroris", "locat", and "fund" where the document says "funding"), so an alternative that ends
  in a word of four letters or more may be the beginning of a word. A number never is: "16" does
  not stand in "160", "16.5" or "2016".
- *quotes* are compared word for word with everything but letters and digits left out, so that
  markup, bullets, tabs between cells and line ends make no difference.
"""

import html
import re
import unicodedata

STEM_LETTERS = 4

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_QUOTES = str.maketrans({"‘": "'", "’": "'", "‛": "'", "`": "'", "“": '"', "”": '"', "″": '"'})
_SOFT = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_SPACES = re.compile(r"\s+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK_TARGET = re.compile(r"(?<=\])\([^()\s]*\)")
_NOT_WORD = re.compile(r"[\W_]+")


def made_alike(text: str) -> str:
    """`text` in lower case, with spaces, thousands commas, dashes and quotation marks unified."""
    text = unicodedata.normalize("NFKC", _SOFT.sub("", text)).translate(_DASHES).translate(_QUOTES)
    return _SPACES.sub(" ", _THOUSANDS.sub("", text)).strip().lower()


def stands_in(alternative: str, text: str, *, stems: bool = True) -> bool:
    """Whether `alternative` stands in `text`. With `stems` a last word may go on ("fund" + "ing").

    Example: "16" stands in "lost 16 followers", not in "16.5%" or "2016".
    """
    needle = made_alike(alternative)
    if not needle:
        return False
    return re.search(_pattern(needle, stems), made_alike(text)) is not None


def group_present(group: tuple[str, ...], text: str, *, stems: bool = True) -> bool:
    """Whether one alternative of a gold group stands in `text`."""
    return any(stands_in(alternative, text, stems=stems) for alternative in group)


def words_of(text: str) -> str:
    """The words and digits of `text` with one space around each; markup and punctuation gone."""
    plain = _LINK_TARGET.sub("", _TAG.sub(" ", html.unescape(text)))
    plain = unicodedata.normalize("NFKC", _SOFT.sub("", plain)).casefold()
    return f" {_NOT_WORD.sub(' ', plain).strip()} "


def holds(text: str, quote: str) -> bool:
    """Whether `text` holds the words of `quote`, in order and without a gap."""
    wanted = words_of(quote)
    return bool(wanted.strip()) and wanted in words_of(text)


def shares_half(left: str, right: str) -> bool:
    """Whether the longest run of words in both is at least half of the shorter text."""
    first, second = words_of(left).split(), words_of(right).split()
    shorter = min(len(first), len(second))
    return shorter > 0 and 2 * _longest_common_run(first, second) >= shorter


def word_count(text: str) -> int:
    """How many words a person would count: runs between spaces."""
    return len(text.split())


def _pattern(needle: str, stems: bool) -> str:
    start = r"(?<![\w])(?<!\d[.,])" if needle[0].isalnum() else ""
    last_word = re.search(r"[^\W\d_]+$", needle)
    if needle[-1].isdigit():
        end = r"(?!\w)(?![.,]\d)"
    elif stems and last_word and len(last_word.group()) >= STEM_LETTERS:
        end = ""
    else:
        end = r"(?!\w)" if needle[-1].isalnum() else ""
    return start + re.escape(needle) + end


def _longest_common_run(first: list[str], second: list[str]) -> int:
    best = 0
    previous = [0] * (len(second) + 1)
    for word in first:
        current = [0] * (len(second) + 1)
        for place, other in enumerate(second, start=1):
            if word == other:
                current[place] = previous[place - 1] + 1
                best = max(best, current[place])
        previous = current
    return best
