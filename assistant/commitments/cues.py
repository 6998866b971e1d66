"""The words by which a question about commitments is known, and what they ask for."""

import re
from enum import StrEnum

from assistant.words import stems


class State(StrEnum):
    """How the threads asked for stand."""

    ANY = "any"
    NEW = "new"
    OPEN = "open"
    CLOSED = "closed"
    OVERDUE = "overdue"
    NO_OUTCOME = "closed without outcome"
    UNHEARD = "no later record"
    LEFT = "left open"
    DUE = "due"
    MOVED = "changed owner"
    RESOLVED = "asked for or decided"
    WITHIN = "promised in an update"


ACTION = re.compile(
    r"\bactions?\s*(?:points?\s*|items?\s*)?(?:nos?\.?|numbers?|#)?\s*"
    r"(?P<ids>\d{1,4}(?:\s*(?:,|and|&|to|-|–)\s*(?:action\s*)?\d{1,4})*)\b"
    r"(?!\s*(?:%|per\b|days|people))",
    re.IGNORECASE,
)
"""An action by its number."""

NOUN = re.compile(
    r"\b(?:(?<!legal )(?<!formal )(?<!court )(?<!civil )(?<!enforcement )(?<!disciplinary )"
    r"(?<!industrial )(?<!plan of )(?<!day of )(?<!days of )(?<!course of )(?<!call to )actions?"
    r"(?! plans?| days?| fraud| taken| being taken| have been taken)|"
    r"(?<!capital )(?<!financial )(?<!funding )(?<!pension )(?<!lease )(?<!spending )"
    r"(?:commitments|commitment(?= (?:made|given|was|is|has|by)\b)|(?<=\ba )commitment"
    r"|(?<=\bany )commitment|(?<=\bwhat )commitment|(?<=\bwhich )commitment"
    r"|(?<=\bthat )commitment|(?<=\bthis )commitment|(?<=\beach )commitment)|"
    r"undertakings?|action (?:log|list|points?|items?))\b",
    re.IGNORECASE,
)
"""What the register lists. An action plan, a day of action, action taken, a capital commitment or
somebody's "commitment to" a cause is something else."""

TAKEN = re.compile(
    r"\bactions?\b[^?.;]{0,80}\b(?:taken|taking|take)\b|\b(?:take|taken|taking)\b[^?.;]{0,40}\bactions?\b",
    re.IGNORECASE,
)
"""Asks what was done about something, not for an action of the minutes."""

PROMISED = re.compile(
    r"\b(?:promis(?:e|ed|es)|undert(?:ook|aken|ake|aking)|pledged?|commit(?:ted|ment)s?\s+to|"
    r"agreed?\s+to\s+(?:do|provide|share|send|bring|report)|"
    r"said\s+(?:they|he|she|it)\s+would)\b|\bcommitments?\s+(?:(?:was|were|has|have|been)\s+)*"
    r"(?:made|given)\b",
    re.IGNORECASE,
)

STATES: tuple[tuple[State, re.Pattern[str]], ...] = tuple(
    (state, re.compile(words, re.IGNORECASE))
    for state, words in (
        (State.OVERDUE, r"\b(?:overdue|past (?:its|their) due|late actions?)\b"),
        (
            State.NO_OUTCOME,
            r"\b(?:closed|signed off|dropped)\b.{0,30}\bwithout\b|"
            r"\bwithout (?:an? |any )?(?:recorded |stated )?outcome\b|"
            r"\bno (?:recorded |stated )?outcome\b",
        ),
        (
            State.UNHEARD,
            r"\b(?:never (?:been )?(?:heard|mentioned|reported|followed)|"
            r"no (?:later|further) (?:record|mention|update)|nothing (?:has been |was )?heard|"
            r"dropped|disappeared|vanished|went quiet|gone quiet|fell off|lost track)\b",
        ),
        (
            State.MOVED,
            r"\b(?:chang(?:e|ed|ing) (?:its |their )?(?:owners?|hands)|new owners?|"
            r"(?:re-?assigned|handed over|passed (?:on )?(?:to|from)))\b",
        ),
        (
            State.DUE,
            r"\b(?:(?:is|are|falls?|be|comes?) due|due (?:in|by|for|at|before|on))\b|"
            r"\bowed?\b[^?]{0,20}\bmeeting\b",
        ),
        (
            State.OPEN,
            r"\b(?:open|outstanding|ongoing|unresolved|incomplete|remain(?:s|ing)?|live|waiting|"
            r"still (?:to do|to be done|owes?|due|live)|owes?|awaited|"
            r"not (?:yet )?(?:closed|done|completed?|finished))\b",
        ),
        (State.CLOSED, r"\b(?:closed|completed?|finished|discharged|done|signed off)\b"),
        (State.NEW, r"\b(?:new|raised|added|set|agreed|recorded|assigned|given)\b"),
    )
)
"""First match wins: "not yet closed" is open."""

