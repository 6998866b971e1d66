"""What the pointing words of a follow-up stand for: he, it, they, those, the first of them.

They are kept from question to question as a reader keeps them. "He" is the last person asked
about or, after "Who is ...?", the one that the answer named; "it" is the last thing named; "they"
and "those" are the last things counted. An answer may be wrong, so it is read for two things
only: the person it names, and its items in order when the follow-up points at one of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.focus import find_focus
from assistant.names import office_in, people_in, things_in

_HE = re.compile(
    r"\b(?:he|him|she)\b|\bher(?= *(?:[?.,]|$))|\b(?:his|her)(?= +[\w-])", re.IGNORECASE
)
_ANY_PERSON = re.compile(r"\b(?:he|him|his|she|her)\b", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|its)\b(?! (?:true|possible|legal|right|taken?|takes|that)\b)", re.I)
_THEY = re.compile(r"\b(?:they|them|their)\b", re.IGNORECASE)
_VERB = r"(?:were|was|are|is|did|do|does|had|have|has|came|went|got|took|led|would|will|could|can)"
_OF_THOSE = re.compile(rf"(?<=\bof )(?:those|these|them)(?= {_VERB}\b|\W*$)", re.IGNORECASE)
_UNSAID = re.compile(
    r"^(?P<ask>(?:and |but |so )?how many) (?P<rest>(?:were|was|are|is|have|had|did not|will)\b)",
    re.I,
)
_SUCH_A_ONE = re.compile(
    r"(?:(?<=\bthe last )|(?<=\bthe next )|(?<=\bthe previous )|(?<=\bthe current )"
    r"|(?<=\bthe new )|(?<=\bthe old ))one\b",
    re.IGNORECASE,
)
"""One of a kind: "the last one", of the office or the plan that was spoken of."""
_THAT_ONE = re.compile(r"\b(?:that|this) one\b", re.IGNORECASE)
_OWNING = re.compile(r"^(?:his|her|its|their)$", re.IGNORECASE)
_OWNED = re.compile(
    r"\b(?:his|her|its|their) (?P<about>[a-z][\w-]*)|\bof (?:those|these|them|that) "
    r"(?:were|was|are|is|came|went) (?P<part>[a-z][\w -]*)"
    r"|\bhow many (?:were|are) (?!there\b|in\b|on\b|at\b)(?P<kind>[a-z][\w-]*)",
    re.IGNORECASE,
)
_NOT_OWNED = frozenset("own first last next latest total main new old most".split())
_ORDINAL = re.compile(
    r"\bthe (?P<which>first|second|third|fourth|fifth|last|former|latter)"
    r"(?: (?:one|person|name|item))? of (?:them|those|these)\b"
    r"|\bthe (?P<one>first|second|third|fourth|fifth) (?:one|person|name|item)\b(?! [a-z])",
    re.IGNORECASE,
)
_PLACES = {"first": 0, "former": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_ASKS_WHO = re.compile(r"\b(?:who|whom|whose|which (?:person|officer|member))\b", re.IGNORECASE)
_WHAT_ARE = re.compile(
    r"\bwhat (?:are|were) (?:the|its|their|her|his|our) (?P<things>(?:[a-z-]+ ){0,2}[a-z-]+s)"
    r"(?= (?:of|in|for|set|that|to)\b|\W*$)",
    re.IGNORECASE,
)
_ITEM_WORDS = 10


@dataclass(frozen=True, slots=True)
class Referents:
    """What each kind of pointing word stands for after some turns of a conversation.

    `office` is the office that `person` was asked about by; `doubted` is that person where only an
    answer named him or her. `found` is the one person whom the last answer gave for "who". `post`
    is the office last asked about. `items` are the parts of the last answer in order.
    """

    person: str = ""
    office: str = ""
    doubted: str = ""
    post: str = ""
    thing: str = ""
    things: str = ""
    found: str = ""
    items: tuple[str, ...] = ()

    def put_in(self, question: str) -> str:
        """`question` with the first pointing word of each kind changed for what it stands for."""
        kind = self.post or self.thing.removeprefix("the ")
        text = _put(_SUCH_A_ONE, kind, self._item_put_in(question))
        text = _put(_HE, self.person, text)
        if self.things:
            text = _put(_OF_THOSE, _with_the(self.things), text)
            text = _UNSAID.sub(rf"\g<ask> {self.things} \g<rest>", text)
        text = _put(_THEY, _with_the(self.things) or self._one_body(), text)
        text = _put(_THAT_ONE, self.thing, text)
        return _put(_IT, self.thing, text)

    def after(self, question: str, whole: str, answer: str, leans: bool) -> "Referents":
        """What they stand for once `question`, made whole as `whole`, got `answer`."""
        return replace(
            self._person_after(whole, answer),
            post=office_in(whole) or (self.post if leans else ""),
            thing=_thing_after(self.thing, whole, leans),
            things=self._things_after(question, whole, leans),
            found=_only_one(people_in(answer)) if _ASKS_WHO.search(whole) else "",
            items=_items(answer),
        )

    def _person_after(self, whole: str, answer: str) -> "Referents":
        if asked := people_in(whole):
            if asked[-1] == self.person:
                return self
            return replace(self, person=asked[-1], office="", doubted="")
        told = people_in(answer)
        if told and _ASKS_WHO.search(whole):
            return replace(self, person=told[0], office=office_in(whole), doubted=told[0])
        if len(told) == 1:
            return replace(self, person=told[0], office="", doubted=told[0])
        return self

    def _things_after(self, question: str, whole: str, leans: bool) -> str:
        pointed = _THEY.search(question) or _OF_THOSE.search(question)
        if leans and pointed and self.things:
            return self.things
        return _counted(whole) or (self.things if leans else "")

    def _one_body(self) -> str:
        return "" if any(map(str.isdigit, self.thing)) else self.thing

    def _item_put_in(self, question: str) -> str:
        match = _ORDINAL.search(question)
        if not match or len(self.items) < 2:
            return question
        which = (match["which"] or match["one"]).lower()
        at = 1 if which == "latter" else _PLACES[which]
        if at >= len(self.items):
            return question
        return question[: match.start()] + self.items[at] + question[match.end() :]


def about_in(question: str) -> str:
    """What a follow-up asks of that which it points at: "wife" in "what did his wife say".

    The answer must speak of it: "how many of those were women" is not answered by their number.
    """
    match = _OWNED.search(question)
    if not match:
        return ""
    about = match["about"] or match["part"] or match["kind"]
    return "" if about.lower() in _NOT_OWNED else about


def points_at_a_person(question: str) -> bool:
    """Whether the question speaks of somebody as "he" or "she"."""
    return bool(_ANY_PERSON.search(question))


def _with_the(things: str) -> str:
    return f"the {things}" if things else ""


def _only_one(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ""


def _put(word: re.Pattern[str], name: str, text: str) -> str:
    match = word.search(text)
    if not match or not name or name.lower() in text.lower():
        return text
    owning = _OWNING.match(match.group()) and not re.match(r"\W*$", text[match.end() :])
    return text[: match.start()] + name + ("’s" if owning else "") + text[match.end() :]


def _thing_after(before: str, whole: str, leans: bool) -> str:
    named = things_in(whole)
    if len(named) == 1:
        return f"the {named[0]}" if f"the {named[0]}" in whole else named[0]
    known = not named or before.removeprefix("the ") in named
    return before if leans and known else ""


def _counted(question: str) -> str:
    if match := _WHAT_ARE.search(question):
        return match["things"]
    counted = next((span.of(question) for span in find_focus(question)), "")
    return (
        counted
        if counted.endswith("s") and re.match(r"\W*(?:and )?how many", question, re.I)
        else ""
    )


def _items(answer: str) -> tuple[str, ...]:
    """The parts of an answer in order: the entries of its list, or its lines."""
    lines = [line.strip() for line in answer.splitlines() if line.strip()]
    bulleted = [line[2:] for line in lines if line.startswith("- ")]
    return tuple(_shortly(line) for line in (bulleted if len(bulleted) > 1 else lines))


def _shortly(line: str) -> str:
    people = people_in(line)
    return people[0] if people else " ".join(line.split()[:_ITEM_WORDS]).rstrip(".;,")
