"""How the people and bodies who undertake things are named in running text."""

_THE = r"(?:(?i:the)\s+)?"
_NAME = r"[A-Z][\w'’-]+"
_RANK = r"(?:Deputy\s+|Assistant\s+|Temporary\s+|Acting\s+)*"

NAMED_ACTOR = (
    rf"(?:{_THE}(?:T/)?(?:D?PCC|D?CC|ACC|ACO|CFO|OPF?CC\w*)(?:\s+{_NAME})?|{_THE}[Cc]ommissioner|"
    rf"{_THE}{_RANK}Chief\s+(?:Constable|Executive|Officer|Superintendent|Inspector|Finance\s+Officer)"
    rf"(?:\s+{_NAME})?|{_THE}(?:{_NAME}\s+)?Constabulary|{_THE}[Ff]orce|"
    rf"{_THE}(?:Panel|Office|Board|Committee)|"
    rf"{_THE}{_RANK}(?:Director|Head|Manager)(?:\s+of)?(?:\s+(?:{_NAME}|of|and|the|for),?)*|"
    rf"{_THE}(?:{_NAME}\s+)(?:(?:{_NAME}|and|of)\s+)*"
    r"(?:Manager|Team|Unit|Board|Partnership|Department|Directorate|Command|Police|Council)|"
    rf"(?:Mr|Mrs|Ms|Dr|Cllr)\.?\s+{_NAME})"
)
"""A person or body by name or role: "ACC Dean", "the Chief Constable", "Example Constabulary"."""

ACTOR = rf"(?:{NAMED_ACTOR}|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)"
"""The same, or the pronoun for one."""
