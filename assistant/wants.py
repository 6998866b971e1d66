"""What kind of thing a question asks for, read from its wording."""

import re
from enum import StrEnum

from assistant.asks import split_asks


class Want(StrEnum):
    """What would count as an answer."""

    NUMBER = "number"
    AMOUNT = "amount"
    FREQUENCY = "frequency"
    PERCENT = "percent"
    WHO = "who"
    PERSON = "person"
    WHEN = "when"
    TIME_OF_DAY = "time_of_day"
    DATES = "dates"
    WHERE = "where"
    LIST = "list"
    WHY = "why"
    DEFINITION = "definition"
    YES_NO = "yes_no"
    CHANGE = "change"
    STATUS = "status"
    SAID = "said"
    GRADE = "grade"


_MONEY = (
    r"(?:costs?|costing|price|salary|salaries|budget|outturn|value|amount|spend|spent|spending|"
    r"pay|paid|savings?|fees?|fines?|precept|reserves?)"
)

_ASKED = (
    r"(?:^\W*|[,;:?!–(-]\s*|\b(?:and|or|but|so|since|by|from|to|of|with|for|until|state|confirm|say"
    r"|know|tell me|tell us|is|was|are|were|exactly|about|on|see|cllr|show|identify|name|names"
    r"|please)\s+)"
)
"""What comes before a word that asks; "adults who", "the house where" and "it is when" ask not."""
_NOT_BEFORE_AN_ASK = (
    r"(?!\s+(?!did|was|is|are|were|will|does|do|has|have|would|can|could|must|should)\w[^,?]*,\s*"
    r"(?:how|what|who|which|do|does|did|is|are|was|were|can|will)\b)"
    r"(?!\s+(?!did|was|is|are|were|will|does|do|has|have|would|can|could|must|should)[^,?;]*"
    r"\b(?:what|how (?:much|many)|who|which \w+)"
    r" (?:did|was|is|are|were|will|does|do|has|have|would)\b)"
)
"""A "when" that only says in which case: "when people call, how many get through?"."""

