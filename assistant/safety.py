"""What a public question must not hold, and what it must not be: checked before it is stored.

Personal details are found by their form only (never by name), so that nothing has to be learnt
about a person to protect them. Sources: National Insurance prefixes, HMRC manual NIM39110; card
numbers, ISO/IEC 7812 (13 to 19 digits with a Luhn check digit); telephone numbers, Ofcom's
National Telephone Numbering Plan (UK numbers have 9 or 10 digits after the leading 0 or +44).
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import AnswerStatus

CRIME_NOTICE = (
    "This service cannot take reports of crime. In an emergency, or if a crime is happening now, "
    "call 999. Otherwise call 101 or report it on your police force's website."
)
FORMAL_REQUEST_NOTICE = "A question typed here is not a formal Freedom of Information request."


class PersonalData(StrEnum):
    """Kinds of personal detail that are refused."""

    EMAIL = "an email address"
    PHONE = "a phone number"
    NATIONAL_INSURANCE = "a National Insurance number"
    CARD = "a payment card number"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a question is not taken, in a status and in words for the visitor."""

    status: AnswerStatus
    message: str


_EMAIL = re.compile(r"[\w.+'-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_NATIONAL_INSURANCE = re.compile(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"[\s.-]?\d{2}[\s.-]?\d{2}[\s.-]?\d{2}[\s.-]?[A-D]\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?<![\w£$€.,/-])\+?\(?\d(?:[\s().-]{0,2}\d){8,22}(?![\w%])")
_PHONE = re.compile(r"(?:\+?44|0044)0?[1-3578]\d{8,9}|0[1-3578]\d{8,9}")
_PUBLISHED_NUMBERS = re.compile(r"0(?:800|808|300|303|330|333|345|370|371)\d{6,7}")

_HARMED = (
    r"(?:attacked|assaulted|burgled|robbed|mugged|stabbed|raped|threatened|beaten(?: up)?|stalked"
    r"|followed home|scammed|defrauded|stolen|broken into|a victim of (?!crime figures))"
)
_HARMING = (
    r"(?:attacking|assaulting|burgling|robbing|mugging|stabbing|threatening|beating|stalking"
    r"|following me|hitting|hurting|breaking in(?:to)?|trying to break in(?:to)?|fighting|stealing)"
)
_CRIME_REPORTS = (
    r"\bi(?: want| need|'d like| would like| wish|'m trying| am trying) to report (?:a|an|my)\b",
    rf"\b(?:i|we)(?:'ve| have| had)(?: just)? been {_HARMED}\b",
    rf"\b(?:i|we)(?: was| were|'m| am|'re| are)(?: just| being)* {_HARMED}",
    rf"\bmy (?:\w+ ){{1,3}}(?:has|have) (?:just )?been {_HARMED}\b",
    rf"\bmy (?:\w+ ){{1,3}}(?:was|were|is|are)(?: just| being)* {_HARMED}\b",
    rf"\b(?:some(?:one|body)|a man|a woman|people|they|he|she)(?:'s| is| are)(?: just)? {_HARMING}"
    r"\b[^?]*\b(?:me|my|us|our|next door|outside|right now)\b",
    r"\b(?:crime|burglary|robbery|fight|assault|attack|break-in)\b[^?]{0,40}"
    r"\b(?:right now|as we speak|happening now|in progress outside)\b",
    r"\b(?:send|call|get|need) (?:me )?(?:the )?police (?:now|here|to my|straight away)\b",
)
_CRIME_REPORT = re.compile("|".join(_CRIME_REPORTS), re.IGNORECASE)
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def personal_data(text: str) -> PersonalData | None:
    """The first kind of personal detail in `text`, or None.

    Signs that are not seen, and full-width letters and digits, do not hide one.
    """
    text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    if _EMAIL.search(text):
        return PersonalData.EMAIL
    if _NATIONAL_INSURANCE.search(text):
        return PersonalData.NATIONAL_INSURANCE
    for run in _DIGITS.finditer(text):
        digits = re.sub(r"[^\d+]", "", run[0])
        if _is_phone(digits):
            return PersonalData.PHONE
        if _is_card(digits):
            return PersonalData.CARD
    return None


def reports_crime(text: str) -> bool:
    """Whether `text` reads as a report of a crime rather than a question about documents."""
    return bool(_CRIME_REPORT.search(text.replace("’", "'")))


def refusal(question: str, longest: int) -> Refusal | None:
    """Why a public question is not taken; None when it may be asked.

    `longest` is the most characters allowed.
    """
    if len(question) > longest:
        return Refusal(
            AnswerStatus.BLOCKED_TOO_LONG,
            f"Questions can be up to {longest} characters long; this one has {len(question)}. "
            "Ask one thing at a time.",
        )
    found = personal_data(question)
    if found is not None:
        return Refusal(
            AnswerStatus.BLOCKED_PERSONAL_DATA,
            f"The question seems to hold {found.value}. It was not stored and not answered. "
            "Leave out personal details and ask again.",
        )
    if reports_crime(question):
        return Refusal(AnswerStatus.BLOCKED_CRIME_REPORT, CRIME_NOTICE)
    return None


def _is_phone(digits: str) -> bool:
    return bool(_PHONE.fullmatch(digits)) and not _PUBLISHED_NUMBERS.fullmatch(digits)


def _is_card(digits: str) -> bool:
    if not 13 <= len(digits) <= 19 or not digits.isdigit() or len(set(digits)) == 1:
        return False
    doubled = (
        int(digit) if place % 2 == 0 else sum(divmod(2 * int(digit), 10))
        for place, digit in enumerate(reversed(digits))
    )
    return sum(doubled) % 10 == 0
