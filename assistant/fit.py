"""Whether words could answer a question: a figure for "how many", a name for "who"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.names import people_in
from assistant.periods import dates_in, yearless_in
from assistant.question import Question
from assistant.wants import FACTS, NUMERIC, Want
from ingest.dates import PeriodKind

_NUMBER_WORDS = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred|thousand|million|half|dozen|none|no|twice|single|once(?! (?:the|this|that|these"
    r"|those|they|their|it|its|he|she|we|you|all|again|an? \w+ (?:is|are|was|were|has|have|had))\b)"
    r")\b"
)
_NUMBER_WORD = rf"(?:(?-i:\b{_NUMBER_WORDS})|(?:^|(?<=[.:;!?]\s)|(?<=[“\"‘(\n])){_NUMBER_WORDS})"
"""In small letters or opening a sentence: the "Fatal Four" are a name."""
_FREQUENCY = re.compile(
    r"\b(?:(?:bi-?)?(?:daily|weekly|fortnightly|monthly|quarterly|annual(?:ly)?|yearly|termly)"
    r"|(?:once|twice|thrice|times) (?:an?|per|each|every|in|during)\b|regularly"
    r"|(?:each|every) (?:(?:\w+) )?(?:days?|weeks?|months?|quarters?|years?|meeting))\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"(?<![\d.,£])\d[\d,]*(?:\.\d+)?(?!\d|[.,]\d|\s?%|\s?per ?cent|\s?pp\b|(?:st|nd|rd|th)\b)|"
    + _NUMBER_WORD,
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"£\s?\d|\b\d[\d,.]*\s?(?:million|m|bn|billion|k|pence|p)\b", re.IGNORECASE)
_PERCENT = re.compile(
    rf"(?:\d|{_NUMBER_WORD})\s?(?:%|per ?cent\b|pp\b|percentage points?)"
    r"|\b(?:a|one|two|three) (?:half|thirds?|quarters?|fifths?)\b|\bhalf of\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Sir|Prof|PC|Sgt|Insp|Supt|CC|DCC|ACC"
    r"|PCC)\b\.?(?:\s[A-Z][\w'’-]+)*"
    r"|\b[A-Z][a-zA-Z'’-]+(?:\s(?:of\s|and\s)?[A-Z][a-zA-Z'’-]+)+"
    r"|\b[A-Z]{3,6}\b"
)
_STYLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Sir|Prof|PC|Sgt|Insp|Supt)\.? [A-Z][a-z]")
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b|\b\d\d[:.]\d\d\b|\bnoon\b|\bmidnight\b", re.I
)
_WITHIN = re.compile(r"\bwithin \S+ (?:working )?(?:days?|weeks?|months?|years?)\b", re.I)
_SOME_TIME = re.compile(
    r"\b(?:January|February|April|June|July|August|September|October|November|December"
    r"|(?:in|by|of|until|since|from|early|late|during|last|next|this) (?:March|May)"
    r"|(?:spring|summer|autumn|winter) \d{4}"
    r"|(?:this|next|last|early|late|mid|the|coming|following)[\s-](?:spring|summer|autumn|winter)"
    r"|Christmas|Easter|new year"
    r"|(?:later|earlier) (?:this|in the|that|next) (?:year|month|week)"
    r"|(?:this|next|last|following|coming) (?:year|month|week|quarter|financial year)"
    r"|in the (?:new|coming) (?:year|months?|weeks?)|in due course|timescales?|timeframes?"
    r"|(?:end|start|beginning|middle) of the (?:year|month|week|quarter|financial year))\b"
)
_PLACE = re.compile(r"\b(?:in|at|to|from|across|near|based|located)\s+(?:the\s+)?[A-Z]")
_REASON = re.compile(
    r"\b(?:because|due to|owing to|as a result|reason|caused|so that|in order to|therefore|since"
    r"|as the"
    r"|driven by|attribut\w+|led to|no longer|following|result of|to ensure|which meant)\b",
    re.IGNORECASE,
)
_DEFINING = re.compile(
    r"\b(?:is|are|was|were) (?:a|an|the|to|when|where)\b|\bmeans?\b|\bdefined\b|\brefers? to\b"
    r"|\bwhich\b"
    r"|\baims? to\b|\bprovides?\b|\bassists?\b|\bidentif\w+\b|\bdesigned to\b|\bstands for\b"
    r"|\bin order to\b|\binclud(?:e|es|ing)\b|\bsuch as\b",
    re.IGNORECASE,
)
_CHANGING = re.compile(
    r"\b(?:increas\w+|decreas\w+|reduc\w+|rose|risen|rise|fell|fall\w*|up|down|higher|lower|more"
    r"|fewer|less|compared"
    r"|than|change|improv\w+|declin\w+|grew|growth|from .+ to)\b|[+-]\d|\dpp",
    re.IGNORECASE,
)
_GRADED = re.compile(
    r"\b(?:outstanding|good|excellent|(?:in)?adequate|requir(?:es?|ed|ing) improvement|satisfactory"
    r"|poor|fair|gold|silver|bronze|platinum|grade \w|rated \w+|graded \w+)\b",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:said|says|saying|stat(?:ed|es|ing)|report(?:ed|s|ing)|ask(?:ed|s|ing)|told|explain(?:ed|s|ing)|confirm(?:ed|s|ing)"
    r"|advis\w+|propos\w+|announc\w+|promis\w+|request\w*|suggest\w*|recommend\w*|mention\w*|not(?:ed|es)"
    r"|add(?:ed|s)|assur\w+|repl\w+|respond\w*|clarif\w+|highlight\w*|outlin\w+|agree\w*|welcom\w+"
    r"|query|queried|raised|question\w*|undert\w+|updat\w+|stressed|acknowledg\w+|updated|thanked)\b",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"\b(?:complet\w+|clos\w+|ongoing|progress|underway|due|planned|will|now|currently|remain\w*"
    r"|agreed|begun"
    r"|commenced|new action|has been|have been|had been)\b",
    re.IGNORECASE,
)


def holds_wanted(wants: frozenset[Want], text: str, row: bool) -> bool:
    """Whether `text` holds any of the facts wanted (figures, names, dates); true if none is.

    The figures of a table row count as amounts: their unit stands in the caption or the column.
    """
    kinds = wants & FACTS
    if not kinds:
        return True
    if Want.PERSON in kinds:
        kinds -= {Want.WHO}  # an organisation's name will not do
    if kinds & NUMERIC:
        plain = _without_dates(text)
        money_only = wants & NUMERIC == {Want.AMOUNT}
        figures = (_AMOUNT,) if money_only else (_FIGURE, _AMOUNT, _PERCENT)
        if any(f.search(plain) for f in figures) or (row and re.search(r"\d", text)):
            return True
    return any(_holds(want, text) for want in (kinds - NUMERIC) | (kinds & {Want.FREQUENCY}))


def repeats_facts(question: Question, text: str) -> bool:
    """Whether the dates, or the figures, that `text` holds are those that the question gives.

    What is asked for is another date, another figure. Always false where both are wanted, or
    neither is.
    """
    facts = question.wants & FACTS
    if facts == {Want.WHEN}:
        told = {(period.start, period.end) for period in dates_in(text)}
        given = {(period.start, period.end) for period in question.periods}
        return bool(told) and told <= given and not _says_when(_without_dates(text))
    if facts and facts <= NUMERIC - {Want.CHANGE}:
        told_figures = set(figures_in(text))
        plain = _without_dates(text)
        in_words = any(match.group()[0].isalpha() for match in _FIGURE.finditer(plain))
        return (
            bool(told_figures) and told_figures <= set(figures_in(question.asked)) and not in_words
        )
    return False


def fit(wants: frozenset[Want], text: str) -> float:
    """The share of the wanted kinds that `text` holds something of; 0.5 where none is wanted."""
    kinds = [want for want in wants if want is not Want.YES_NO]
    if not kinds:
        return 0.5
    return sum(_holds(want, text) for want in kinds) / len(kinds)


@lru_cache(maxsize=50_000)
def _holds(want: Want, text: str) -> bool:
    match want:
        case Want.NUMBER:
            return bool(_FIGURE.search(_without_dates(text)))
        case Want.FREQUENCY:
            return bool(_FREQUENCY.search(text)) or _holds(Want.NUMBER, text)
        case Want.AMOUNT:
            return bool(_AMOUNT.search(text))
        case Want.PERCENT:
            return bool(_PERCENT.search(text))
        case Want.WHO:
            return bool(_NAME.search(text))
        case Want.PERSON:
            return bool(people_in(text)) or bool(_STYLED.search(text))
        case Want.WHEN:
            return bool(dates_in(text)) or _says_when(text)
        case Want.TIME_OF_DAY:
            return bool(_CLOCK.search(text))
        case Want.DATES:
            return len({(period.start, period.end) for period in dates_in(text)}) > 1 or any(
                period.kind is PeriodKind.RANGE for period in dates_in(text)
            )
        case Want.WHERE:
            return bool(_PLACE.search(text))
        case Want.LIST:
            return any(sign in text for sign in (",", ";", " and ")) or text.endswith(":")
        case Want.WHY:
            return bool(_REASON.search(text))
        case Want.DEFINITION:
            return bool(_DEFINING.search(text))
        case Want.CHANGE:
            return bool(_CHANGING.search(text))
        case Want.STATUS:
            return bool(_STANDING.search(text))
        case Want.SAID:
            return bool(_SAYING.search(text))
        case Want.GRADE:
            return bool(_GRADED.search(text))
        case Want.YES_NO:
            return True


def _says_when(text: str) -> bool:
    """Whether `text` tells a time otherwise than by a date with its year."""
    forms = (_CLOCK, _WITHIN, _SOME_TIME)
    return bool(yearless_in(text)) or any(form.search(text) for form in forms)


_SPAN_OF_TIME = re.compile(
    r"\b(?:last|past|previous|preceding|next|following|coming|within|every|each)\s+\S+[\s-]"
    r"(?:years?|months?|weeks?|days?|quarters?)\b",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"^\W*(?:\d+(?:\.\d+)+\.?|\d+[.)])(?=\s+[A-Z][a-z])", re.MULTILINE)
"""The number of a paragraph, which counts nothing."""
_PLACE_NUMBER = re.compile(
    r"\b(?:Table|Appendix|Figure|Section|Page|Priority|Item|Action|Part|Paragraph|Chapter|Annex|Model"
    r"|Phase|Grade|Level|Stage|Tier|Type|Category|Building|Room|Pillar|Objective|Question|Strand"
    r"|Recommendation|Decision|Schedule|Regulation|Article|Option|Step)s?\s+\d+(?:[.–-]\d+)*",
    re.IGNORECASE,
)


@lru_cache(maxsize=50_000)
def figures_with_words(text: str) -> tuple[str, ...]:
    """Each figure of `text` that is no date, with the few words before and after it."""
    return _with_words(text, (_FIGURE, _AMOUNT, _PERCENT))


def counts_with_words(text: str) -> tuple[str, ...]:
    """Each count of `text`, a figure that is no date, sum or share, with the words around it."""
    return _with_words(text, (_FIGURE,))


def _with_words(text: str, forms: Sequence[re.Pattern[str]]) -> tuple[str, ...]:
    plain = _without_dates(text)
    found = [match.span() for form in forms for match in form.finditer(plain)]
    return tuple(
        f"{' '.join(plain[:start].split()[-_WORDS_BEFORE:])} "
        f"{' '.join(plain[end:].split()[:_WORDS_AFTER])}"
        for start, end in found
    )


_WORDS_BEFORE, _WORDS_AFTER = 8, 6


def figures_in(text: str) -> tuple[str, ...]:
    """The figures of `text` that are no dates, as written: "£1.1 million", "90.4%", "37"."""
    return tuple(match.group().strip() for match in _AS_WRITTEN.finditer(_without_dates(text)))


_AS_WRITTEN = re.compile(
    r"£?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|per ?cent\b|pp\b)|\s?(?:million|billion|bn|m|k)\b)?",
    re.IGNORECASE,
)


def names_in(text: str) -> tuple[str, ...]:
    """What `text` names as people, offices and bodies are named."""
    return tuple(match.group() for match in _NAME.finditer(text))


def says(subject: str, text: str) -> bool:
    """Whether `text` goes on from `subject` to a verb of saying: "The CC ... said"."""
    at = text.lower().find(subject.lower())
    return at >= 0 and bool(_SAYING.search(text, at + len(subject), at + len(subject) + _REACH))


_REACH = 100  # characters between who speaks and the verb


def _without_dates(text: str) -> str:
    """The text without dates and spans of time, and the numbers that say where a thing stands."""
    text = _SPAN_OF_TIME.sub("", _PLACE_NUMBER.sub("", _PARAGRAPH.sub("", text)))
    kept = []
    last = 0
    for period in dates_in(text):
        kept.append(text[last : period.span.start])
        last = period.span.end
    return "".join(kept) + text[last:]
