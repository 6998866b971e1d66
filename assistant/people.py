"""Who was there, who sent apologies, who stood in, and who held an office at a date.

Documents list people with roles: attendance lists, members of a panel, signatures. A question about
them is answered from those lists, and not from the passage that sounds most like it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.candidates import all_stems
from assistant.predecessors import asks_for_predecessor
from assistant.question import Question
from assistant.wants import Want
from assistant.words import bag, stem, words
from index.library import Library
from index.results import DocumentRecord, Filters
from index.scope import matches
from ingest.dates import Period
from ingest.document import Person

_APOLOGIES = re.compile(
    r"\bapolog(?:y|ies|ised)\b|\b(?:who|which \w+) (?:was|were) absent\b|\babsentees\b"
    r"|\bwho (?:couldn['’]?t|could not|didn['’]?t|did not) (?:attend|make|come)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\bwho (?:all )?(?:attended(?! in place| instead| on behalf)|was (?:present|there|at|in)"
    r"|were (?:present|there|at)|came to|turned up)\b|\battendees\b"
    r"|\battendance list\b|\blist of (?:those )?(?:present|attending)\b",
    re.IGNORECASE,
)
_SUBSTITUTE = re.compile(
    r"\b(?:substitutes?|substituted|substituting|subs?|stand-?in|(?:stood|standing|stand|stands) in"
    r"|represent(?:ed|s|ing)?|in (?:the )?place of|in (?:his|her|\S+['’]s) place|instead of"
    r"|on behalf of)\b",
    re.IGNORECASE,
)
_STANDS_IN = re.compile(
    r"\b(?:represented by|substitut\w+|on behalf|in (?:his|her|their) place|deputis\w+)\b", re.I
)
_HOLDER = re.compile(
    r"\bwho(?:['’]s|\s+(?:is|was|had|held|holds|did|were|has been|became|chairs|chaired|leads|led"
    r"|heads|headed|presided))\b",
    re.IGNORECASE,
)
_AS_ROLE = re.compile(
    r"\b(?:in the (?:capacity|role|post) of|acting as|attended as|there as)\b", re.IGNORECASE
)
_OTHER_WHO = re.compile(r"\b(?:who|whom|whose)\b", re.IGNORECASE)
_WHAT_ROLE = re.compile(
    r"\b(?:job title|job|role|position|post|title)\b|^\W*who(?:['’]s| is| was)\b", re.IGNORECASE
)
_MOST_ROLES = 3
_NEAR = 200
"""Days from the date asked about within which a document tells who held an office."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as a document lists them."""

    document: DocumentRecord
    person: Person


def find_people(question: Question, library: Library, filters: Filters) -> tuple[Listed, ...]:
    """The people listed who answer `question`; empty if it asks for none or none is listed."""
    records = [r for r in library.documents() if matches(r, filters)]
    asked = question.asked
    if _SUBSTITUTE.search(asked):
        return _stood_in_for(question, library, _of_the_time(question, records))
    if _APOLOGIES.search(asked):
        return _with_presence("apologies", library, _of_one_meeting(question, records))
    if Want.WHO in question.wants and _AS_ROLE.search(asked):
        return _holders(question, library, records)
    if _PRESENT.search(asked):
        return _with_presence("present", library, _of_one_meeting(question, records))
    of_a_person = _WHAT_ROLE.search(asked) and not asks_for_predecessor(asked)
    if of_a_person and (roles := _roles_of_named(question, library, records)):
        return roles
    bare = not _OTHER_WHO.search(asked)
    if Want.WHO in question.wants and (bare or _HOLDER.search(asked)):
        if question.predecessor:
            return _holder_before(question, library, records)
        return _holders(question, library, records)
    return ()


def _day(record: DocumentRecord) -> date | None:
    return record.metadata.meeting_date or record.metadata.date


def _of_the_time(question: Question, records: Sequence[DocumentRecord]) -> list[DocumentRecord]:
    if not question.periods:
        return list(records)
    return [r for r in records if (day := _day(r)) and any(p.holds(day) for p in question.periods)]


def _of_one_meeting(question: Question, records: Sequence[DocumentRecord]) -> list[DocumentRecord]:
    """The one meeting of the time asked for; none where there are several or no time is asked."""
    found = [r for r in _of_the_time(question, records) if r.metadata.meeting_date]
    return found if question.periods and len(found) == 1 else []


def _with_presence(
    presence: str, library: Library, records: Sequence[DocumentRecord]
) -> tuple[Listed, ...]:
    return tuple(
        Listed(record, person)
        for record in records
        for person in library.document(record.id).people
        if person.presence == presence
    )


def _stood_in_for(
    question: Question, library: Library, records: Sequence[DocumentRecord]
) -> tuple[Listed, ...]:
    """Those whom the question names, where their own entry tells who stands or stood in for them.

    A member's row names the substitute; an apology may say "represented by".
    """
    spoken = {word.stem for word in words(question.asked)}
    found = []
    for record in records:
        document = library.document(record.id)
        for person in document.people:
            told = person.presence == "member" or (
                person.presence == "apologies" and _STANDS_IN.search(person.span.of(document.text))
            )
            if told and _names(person) and _names(person) <= spoken:
                found.append(Listed(record, person))
    return tuple(found)


_STYLES = frozenset("mr mrs ms miss dr cllr sir prof councillor".split())


def _names(person: Person) -> set[str]:
    return {word.stem for word in words(person.name) if word.text.lower() not in _STYLES}


