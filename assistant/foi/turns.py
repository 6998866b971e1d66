"""Pieces from which the patterns of request letters are put together. All ignore case."""

import re


def alternatives(*words: str) -> str:
    """A group that matches any of `words`, each a pattern."""
    return f"(?:{'|'.join(words)})"


def pattern(words: str) -> re.Pattern[str]:
    """A pattern that ignores case."""
    return re.compile(words, re.IGNORECASE)


def patterns(*words: str) -> re.Pattern[str]:
    """A pattern that matches any of `words`, wherever it begins."""
    return pattern("|".join(words))


AUXILIARY = alternatives(
    *"is are was were do does did has have had will would can could may might should".split()
)
ASKED_WITH = alternatives(
    rf"how (?:many|much|often|long|far|soon|frequently|{AUXILIARY})",
    r"(?:for|on|by|to|in|at|from|of|with|under|since|until) (?:what|which|whom|whose|when)",
    "by how (?:many|much)",
    r"what(?:'s|s)?",
    "which",
    "who(?:m|se|s|'s)?",
    "when",
    "where",
    "why",
    "whether",
    "how",
)
"""The words that begin a question."""

GIVING = alternatives(
    *"provide send supply state list confirm tell explain disclose give describe release".split(),
    *"indicate specify identify attach detail advise forward share furnish clarify say".split(),
    *"show outline summarise summarize publish inform answer".split(),
    "set out",
    "make available",
    "let (?:me|us)(?! (?:put|explain|be (?:clear|plain)|say|start|begin|add)\\b)",
    r"name(?!\s*:)",
    "do (?:let|tell|send)",
)
"""What a requester asks the office to do: give information."""

GETTING = alternatives(
    *"know see have receive request ask learn understand find obtain get enquire inquire".split(),
    *"hear view inspect read establish clarify confirm".split(),
    "be (?:told|given|sent|provided|informed|supplied)",
)
"""What a requester wants for themselves: to get information."""

_FILLER = alternatives(
    *"the this that these those all any some your my such of requested relevant above".split(),
    *"following recorded disclosed foi a full complete please most recent latest available".split(),
    *"me with you to back".split(),
)
_BARE = alternatives(
    *"information data dataset reply replies response responses answers? material results?".split(),
    *"details documents? it them everything this these disclosure figures records?".split(),
)
EMPTY_OBJECT = (
    rf"(?:{_FILLER}\s+)*{_BARE}\b"
    r"(?:\s+(?:that )?(?:i|we) (?:have |am |are )?(?:request|ask|seek|requir|need)\w*(?: for)?"
    r"|\s+(?:requested|above|below|sought|supplied|provided|asked for|i want|available|held))*"
)
"""An object without content: "the information", "your response", "all of the above data"."""

FORMAT = alternatives(
    "e-?mail",
    "electronic(?:ally)?",
    "excel",
    r"\.?xlsx?",
    r"\.?csv",
    r"spread\s?sheets?",
    "pdfs?",
    "word (?:document|format|file)",
    "(?:hard|paper) cop(?:y|ies)",
    "on paper",
    "machine[- ]readable",
    "large print",
    "by (?:post|letter)",
    "in writing",
    "digital(?:ly)?",
    "usb",
    "braille",
    "open format",
    "format",
)
MEANS = alternatives(
    "e-?mail",
    "post",
    "letter",
    "phone",
    "telephone",
    "writing",
    "this (?:e-?mail )?address",
    r"the [\w' -]{0,20}address",
)
ASKING = alternatives(
    *"please pls plz kindly ideally i'd we'd i'm".split(),
    "(?:could|can|would|will) you",
    "(?:i|we) (?:would|should|am|also ask|ask|request|want|wish|prefer|need)",
    "(?:may|might) i",
)
ABOUT_THE_REQUEST = alternatives(
    *"you your my it this they them these information anything complying compliance".split(),
    "providing",
    "requested",
    "(?:the|this|my) request",
    "the (?:information|data)",
    "any (?:part|aspect|element)",
    "any of (?:it|this|these|the|my)",
    "(?:parts?|some|all) of (?:it|this|my|the)",
    "(?:an |any )?exemptions?",
)
"""What a condition about the request itself, and not about its subject, speaks of."""
