"""The turns of phrase of request letters, as patterns. All ignore case.

Each is a family of ways in which people say one thing; the families are named by `Wording`.
"""

import re


def _any(*alternatives: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(words, re.IGNORECASE) for words in alternatives)


def _one(words: str) -> re.Pattern[str]:
    """One pattern written over several lines, whose breaks and indents do not count."""
    return re.compile("".join(line.strip() for line in words.splitlines()), re.IGNORECASE)


# "the information", "it", "your response", "all of the requested data": an object without content.
_EMPTY = (
    r"(?:(?:the|this|that|these|those|all|any|some|your|my|such|of|requested|relevant|above|"
    r"following|recorded|disclosed|foi|a|full|complete|please|most|recent|latest|available|me|"
    r"with|you|to|back)\s+)*"
    r"(?:information|data|dataset|reply|replies|response|responses|answers?|material|results?|"
    r"details|documents?|it|them|everything|this|these|disclosure|figures|records?)\b"
    r"(?:\s+(?:that\s+)?(?:i|we)\s+(?:have\s+|am\s+|are\s+|'m\s+)?"
    r"(?:request|ask|seek|requir|need)\w*(?:\s+for)?|"
    r"\s+(?:requested|above|below|sought|supplied|provided|asked for|i want|available|held))*"
)
_FORMAT = (
    r"(?:e-?mail|electronic(?:ally)?|excel|\.?xlsx?|\.?csv|spread\s?sheets?|pdfs?|word (?:document|"
    r"format|file)|hard cop(?:y|ies)|paper cop(?:y|ies)|on paper|machine[- ]readable|large print|"
    r"by post|by letter|in writing|digital(?:ly)?|usb|braille|audio|open format|re-?usable|"
    r"format)"
)
_MEANS = (
    r"(?:e-?mail|post|letter|phone|telephone|writing|this (?:e-?mail )?address|"
    r"the [\w' -]{0,20}address)"
)
_ASKING = (
    r"(?:please|pls|plz|kindly|could you|can you|would you|will you|i would|i'd|i should|"
    r"we would|we'd|"
    r"i am|i'm|may i|might i|ideally|i (?:also )?(?:ask|request|want|wish|prefer|need))"
)

POLITENESS = _one(
    r"""^(?:if (?:at all possible|possible|it (?:isn't|is not|'s not|is no) (?:too much |
    a )?(?:trouble|bother)|
    you (?:would|could|can|don't mind|do not mind|please|wouldn't mind)(?: (?:be so kind|help))?)|
    where possible|when you (?:have|get) (?:a )?(?:moment|time|chance))\b[\s,]*"""
)
OPENERS = _one(
    r"""^(?:(?:and|also|but|so|then|now|firstly?|secondly?|thirdly?|fourthly|finally|lastly|next|
    hi|hello|hey|please|pls|plz|kindly|specifically|in particular|in addition|additionally|
    furthermore|
    moreover|
    separately|further|again|in this regard|accordingly|therefore|p\.?\s?s\.?|pps|
    as (?:a )?(?:part|matter) of [\w ]{3,40}|first of all|
    (?:under|pursuant to|in accordance with|using|by virtue of|further to|
       with reference to) (?:the )?[^,:?]{0,90}(?:acts?|foia?|eirs?|regulations|law|2000|2004)
    )\b[\s,:;.–-]*)+"""
)

