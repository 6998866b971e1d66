"""A small trained model that says how well a sentence answers a question."""

from index.ranking.ranker import Ranker

__all__ = ["Ranker"]
