"""Lines of a form, "Reference: 2024-31": they answer nothing that names the reference already."""

import re

from assistant.candidates import Candidate
from assistant.question import Question
from assistant.words import stems, words

_FIELD = re.compile(r"(?P<label>[^:;.?!]{2,60}):\s*(?P<value>[^;?!]*\d[^;?!]*)")
_LONGEST = 15  # words


def only_repeats(question: Question, candidate: Candidate) -> bool:
    """Whether the words are a field of a form that tells nothing the question asks.

    Its value is what the question itself gives, or the date of the paper, where the question is
    not of the paper or of what was done by it.
    """
    if candidate.row is not None or len(candidate.text.split()) > _LONGEST:
        return False
    field = _FIELD.fullmatch(candidate.text.strip())
    if field is None:
        return False
    if _DATE_OF_PAPER.fullmatch(field["label"].strip()) and not _OF_PAPER.search(question.searched):
        return True
    spoken = {word.stem for word in words(question.asked)}
    return stems(field["value"]) <= spoken


_DATE_OF_PAPER = re.compile(
    r"(?:date|dated|published|issued|date (?:published|issued|of (?:issue|publication)))",
    re.IGNORECASE,
)
_OF_PAPER = re.compile(
    r"\b(?:dated?|publi\w+|issued?|releas\w+|notices?|respon\w+|repl\w+|reports?|reported"
    r"|meetings?|minutes|letters?|papers?|documents?|decisions?|decided|decide|sign\w*|agree\w*"
    r"|approv\w+|announc\w+|held|made|recei\w+|sent|answered|plan)\b",
    re.IGNORECASE,
)