_WH = (
    r"(?:how (?:many|much|often|long|far|soon|frequently|does|do|did|is|are|was|were|has|have|"
    r"had|will|would|can|could|may|might)|(?:for|on|by|to|in|at|from|of|with|under) "
    r"(?:what|which|whom|whose)|what(?:'s)?|which|who(?:m|se)?|when|where|why|whether|how)"
)
QUESTION_START = _one(
    rf"""^(?:{_WH}|(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|may|might|
    should)
     (?!you (?:please|kindly|provide|send|tell|let|supply|confirm|also|give|advise|explain|state|
    list|help|assist|forward|share|disclose|release|point|clarify|set|say|furnish)\b|(?:i|we)\b)
    \w+)\b"""
)
PLAIN_QUESTION = _one(
    r"""^(?:how (?:many|much|often|long)\b|whether\b|
    (?:what|which|who|why|how|(?:for|on|by|to|in|at|from) (?:what|which|whom))\b(?: [\w'-]+){0,5}?\s
    (?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\b)(?!.*[,;] i\b)"""
)
EMBEDDED_QUESTION = _one(rf"^{_WH}\b")
ADDING = _one(r"^(?:and|also|finally|lastly|then|secondly|thirdly|plus)\b")
RHETORICAL = _one(
    r"""^(?:is it any wonder|is it (?:too much|not)|isn't|aren't|is (?:this|that) (?:what|how|
    the sort|really|acceptable|right|fair)|how (?:can|could) (?:any(?:one|body)|you|we|they|
    people|it|
    that|this|i)\b|how on earth|how dare|why on earth|why (?:should|must) (?:we|i|people|residents|
    tax ?payers|victims|anyone)|who (?:would|could|can) (?:have|blame|possibly)|what on earth|
    what (?:sort|kind) of (?:message|society|country|service|world)|do you (?:really|honestly|
    seriously|not)|does (?:any(?:one|body)|nobody|no one)|have you any idea|how many more (?:times|
    people|of us)|when will (?:someone|somebody|this end|they learn)|what is the (?:point|world)|
    what are we paying|surely)"""
)
POLITE_QUESTION = _one(
    r"""^(?:(?:can|could|would|will) (?:you|anyone|somebody) (?:please )?(?:help|assist)(?: me| us)?
    (?: with (?:this|that|the following))?\s*\?|how are (?:you|things)|is (?:this|that) (?:ok|okay|
    all right|possible|something you)|would (?:this|that|it) be (?:ok|okay|possible|all right))"""
)

_RESPONDING = r"(?:repl(?:y|ies)|respon(?:d|se|ses)|answers?|correspond(?:ence)?|write|contact)"
_REQUEST_LIKE = (
    r"(?:you|your|my|this request|the request|the information|the data|requested|it|this|they|them|"
    r"these|any (?:part|aspect|element|of (?:it|this|these|the|my))|parts? of (?:it|this|my|the)|"
    r"some of (?:it|this|my|the)|all of (?:it|this|my|the)|(?:an |any )?exemptions?|information|"
    r"anything|complying|providing|compliance)"
)
_NOT_A_QUESTION = r"(?!.*,\s*(?:then\s+)?(?:how|what|who|when|where|which)\b)"

