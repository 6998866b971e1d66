"""Parts that no document may answer: someone's own data, opinions, live cases, things to do.

The rules look at the words of the ask alone and come before any search, so that such a part is
never answered by accident.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.foi import wishing


class PersonReason(StrEnum):
    """Why a part needs a person."""

    OWN_DATA = "own_data"
    THIRD_PARTY = "third_party"
    OPINION = "opinion"
    LIVE_CASE = "live_case"
    PRIVILEGE = "privilege"
    CONFIDENTIAL = "confidential"
    TOO_WIDE = "too_wide"
    NOT_INFORMATION = "not_information"


ADVICE = {
    PersonReason.OWN_DATA: (
        "This asks for the requester's own personal data. Treat it as a subject access request "
        "under data protection law, check identity, and say so in the letter (section 40(1))."
    ),
    PersonReason.THIRD_PARTY: (
        "This asks for personal data of somebody else. Decide under section 40(2), with a reason."
    ),
    PersonReason.OPINION: (
        "This asks for a view or a justification. The Act gives a right to recorded information "
        "only: say whether the view is recorded anywhere, or answer outside the Act."
    ),
    PersonReason.LIVE_CASE: (
        "This is about a case or investigation that may be going on. Ask whoever runs it first."
    ),
    PersonReason.PRIVILEGE: (
        "This asks for legal advice. Ask the monitoring officer before anything is written."
    ),
    PersonReason.CONFIDENTIAL: (
        "This asks for something closed, confidential or unredacted. Look at the paper itself and "
        "decide what can be given."
    ),
    PersonReason.TOO_WIDE: (
        "This asks for everything of a kind. Estimate the time to find and extract it (section 12) "
        "and offer to narrow it (section 16)."
    ),
    PersonReason.NOT_INFORMATION: (
        "This asks the office to do something rather than for recorded information. Answer it "
        "outside the Act."
    ),
}

_PERSON = (
    r"(?:(?<!chief )(?:officers?|constables?)|pcs?|sergeants?|inspectors?|detectives?|"
    r"staff(?: members?)?|employees?|"
    r"members? of staff|complainants?|victims?|witness(?:es)?|suspects?|informants?|offenders?|"
    r"individuals?|persons?|people|residents?|applicants?|caseworkers?|call handlers?|"
    r"claimants?|respondents?|appellants?|patients?|detainees?|volunteers?|leavers?|cadets?|"
    r"children|pupils?|callers?|drivers?|prisoners?|householders?|neighbours?)"
)
_RULES: tuple[tuple[PersonReason, tuple[str, ...]], ...] = (
    (
        PersonReason.OWN_DATA,
        (
            r"\b(?:held?|hold|holds|have|has|kept|keeps?|record(?:s|ed)?|stored?|information|"
            r"data|file|"
            r"emails?|notes?|letters|everything|anything|documents|correspondence)\b[^.?;]{0,60}\b"
            r"(?:about|on|concerning|regarding|relating to|mention(?:s|ing)?|referring to|naming) "
            r"(?:me|myself|my (?:name|case|complaint|family|son|daughter|husband|wife|mother|"
            r"father|partner|child|children|incident|arrest|report))\b",
            r"\bmy (?:own )?(?:personal (?:data|information|details)|records?|file|case|"
            r"complaint|crime report|custody record|statement|data|victim support)\b",
            r"\b(?:closed|handled|dealt with|refused|investigated) my (?:case|complaint|report|"
            r"crime)\b",
            r"\bsubject access (?:request(?!s)|rights?)\b|\bcalls? (?:that )?i (?:made|"
            r"have made)\b|\bwhen i (?:was|called|reported)\b",
            r"\bmention(?:s|ing)? my name\b",
        ),
    ),
    (
        PersonReason.THIRD_PARTY,
        (
            rf"\b(?:names?|identit(?:y|ies)|collar numbers?|home address(?:es)?|addresses|"
            rf"e-?mail address(?:es)?|phone numbers?|medical)\b(?: and (?:\w+ )?\w+)? of (?:all |"
            rf"any |each |every |the )*(?:\w+ ){{0,2}}?{_PERSON}\b(?! (?:groups?|organisations?))",
            rf"\b(?:ages?|ethnicity)\b(?: and \w+)? of (?:all |any |each |every |the )+"
            rf"(?:\w+ ){{0,2}}?{_PERSON}\b(?! (?:groups?|organisations?))",
            rf"\b(?:who|which) (?:was|were|is|are) the (?:\w+ ){{0,2}}{_PERSON}\b[^?]*\b(?:who|"
            rf"that|involved|responsible|dismissed|arrested)\b",
            r"\b(?:disciplinary|personnel|medical|misconduct|custody|criminal) (?:record|file|"
            r"history)s? of (?:PC|DC|DS|DI|Sgt|Sergeant|Constable|Inspector|Mr|Mrs|Ms|Miss|Dr)\b",
            r"\bwhere (?:does|do) [A-Z]\w+ [A-Z]\w+ live\b|\bhome address(?:es)?\b",
            r"\bmy (?:late )?(?:brother|sister|son|daughter|husband|wife|partner|mother|father|"
            r"mum|dad|"
            r"child|friend|neighbour|tenant|client|colleague)(?:'s|s')? (?:\w+ )?(?:detention|"
            r"arrest|custody|case|records?|footage|complaint|statement|conviction|address)\b",
            r"\b(?:case (?:notes|files?)|medical (?:notes|records?)|personnel files?|"
            r"custody records?|witness statements?|interview (?:notes|tapes|recordings?))\b",
        ),
    ),
    (
        PersonReason.LIVE_CASE,
        (
            r"\b(?:ongoing|current|live|open|active) (?:criminal )?(?:investigation|inquiry|"
            r"enquiry|case|prosecution|inquest|misconduct (?:case|hearing))\b",
            r"\bprogress (?:has been made |is being made |was made )?(?:of|on|with|"
            r"in) the (?:murder|criminal|police|rape|fraud)? ?(?:investigation|inquiry|case)\b",
        ),
    ),
    (
        PersonReason.PRIVILEGE,
        (
            r"\b(?:copy|copies|text|content|details|terms) of[^.?;]{0,40}\blegal advice\b",
            r"\blegal advice (?:received|given|obtained|on|about|from)\b|\blegally privileged\b",
            r"\bcounsel's (?:opinion|advice)\b",
            r"\badvice\b[^.?;]{0,60}\b(?:solicitors?|lawyers?|barristers?|counsel)\b[^.?;]{0,30}"
            r"\b(?:gave|give|given|provided?|offered)\b",
            r"\badvice\b[^.?;]{0,30}\b(?:of|from|by) (?:(?:leading|junior|queen's|"
            r"king's) )?counsel\b",
            r"\badvice (?:given |received |obtained )?(?:by|from|of) (?:the |its |his |her |"
            r"their )?(?:\w+ ){0,3}(?:solicitors?|lawyers?|barristers?|counsel)\b",
        ),
    ),
    (
        PersonReason.TOO_WIDE,
        (
            r"\b(?:all|every|any and all|the whole of the|complete) (?:the |of the |your |his |"
            r"her )?(?:e-?mails?|correspondence|letters|messages|communications?|documents|records|"
            r"papers|"
            r"notes|files|texts?)\b[^.?;]{0,90}\b(?:since|between|from|during|over|in|mention\w*|"
            r"about|relating|regarding|concerning|to)\b",
        ),
    ),
    (
        PersonReason.CONFIDENTIAL,
        (
            r"\bunredacted\b|\b(?:exempt|confidential|closed|restricted|part (?:2|ii|"
            r"two)) (?:annex|minutes|"
            r"papers?|appendix|appendices|report|items?|session|decision notices?)\b|"
            r"\bconfidential (?:source|informant)|\binformants?\b|\bnon-?disclosure agreements?\b",
        ),
    ),
    (
        PersonReason.OPINION,
        (
            r"\b(?:do|does|did|would|will|is|are)\b (?:you|"
            r"the (?:police and crime )?commissioner|the pcc|"
            r"the (?:deputy|chief)[\w ]*|he|she|they)\b (?:personally |really |not |still |"
            r"now )*(?:think|"
            r"believe|feel|agree|accept|consider it|regret|apologi[sz]e|satisfied|confident|"
            r"proud|happy|ashamed|concerned)\b",
            r"\bwhether (?:you|the (?:police and crime )?commissioner|the pcc|he|"
            r"she)\b (?:personally |still "
            r"|now )*(?:think|believe|feel|agree|accept|regret|is (?:satisfied|confident|happy|"
            r"proud))s?\b",
            r"\b(?:commissioner|pcc|your)(?:'s)? (?:personal |own |honest )?(?:view|opinion|"
            r"thoughts|feelings?)\b",
            r"\bwhy (?:do|does) (?:you|the (?:police and crime )?commissioner|the pcc|he|"
            r"she)\b (?:think|believe|feel|consider)\b",
            r"\b(?:justify|defend|excuse)\b",
            r"\bwhat would (?:you|the (?:police and crime )?commissioner|the pcc) (?:say|do)\b",
        ),
    ),
    (
        PersonReason.NOT_INFORMATION,
        (
            r"\b(?:will|would|could|can) (?:you|the (?:police and crime )?commissioner|the pcc|"
            r"he|she) "
            r"(?:please )?(?:come|attend|visit|meet|speak|investigate|intervene|apologi[sz]e|"
            r"stop|ensure|instruct|order|write to|resign)\b",
            r"\bwhether the (?:police and crime )?(?:commissioner|pcc) (?:will|would) (?:come|"
            r"attend|visit|meet|speak|resign)\b",
            r"^(?:please )?(?:investigate|arrange|stop|ensure|apologi[sz]e|compensate)\b",
            wishing.ACTION.pattern,
            r"\banything else you would like to (?:tell|add|say)\b",
        ),
    ),
)
_COMPILED = tuple(
    (reason, re.compile("|".join(patterns), re.IGNORECASE)) for reason, patterns in _RULES
)


@dataclass(frozen=True, slots=True)
class PersonNeeded:
    """Why a part needs a person, and what that person has to do."""

    reason: PersonReason
    advice: str


def person_needed(ask: str) -> PersonNeeded | None:
    """Why `ask` needs a person, or None. `ask` is one ask, in the requester's words."""
    words = " ".join(ask.replace("’", "'").split())
    for reason, pattern in _COMPILED:
        if pattern.search(words):
            return PersonNeeded(reason, ADVICE[reason])
    return None
