"""What letters say beside their asks: form of reply, offers to narrow, the law quoted back."""

from assistant.foi.turns import (
    ABOUT_THE_REQUEST,
    ASKING,
    EMPTY_OBJECT,
    FORMAT,
    MEANS,
    alternatives,
    patterns,
)

_REPLYING = alternatives(
    "repl(?:y|ies)", "respon(?:d|se|ses)", "answers?", "correspond(?:ence)?", "write", "contact"
)
_GETTING = alternatives(
    *"receive have get provide send supply prefer like give deliver return present".split(),
    *"format want made answer".split(),
)
# What stands between "the information" and "by email" without naming a subject.
_BETWEEN = r"(?: (?!about|on|relating|regarding|for|of|concerning)[\w'-]+){0,8}?"
_CONDITION = (
    r"^(?:if|should|where|wherever|in the event|in case|were|to the extent)\b"
    rf"(?=[^?]*\b{ABOUT_THE_REQUEST}\b)"
)
_NO_QUESTION = r"(?!.*,\s*(?:then\s+)?(?:how|what|who|when|where|which)\b)"
_TWENTY = r"(?:20|twenty)(?: \(20\))? (?:working )?days"

PREFERENCE = patterns(
    rf"^(?:{ASKING}\b.{{0,40}})?\b{_REPLYING}\b(?: to)?(?: me| us)?\b.{{0,40}}\b"
    rf"(?:by|via|through|in|to|using) (?:an? |my |the )?(?:{MEANS}|{FORMAT})",
    rf"{ASKING}\s(?:\w+\s){{0,4}}?{_GETTING}\s(?:(?:me|us|that|for)\s)?{EMPTY_OBJECT}"
    rf"{_BETWEEN} {FORMAT}\b",
    rf"^(?:{ASKING}\b.{{0,40}})?\b{_REPLYING}\b.{{0,20}}\b(?:in|as) the (?:body|text) of\b",
    rf"^(?:an? )?{FORMAT}\b[^?]{{0,40}}\b(?:would be|is|are|will do)\b",
    rf"^(?:(?:i am|i'm|am) )?happy (?:to|with)\b[^?]{{0,40}}\b{FORMAT}",
    rf"\bprefer(?:red|ence|ably)?\b[^?]{{0,80}}\b{FORMAT}\b",
    r"\b(?:acknowledge|confirm)\b[^?]{0,30}\b(?:receipt|received|receiving)\b",
    r"^(?:your |the |a |any )?(?:reply|response|answer)s? (?:should|may|can|could|to be) "
    r"(?:be )?(?:sent|made|given|in|by)\b",
    rf"^(?:the )?data should be (?:provided|supplied|sent)\b[^?]*\b{FORMAT}\b",
    rf"{ASKING}\b[^?]{{0,30}}\bsend\b[^?]{{0,12}}\b(?:reply|response|answer)s?\b",
    r"\bform(?:at)? (?:that|which) (?:suits|is (?:easiest|most convenient))",
    r"\b(?:any|either|whichever) format\b|^format\s*:",
)
REVIEW = patterns(
    r"\b(?:like|request|ask for|want|seek|require|wish for|asking for|requesting)\b[^?.]{0,20}"
    r"\binternal review\b",
    r"\bplease\b[^?.]{0,30}\b(?:carry out|conduct|treat|undertake)\b[^?.]{0,20}\binternal review\b",
)
_TOO_MUCH = alternatives(
    *"exceed unclear clarif narrow refin ambiguous burden".split(),
    "(?:cost|appropriate|reasonable) limit",
    "(?:take|over) the (?:request|limit)",
    "too (?:broad|wide|much|long|large|expensive|costly|vague|onerous)",
    "not clear",
    r"section 12\b",
    "18 hours",
    "significant (?:cost|time)",
    "cost too",
    "take too",
    "(?:further|more) (?:information|detail)",
    "any (?:questions|queries|further questions|problems|difficult)",
)
NARROWING = patterns(
    rf"{_CONDITION}{_NO_QUESTION}[^?]*{_TOO_MUCH}",
    r"^should question \d+ take\b",
    r"\b(?:if|whether) (?:you|there(?: is|'s)) (?:need |require |want )?(?:any|anything|"
    r"something|more|further)\b[^?]{0,30}\b(?:from|need|of) (?:me|us|you)?\b",
    r"\b(?:happy|willing|prepared|content|open|glad|able) to (?:narrow|refine|clarify|discuss|"
    r"limit|reduce|accept|rephrase|amend|modify|prioriti)",
    r"\b(?:narrow|refin|rephras|reduc)(?:e|ing)? (?:down )?(?:the |my |its |this )"
    r"(?:scope|request|terms|search)",
)
_REFUSING = alternatives(
    *r"\bexempt \brefus \bwithh \bredact \breject \bdeclin \bprohibit \bconfidential".split(),
    *r"\bbreach elsewhere \btransfer\b \bcharge\b".split(),
    "public domain",
    "on (?:your|the) website",
    "already (?:published|available|public|online)",
    r"(?:not|n't|never|un\w+ to) (?:be )?(?:held|hold|provide|supply|disclose|release|answer|able|"
    r"possible|the (?:right|correct|appropriate))",
    r"\bsits with\b",
    "(?:an)?other (?:public )?(?:authorit|bod|organi)",
    "held (?:by|with|elsewhere|instead)",
    "outside your",
    "wrong (?:person|department|body|office)",
    r"\bfees?\b[^?]*payable",
)
_EXPECTING = alternatives(
    *"understand expect note anticipate trust believe appreciate remind know assume".split(),
    "look(?: forward| to)",
    "am (?:aware|reminding)",
    "would remind",
    "should receive",
)
BOILERPLATE = patterns(
    rf"\b(?:i|we) {_EXPECTING}\b[^?]*\b(?:{_TWENTY}|statutory|within the (?:time|period|deadline)|"
    r"deadline|time ?(?:limit|scale|frame)|required by law|legally|requires? a response)",
    r"\b(?:the act|the law|foia|legislation|you|regulations|section 10)\b[^?]*\b(?:require|oblige|"
    rf"must|have|allow|is|entitle|gives?)[^?]*\b{_TWENTY}",
    r"^(?:please |kindly )?(?:reply|respond|provide|send)[^?]{0,40}within (?:the )?"
    r"(?:20|twenty|statutory)",
    rf"{_CONDITION}{_NO_QUESTION}[^?]*{_REFUSING}",
    r"\bwhen (?:i|we) (?:can|could|may|might|should|will) (?:expect|receive|get|have|hear)\b",
    r"\bsection 16\b|\bduty to (?:advise|assist|provide advice|help)|\badvice and assistance\b",
    r"\b(?:i|we) (?:would |will |shall |wish to |also )?(?:remind|reserve|complain|appeal|refer|"
    r"intend to (?:appeal|complain))",
    r"\binformation commissioner\b[^?]*\b(?:complain|appeal|guidance|dim view|recommend|refer)",
    r"\bICO (?:takes|guidance|recommend|has said)",
    r"^(?:please )?(?:treat|consider|regard|accept|take|log|process|handle) this\b",
    r"\b(?:deal with|treat|handle|process|consider) (?:it|this|them|that)\b[^?]*\bunder\b",
    r"^this (?:is|letter|e-?mail|message|constitutes|request is)\b[^?]*\b(?:request|foia?|freedom|"
    r"act)\b",
    r"\b(?:i|we) (?:do not|don't|am not|are not|have no)\b[^?]*\b(?:personal (?:data|information|"
    r"details)|redact|names of|individuals|identif)",
    r"\b(?:may|can|should|could) be (?:redacted|anonymi[sz]ed|removed|withheld)",
    r"\bpresum\w+ in favou?r|\bpublic interest\b[^?]*\b(?:favou?rs|served|in (?:releas|disclos))",
    r"\bmy right\b|\bentitled (?:to|under)\b|\bsection 1\(1\)|\bright (?:of access|to know)\b",
    r"^please (?:note|be aware|be advised|bear in mind|remember)\b",
    r"^(?:i|we) (?:require|need|want|expect|would like|would appreciate)(?: to (?:have|receive))? "
    r"(?:a|an|your|the)(?: \w+)? (?:reply|response|answer|acknowledgement)\b",
)
SCOPE = patterns(
    r"^(?:please |kindly )?(?:for|in|to|with|on) (?:each|all|every(?: one)?|any)(?: of)?(?: the)? "
    r"(?:above|case|question|item|year|these|those|part|point)s?\b"
    r"(?!,? (?:how|what|whether|which|who))",
    r"\b(?:for|to|of|on) (?:each|all|every one|every) (?:of )?(?:the |these |those |my )?(?:above|"
    r"questions?|items|requests|points|parts)\b",
    r"^(?:please |kindly )?(?:give|provide|show|limit|restrict|confine|cover|use|break|split|"
    r"answer)[^?]*\b(?:all|the|these|those|each|my) (?:of (?:the|these|those) )?(?:figures|"
    r"questions|answers|items|requests|time period|timeframe|period|data)\b[^?]*\b(?:for|from|"
    r"between|to|by|covering|since)\b",
    r"^(?:the |my |this )?(?:time ?(?:frame|scale|period)|period|date range|years?|request)\b[^?]*"
    r"\b(?:is|are|covers?|relates?|cover(?:ed|ing)|should|runs?|limited)\b",
    r"^where (?:numbers|figures|counts) are\b",
    r"^(?:by|for the purposes? of)\b[^?]*\b(?:i mean|i refer|we mean|is meant|means|please (?:take|"
    r"treat))\b",
    r"^where (?:i|we) (?:refer|say|use|mention)",
)
COURTESY = patterns(
    r"^(?:many |with )?thank(?:s|ing)?\b|\bthank you\b|\blook(?:ing)? forward\b",
    r"^(?:i )?(?:do )?apologi|\bsorry (?:to|for)\b",
    r"\bgrateful for (?:your|any) (?:help|time|assistance|support)|\bany help\b",
    r"\bhope (?:this|you|that|all)\b|\bdo not hesitate|\bwith best wishes\b",
    r"\bi (?:would )?(?:much )?appreciate your\b|\bhave a (?:good|nice|lovely)",
)