_ASKS_OF_IT = r"(?:['’]s| did| was| is| are| were| will| does| do| has| have| would| can| could)\b"
_SOMEBODY = (
    r"(?:person|people|individuals?|man|men|woman|women|bloke|lads?|lass|boys?|girls?|child|"
    r"children"
    r"|officers?|victims?|suspects?|offenders?|drivers?|residents?|complainants?|requesters?"
    r"|requestors?|applicants?|author|winner|councillors?|members?|commanders?|commissioner"
    r"|constable|sergeant|inspector|superintendent|managers?|directors?|chief executive"
    r"|head (?:of|for)|lead (?:for|on)|chair(?:man|woman|person)?|secretary|treasurer|deputy|judge"
    r"|minister|mayor|speaker)\b"
)
_ROLE = (
    r"(?:officer|manager|director|chair(?:man|woman|person)?|clerk|secretary|treasurer|executive"
    r"|inspector|superintendent|constable|commissioner|lead|head|person|author|signatory|contact"
    r"|editor|deputy|sub|substitute|coordinator|co-ordinator|champion)"
)
_SAID_BY = re.compile(
    r"\bwhat did (?P<speaker>(?:[\w.'’-]+ ){1,6})(?:say|report|ask|tell|state|explain|confirm"
    r"|advise|propose|announce|promise|request|suggest|recommend)\b",
    re.IGNORECASE,
)
_CUES: tuple[tuple[Want, re.Pattern[str]], ...] = tuple(
    (want, re.compile(pattern, re.IGNORECASE))
    for want, pattern in (
        (
            Want.AMOUNT,
            r"(?<!\bby )\bhow much\b|£(?!\s?\d)|\bin pounds\b|\b(?:amount|sum) of money\b"
            rf"|\bwhat{_ASKS_OF_IT}[^?;.]*\b{_MONEY}\b"
            r"|\bwhat (?:the|an?|it|they|this|that|these|those|each|your)\b[^?;.,]*\bcosts?\b"
            rf"|\b(?:what|which|total|overall|annual|state|provide|give|show|confirm)"
            rf"(?: [\w'’/-]+){{0,4}} {_MONEY}\b"
            rf"|^\W*(?:(?!against\b|about\b|on\b|for\b)\w+\W+){{0,4}}{_MONEY}\b"
            r"|\b(?:sums?|amounts?) (?:awarded|paid|spent|given|raised|received|allocated|granted"
            r"|due|owed|claimed|bid|set aside|put in|offered)\b"
            r"|\bsum (?:actually |finally |so far )?(?:spent|paid|awarded)\b",
        ),
        (Want.FREQUENCY, r"\bhow (?:often|frequently|regularly)\b"),
        (
            Want.PERCENT,
            r"\bby how much\b|\b(?:percent|percentage|per ?cent|proportion|(?:what|which) share"
            r"|share of|rate|pp|what fraction)\b|(?<!\d)(?<!\d )%",
        ),
        (
            Want.NUMBER,
            r"\bby how much\b|\bhow (?:many|long|far|old|big|large|high|fast|quickly)\b"
            r"|\b(?:number|numbers|totals?|count(?! as\b| towards?\b)|figures?|quantity|headcount"
            r"|average|median|the mean|strength|establishment|volume|the level|size (?:of|to))\b",
        ),
        (
            Want.WHO,
            rf"{_ASKED}(?:who|whom|whose)\b|^who\b"
            r"|\bwhich (?:person|officer|councillor|member|organisation|provider|charity|company"
            r"|firm|body|agency|force|builder|contractor|supplier|bidder|consultancy)\b|\bowner\b"
            r"|\bnames? of (?:the |a |each |any )?(?:[\w-]+ ){0,2}(?:providers?|suppliers?"
            r"|compan\w+|firms?|charit\w+|organisations?|contractors?|tenderers?|bidders?|builders?"
            r"|buyers?|purchasers?|landlords?|tenants?|consultanc\w+)\b",
        ),
        (
            Want.PERSON,
            rf"\bnames? of (?:the |a |those |these )?(?:[\w-]+ ){{0,5}}{_SOMEBODY}"
            rf"|\bwho(?:['’]s| is| was| were| are) the (?:[\w-]+ ){{0,3}}{_SOMEBODY}"
            rf"|\b{_ROLE}(?:['’]s)? (?:[-–] )?names?\b",
        ),
        (
            Want.WHEN,
            rf"{_ASKED}when\b{_NOT_BEFORE_AN_ASK}|\bwhen{_ASKS_OF_IT}"
            r"|\b(?:what (?:date|day|time|year|month)|which (?:date|day|year|month)"
            r"|by what (?:date|time)"
            r"|on what date|between what dates|deadline|(?:last|final) day|cut-?off|how soon"
            r"|how long ago|date)\b",
        ),
        (
            Want.TIME_OF_DAY,
            r"\b(?:what|which) time\b(?! of (?:the )?year)|\btime of day\b|\bwhat o.clock\b",
        ),
        (
            Want.DATES,
            r"\b(?:between|what|which) (?:what |which )?dates\b|\bstart and end\b"
            r"|\bfrom when (?:to|until)\b",
        ),
        (
            Want.WHERE,
            rf"{_ASKED}where\b{_NOT_BEFORE_AN_ASK}|\bwhere{_ASKS_OF_IT}"
            r"|\bwhich (?:place|town|city|venue|location|site|district)s?\b",
        ),
        (
            Want.LIST,
            r"\b(?:list|name (?:the|all)|what are the|what were the|which (?:\w+ ){0,2}\w+s\b"
            r"|what (?:sort|kind|type)s?"
            r" of|what (?:\w+ )?(?:topics|subjects|areas|headings|stages|phases|items|measures"
            r"|steps|actions|reasons))\b",
        ),
        (Want.WHY, r"\b(?:why|reason|reasons|what caused|how come|because of what)\b"),
        (
            Want.DEFINITION,
            r"\b(?:what does .* (?:mean|stand for|do)|what do (?:we|they|you) use .* for"
            r"|define|definition|mean(?:ing|t)? (?:of|by)|explain|purpose|function"
            r"|count(?:s|ed)? (?:\w+ ){0,3}as|constitutes?|all about)\b|=\s*\?",
        ),
        (
            Want.CHANGE,
            r"\b(?:compare|compared|comparison|change|changed|trend|difference|gone up|gone down"
            r"|go up"
            r"|go down|went up|went down|increase|increased|decrease|decreased|rise|risen|fall"
            r"|fallen|fell|up or down"
            r"|more or (?:less|fewer)|since last|year before|preceding year|previous year|versus"
            r"|vs)\b",
        ),
        (
            Want.SAID,
            _SAID_BY.pattern,
        ),
        (
            Want.GRADE,
            r"\b(?:what|which)(?: (?!number|percentage|proportion)[\w'’-]+){0,3}"
            r" (?:grades?|gradings?|ratings?|marks?|judge?ments?)\b"
            r"|\bhow (?:was|were|did|is|are)\b[^?;]*\b(?:rated?|graded?|judged?)\b",
        ),
        (
            Want.STATUS,
            r"\b(?:status|progress|latest|position|outcome|what (?:happened|became|came of))\b"
            r"|\bwhat(?:['’]s| has| have| had| was| were| is)? (?:been |being )?done"
            r" (?:about|to|since)\b"
            r"|\bhow (?:was|were|did|has|have)\b[^?;]*\b(?:left|end|turn out|ended|gone|go)\W*$",
        ),
    )
)
_WHAT_IS = re.compile(
    r"^\W*(?:so |and )?what(?:['’]s| is| are| was| were) (?:a |an |the |this |these )?"
    r"\S+(?: \S+){0,5}\W*$",
    re.IGNORECASE,
)
_BARE_ROLE = re.compile(
    rf"^(?!(?:how|what|when|why|where|which|is|are|was|were|do|does|did|has|have|can|will)\b)"
    rf"(?:[\w'’&/-]+ ){{0,4}}{_ROLE}(?: (?:for|at|of|in|on)\b[^?]*)?\W*$",
    re.IGNORECASE,
)
"""A role and an occasion alone, as staff type it: "Committee Officer for the May panel?"."""
_YES_NO = re.compile(
    r"^(?:and |so |but |please (?:confirm|state|tell me) (?:whether|if) )?"
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|whether|if)\b",
    re.IGNORECASE,
)


