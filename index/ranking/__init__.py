"""A small trained model that says how well a sentence answers a question."""

from index.ranking.english import english_words
from index.ranking.ranker import Ranker

__all__ = ["Ranker", "english_words"]
