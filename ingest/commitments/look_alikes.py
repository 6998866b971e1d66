"""What speaks against a sentence being a commitment: how things work, laws, fears, logistics."""

import re
from dataclasses import dataclass

from ingest.commitments.actors import NAMED_ACTOR


@dataclass(frozen=True, slots=True)
class Objection:
    """A pattern with the weight it takes away, and what such sentences are instead."""

    weight: float
    what: str
    pattern: re.Pattern[str]


def _but(weight: float, what: str, *parts: str, names: bool = False) -> Objection:
    flags = re.RegexFlag(0) if names else re.IGNORECASE
    return Objection(weight, what, re.compile("".join(parts), flags))


AGAINST: tuple[Objection, ...] = (
    _but(2.0, "a question", r"\?\W*$"),
    _but(
        1.5,
        "a condition",
        r"^\W*(?:if|should\s+(?:you|we|any)|where|those\s+(?:who|offenders)|whether|how|anyone)\b",
    ),
    _but(
        1.2,
        "what will not be",
        r"\b(?:will|would|is|are)\s+(?:not|never|no\s+longer)\b|\bwon['’]t\b|\bno\s+police\b",
    ),
    _but(1.0, "said to the reader", r"\b(?:you|your)\b"),
    _but(
        1.0,
        "what people in a scheme do",
        r"\b(?:offenders?|victims?|clients?|detainees?|perpetrators?|applicants?|attendees?|recruits?|",
        r"participants?|residents)\s+(?:\w+\s+){0,4}(?:will|would|are\s+to)\b",
    ),
    _but(
        1.0,
        "what any such officer does",
        r"\b(?:an?|each|every|any)\s+(?:\w+\s+){0,4}(?:officer|sergeant|supervisor|manager|workshop|",
        r"advocate|caseworker|advisor|member)\b.{0,30}\bwill\b",
    ),
    _but(
        1.0,
        "what a post-holder of a scheme does",
        r"^\W*(?:[\d.]+\s+)?The\s+[A-Z]\w+\s+(?:Officer|Worker|Advocate|Advisor)\s+will\b",
        names=True,
    ),
    _but(
        1.0,
        "an effect or a state",
        r"\b(?:will|would)\s+(?:\w+\s+)?(?:help|enable|allow|support|include|need|have|see|receive|",
        r"remain|want|always|depend|engage|attempt|link|give|ensure|",
        r"provide\s+(?:service|support|interventions|more\s+than|victims)|",
        r"be\s+(?:able|available|an?\b|the\b|based|used|paid|delivered|targeted|taken\s+into|recorded|",
        r"dependent|given|made|supported|bound|required|subject|present|refused|managed|dealt|working))\b",
    ),
    _but(
        1.0,
        "what others decide",
        r"\b(?:home\s+office|government|parliament|bill|act\s+\d|home\s+secretary|treasury|ministry|",
        r"legislation|all\s+police\s+forces|every\s+police\s+force|courts?|crown\s+prosecution|",
        r"pay\s+(?:settlement|award)|HMICFRS)\b.{0,60}\b(?:will|would|is|are|was|to\s+be|requir\w+)\b",
    ),
    _but(
        1.2,
        "when people meet",
        r"\b(?:meetings?|sessions?|forums?|networks?)\b.{0,50}",
        r"\b(?:take\s+place|be\s+held|meet\s+next|be\s+scheduled)\b|",
        r"\bdue\s+to\s+(?:take\s+place|meet|attend)\b|\b(?:will|would)\s+(?:also\s+)?(?:attend|put|answer)\b",
    ),
    _but(
        1.2, "a cause", r"\bdue\s+to\s+(?:the|an?|its?|their|his|her|lack|increas\w+|[A-Z]\w+ing)\b"
    ),
    _but(0.8, "a likelihood", r"\b(?:it\s+is\s+likely|likely\s+to|might|potential(?:ly)?)\b"),
    _but(
        1.0,
        "a label, not a sentence",
        r"^\W*(?:\w\)\s*)?(?:the|how|what|any)\s+(?:\w+\s+){1,4}(?:that|which)?\b(?!.*[.]\s*$)",
    ),
    _but(
        1.0,
        "a forecast",
        r"\bfigures?\b.{0,40}\bwill\b|\bexpected\s+to\s+be\s+(?:increased|more|less|higher)\b|",
        r"\bin\s+its\s+current\b",
    ),
    _but(0.6, "a duty in law", r"\b(?:must|statutory|by\s+law|legal(?:ly)?\s+required)\b"),
    _but(0.5, "what goes on", r"\bcontinue[sd]?\s+to\b"),
    _but(
        1.0,
        "agreement with a view",
        r"\bwere\s+agreed\s+(?:to\s+be|as)\b|\bagreed\s+that\s+(?:this|the\s+\w+\s+\w+)\s+(?:is|was)\b",
    ),
    _but(
        0.8, "somebody else's recommendation", r"\brecommendations?\s+(?:with)?in\s+the\s+report\b"
    ),
    _but(
        0.8,
        "what a body is for",
        rf"\b(?:role|aim|purpose|function|responsibility)\s+of\s+(?:the\s+)?{NAMED_ACTOR}",
        names=True,
    ),
)
