"""Telling a person's name from a role and from a body, by its words."""

import re

TITLES = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Rev(?:erend)?|Rt Hon|"
    r"Cllr|Councillor|Ald(?:erman)?|Air Commodore|Commodore|Colonel|Col|Major|Captain|Capt|"
    r"Lt Col|Brigadier|Judge)\b\.?"
)
POSTNOMINALS = (
    r"(?:\s*,?\s*\b(?:[KDC]?BE|OBE|MBE|CBE|QPM|KPM|JP|DL|MP|FCMI|RAF|RN|TD|PhD|QC|KC|CPFA))+"
)

_PLAIN = r"[A-ZÀ-Þ](?:[a-zà-ÿ]+|['’][A-ZÀ-Þ][a-zà-ÿ]+|\.)?(?:[-'’ ]?[A-ZÀ-Þ][a-zà-ÿ]+)?"
_PARTICLE = r"(?:of|de|da|di|du|van|von|der|den|la|le|al|el|bin|ap|ab)"
_NAME = re.compile(
    rf"(?:(?P<title>{TITLES})\s+)*(?P<words>{_PLAIN}(?:\s+(?:{_PARTICLE}\s+)*{_PLAIN}){{0,4}})"
    rf"(?:{POSTNOMINALS})?"
)
_NOT_IN_NAMES = re.compile(
    r"\b(?:Chief|Constable|Officer|Manager|Director|Head|Deputy|Assistant|Temporary|Acting|Interim|"
    r"Inspector|Superintendent|Sergeant|Commander|Commissioner|Executive|Finance|Police|Crime|Panel|"
    r"Chair(?:man|woman|person)?|Vice|Member|Members|Substitute|Independent|Lead|Team|Service|Services|"
    r"Council|Constabulary|County|District|Borough|City|Office|Committee|Board|Authority|Trust|"
    r"Department|Unit|Association|Partnership|Force|Secretary|Clerk|Solicitor|Accountant|Auditor|"
    r"Analyst|Advisor|Adviser|Coordinator|Co-ordinator|Support|Policy|Governance|Performance|"
    r"Communications|Strategy|Strategic|Operations|Corporate|Legal|Human|Resources|Business|Public|"
    r"Staff|Role|Name|Title|Apologies|Present|Attendance|None|Minutes|Meeting|Agenda|The|For|And|"
    r"Principal|Senior|Monitoring|Representative|Observer|Guest|Press|Venue|Date|Time|Room|Hall|"
    r"Street|Road|Park|House|Dear|Yours|Action|Update|Area|North|South|East|West|Telephone|Email|"
    r"Pillar|Priority|Plan|Report|Annual|Home|Government|Ministry|Victim|Victims|Community|Internal|Review)\b"
)
_ROLE = re.compile(
    r"\b(?:Constable|Commissioner|Officer|Manager|Director|Head|Executive|Inspector|Superintendent|"
    r"Sergeant|Commander|Chair(?:man|woman|person)?|Member|Secretary|Clerk|Solicitor|Accountant|"
    r"Auditor|Analyst|Advis[eo]r|Co-?ordinator|Lead|Representative|Leader|President|Treasurer|"
    r"Administrator|Assistant|Apprentice|Specialist|Consultant|Engineer|Economist|Investigator|"
    r"Visitor|Custodian|Minister|Monitor|Auditor|Partner|Observer|Spokesperson|Practitioner|"
    r"PCC|DPCC|CC|DCC|ACC|ACO|CFO|CEO|DCI|DI|DS|PC|PS|Ch Supt|Supt|Insp|Sgt)\b"
)
_BODY = re.compile(
    r"\b(?:[A-Z]*OPCC[A-Z]*|OPFCC|MOPAC|HMICFRS|HMIC|IOPC|APCC|NPCC|CPS|NHS|Constabulary|Police|Council|"
    r"Office|Panel|Force|Authority|Service|Services|Trust|Ministry|Board|Association|Partnership|"
    r"University|College|Fire|LLP|Ltd|Limited|plc|Charity|Foundation|[A-Z]{3,6})\b"
)


def looks_like_name(words: str) -> bool:
    """Whether the words are a person's name and nothing else: "Dr Gavin Example", "Cllr Jo Day"."""
    words = words.strip()
    match = _NAME.fullmatch(words)
    if match is None or _NOT_IN_NAMES.search(match["words"]):
        return False
    return bool(match["title"]) or " " in match["words"]


def looks_like_role(words: str) -> bool:
    """Whether the words hold the noun of an office or job."""
    return bool(_ROLE.search(words)) and len(words) <= 160


def looks_like_body(words: str) -> bool:
    """Whether the words name an organisation."""
    return bool(_BODY.search(words)) and len(words) <= 120


def split_role_and_body(words: str) -> tuple[str, str]:
    """ "Director of Policy, Example Council" as its role and its body; either may be "".

    The body is what follows the last comma, if that names an organisation; words that are an
    organisation and no role are a body alone.
    """
    words = words.strip(" ,;.")
    head, comma, tail = words.rpartition(",")
    if comma and looks_like_body(tail) and not looks_like_role(tail.split("(")[0]):
        return head.strip(), tail.strip()
    if comma and _office(tail):
        return head.strip(), tail.strip()
    if looks_like_body(words) and (not looks_like_role(words) or _office(words)):
        return "", words
    return words, ""


def _office(words: str) -> bool:
    """Whether it is a commissioner's office, whose name holds a role's noun."""
    return words.strip().lower().startswith("office of")
