"""Which pages have text that can be trusted, and which must be read from their picture.

A page needs that if it has a picture and hardly a word (a scan), if glyphs have no known
characters, or if its words are no words (fonts that map their glyphs to the wrong letters).
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from ingest.pdf.shapes import PageContent, Word

FEW_WORDS = 15
MUCH_PICTURE = 0.5  # of the page's area
UNMAPPED = 0.15  # of the words
ENOUGH_WORDS = 30
COMMON_SHARE = 0.02  # of English words are among the commonest, even in a table of names
SPOKEN = 0.5  # of the different longer words look like words, at least
VOWELS = 0.27  # of the letters are vowels, at least; English has about 0.39
LONGER = 4
STRANGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
VOWEL = re.compile("[aeiouyAEIOUYà-ÿÀ-ß]")
PLAIN = re.compile(r"[\"'“”‘’(\[]*[^\W\d_]+(?:[-'’/&.@][^\W\d_]+)*[)\]\"'“”‘’.,;:!?]*")
COMMON = frozenset("the of and to in a for on is that was by with be at from are or as not".split())


class Fault(StrEnum):
    """Why a page's own text is not enough."""

    PICTURE = "a picture without text"
    UNMAPPED = "letters without a known meaning"
    SCRAMBLED = "scrambled text"


def page_fault(page: PageContent) -> Fault | None:
    """What is wrong with the text of a page; None if nothing is."""
    words = page.words
    if len(words) < FEW_WORDS and page.pictured >= MUCH_PICTURE:
        return Fault.PICTURE
    if not words:
        return None
    strange = sum(STRANGE.search(word.text) is not None for word in words)
    if max(page.unmapped, strange) > UNMAPPED * len(words):
        return Fault.UNMAPPED
    return Fault.SCRAMBLED if _is_scrambled(words) else None


def _is_scrambled(words: Sequence[Word]) -> bool:
    """Whether most of the longer words are none: marks within them, or hardly a vowel."""
    texts = [word.text for word in words]
    if sum(text.lower() in COMMON for text in texts) >= COMMON_SHARE * len(texts):
        return False
    longer = {
        text for text in texts if len(text) >= LONGER and not any(sign.isdigit() for sign in text)
    }
    if len(longer) < ENOUGH_WORDS:
        return False
    spoken = sum(PLAIN.fullmatch(text) is not None for text in longer)
    letters = sum(sign.isalpha() for text in longer for sign in text)
    vowels = sum(len(VOWEL.findall(text)) for text in longer)
    return spoken < SPOKEN * len(longer) or vowels < VOWELS * letters
