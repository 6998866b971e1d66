"""How people ask: questions, requests, announcements of a list, follow-ups. See `turns`."""

from assistant.foi.turns import (
    ASKED_WITH,
    AUXILIARY,
    EMPTY_OBJECT,
    GETTING,
    GIVING,
    alternatives,
    pattern,
    patterns,
)

_OPENER = alternatives(
    *"and also but so then now next finally lastly again further please pls plz kindly".split(),
    *"hi hello hey specifically additionally furthermore moreover separately accordingly".split(),
    *"therefore third fourth firstly? secondly? thirdly fourthly pps".split(),
    r"p\.?\s?s\.?",
    "in (?:particular|addition|this regard)",
    "first of all",
    r"as (?:a )?(?:part|matter) of [\w ]{3,40}",
    "(?:under|pursuant to|in accordance with|using|by virtue of|further to|with reference to) "
    "(?:the )?[^,:?]{0,90}(?:acts?|foia?|eirs?|regulations|law|2000|2004)",
)
OPENERS = pattern(rf"^(?:{_OPENER}\b[\s,:;.–-]*)+")
"""Words before the ask proper: "Finally, please", "Under the Act,"."""

ORDINAL = pattern(r"^(?:first|second|third|fourth|fifth)(?:ly)?\b")
ADDING = pattern(r"^(?:and|also|finally|lastly|then|secondly|thirdly|plus)\b")
POLITENESS = pattern(
    "^"
    + alternatives(
        "if (?:at all )?possible",
        "if it (?:isn't|is not|'s not|is no) (?:too much |a )?(?:trouble|bother)",
        "if you (?:would|could|can|please|(?:don't|do not|wouldn't) mind)(?: be so kind|"
        " help)?(?=,)",
        "where possible",
        "when you (?:have|get) (?:a )?(?:moment|time|chance)",
    )
    + r"\b[\s,]*"
)

_GIVING_TO = r"(?:please|kindly|also|just|possibly|\w+ly) "
QUESTION_START = pattern(
    rf"^(?:{ASKED_WITH}|{AUXILIARY} "
    rf"(?!you (?:{_GIVING_TO})*(?:{GIVING}|help|assist|point)\b|(?:i|we)\b)\w+)\b"
)
_INVERTED = alternatives(
    *"what which who why how".split(), "(?:for|on|by|to|in|at|from) (?:what|which|whom)"
)
_FINITE = alternatives(*"is are was were do does did has have had will would can could".split())
PLAIN_QUESTION = pattern(
    r"^(?:how (?:many|much|often|long)\b|whether\b|"
    r"(?:is|are|was|do|does|did|has|have|will|can) (?:there|any(?:one|body|thing)?|the|he|she|it|"
    r"they|your)\b|"
    rf"{_INVERTED}\b(?: [\w'-]+){{0,5}}? {_FINITE}\b)(?!.*[,;] i\b)"
)
"""A question without its question mark."""

EMBEDDED_QUESTION = pattern(rf"^{ASKED_WITH}\b")
RHETORICAL = pattern(
    "^"
    + alternatives(
        "is it any wonder",
        "is it (?:too much|not)",
        "isn't",
        "aren't",
        "is (?:this|that) (?:what|how|the sort|really|acceptable|right|fair)",
        "how (?:can|could) (?:any(?:one|body)|you|we|they|people|it|that|this|i)\\b",
        "(?:how|why|what) on earth",
        "how dare",
        "how would you (?:feel|like)",
        "are we (?:made|meant|supposed|expected|really)",
        "(?:do|does) (?:he|she|they) (?:think|really|care|even)",
        "(?:and )?what do we get",
        "(?:so )?who (?:could|would|can) possibly",
        "why (?:should|must) (?:we|i|people|residents|tax ?payers|victims|anyone)",
        "who (?:would|could|can) (?:have|blame|possibly)",
        "what (?:sort|kind) of (?:message|society|country|service|world)",
        "do you (?:really|honestly|seriously|not)",
        "does (?:any(?:one|body)|nobody|no one)",
        "have you any idea",
        "how many more (?:times|people|of us)",
        "when will (?:someone|somebody|this end|they learn)",
        "what is the (?:point|world)",
        "what are we paying",
        "surely",
    )
)
POLITE_QUESTION = pattern(
    "^"
    + alternatives(
        r"(?:can|could|would|will) (?:you|anyone|somebody) (?:please )?(?:help|assist)(?: me| us)?"
        r"(?: with (?:this|that|(?:the|these|those|my|some)(?: few| following| \w+)?"
        r"(?: points?| questions?| quer(?:y|ies)| matters?| requests?| things?)?))?\s*\?",
        "how are (?:you|things)",
        "is (?:this|that) (?:ok|okay|all right|possible|something you)",
        "would (?:this|that|it) be (?:ok|okay|possible|all right)",
    )
)

