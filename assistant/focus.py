"""The words of a question that say what is counted, measured or priced.

"How many robberies were solved in Quenmouth" counts robberies. A figure for anything else answers
another question, however many of the other words it shares.
"""

import re

from ingest.document import Span

_ENDS = (
    r"(?=[?.,;:]|$|\b(?:of|for|to|with|get|got|were|was|are|is|did|does|do|has|have|had|will|would|can|could|should|in|at"
    r"|on|during|between|since|by|across|from|under|within|over|after|before|until|that|which|who"
    r"|last|this|compared|as|there|against|via|through|when|per|went|came|took|gave|made|the|you"
    r"|your|they|their|it|its|he|she|his|her|we|our)\b)"
)
_NOT_COUNTED = (
    "still|did|do|does|was|were|are|is|have|has|had|of|in|people|folk|times|ones|cases(?! of)"
    "|instances|occasions|comparison"
)
"""What begins no thing counted, and what says too little to tell by: "how many people"."""
_DOES = re.compile(
    r"(?:still |actually |then |now |also |properly |ever |even )*(?:"
    r"(?:came|sat|got|went|took|gave|made|left|said|held|ended|joined|turned|signed|ran|knew|felt"
    r"|thought|stayed|began|became|told|won)\b"
    r"|[a-z]+ed (?:in|up|on|out|to|at|by|for|with|from|the|a|an|their|it|this|that)\b|[a-z]+ed$)",
    re.IGNORECASE,
)
"""What people did, where "how many" counts them and names nobody: "how many sat in on it"."""
_COUNTED = re.compile(
    rf"\b(?:how many|(?:number|numbers|percentage|per ?cent|proportion|share|rate|volume|average"
    rf"|total|count|figures?|cost|costs|value|price|salary|budget|amount|spend|spending)"
    rf"(?: number| cost| value| amount| percentage)? (?:of|for))\s+(?:the |all |any |our |its )*"
    rf"(?!(?:{_NOT_COUNTED})\b)(?P<counted>[^?.,;:]*?\w)\s*{_ENDS}",
    re.IGNORECASE,
)
_GRADED = re.compile(
    rf"\b(?:grades?|ratings?|scores?|targets?)\b[^?.;:]*?\bfor (?P<counted>[^?.,;:]*?\w)\s*{_ENDS}",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"\bspen(?:t|d|ds|ding) on (?:the |a |an |our |its |their )?"
    rf"(?P<counted>[^?.,;:]*?\w)\s*{_ENDS}",
    re.IGNORECASE,
)
_RATED = re.compile(r"\b(?P<counted>[a-z-]{3,})(?= rates?\b)", re.IGNORECASE)
_MEASURE = re.compile(
    r"\b(?:salary|salaries|wages?|budget|income|fees?|fines?"
    r"|turnover|expenses|gap|speed|tax|apologies)\b",
    re.IGNORECASE,
)


def find_focus(question: str) -> tuple[Span, ...]:
    """Where `question` names what it counts, measures or prices; empty if it does none of these."""
    counted = [
        Span(*match.span("counted"))
        for pattern in (_COUNTED, _GRADED, _RATED, _SPENT)
        for match in pattern.finditer(question)
        if not _DOES.match(match["counted"])
    ]
    return (*counted, *(Span(*match.span()) for match in _MEASURE.finditer(question)))
