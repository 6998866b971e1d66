"""What people type said plainly: "23/24", "Oct 24", "yrs", "govt", "held the office of"."""

import re

_SHORT_YEARS = re.compile(
    r"(?<![\d/])(\d\d)[/-](\d\d)(?![\d/]|[- ]year|\s*(?:am|pm)\b)(?!\s+(?:"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
_MONTH_AND_YEAR = re.compile(
    r"\b((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*)\.?\s+(\d\d)(?!\d|[:.]\d|th|st|nd|rd)",
    re.IGNORECASE,
)
_MONTH_NAME = re.compile(
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
    re.IGNORECASE,
)
_FIRST_YEAR, _LAST_YEAR = 12, 40
"""Two figures after a month are a year from 2012, when commissioners came, on; 12 and over could
be a day too, but "June 23" is seldom how a day is written here."""
_SECTION = re.compile(r"(?<![\w'’])s\.? ?(?=\d{1,3}[A-Z]?\b)")
_HOLDING_OFFICE = re.compile(
    r"\b(?<!has )(?<!have )(?<!had )(?:(?P<past>held)|holds)"
    r" the (?:office|post|position|role|job) of (?:the )?",
    re.IGNORECASE,
)
"""To hold an office is to be its holder; the word would be looked for as a place of work."""
_BEFORE_THIS_ONE = re.compile(
    r"\bthe (?P<office>[\w ]{2,40}?) before (?:the|this) (?:current |present |new )?"
    r"(?:one|holder)\b",
    re.IGNORECASE,
)
_SHORT_FORMS = {
    "yr": "year",
    "yrs": "years",
    "mth": "month",
    "mths": "months",
    "wk": "week",
    "wks": "weeks",
    "hrs": "hours",
    "mins": "minutes",
    "pct": "percent",
    "avg": "average",
    "govt": "government",
    "gov": "government",
    "dept": "department",
    "approx": "approximately",
    "ppl": "people",
    "recd": "received",
    "info": "information",
    "qtr": "quarter",
    "mtg": "meeting",
    "mtgs": "meetings",
    "cttee": "committee",
    "mgr": "manager",
    "vs": "versus",
    "wd": "would",
    "cos": "because",
    "coz": "because",
    "mgmt": "management",
    "addl": "additional",
    "appt": "appointment",
    "appts": "appointments",
    "recs": "recommendations",
    "eval": "evaluation",
    "svc": "service",
    "svcs": "services",
    "org": "organisation",
    "orgs": "organisations",
    "proj": "project",
    "asst": "assistant",
    "exec": "executive",
    "cond": "conditional",
    "sgt": "sergeant",
    "sgts": "sergeants",
    "supt": "superintendent",
    "insp": "inspector",
    "perp": "perpetrator",
    "perps": "perpetrators",
    "nbhd": "neighbourhood",
    "cncl": "council",
    "stn": "station",
    "stns": "stations",
    "gt": "great",
    "fb": "facebook",
    "insta": "instagram",
    "ive": "I've",
    "im": "I'm",
    "whats": "what's",
    "whos": "who's",
    "wheres": "where's",
    "hows": "how's",
    "dont": "don't",
    "doesnt": "doesn't",
    "didnt": "didn't",
    "isnt": "isn't",
    "wasnt": "wasn't",
    "cant": "can't",
    "couldnt": "couldn't",
}
_SHORT_FORM = re.compile(
    rf"(?<![\w'’/.])({'|'.join(_SHORT_FORMS)})\b(?!['’.]\w|@)", re.IGNORECASE | re.ASCII
)


_HIGH_VIS = re.compile(r"\bhi[- ]?vi[sz]\b", re.IGNORECASE)
_A_YEAR = re.compile(r"\bp\.a\.?(?!\w)", re.IGNORECASE)
_FEASTS = {
    "christmas eve": "24 December",
    "christmas day": "25 December",
    "boxing day": "26 December",
    "new year's eve": "31 December",
    "new year's day": "1 January",
}
_FEAST = re.compile(
    rf"\b(?P<feast>{'|'.join(_FEASTS)}),? (?:of |in )?(?P<year>20\d\d)\b", re.IGNORECASE
)
_OLD_NICK = re.compile(
    r"\b(?P<which>(?:the|our|your|local|old|new|my)(?: (?:old|new|local))?) nick\b", re.IGNORECASE
)
_HEAD_OF_OFFICE = re.compile(
    r"\b(?:boss|head|person in charge) of (?P<office>(?:the )?(?:police and crime )?"
    r"(?:commiss?ioner'?s?'? office|pcc'?s? office|opcc\w?))\b",
    re.IGNORECASE,
)
"""The head of a commissioner's staff is its chief executive: Police Reform and Social
Responsibility Act 2011, schedule 1, paragraph 6."""
_HEAD_OF_FORCE = re.compile(
    r"\b(?P<who>who(?:'s| is| was| were)?(?: currently| now| then)?) (?:running|in charge of"
    r"|heading|leading|at the head of) (?=(?:the |our |[A-Z]\w+ )?(?:police|constabulary|force)\b"
    r"(?! (?:station|operation|team|response|work)))",
    re.IGNORECASE,
)


def spell_out(question: str) -> str:
    """`question` with hasty years, months and everyday short forms written in full."""
    text = _SHORT_YEARS.sub(_whole_years, question)
    text = _MONTH_AND_YEAR.sub(_month_of_year, text)
    text = _SECTION.sub("section ", text)
    text = _HOLDING_OFFICE.sub(lambda match: "was the " if match["past"] else "is the ", text)
    text = _A_YEAR.sub("a year", _HIGH_VIS.sub("high visibility", text))
    text = _FEAST.sub(lambda match: f"{_FEASTS[match['feast'].lower()]} {match['year']}", text)
    text = _OLD_NICK.sub(r"\g<which> police station", text)
    text = _HEAD_OF_OFFICE.sub(r"chief executive of \g<office>", text)
    text = _HEAD_OF_FORCE.sub(r"\g<who> the chief constable of ", text)
    text = _BEFORE_THIS_ONE.sub(r"the previous \g<office>", text)
    return _SHORT_FORM.sub(lambda match: _as_cased(match[1], _SHORT_FORMS[match[1].lower()]), text)


def _whole_years(match: re.Match[str]) -> str:
    first, second = int(match[1]), int(match[2])
    return f"20{match[1]}/{match[2]}" if second == first + 1 else match[0]


def _month_of_year(match: re.Match[str]) -> str:
    verb = match[1] in ("may", "mar")
    is_month = bool(_MONTH_NAME.fullmatch(match[1])) and not verb
    if not is_month or not _FIRST_YEAR <= int(match[2]) <= _LAST_YEAR:
        return match[0]
    return f"{match[1]} 20{match[2]}"


def _as_cased(written: str, full: str) -> str:
    return full.capitalize() if written[0].isupper() else full
