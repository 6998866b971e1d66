"""The words that show a document's kind, as data."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from ingest.document import DocumentKind as K


class Zone(Enum):
    """Where a cue was seen."""

    TITLE = auto()  # the first lines, headings and the subject line of a letter
    NAME = auto()  # the file's name
    HEAD = auto()  # anywhere in the first lines


EVERYWHERE = frozenset(Zone)
TITLE_AND_NAME = frozenset({Zone.TITLE, Zone.NAME})
HEAD_ONLY = frozenset({Zone.HEAD})


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that speak for a kind; a weight above 1 wins over a more general kind's cue."""

    kind: K
    pattern: re.Pattern[str]
    weight: float = 1.0
    zones: frozenset[Zone] = EVERYWHERE


def _cue(
    kind: K, pattern: str, weight: float = 1.0, zones: frozenset[Zone] = TITLE_AND_NAME
) -> Cue:
    return Cue(kind, re.compile(pattern, re.IGNORECASE), weight, zones)


_PLAN = r"police(?:\s+and|,)\s+crime(?:\s+and\s+community\s+safety)?\s+plan\b"
_MEETING = (
    r"(?:accountability|performance|governance|scrutiny|strategic|public)\s+(?:and\s+\w+\s+)?"
)

CUES: tuple[Cue, ...] = (
    _cue(
        K.MEETING_MINUTES,
        r"\b(?:minutes|notes|summary|record)\s+of\b.{0,60}\b(?:meeting|board|forum)\b",
    ),
    _cue(
        K.MEETING_MINUTES,
        rf"{_MEETING}(?:meeting|board|forum)\b.{{0,40}}\bminutes\b|\bminutes\b.{{0,30}}{_MEETING}",
    ),
    _cue(K.MEETING_MINUTES, r"\baccountability (?:meeting|board|forum)\b", 0.5),
    _cue(
        K.MEETING_MINUTES,
        r"^\W*(?:\d[\d.]*\s*)?(?:in attendance|present|attendees)\b",
        1.0,
        HEAD_ONLY,
    ),
    _cue(K.MEETING_MINUTES, r"^\W*(?:\d[\d.]*\s*)?apologies\b", 0.5, HEAD_ONLY),
    _cue(
        K.MEETING_PAPERS,
        r"\b(?:meeting|board|forum)\s+(?:public\s+)?(?:papers|agenda|reports?|pack)\b",
        1.5,
    ),
    _cue(
        K.MEETING_PAPERS,
        r"\baccountability (?:meeting|board|forum)\b.{0,40}\b(?:papers|agenda|report|pack)\b",
        1.5,
    ),
    _cue(K.PANEL_PACK, r"\bpolice(?:,| and|, fire and)? crime panel\b", 0.8),
    _cue(
        K.PANEL_PACK,
        r"^\W*agenda\W*$|\bdate agenda published\b|\bagenda (?:pack|reports pack)\b",
        1.5,
        EVERYWHERE,
    ),
    _cue(
        K.PANEL_PACK,
        r"\bto receive (?:any )?apologies\b|\bdeclarations? of interests?\b",
        0.6,
        HEAD_ONLY,
    ),
    _cue(K.PANEL_PACK, r"\bpanel\b.{0,30}\b(?:pack|papers|agenda)\b", 1.0),
    _cue(K.PANEL_MINUTES, r"\bpanel\b.{0,60}\bminutes\b|\bminutes\b.{0,60}\bpanel\b", 2.0),
    _cue(K.PANEL_MINUTES, r"\bpolice(?:,| and|, fire and)? crime panel\b"),
    _cue(K.PANEL_MINUTES, r"^\W*minutes of (?:the|a)\b", 0.8),
    _cue(K.ANNUAL_REPORT, r"\bannual report\b"),
    _cue(
        K.POLICE_AND_CRIME_PLAN,
        rf"(?<!['‘“\"]){_PLAN}(?!.{{0,40}}\b(?:update|monitoring|performance|delivery|progress|priorit))",
    ),
    _cue(
        K.DELIVERY_UPDATE,
        r"\b(?:delivery|progress|plan)\s+(?:plan\s+)?(?:update|report|monitoring)\b",
    ),
    _cue(K.DELIVERY_UPDATE, rf"{_PLAN}.{{0,40}}\b(?:update|monitoring|performance|progress)", 1.6),
    _cue(
        K.DECISION_NOTICE,
        r"\bdecision\s+(?:notice|record|form|report|sheet|log)\b|\b(?:record|notice) of decision\b",
        1.5,
    ),
    _cue(K.DECISION_NOTICE, r"\bdecision (?:no|number|ref)\b", 0.8, EVERYWHERE),
    _cue(
        K.BUDGET_REPORT,
        r"\bbudget\b(?!\s+consultation)|\bmedium[- ]term financial|"
        r"\bMTF[PS]\b|\bprecept (?:report|proposal|20)",
    ),
    _cue(
        K.PRECEPT_CONSULTATION,
        r"\b(?:precept|budget|council tax)\b.{0,40}\b(?:consultation|survey)\b|"
        r"\bconsultation\b.{0,40}\bprecept\b",
        1.8,
    ),
    _cue(
        K.SPENDING,
        r"\b(?:spend(?:ing)?|expenditure|payments?|invoices?)\s+(?:over|above|exceeding|in excess)",
        1.5,
    ),
    _cue(
        K.REGISTER,
        r"\bregister of\b|\b(?:contracts?|grants?|interests|gifts)\b.{0,20}\bregister\b|"
        r"\bgifts and hospitality\b",
        1.3,
    ),
    _cue(
        K.FOI_RESPONSE,
        r"\b(?:freedom of information|FOI|environmental information|EIR)\b"
        r".{0,40}\b(?:request|response|reply|ref)",
        1.3,
    ),
    _cue(
        K.FOI_RESPONSE,
        r"\bunder the freedom of information act|\brequested the following information\b|"
        r"\bfreedom of information (?:request|act)\b",
        0.6,
        HEAD_ONLY,
    ),
    _cue(K.FOI_RESPONSE, r"\bFOI\b", 0.8),
    _cue(K.DISCLOSURE_LOG, r"\bdisclosure log\b", 2.0),
    _cue(K.PUBLICATION_SCHEME, r"\bpublication scheme\b", 2.0),
    _cue(
        K.COMPLAINTS_REPORT,
        r"\bcomplaints?\b.{0,30}\b(?:report|monitoring|reviews?|update|summary)\b",
        1.3,
    ),
    _cue(
        K.INSPECTORATE_RESPONSE,
        r"\bresponse to\b.{0,60}\b(?:inspections?|HMIC\w*|inspectorate|PEEL)\b|\bsection 55\b",
        1.8,
    ),
    _cue(K.CUSTODY_VISITING_REPORT, r"\bcustody visit", 1.8),
    _cue(
        K.AUDIT_PAPERS,
        r"\b(?:joint\s+)?(?:independent\s+)?audit (?:committee|panel|plan)\b|\binternal audit\b",
        1.5,
    ),
    _cue(K.STATEMENT_OF_ACCOUNTS, r"\bstatement of accounts\b|\bannual accounts\b", 2.0),
    _cue(K.RISK_REGISTER, r"\brisk register\b", 2.0),
    _cue(
        K.POLICY,
        r"\bpolicy\b(?!\s+(?:sub|and commissioning|officer))|\bprocedure\b|"
        r"\bcode of conduct\b|\bscheme of (?:delegation|governance)\b",
    ),
    _cue(
        K.CONSULTATION_REPORT,
        r"\b(?:consultation|survey|engagement)\b"
        r".{0,30}\b(?:report|results|findings|responses|summary|analysis)\b",
        1.2,
    ),
    _cue(
        K.PRESS_RELEASE,
        r"\b(?:press|news|media) release\b|\bfor immediate release\b|\bnotes? to editors?\b",
        1.8,
        EVERYWHERE,
    ),
    _cue(
        K.EQUALITY_UPDATE,
        r"\bequality\b.{0,40}\b(?:update|report|objectives|information|scheme|duty)\b",
        1.3,
    ),
)
