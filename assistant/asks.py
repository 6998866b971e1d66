"""Several questions in one: where each ask begins and ends."""

import re

_ASKING = (
    r"(?:how|what|when|who|whom|whose|which|why|where|whether|by how"
    r"|(?:by|on|in|at|for|to|with|from) (?:what|whom|which)"
    r"|did|does|do|is|are|was|were|has|have|had|can|could|will|would)"
)
_BREAK = re.compile(
    r"(?<=[?!;])\s+|\s\+\s"
    rf"|(?:,|;|\s[-–—])?\s+(?:and|or|also|plus|&)\s+(?:also\s+|then\s+|,?\s*separately,?\s+)?(?={_ASKING}\b)"
    r"|,?\s+and\s+(?=the (?:number|percentage|proportion|share|total|amount|value|cost)\b)"
    rf"|,\s+(?=(?:how many|how much|what|when|who|why|where|which)\b)",
    re.IGNORECASE,
)
_OF_ONESELF = re.compile(
    r"\W*(?:(?:hi|hello|dear all)\W+)?(?:i|i['’](?:m|ve|d)|we|we['’](?:re|ve|d)|my|our)\b"
    r"(?!.*\b(?:want|like|need|please|know|ask\w*|see\w*|after|look\w*|grateful|interest\w*|request\w*"
    r"|how|what|when|who|whose|which|why|where)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""What somebody tells of themselves asks nothing: "I've been offered a place on the course"."""
_FEWEST_WORDS = 2


def split_asks(question: str) -> tuple[str, ...]:
    """The asks of a question in order, each in its own words; the whole where there is one."""
    pieces = [piece.strip(" ,;") for piece in _BREAK.split(question) if piece]
    if len(pieces) > 1 and _OF_ONESELF.match(pieces[0]):
        end = question.index(pieces[1], len(pieces[0])) + len(pieces[1])
        pieces[:2] = [question[:end].strip(" ,;")]
    asks: list[str] = []
    for piece in pieces:
        if len(piece.split()) < _FEWEST_WORDS and asks:
            asks[-1] = f"{asks[-1]} {piece}"
        elif piece:
            asks.append(piece)
    return tuple(asks) if len(asks) > 1 else (question,)
