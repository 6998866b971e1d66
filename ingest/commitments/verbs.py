"""The verbs of undertakings: things that are done once, and can be seen to have been done."""

_PAIRS = """
    provide:provided share:shared send:sent circulate:circulated report:reported publish:published
    review:reviewed consider:considered update:updated bring:brought present:presented
    produce:produced write:written discuss:discussed explore:explored confirm:confirmed
    arrange:arranged evaluate:evaluated conduct:conducted undertake:undertaken convene:convened
    launch:launched implement:implemented install:installed recruit:recruited appoint:appointed
    complete:completed finalise:finalised introduce:introduced develop:developed assess:assessed
    adopt:adopted examine:examined investigate:investigated raise:raised check:checked
    prepare:prepared draft:drafted submit:submitted establish:established return:returned
    revisit:revisited reassess:reassessed identify:identified table:tabled supply:supplied
    issue:issued amend:amended announce:announced create:created extend:extended
    renew:renewed open:opened close:closed re-examine:re-examined analyse:analysed map:mapped
    audit:audited refresh:refreshed test:tested trial:trialled relaunch:relaunched scope:scoped
    re-run:re-run collate:collated compile:compiled
"""
_PLAIN_ONLY = (
    r"meet|speak|contact|ask|visit|consult|seek|pass|forward|invite|migrate|ensure\s+that\s+\w+\s+is|"
    r"look\s+(?:in)?to|follow\s+up|carry\s+out|set\s+up|come\s+back|feed\s*back|roll\s+out|sign\s+off|"
    r"draw\s+up|take\s+(?:this|it|the\s+matter)|be\s+reviewing|commence|put\s+together|liaise|work\s+up"
)
_DONE_ONLY = (
    r"complete|done|rolled[\s-]out|signed\s+off|followed\s+up|carried\s+out|set\s+up|put\s+together|"
    r"looked\s+(?:at|into)|fed\s+back|drawn\s+up|taken\s+forward"
)

_WORDS = [pair.split(":") for pair in _PAIRS.split()]

DO = rf"(?:{'|'.join(plain for plain, _ in _WORDS)}|{_PLAIN_ONLY})"
"""After "will" or "to"."""

DONE = rf"(?:{'|'.join(done for _, done in _WORDS)}|{_DONE_ONLY})"
"""After "will be" or "to be"."""

SAYS = (
    r"(?:confirmed|stated|said|added|stipulated|reported|advised|agreed|explained|suggested|assured|"
    r"indicated|promised|undertook|mentioned|responded|replied|clarified|announced|concluded|noted|"
    r"informed\s+\w+)"
)
ADVERB = (
    r"(?:\s+(?:also|then|now|therefore|individually|shortly|soon|next|again|further|regularly))*"
)
PLANNED = (
    r"(?:due|expected|scheduled|planned|anticipated|programmed|projected|envisaged|intended|hoped|set|"
    r"looking|required|tasked)"
)
BEGINS_OR_ENDS = (
    r"(?:complete|conclude|commence|begin|start|launch|open|close|finish|move|go\s+live)"
)
