"""Several asks in one sentence: "how many came, what it cost and who approved it"."""

import re

from assistant.foi.letter_text import trimmed
from ingest.document import Span

_QUESTION_WORD = (
    r"(?:how (?:many|much|often|long|far|is|are|was|were|do|does|did|has|have|will|it|they|the|"
    r"these|this|that|those|\w+ (?:is|are|was|were|do|does|did|has|have|will|can))|"
    r"(?:(?:for|on|by|to|in|at|from|of|with|under) )?(?:what|which|whom)|"
    r"who|when|where|why|whether)\b"
)
_OWN_VERB = (
    r"(?:(?:was|were|is|are|do|does|did|has|have|will) (?:any|the|there|it|they|he|she|you|that|"
    r"those)|"
    r"(?:please|could you|can you|may (?:i|we)|(?:i|we)(?:'d| would| should) (?:also )?(?:like|"
    r"welcome|appreciate|be)|to (?:know|hear|learn|see|understand|be told)))\b"
)
_WH_BOUNDARY = re.compile(
    rf"(?:(?P<join>\s*[;,]\s+(?:and|or|plus|as well as)\s+|\s*;\s*|\s*,\s+|"
    rf"\s+(?:and|as well as)\s+)(?:also |then |finally |lastly |secondly |thirdly )?"
    rf"(?:(?:first|second|third|fourth|fifth)(?:ly)?,? )?"
    rf"(?={_QUESTION_WORD}))|(?P<also>\s+(?:also|plus)\s+)(?=(?:{_QUESTION_WORD}|{_OWN_VERB}))|"
    rf"(?P<and>\s*[;,]?\s+and\s+)(?:also )?(?={_OWN_VERB})",
    re.IGNORECASE,
)
_DEPENDENT = re.compile(r"\b(?:if (?:so|not|any|they did|it did|yes|known)|where known)\W*$", re.I)
_COUNTED_TOGETHER = re.compile(r"\bhow (?:many|much) (?:\w+ ){0,1}\w+$", re.IGNORECASE)
"""The first of two things counted in one breath: "how many adults and how many children are"."""
_TOLD = re.compile(
    r"(?:lastly,? |also,? |and )?(?:i|we)(?:'ve| have| am| was| were)? "
    r"(?:read|hear|heard|understand|"
    r"note|noticed|see|saw|gather|believe|told|aware|recall|remember)\b",
    re.IGNORECASE,
)
_ASKED_IN = re.compile(rf"\b{_QUESTION_WORD}", re.IGNORECASE)
_NOUN = (
    r"(?:numbers?|costs?|amounts?|cop(?:y|ies)|lists?|details|names?|dates?|minutes|breakdown|"
    r"total|value|figures|reasons|policy|outcomes?|percentage|proportion|budget|salary|salaries|"
    r"notes?|income|agenda|correspondence|e-?mails|contract|location|job titles?|criteria|"
    r"terms of reference|membership|rules|surveys?|reports?|valuation|notices?|opening hours|"
    r"qualifications|plans?|strategy|assessments?|reviews?|results|findings|evaluation|"
    r"business case|"
    r"invoices?|register|letters|agreement|guidance|procedure|protocol|rate|size|make-up|identity)"
)
_ADJECTIVES = r"(?:(?:full|total|average|mean|annual|exact|current|latest|most recent|overall) )*"
_NOUN_BOUNDARY = re.compile(
    rf"(?P<join>\s*[;,]\s+(?:and|plus|as well as|together with)\s+|\s*;\s*|\s*,\s+|"
    rf"\s+(?:and|as well as|together with|plus)\s+)(?:also )?"
    rf"(?=(?:(?:the|a|an|any|all|its|their|your) {_ADJECTIVES}{_NOUN}|(?:copies|details|minutes|"
    rf"names|lists) of)\b)",
    re.IGNORECASE,
)
# "which firms were", but not the relative "which was" or "which the office".
_NEW_QUESTION = re.compile(
    r"what|why|(?:on|for|at|to|by) what|when|who(?! (?:is|was|were|are|has|have|had))|"
    r"which (?!is|was|are|were|has|have|had|will|would|the\b|he\b|she\b|it\b|they\b|you\b)"
)
_SEMICOLON = re.compile(r"\s*;\s*(?:(?:and|or)\s+)?(?:also\s+)?", re.IGNORECASE)
_THING = re.compile(
    rf"(?:(?:the|a|an|any|all|its|your|copies|details|minutes|names|lists)\s+\S+|{_QUESTION_WORD})",
    re.IGNORECASE,
)
_ANAPHORA = re.compile(r"\b(?:each|them|those|these|it|its|their|they|that|this|such|both)\b", re.I)
_LEADS = re.compile(rf"\b(?:{_QUESTION_WORD}|whether|is|are|do|does|did|has|have|was|were)\b", re.I)
_LONGEST = 2_000  # characters of a sentence that is looked into
_MIN_WORDS = 4
_MIN_WORDS_AFTER_TO = 6  # "and at what total cost" goes on; "and on what dates was it ..." is new
_PREPOSITIONS = frozenset("for on by to in at from of with".split())
_TRAILING = " \n\t;,"