ALONE = {
    State.OVERDUE: re.compile(
        r"\b(?:what|which|anything|everything|items?|those)\b(?:['’]s)?\s*(?:is|are|was|were)?\s*"
        r"(?:now |currently |still )?overdue\b",
        re.IGNORECASE,
    ),
    State.NO_OUTCOME: re.compile(r"\b(?:closed|signed off)\b.{0,40}\boutcome\b", re.IGNORECASE),
    State.UNHEARD: re.compile(
        r"\b(?:never (?:been )?(?:heard|mentioned)|nothing (?:has been |was )?heard|"
        r"no later record)\b",
        re.IGNORECASE,
    ),
    State.DUE: re.compile(
        r"^\W*(?:what|which|anything|everything)\b(?:['’]s)?\s*(?:is|are|falls?|else is)?\s*due\b"
        r"|\bowed?\b[^?]{0,20}\bmeeting\b",
        re.IGNORECASE,
    ),
}
"""By these words such states are asked for as such, without the noun: not an overdue something."""

THAT_DAY = re.compile(
    r"^\W*(?:what|which|everything|anything|all|list|show)\b(?:\s+\w+){0,3}?\s+"
    r"(?:closed|raised|signed off|discharged|carried forward)\b",
    re.IGNORECASE,
)
"""With the day of a meeting, it asks what that meeting did with its actions."""

AFTER = re.compile(
    r"\b(?:after|following)\s+(?:the\s+)?(?:[\w,]+\s+){0,6}(?:meeting|minutes|board|forum|panel)\b",
    re.IGNORECASE,
)
HISTORY = re.compile(
    r"\b(?:history|timeline|chronology|progress|trace|track|every (?:update|stage|meeting)|"
    r"all (?:the )?updates|from start to)\b",
    re.IGNORECASE,
)
MISSING = re.compile(
    r"\b(?:missing|gaps?|skipped|not (?:here|held))\b[^?.]{0,40}\b(?:numbers?|ids?)\b"
    r"|\b(?:numbers?|ids?|actions)\b[^?.]{0,30}\b(?:missing|skipped|absent)\b",
    re.IGNORECASE,
)
"""Asks for the ids that no minutes here hold."""

RESOLVED = re.compile(
    r"^\W*(?:what|which (?:requests|decisions|recommendations))\s+(?:did|has|had|were|was)\s+"
    r"(?:\w+\s+){0,4}?(?:panel|committee)\s+"
    r"(?:(?:ask|request|recommend|agree|resolve|decide|make|made)\w*(?:\s+for)?,?\s+"
    r"(?:(?:and|or)\s+)?)+"
    r"(?:on|in|at)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
"""Asks for all that a panel resolved or wanted on a day, not for what it said of a subject."""

WITHIN = re.compile(
    r"\b(?:promises?|promised|undertakings?|commitments?)\b[^?]{0,40}\b(?:in|inside|within|by)\b"
    r"[^?]{0,20}\b(?:closing|closed|updates?|closure)\b",
    re.IGNORECASE,
)
"""Asks for what was promised anew in the note on an action."""

ABOUT_AN_ACTION = re.compile(
    r"\b(?:status|stand(?:s|ing)?|own(?:s|er|ed)?|outcome|closed|open|due|updates?|happened|bec[ao]me|"
    r"progress|outstanding|raised|history)\b",
    re.IGNORECASE,
)
"""Asks of an action what a register tells."""

BY_DAY = re.compile(r"\b(?:due|by|until|as at|as of)\b", re.IGNORECASE)
"""A day after these is not that of a meeting."""

BY = re.compile(r"\b(?:by|before|until)\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE)

OWES = re.compile(r"\b(?:outstanding|owes?)\b", re.IGNORECASE)
COUNT = re.compile(r"\b(?:how many|number of|count of|total number)\b", re.IGNORECASE)
MEETING = re.compile(r"\b(?:meetings?|minutes|accountability|board|forum|panel)\b", re.IGNORECASE)
LATEST = re.compile(
    r"\b(?:last|latest|most recent|newest)\s+(?:\w+\s+){0,3}(?:meeting|minutes|board|forum)\b",
    re.IGNORECASE,
)
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
ABOUT = re.compile(
    r"\b(?:about|on|regarding|relating to|related to|concerning|in relation to|to do with|over)\s+"
    r"(?P<about>(?!\d)(?!the (?:last|latest)\b)[^?.,;]{3,120})",
    re.IGNORECASE,
)
PLAIN_WORDS = stems(
    "action actions commitment promise promised meeting minutes status open closed new outstanding "
    "owner owners owe list many number raised update accountability pcc anything what which show "
    "tell undertaking undertaken undertake happen happened january february march april may june "
    "july august september october november december"
)
"""Words of the question that are not its subject."""
