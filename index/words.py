"""Text to the words that the keyword index and the lexicon hold.

One normalising for passages and questions, so that the same thing written two ways is found:
"fly-tipping" and "fly tipping", "1,605" and "1605", "2023/24" and "2023-24", straight and curly
quotes, accents, "Commissioner's" and "Commissioner".
"""

import re
import unicodedata

RECIPE = "words-1"

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_DASHES = re.compile(r"[‐-―−­]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
# A financial or school year: 2023/24, 2023-24, 2023-2024. Not 2019-64, a decision's number.
_YEARS = re.compile(r"(?<![\d/.-])(\d{4})\s?[/-]\s?(\d{4}|\d{2})(?![\d/-])")
_POSSESSIVE = re.compile(r"(?<=\w)'s?(?!\w)")
# Letters and digits; a dot or slash stays between digits (7.28, 2023/24), a hyphen between words
# is kept for the moment so that the compound is seen.
_WORD = re.compile(r"\d+(?:[./]\d+)+[a-z]*|[^\W_]+(?:[-'][^\W_]+)*")


def words(text: str) -> list[str]:
    """The lower-case words of `text` in order, numbers and years in one form each.

    A hyphenated compound gives its parts and then the parts joined ("fly", "tipping",
    "flytipping"), so that it is found in any of the three spellings.
    """
    return [part for word in _WORD.findall(normalise(text)) for part in _parts(word)]


def normalise(text: str) -> str:
    """Lower case without accents, one kind of quote and dash, numbers without thousands commas."""
    plain = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    plain = _DASHES.sub("-", plain)
    plain = _THOUSANDS.sub("", plain)
    plain = _YEARS.sub(_year, plain)
    return _POSSESSIVE.sub("", plain)


def _year(match: re.Match[str]) -> str:
    first, second = match.groups()
    if int(second) % 100 != (int(first) + 1) % 100:
        return match.group()
    return f"{first}/{second[-2:]}"


def _parts(word: str) -> list[str]:
    if "-" in word:
        parts = [part.replace("'", "") for part in word.split("-")]
        return [*parts, "".join(parts)]
    return [word.replace("'", "")]