_WANTING = alternatives(*"like love appreciate want wish need require glad pleased keen".split())
_ADVERB = alternatives(
    *"be also therefore hereby now further really very much only just simply formally am".split(),
    "are",
)
_FIRST_PERSON = rf"(?:i|we)(?:'d| would| should| shall)? (?:{_ADVERB} )*" + alternatives(
    rf"{_WANTING}(?<!^i appreciate)(?<!^we appreciate)(?! to (?!(?:also )?{GETTING}\b))",
    *"request requesting asking seek seeking grateful obliged interested after demand".split(),
    *"demanding insist".split(),
    "ask(?! (?:these|this|my|the above|because|as)\\b)",
    rf"writing to (?:you )?(?:\w+ly )?{GETTING}",
    rf"write (?:\w+ ){{0,8}}?(?:to )?{GETTING}",
    "trying to find",
)
_A_REQUEST_FOR = (
    r"this (?:is|letter is|e-?mail is|constitutes|message is) (?:an? |my )?(?:\w+ ){0,8}?"
    r"requests?\b[^.?]*\bfor\b"
)
REQUEST = pattern(
    "^"
    + alternatives(
        r"(?:could|can|would|will|might|may) (?:you|the \w+|your \w+|i|we)\b",
        rf"{_FIRST_PERSON}\b",
        r"(?:i|we)'m (?:also |just )*(?:asking|requesting|seeking|interested|after|looking for|"
        rf"writing to {GETTING})\b",
        r"(?:it would (?:also )?be|i'd (?:also )?find it) (?:helpful|useful|good|interesting) "
        rf"(?:to {GETTING}|if you)",
        rf"it would help (?:(?:me|us|a lot|greatly) )*to {GETTING}",
        r"my (?:\w+ )?(?:request|question|query)s? (?:is|are|relates?)\b",
        r"what (?:i am|i'm|we are) asking for\b",
        r"grateful (?:if|for)\b",
        _A_REQUEST_FOR,
        r"(?:treat|regard|consider|accept|take) this\b[^.?]*\brequest\b",
        rf"{GIVING}\b",
        rf"if you (?:could|would|can) (?:please |kindly )?{GIVING}\b",
    )
)
LATER_REQUEST = patterns(
    rf"[,;–-] (?:and |so |but )?(?:i'd|i would|we'd|we would) (?:also )?like (?:to {GETTING}|a )",
    rf"[,;–-] (?:and |so |but )?please (?:also )?{GIVING}\b",
    r"[,;–-] (?:i|we)(?:'d| would| should| must)? (?:also )?(?:ask|request|be (?:glad|grateful|"
    r"obliged|interested)|appreciate|welcome)\b",
    rf"[,;–-] (?:and |so |but )?(?:could|can|would) you (?:please )?(?:also )?{GIVING}\b",
    r"[,;–-] (?:and |so |but )?(?:may|can|could) i (?:please )?(?:see|have)\b",
    r"\bso (?:i|we)(?:'d| would| do)? (?:also |just |now |really )*(?:want|like|need) to "
    r"(?:know|find out|be told) (?:how|what|when|who|which|why|where|whether|if)\b",
)
"""A request in the second half of a sentence that begins as a statement."""

ASKED_AT_ONCE = pattern(
    r"\brequests?\b[^.?]*?[,:;] (?:by )?(?:how (?:many|much|often|long)|whether|what (?!i\b)|when) "
    r"\S+ \S+ \S+"
)
"""A request that goes on to its question: "treat this as a request, how many people ..."."""
CONTENT = pattern(
    r"\brequests?\b[^.?]*?\b(?:for|namely|about|regarding|relating to|concerning|to know|to see) "
    r"(?!(?:the |some )?(?:recorded )?(?:information|data|details)\s*(?:under|pursuant|as|$|[.:])|"
    r"(?:the )?following(?: information)?\s*(?:under[^:]*)?[.:]?\s*$|this\b|my\b)\S+ \S+"
)
"""A request that says at once what it is for, though it begins as a formality."""

