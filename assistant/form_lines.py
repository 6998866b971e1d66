"""Lines of a form, "Reference: 2024-31": they answer nothing that names the reference already."""

import re

from assistant.candidates import Candidate
from assistant.question import Question
from assistant.words import stems, words

_FIELD = re.compile(r"(?P<label>[^:;.?!]{2,60}):\s*(?P<value>[^;?!]*\d[^;?!]*)")
_LONGEST = 15  # words


def only_repeats(question: Question, candidate: Candidate) -> bool:
    """Whether the words are a field of a form whose value the question itself gives."""
    if candidate.row is not None or len(candidate.text.split()) > _LONGEST:
        return False
    field = _FIELD.fullmatch(candidate.text.strip())
    if field is None:
        return False
    spoken = {word.stem for word in words(question.asked)}
    return stems(field["value"]) <= spoken