def _holders(
    question: Question, library: Library, records: Sequence[DocumentRecord]
) -> tuple[Listed, ...]:
    """Who held the office asked about, from the document nearest to the time asked about."""
    spoken = {stem for c in question.wanted for phrase, _, _ in c.phrases for stem in phrase}
    dated = [(day, r) for r in records if (day := _day(r))]
    if not dated:
        return ()
    at = _middle(question.periods[0]) if question.periods else max(day for day, _ in dated)
    near = sorted((abs((day - at).days), r.name, r) for day, r in dated)
    for days, _, record in near:
        if days > _NEAR:
            break
        held = [
            ((share, len(role)), person)
            for person in library.document(record.id).people
            if (role := _role(person))
            and (share := _share(role, spoken))
            and _is_all_asked(question, record, person, role)
        ]
        if held:
            return (Listed(record, max(held, key=lambda entry: entry[0])[1]),)
    return ()


def _holder_before(
    question: Question, library: Library, records: Sequence[DocumentRecord]
) -> tuple[Listed, ...]:
    """Who held the office before the one who holds it, or before the holder whom it names.

    The lists of each meeting are read back from the newest to one with another name. An office
    that several people hold at once has no one holder before.
    """
    spoken = {stem for c in question.wanted for phrase, _, _ in c.phrases for stem in phrase}
    dated = sorted(((day, r.name, r) for r in records if (day := _day(r))), reverse=True)
    office = ""
    after = ""
    for _, _, record in dated:
        held = [
            person
            for person in library.document(record.id).people
            if (role := _role(person)) and role <= spoken and _is_an_office(role)
        ]
        office = office or max((_office(person) for person in held), key=len, default="")
        names = {person.name: person for person in held if _office(person) == office}
        if len(names) > 1:
            return ()
        for name, person in names.items():
            if after and name != after:
                return (Listed(record, person),)
            if not _is_named_another(question, person):
                after = name
    return ()


def _office(person: Person) -> str:
    return " ".join(re.sub(r"\(.*?\)|,", " ", person.role).split())


def _is_named_another(question: Question, person: Person) -> bool:
    """Whether the question names somebody after "before", and not this person."""
    later = _later_holder(question)
    return bool(later) and not _names(person) & later


def _later_holder(question: Question) -> set[str]:
    """The stems of the name after "before": "who was it before Jane Sedge"."""
    match = re.search(r"\bbefore ((?:[A-Z][\w'’-]+ ?)+)", question.asked)
    return {word.stem for word in words(match[1])} if match else set()


def without_later_holder(question: Question) -> Question:
    """`question` without the holder "before" whom another held the office, whom nobody names."""
    if not question.predecessor:
        return question
    later = _later_holder(question)
    return replace(
        question,
        concepts=tuple(
            replace(c, unwanted=True) if later & {w.stem for w in words(c.text)} else c
            for c in question.concepts
        ),
    )


def _roles_of_named(
    question: Question, library: Library, records: Sequence[DocumentRecord]
) -> tuple[Listed, ...]:
    """The entries that tell the role of the one person whom the question names, newest first."""
    spoken = {word.stem for word in words(question.asked)}
    found: dict[str, Listed] = {}
    dated = sorted(((day, r.name, r) for r in records if (day := _day(r))), reverse=True)
    for _, _, record in dated:
        for person in library.document(record.id).people:
            names = _names(person)
            if person.role and len(names) > 1 and names <= spoken:
                found.setdefault(_office(person), Listed(record, person))
    left = [
        c
        for c in question.wanted
        if c.named and not any(c.credit(all_stems(x.person.name)) > 0 for x in found.values())
    ]
    return () if any(c.weight > _TELLING for c in left) else tuple(found.values())[:_MOST_ROLES]


def _is_an_office(role: frozenset[str]) -> bool:
    """Whether a role says enough to be known by: two words, or one that is an office by itself."""
    return len(role) >= _FEWEST_ROLE_WORDS or bool(role & _ONE_WORD_OFFICES)


def _share(role: frozenset[str], spoken: set[str]) -> float:
    """The share of a role's words that the question speaks; 0 where it is another's office."""
    said = role & spoken
    if not role & _GRADES <= spoken:
        return 0.0
    enough = len(said) >= _FEWEST_ROLE_WORDS or (role == said and bool(role & _ONE_WORD_OFFICES))
    share = len(said) / len(role)
    return share if enough and share >= _LEAST_SHARE else 0.0


_FEWEST_ROLE_WORDS = 2
_LEAST_SHARE = 0.6
_ONE_WORD_OFFICES = frozenset(stem(word) for word in "chair chairman chairwoman clerk".split())
_TELLING = 0.3


_GRADES = frozenset(
    stem(word) for word in ("deputy", "assistant", "vice", "former", "previous", "acting")
)


def _is_all_asked(
    question: Question, record: DocumentRecord, person: Person, role: frozenset[str]
) -> bool:
    """Whether the entry leaves at most one telling thing out, and no name or grade of office.

    "Who was the Suffolk commissioner when ..." is not asked of another county's list.
    """
    said = role | all_stems(f"{person.role} {person.body} {record.metadata.title}")
    left = [c for c in question.wanted if c.weight > _TELLING and c.credit(said) == 0]
    grades = {word.stem for word in words(question.searched)} & _GRADES
    return grades <= role and len(left) <= 1 and not any(c.named for c in left)


def _role(person: Person) -> frozenset[str]:
    """The stems of a role without what stands in brackets: "Chief Constable (CC)"."""
    role = re.sub(r"\(.*?\)|,.*", " ", person.role)
    return frozenset(stem for stem in bag(words(role)) if stem not in ("and", "of", "the", "for"))


def _middle(period: Period) -> date:
    return period.start + (period.end - period.start) / 2