NUMERIC = frozenset({Want.NUMBER, Want.FREQUENCY, Want.AMOUNT, Want.PERCENT, Want.CHANGE})
"""The kinds that a cell of a table can answer."""

FACTS = frozenset(
    {
        Want.NUMBER,
        Want.FREQUENCY,
        Want.AMOUNT,
        Want.PERCENT,
        Want.WHO,
        Want.PERSON,
        Want.WHEN,
        Want.SAID,
        Want.GRADE,
    }
)
"""The kinds that can be told from the words: an answer without them is none."""


_HOW_MANY = re.compile(
    r"\b(?:how (?:many|much|long|often)|number|numbers|totals?|average|median|count)\b", re.I
)


_ASKS_WHY = re.compile(
    r"\W*(?:and |so |but )?(?:why|how come|for what reasons?"
    r"|what(?:['’]s| is| was| are| were) the reasons?)\b",
    re.IGNORECASE,
)
_ASKS_A_FIGURE = re.compile(
    r"\b(?:how (?:many|much|long|often)"
    r"|(?:what|which) (?:number|percentage|proportion|share|rate))\b",
    re.IGNORECASE,
)
"""A "why" names figures only to say what it asks the reason of."""
_HOW_MUCH = re.compile(r"\bhow much\b", re.IGNORECASE)
_MUCH_OF_A_THING = re.compile(
    rf"\bhow much (?!(?:\w+ )?{_MONEY}\b|money|cash|funding)(?:[\w-]+ ){{1,4}}"
    r"(?:was|were|is|are|has|have|had) (?:there|been)\b",
    re.IGNORECASE,
)
"""Asks for a count in the words for a mass: "how much anti-social behaviour was there"."""
_WHAT_FOR = re.compile(
    r"^\W*what(?:['’]s| is| are) an? |\bwhat\b.*\b(?:spen[dt]|used?|go(?:es)?) .*(?:on|for)\W*$"
    r"|\bwhat (?:does|do|will|can) .*\b(?:cover|include|involve|mean|pay for|fund|buy)\b",
    re.IGNORECASE,
)
"""Asks what money is, or is for: "what is a precept?", "what can the grant be spent on?"."""


def _defines(ask: str) -> bool:
    """Whether an ask is for what a thing is, and for no fact of it."""
    if not _WHAT_IS.match(ask):
        return False
    return bool(_WHAT_FOR.search(ask)) or not any(cue.search(ask) for _, cue in _CUES)


_HOW_TO = re.compile(
    r"^\W*(?:(?:so|and|but|please|hi|hello|ok)\W+)*(?:how (?:do|can|could|would|should|might) "
    r"(?:i|we|you|one|people|someone|somebody|residents?|the public|members of the public|"
    r"an? \w+)\b|how to\b|what (?:should|do|can) (?:i|we) do\b"
    r"|who (?:do|should|can) (?:i|we) (?:contact|ask|tell|speak|talk|complain|report|write|go)\b)",
    re.IGNORECASE,
)


def asks_how_to(question: str) -> bool:
    """Whether `question` asks how to go about something, which no row of figures tells."""
    return bool(_HOW_TO.match(question))


def speaker_asked_of(question: str) -> str:
    """Whose words `question` asks for, as it names them: "the CC" of "what did the CC say?"."""
    match = _SAID_BY.search(question)
    return match["speaker"].strip() if match else ""


def find_wants(question: str) -> frozenset[Want]:
    """Every kind of answer that the wording of `question` asks for; empty if it is open."""
    wants = {want for want, cue in _CUES if cue.search(question)}
    if Want.STATUS in wants and not _HOW_MANY.search(question):
        wants.discard(Want.NUMBER)  # "how was the matter of the figures left" asks for none
    if _ASKS_WHY.match(question) and not _ASKS_A_FIGURE.search(question):
        wants -= {Want.NUMBER, Want.AMOUNT, Want.PERCENT, Want.CHANGE}
    if Want.AMOUNT in wants and _MUCH_OF_A_THING.search(question):
        wants = (wants - {Want.AMOUNT}) | {Want.NUMBER}
    if Want.PERSON in wants:
        wants.add(Want.WHO)
    if not wants and _BARE_ROLE.match(question):
        wants.add(Want.WHO)
    if any(_defines(ask) for ask in split_asks(question)):
        wants.add(Want.DEFINITION)
    if _WHAT_FOR.search(question) and not _HOW_MUCH.search(question):
        wants.discard(Want.AMOUNT)
    if _YES_NO.search(question.strip()):
        wants.add(Want.YES_NO)
        if not _HOW_MUCH.search(question):
            wants.discard(Want.AMOUNT)  # "does the fee cover the cost" asks for no sum
    if Want.PERCENT in wants and not re.search(r"how many|how much|number", question, re.I):
        wants -= {Want.NUMBER, Want.AMOUNT}
    return frozenset(wants)