def ask_spans(copy: str, sentence: Span, *, finely: bool = False) -> list[Span]:
    """The asks of one sentence of a working copy, in order; the sentence whole if it has one.

    Split at question words that begin a clause of their own, and at nouns that requests ask for
    ("the cost of ..., and copies of ..."); a noun that only goes on about the earlier one ("and
    the cost of each") is split off `finely`.
    """
    words = copy[sentence.start : sentence.end].replace("\n", " ")
    if len(words) > _LONGEST:
        return [trimmed(copy, sentence, _TRAILING)]
    cuts = _semicolon_cuts(words) or _question_cuts(words) or _noun_cuts(words, finely=finely)
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(words)]
    return [
        trimmed(copy, Span(sentence.start + start, sentence.start + end), _TRAILING)
        for start, end in zip(starts, ends, strict=True)
    ]


def _semicolon_cuts(words: str) -> list[tuple[int, int]]:
    """Every semicolon, where each begins a thing asked for or a question."""
    matches = list(_SEMICOLON.finditer(words))
    if matches and _TOLD.match(words) and not _ASKED_IN.search(words, 0, matches[0].start()):
        return []
    if matches and all(_THING.match(words, match.end()) for match in matches):
        return [match.span() for match in matches]
    return []


def _question_cuts(words: str) -> list[tuple[int, int]]:
    matches = list(_WH_BOUNDARY.finditer(words))
    cuts: list[tuple[int, int]] = []
    begin = 0
    for place, match in enumerate(matches):
        piece = words[begin : match.start()]
        later = [other for other in matches[place + 1 :] if _joins(other)]
        end = matches[place + 1].start() if place + 1 < len(matches) else len(words)
        if not _joins(match) and not _surely_new(words, match, bool(later)):
            continue
        if _TOLD.match(piece) and not _ASKED_IN.search(piece):
            continue
        if (
            _COUNTED_TOGETHER.search(piece)
            or _DEPENDENT.search(piece)
            or not _LEADS.search(piece)
            or len(piece.split()) < _MIN_WORDS
        ):
            continue
        later_words = words[match.end() : end].split()
        least = _MIN_WORDS_AFTER_TO if later_words[0].lower() in _PREPOSITIONS else _MIN_WORDS
        if len(later_words) < least:
            continue
        cuts.append((match.start(), match.end()))
        begin = match.end()
    return cuts


def _joins(match: re.Match[str]) -> bool:
    return bool(
        match["and"] or match["also"] or re.search(r"and|or|plus|as well|;", match["join"], re.I)
    )


def _surely_new(words: str, match: re.Match[str], list_goes_on: bool) -> bool:
    """A comma before "which" or "who" opens a relative clause, unless more questions follow."""
    following = words[match.end() :].lower()
    return following.startswith(("how ", "whether ")) or (
        list_goes_on and bool(_NEW_QUESTION.match(following))
    )


def _noun_cuts(words: str, *, finely: bool) -> list[tuple[int, int]]:
    matches = list(_NOUN_BOUNDARY.finditer(words))
    begin = 0
    cuts: list[tuple[int, int]] = []
    for place, match in enumerate(matches):
        end = matches[place + 1].start() if place + 1 < len(matches) else len(words)
        later = words[match.end() : end]
        own_noun = re.search(_NOUN, words[begin : match.start()], re.I)
        goes_on = bool(_ANAPHORA.search(later)) and not finely
        if own_noun and len(later.split()) >= _MIN_WORDS and not goes_on:
            cuts.append((match.start(), match.end()))
            begin = match.end()
    return cuts