EMPTY_REQUEST = patterns(
    r"\b(?:mak(?:e|ing)|submit(?:ting)?|lodg(?:e|ing)|fil(?:e|ing)|put in|rais(?:e|ing)) "
    r"(?:an?|the|this|my)\b[^?:]*\b(?:request|application)\b",
    r"^(?:i|we)\b[^?]*\b(?:request|ask|seek|write|writing)\w* (?:for |to you |to )?"
    r"(?:this |the |some )?(?:this|it|information)?\s*"
    r"(?:under|pursuant|in accordance|because|as part)\b[^:]*$",
    r"\b(?:help|assist)(?: me| us)?(?: with (?:this|my request))?\s*[.?]?$",
    r"\b(?:considered|dealt with|handled|processed|treated|answered) (?:under|as|in accordance)\b",
    r"^(?:treat|regard|consider|accept|take) this\b",
    r"^(?:i|we) (?:am |are )?(?:seeking|requesting) (?:the |some )?information from\b",
)
EMPTY_GIVING = pattern(
    rf"\b(?:provide|send|supply|have|get|receive)(?: (?:me|us))? (?:with )?{EMPTY_OBJECT}"
    r"(?: (?:as soon as|promptly|by|within|before|at your|in time)\b[^?]*)?[.?]?$"
)
"""A request whose object says nothing: "Please send me the information by Friday"."""

ANNOUNCEMENT = patterns(
    r"\b(?:the|these) following\b",
    r"\bas follows\b",
    r"\b(?:the|these|my|some|a few|several|\w+) questions?\b[^?]{0,60}(?:\bbelow\b|:\s*$)",
    r"\bquestions (?:below|set out|that follow|are)\b",
    r"\b(?:information|details|data)\b[^?]{0,40}(?:\bbelow\b|\bset out\b|\blisted\b)",
    r"\bi have designed\b",
    r"\bmy requests?\b[^?]*\b(?:below|is|are)\b\s*[:.]?$",
    r"\b(?:complete|answer) (?:the|these|my|all) (?:following )?questions",
    r"\banswer (?:these|them|this|the|my|all)(?: \w+){0,2}(?: under [^?]*)?\?$",
    r"\b(?:in particular|specifically|namely|notably)\s*[:,]?$",
)
CONTENT_AFTER_COLON = pattern(r"(?::|\bnamely,?)\s*\S+(?:\s+\S+){2,}")
_EMPTY_TAIL = alternatives(
    *"me us with to know have for the some information details copies of about both each".split(),
    *"all you on held recorded".split(),
)
BARE_REQUEST = pattern(
    rf"^[\w', ]{{0,80}}?\b(?:{GIVING}|{GETTING}|information|details|answers?|for|see)"
    rf"(?: {_EMPTY_TAIL})*\s*:$"
)
GENERAL = patterns(
    r"\b(?:information|details|data|questions?|something|more|records?) (?:held )?(?:by \w+ )?"
    r"(?:about|on|regarding|relating to|concerning|in relation to|in respect of|with regard to|"
    r"connected with)\b",
    r"^i'm interested in\b",
    r"\binterested in (?:how|the|your)\b",
)
PARTICULAR = pattern(r"\b(?:how|what|which|who|when|where|whether|why|number|cop(?:y|ies))\b")

_UNKNOWN = alternatives(
    *"so not yes no none any this that it they these those available possible".split(),
    *"unavailable either there applicable held exact".split(),
    "the answer",
    "(?:you|she|he|they|it) (?:do|does|did|have|has)\\b",
    r"(?:the |such )?(?:data|information|figures?|numbers?|records?|breakdown)",
)
FOLLOW_UP = pattern(
    "^"
    + alternatives(
        rf"(?:or )?if {_UNKNOWN}\b",
        r"or if\b",
        r"where (?:this|it|possible|available)\b",
        r"(?:please |kindly |to )?(?:also )?(?:include|including|break|separate|distinguish|split|"
        r"group|specify (?:whether|if|which of))\b",
        r"this should\b",
        r"for (?:example|instance)\b",
        r"broken down\b",
        r"(?:please )?(?:give|provide|show) (?:this|these|it|them|reasons)\b",
    )
)
STATEMENT = patterns(
    r"^(?:i|we|it|this|that|there|they|he|she|you|don't|dont)\b",
    r"^(?:my|our)\b[^,;]*\b(?:is|was|has|have|had|are|were|will|would)\b",
)
"""A line that tells rather than asks."""
