"""What can go wrong in evaluation.

EvalError
├── SetError         a question, letter or answer file that cannot be read
├── MismatchError    answers that do not belong to the questions
└── RecordError      recorded results that cannot be read
"""


class EvalError(Exception):
    """Base of this folder's errors. The message says what failed, on what, and what to do."""


class SetError(EvalError):
    """A file of questions, letters or answers is missing, broken or empty."""


class MismatchError(EvalError):
    """Answers and questions do not go together."""


class RecordError(EvalError):
    """A file of recorded results is missing or broken."""
