"""Everyday English words, as the ranker's own vocabulary has them."""

import json
from functools import cache
from importlib import resources


@cache
def english_words() -> frozenset[str]:
    """About twenty thousand common words in lower case: whole words of the model's tokenizer.

    A word that stands here is not a slip of the pen, though a library may not hold it.
    """
    model = json.loads(resources.files("index.ranking").joinpath("tokenizer.json").read_text())
    return frozenset(word for word in model["model"]["vocab"] if word.isalpha())
