"""Every figure, name and quote is proved, from documents that may be used."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from assistant.foi.footnotes import is_proved
from assistant.foi.precheck.fault import Checked, Fault, FaultKind, texts_of
from assistant.foi.precheck.personal import find_names
from assistant.foi.request import RequestPart
from assistant.say import day
from index.errors import UnknownDocument
from ingest.document import Sensitivity

_FIGURE = re.compile(r"(?<![\w.])£?\d[\d,]*(?:\.\d+)?%?(?!\w)")
_LAW = re.compile(
    r"\b(?:sections?|regulations?|s\.|reg\.|notes?|question|part|"
    r"paragraph)\s*\d[\d()a-z]*(?:(?:,| and)"
    r" \d[\d()a-z]*)*|\bAct \d{4}|\bRegulations \d{4}|https?://\S+",
    re.IGNORECASE,
)
_ALIKE = 82.0  # of 100: one or two letters of a name differ
_SHORTEST_NAME = 6


def check_figures(checked: Checked) -> Iterator[Fault]:
    """A figure that an officer put in and that no citation supports."""
    for part in checked.request.parts:
        known = _known_figures(part)
        for figure in _figures(_LAW.sub(" ", part.answer)):
            if figure not in known:
                yield Fault(
                    FaultKind.FIGURE_WITHOUT_PROOF,
                    f"No citation supports the figure {figure}.",
                    "Correct it to what the source says, or cite where it comes from.",
                    part.number,
                    figure,
                )


def check_spelling(checked: Checked) -> Iterator[Fault]:
    """A person's name spelt almost, but not quite, as in the library."""
    for part in checked.request.parts:
        for words in texts_of(part):
            for name in find_names(words):
                near = _misspelt(name, checked.people)
                if near:
                    yield Fault(
                        FaultKind.NAME_MISSPELT,
                        f"“{name}” is spelt “{near}” in the library.",
                        "Correct the spelling.",
                        part.number,
                        name,
                    )


def check_sources(checked: Checked) -> Iterator[Fault]:
    """Sources that are not public, are gone, or do not say what is quoted."""
    for part in checked.request.parts:
        for citation in part.citations:
            record = checked.records.get(citation.document_id)
            if record is None or record.metadata.sensitivity is not Sensitivity.PUBLIC:
                level = record.metadata.sensitivity.value if record else "no longer in the library"
                yield Fault(
                    FaultKind.UNPUBLISHED_SOURCE,
                    f"“{citation.title}” is used as a source and is {level}.",
                    "Supply or exempt that paper openly, or answer from what is published.",
                    part.number,
                    citation.title,
                )
            elif not _proved(checked, part, citation.document_id):
                yield Fault(
                    FaultKind.QUOTE_NOT_PROVED,
                    f"A quote from “{citation.title}” no longer stands in the library's text.",
                    "Draft this part again.",
                    part.number,
                    citation.quote,
                )


def _proved(checked: Checked, part: RequestPart, document_id: str) -> bool:
    try:
        return all(
            is_proved(citation, checked.documents)
            for citation in part.citations
            if citation.document_id == document_id
        )
    except UnknownDocument:
        return False


def _known_figures(part: RequestPart) -> frozenset[str]:
    proofs = [part.ask, part.how_to_ask, part.holder]
    for citation in part.citations:
        proofs += [citation.quote, citation.passage, citation.title, citation.locator]
        proofs += [day(citation.date) if citation.date else "", citation.url or ""]
    found = set(_figures(" ".join(proofs)))
    return frozenset(found | set(_figures(_search_statement(part.proposed_answer))))


def _search_statement(answer: str) -> str:
    """The sentences that say how much was searched, whose figures are the library's own."""
    return " ".join(re.findall(r"[^.]*\bthat we searched\.", answer))


def _figures(words: str) -> list[str]:
    return [figure.rstrip(",").replace(",", "") for figure in _FIGURE.findall(words)]


def _misspelt(name: str, people: frozenset[str]) -> str:
    if len(name) < _SHORTEST_NAME or any(name in person or person in name for person in people):
        return ""
    scored = ((fuzz.ratio(name, person), person) for person in people)
    score, best = max(scored, default=(0.0, ""))
    return best if score >= _ALIKE else ""