PREFERENCE = _any(
    rf"^(?:{_ASKING}\b.{{0,40}})?\b{_RESPONDING}\b(?: to)?(?: me| us)?\b.{{0,40}}\b"
    rf"(?:by|via|through|in|to|using) (?:an? |my |the )?(?:{_MEANS}|{_FORMAT})",
    rf"{_ASKING}\s(?:\w+\s){{0,4}}?(?:receive|have|get|provide|send|supply|prefer|like|give|"
    rf"deliver|"
    rf"return|present|format|want|made|answer)\s(?:(?:me|us|that|for)\s)?{_EMPTY}"
    rf"(?: (?!about|on|relating|regarding|for|of|concerning)[\w'-]+){{0,8}}? {_FORMAT}\b",
    rf"^(?:an? )?{_FORMAT}\b[^?]{{0,40}}\b(?:would be|is|are|will do)\b",
    rf"\bprefer(?:red|ence|ably)?\b[^?]{{0,80}}\b{_FORMAT}\b",
    r"\b(?:acknowledge|confirm)\b[^?]{0,30}\b(?:receipt|received|receiving)\b",
    r"^(?:your |the |a |any )?(?:reply|response|answer)s? (?:should|may|can|could|to be) "
    r"(?:be )?(?:sent|made|given|in|by)\b",
    rf"{_ASKING}\b[^?]{{0,30}}\bsend\b[^?]{{0,12}}\b(?:reply|response|answer)s?\b",
    r"\bform(?:at)? (?:that|which) (?:suits|is (?:easiest|most convenient))",
    r"\b(?:any|either|whichever) format\b",
)
REVIEW = _any(
    r"\b(?:like|request|ask for|want|seek|require|wish for|asking for|requesting)\b[^?.]{0,20}"
    r"\binternal review\b",
    r"\bplease\b[^?.]{0,30}\b(?:carry out|conduct|treat|undertake)\b[^?.]{0,20}\binternal review\b",
)
NARROWING = _any(
    rf"^(?:if|should|where|in the event|were)\b(?=[^?]*\b{_REQUEST_LIKE}\b){_NOT_A_QUESTION}[^?]*"
    r"(?:cost limit|appropriate limit|exceed|too (?:broad|wide|much|long|large|expensive|costly|"
    r"vague|"
    r"onerous)|unclear|not clear|clarif|narrow|refin|section 12\b|18 hours|reasonable limit|"
    r"significant (?:cost|time)|cost too|ambiguous|burden|take too|further (?:information|detail)|"
    r"more (?:information|detail)|any (?:questions|queries|further questions|problems|difficult))",
    r"\b(?:happy|willing|prepared|content|open|glad|able) to (?:narrow|refine|clarify|discuss|"
    r"limit|"
    r"reduce|accept|rephrase|amend|modify|prioriti)",
    r"\b(?:narrow(?:ing)?|refin(?:e|ing)|rephras(?:e|ing)|reduc(?:e|ing)) (?:down )?(?:the |my |"
    r"its |this )"
    r"(?:scope|request|terms|search)",
)
BOILERPLATE = _any(
    r"\b(?:i|we) (?:understand|expect|note|look forward|anticipate|trust|believe|am aware|"
    r"appreciate|"
    r"remind|would remind|am reminding|know|assume|should receive|look to)\b[^?]*\b(?:(?:20|"
    r"twenty) "
    r"(?:working )?days|statutory|within the (?:time|period|deadline)|deadline|time ?(?:limit|"
    r"scale|frame)|"
    r"required by law|legally)",
    r"\b(?:the act|the law|foia|legislation|you|regulations|section 10)\b[^?]*\b(?:require|"
    r"oblige|must|"
    r"have|allow|is|entitle|gives?)[^?]*\b(?:(?:20|twenty)(?: \(20\))? (?:working )?days)",
    r"^(?:please |kindly )?(?:reply|respond|provide|send)[^?]{0,40}within (?:the )?(?:(?:20|"
    r"twenty)|statutory)",
    rf"^(?:if|where|wherever|should|in the event|in case|were|"
    rf"to the extent)\b(?=[^?]*\b{_REQUEST_LIKE}\b)"
    rf"{_NOT_A_QUESTION}[^?]*(?:public domain|on (?:your|the) website|already (?:published|"
    rf"available|public|online)|\bprohibit|"
    r"\bconfidential|\bbreach|\bexempt|\brefus|\bwithh|\bredact|\breject|\bdeclin|"
    r"(?:not|n't|never|un\w+ to) (?:be )?(?:held|hold|provide|supply|disclose|release|answer|"
    r"able|possible|"
    r"the (?:right|correct|appropriate))|another (?:public )?(?:authority|body|organi)|"
    r"\bsits with\b|"
    r"other (?:public )?(?:authority|bodies|body)|held (?:by|with|elsewhere|instead)|outside your|"
    r"elsewhere|\btransfer\b|wrong (?:person|department|body|office)|\bcharge\b|"
    r"\bfees?\b[^?]*payable)",
    r"\bsection 16\b|\bduty to (?:advise|assist|provide advice|help)|\badvice and assistance\b",
    r"\b(?:i|we) (?:would |will |shall |wish to |also )?(?:remind|reserve|intend to (?:appeal|"
    r"complain)|"
    r"complain|appeal|refer)",
    r"\binformation commissioner\b[^?]*\b(?:complain|appeal|guidance|dim view|recommend|refer)|"
    r"\bICO (?:takes|guidance|recommend|has said)",
    r"^(?:please )?(?:treat|consider|regard|accept|take|log|process|handle) this\b",
    r"^this (?:is|letter|e-?mail|message|constitutes|request is)\b[^?]*\b(?:request|foia?|"
    r"freedom|act)\b",
    r"\b(?:i|we) (?:do not|don't|am not|are not|have no)\b[^?]*\b(?:personal (?:data|information|"
    r"details)|"
    r"redact|names of|individuals|identif)",
    r"\b(?:may|can|should|could) be (?:redacted|anonymi[sz]ed|removed|withheld)",
    r"\bpresum\w+ in favou?r|\bpublic interest\b[^?]*\b(?:favou?rs|served|in (?:releas|disclos))",
    r"\bmy right\b|\bentitled (?:to|under)\b|\bsection 1\(1\)|\bright (?:of access|to know)\b",
    r"^please (?:note|be aware|be advised|bear in mind|remember)\b",
    r"^(?:i|we) (?:require|need|want|expect|would like|would appreciate)(?: to (?:have|receive))? "
    r"(?:a|an|your|the)(?: \w+)? (?:reply|response|answer|acknowledgement)\b",
)
SCOPE = _any(
    r"^(?:please |kindly )?(?:for|in|to|with|on) (?:each|all|every(?: one)?|any)(?: of)?(?: the)?"
    r" (?:above|case|question|item|year|these|those|part|point)s?\b(?! (?:how|what))",
    r"\b(?:for|to|of|on) (?:each|all|every one|every) (?:of )?(?:the |these |those |my )?(?:above|"
    r"questions?|items|requests|points|parts)\b",
    r"^(?:please |kindly )?(?:give|provide|show|limit|restrict|confine|cover|use|break|split|"
    r"answer)[^?]*"
    r"\b(?:all|the|these|those|each|my) (?:of (?:the|these|those) )?(?:figures|questions|answers|"
    r"items|"
    r"requests|time period|timeframe|period|data)\b[^?]*\b(?:for|from|between|to|by|covering|"
    r"since)\b",
    r"^(?:the |my |this )?(?:time ?(?:frame|scale|period)|period|date range|years?|request)\b[^?]*"
    r"\b(?:is|are|covers?|relates?|cover(?:ed|ing)|should|runs?|limited)\b",
    r"^(?:by|for the purposes? of)\b[^?]*\b(?:i mean|i refer|we mean|is meant|means|please (?:take|"
    r"treat))\b",
    r"^where (?:i|we) (?:refer|say|use|mention)",
)
COURTESY = _any(
    r"^(?:many |with )?thank(?:s|ing)?\b|\bthank you\b|\blook(?:ing)? forward\b|"
    r"^(?:i )?(?:do )?apologi|"
    r"\bgrateful for (?:your|any) (?:help|time|assistance|support)|\bhope (?:this|you|that|all)\b|"
    r"\bdo not hesitate|\bi (?:would )?(?:much )?appreciate your\b|\bhave a (?:good|nice|lovely)|"
    r"\bany help\b|\bwith best wishes\b|\bsorry (?:to|for)\b",
)

