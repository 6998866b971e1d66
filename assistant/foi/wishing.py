"""How people wish: questions inside a sentence that tells of one, and things to be done."""

from assistant.foi.turns import ASKED_WITH, alternatives, pattern, patterns

_FINDING_OUT = alternatives(
    *"know learn hear understand see ascertain establish discover clarify confirm check".split(),
    *"ask enquire inquire wonder curious intrigued interested".split(),
    "find out",
    "(?:be |being )(?:told|informed|advised|shown|clear)",
    "an? (?:answer|explanation|idea|indication|note|record|list|figure)",
)
_WISHING = alternatives(
    *"would should 'd want wants wish wishes need needs hope hopes hoping keen curious".split(),
    *"glad demand demanding insist interested grateful pleased like love welcome".split(),
    *"appreciate trying wondering".split(),
)
_ON = r"(?:(?:me|us|please|exactly|just|also|as to|about|of|on|in|to know|to hear|for) )*"
INDIRECT = patterns(
    rf"\b{_WISHING}\b(?:,? [\w'’]+){{0,5}}?,? {_FINDING_OUT},? {_ON}{ASKED_WITH} \S+ \S+",
    rf"\b(?:i|we|members|residents|people) (?:also |just |do )?(?:wonder(?:ed)?|ask) "
    rf"{_ON}(?:{ASKED_WITH}|if) \S+ \S+",
    r"\b(?:you|any(?:one|body)|some(?:one|body)|nobody|no one)"
    r"(?: (?:can|could|will|would|please))* "
    rf"(?:tell|say|explain|show) {_ON}{ASKED_WITH} \S+ \S+",
    rf"\b(?:curious|intrigued|interested|wondering) {_ON}{ASKED_WITH} \S+ \S+",
    rf"^(?:just |also )?(?:wonder(?:ing)?|curious|interested|keen|grateful|glad) (?:to \w+ )?"
    rf"{_ON}(?:{ASKED_WITH}|if) \S+ \S+",
    r"^(?:is there )?any (?:chance|hope|possibility) (?:of|that|you)\b \S+ \S+",
    rf"\b(?:shed|throw) (?:some |any |more )?light (?:on|upon) {ASKED_WITH}",
)
"""A question within a sentence that tells of a wish to know, whoever wishes it."""
INDIRECTLY_ASKED = pattern(rf"\b{ASKED_WITH} \S+ \S+$")
"""The question at the end of what `INDIRECT` finds."""

SAYS_WHO_ASKS = pattern(
    r"^(?:as an? [^,]{3,80},|(?:i|we)"
    r"(?:'m|'re| am| are| run| represent| live| work| volunteer| write| chair| own)"
    rf"\b[^,;]{{3,120}}?\band) (?:(?:i|we)(?:'d)? )?(?:\w+ )?{_WISHING}\b"
)
"""An introduction that goes on to a wish: "I run a shop and would like to know ..."."""
COUNTED = pattern(r"\b(?:how (?:many|much|often|long)|which|who|when|where|number)\b")
"""What makes a wish one for particulars."""
_DOING = alternatives(
    *"attend repair fix mend stop cancel resign preserve preserves remove investigate".split(),
    *"intervene apologi[sz]e ensure arrange book ban arrest prosecute refund compensate".split(),
    *"come visit".split(),
    "pass(?:ed)? (?:it |this |on )?to",
    "refer(?:red)? (?:it |this )?to",
    "write to me",
    "take (?:this|it|that|the matter) up",
)
_PLEASE = alternatives(
    "please",
    r"(?:can|could|would|will) (?:you|some(?:one|body)|any(?:one|body)|(?:your|an?) [\w ]{3,30})",
    r"(?:want|need|like|ask|expect) (?:that )?(?:you|some(?:one|body)|your [\w ]{3,30}) ?(?:to)?",
)
_GETTING_IN_TOUCH = alternatives(
    *"ring phone telephone call contact text visit meet e-?mail give".split(), "write(?: to)?"
)
_NO_ASKING_WORD = r"(?:(?! (?:how|what|which|who|when|whether) )[^.?])"
ACTION = patterns(
    rf"\b{_PLEASE}\b[^.?]{{0,40}}\b{_GETTING_IN_TOUCH} (?:me|us)\b"
    r"(?! (?:if|when|should|an?|the|some|any|details|information)\b(?! call))",
    r"\b(?:call|phone|ring) (?:me|us) back\b|\bget back to me about\b",
    r"\b(?:want|wish|need|would like|'d like|like|how (?:do|can) i) to (?:make|lodge|raise|submit)"
    r" an? (?:formal |official )?complaint\b(?! to the (?:ico|information))",
    r"\b(?:i|we)(?: \w+)? (?:expect|demand|insist|urge|request|invite|ask|want|require|"
    rf"call (?:up)?on)\b{_NO_ASKING_WORD}{{0,70}}\b{_DOING}\b",
    rf"\bplease {_DOING}\b",
    rf"\b{_PLEASE} (?:\w+ ){{0,3}}?"
    r"(?:look into|deal with|sort out|take (?:up|action)|do something|put a stop)\b",
)
"""Words that want something done rather than told."""
