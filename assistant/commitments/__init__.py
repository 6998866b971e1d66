"""The commitments register: who undertook what, and what became of it.

`answer_commitment_question` is what the answering pipeline asks; `load_register` gives all of it.
"""

from assistant.commitments.answering import CommitmentAnswer
from assistant.commitments.ask_library import answer_commitment_question, register_of
from assistant.commitments.cited import CitedCommitment
from assistant.commitments.register import Register, load_register
from assistant.commitments.thread import Standing, Thread

__all__ = [
    "CitedCommitment",
    "CommitmentAnswer",
    "Register",
    "Standing",
    "Thread",
    "answer_commitment_question",
    "load_register",
    "register_of",
]