FOLLOW_UP = _one(
    r"""^(?:if (?:so|not|yes|no|none|any|the answer|this|that|it|they|these|those|you (?:do|did|
    have)\b|
    (?:the |such )?(?:data|information|figures?|numbers?|records?|breakdown)|no\b|available|
    possible|
    unavailable|either|there|applicable|held|exact)\b|or if\b|where (?:this|it|possible|
    available)\b|
    (?:please |kindly |to )?(?:also )?(?:include|including|break|specify (?:whether|if|which of)|
    separate|distinguish|split|group)\b|this should\b|for (?:example|instance)\b|broken down\b|
    (?:please )?(?:give|provide|show) (?:this|these|it|them|reasons)\b)"""
)
ANNOUNCEMENT = _one(
    r"""\b(?:the|these) following\b|\bas follows\b|\b(?:the|these|my|some|a few|several|\w+)\s
    questions?\b[^?]{0,60}(?:\bbelow\b|:\s*$)|\bquestions (?:below|set out|that follow|are)\b|
    \b(?:information|details|data)\b[^?]{0,40}(?:\bbelow\b|\bset out\b|\blisted\b)|
    \bi have designed\b|\bmy requests?\b[^?]*\b(?:below|is|are)\b\s*[:.]?$|\b(?:complete|
    answer) (?:the|these|my|all) (?:following )?questions"""
)
CONTENT_AFTER_COLON = _one(r":\s*\S+(?:\s+\S+){2,}")
REQUEST = _one(
    r"""^(?:(?:could|can|would|will|might|may) (?:you|the \w+|your \w+|i|we)\b|
    (?:i|we)(?:'d| would| should| shall)? (?:be |also |therefore |hereby |now |further |really |
      very |much |only |just |simply |formally |am |are )*(?:(?:like|love|appreciate|want|wish|need|
      require|glad|pleased|keen)(?! to (?!(?:also )?(?:know|see|have|receive|request|ask|learn|
      understand|find|obtain|be (?:told|given|sent|provided|informed|supplied)|get|enquire|inquire|
      hear|view|inspect|read|establish|clarify|confirm)\b))|
      request|requesting|ask|asking|seek|seeking|grateful|obliged|interested|
      writing to (?:you )?(?:\w+ly )?(?:request|ask|seek|find out|obtain|enquire|inquire)|
      write (?:\w+ ){0,8}?(?:to )?
      (?:request|ask|seek|enquire|inquire)|trying to find|after)\b|
    (?:i|we)'m (?:also |just )*(?:asking|requesting|seeking|interested|after|looking for|
    writing to (?:request|ask|find out))\b|
    (?:it would (?:also )?be|i'd (?:also )?find it) (?:helpful|useful|good|
    interesting) (?:to (?:know|
    have|see)|if you)|
    my (?:\w+ )?(?:request|question|query)s? (?:is|are|relates?)\b|
    grateful (?:if|for)\b|
    (?:provide|send|supply|state|list|confirm|tell|explain|disclose|give|describe|release|set out|
      indicate|specify|name|identify|attach|detail|advise|forward|share|let (?:me|us)|furnish|
      clarify|say|
      show|outline|summari[sz]e|publish|make available|do (?:let|tell|send))\b)"""
)
EMPTY_REQUEST = _one(
    rf"""\b(?:make|submit|lodge|file|put in|raise|making|submitting) (?:an?|the|this|my)\b[^?:]*
    \b(?:request|application)\b|
    ^(?:i|we)\b[^?]*\b(?:request|ask|seek|write|writing)\w* (?:for |to you |to )?(?:this |the |
    some )?
    (?:this|it|information)?\s*(?:under|pursuant|in accordance|because|as part)\b[^:]*$|
    \b(?:help|assist)(?: me| us)?(?: with (?:this|my request))?\s*[.?]?$|
    \b(?:provide|send|supply|have|get|receive)(?: (?:me|us))? (?:with )?{_EMPTY}
    (?: (?:as soon as|promptly|by|within|before|at your|in time)\b[^?]*)?[.?]?$|
    \b(?:considered|dealt with|handled|processed|treated|answered) (?:under|as|in accordance)\b"""
)
BARE_REQUEST = _one(
    r"""^(?:[\w', ]{0,80}?)\b(?:provide|supply|send|state|know|have|request|ask|tell|confirm|
    give|list|let|see|
    information|details|answers?|receive|for|learn)(?: (?:me|us|with|to|know|have|for|the|some|
    information|
    details|copies|of|about|both|each|all|you|on|held|recorded))*\s*:$"""
)
GENERIC_SUBJECT = _one(
    r"""\b(?:information|details|data|questions?|something|more|
    records?) (?:held )?(?:by \w+ )?(?:about|on|regarding|
    relating to|concerning|in relation to|in respect of|with regard to|connected with)\b|
    ^i'm interested in\b|\binterested in (?:how|the|your)\b"""
)
STATEMENT = _one(
    r"""^(?:i|we|it|this|that|there|they|he|she|you)\b|
    ^(?:my|our)\b[^,;]*\b(?:is|was|has|have|had|are|were|will|would)\b"""
)
