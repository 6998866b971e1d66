"""Questions paired with their answers, whichever way a document sets them."""

from ingest.questions.find import question_pairs
from ingest.questions.pair import QuestionPair

__all__ = ["QuestionPair", "question_pairs"]
