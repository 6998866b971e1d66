"""Somebody a question names as an owner, of whom the register knows nothing."""

import re

from assistant.commitments.owners import aliases, find_owner
from assistant.commitments.register import Register

_TITLE = (
    r"(?:T/)?(?:ACC|ACO|DCC|Mrs?|Ms|Miss|Dr|Cllr|Councillor|Sir|Dame|(?:Detective )?"
    r"(?:Chief )?(?:Superintendent|Inspector)|Sergeant|(?:Assistant |Deputy )?Chief Constable)\.?"
)
_NAME = r"[A-Z][a-z]+(?:['’-][A-Z]?[a-z]+)*"
_TITLED = re.compile(
    rf"\b(?:for|by|of|from|with|does|do|did|has|have|is)\s+(?P<who>{_TITLE}(?: {_NAME}){{1,2}})"
    rf"|\b(?P<whose>{_TITLE}(?: {_NAME}){{1,2}})['’]s\b"
)
_OWNS = re.compile(
    r"\bactions?\b[^?.;]{0,40}?\b(?:[Dd]oes|[Dd]o|[Dd]id|[Ii]s|[Aa]re|[Hh]as|[Hh]ave)\s+"
    r"(?P<who>(?:the\s+)?[A-Z][^?,.;]{1,60}?)\s+"
    r"(?:own|owe|have|hold|responsible|in charge|the owner)\b"
)


def find_stranger(question: str, register: Register) -> str:
    """The name as written, "" where nobody is named or the register knows them.

    A rank and a surname are one name: an ACC who owns actions does not make every ACC known.
    """
    titled = _TITLED.search(question)
    if titled:
        who = titled["who"] or titled["whose"]
        return "" if _is_known(who.split()[-1], register) else who
    owns = _OWNS.search(question)
    return owns["who"] if owns and find_owner(owns["who"], register) is None else ""


def _is_known(surname: str, register: Register) -> bool:
    owned = ((i.commitment.owner, i.commitment.role) for t in register.threads for i in t.items)
    return any(surname.lower() in aliases(owner, role) for owner, role in owned)
