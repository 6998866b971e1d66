"""Invented letters, and an office small enough to see through: a library of three documents and an
asker that answers by the first known word of a question."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerStatus, Citation, Searched
from assistant.foi.desk import Desk, office_calendar
from assistant.foi.drafting import Drafter
from assistant.foi.intake import letter_of_text
from assistant.foi.register import Register
from assistant.foi.settings import FoiSettings, OfficeSettings
from index.requests import RequestStore
from index.results import DocumentRecord, Lexicon, Query, ResultSet
from index.settings import IndexSettings
from ingest.document import (
    Body,
    Document,
    DocumentKind,
    FileFormat,
    Metadata,
    Person,
    Sensitivity,
    Span,
)

FOLDER = Path(__file__).parent / "letters"
RECEIVED = date(2025, 3, 3)


@dataclass(frozen=True)
class MarkedLetter:
    name: str
    text: str
    parts: list[str]


def read_marked(name: str, marked: str) -> MarkedLetter:
    parts = re.findall(r"\[\[(.*?)\]\]", marked, re.DOTALL)
    return MarkedLetter(name, marked.replace("[[", "").replace("]]", ""), parts)


def marked_letters() -> list[MarkedLetter]:
    return [read_marked(path.stem, path.read_text()) for path in sorted(FOLDER.glob("*.txt"))]


def pytest_generate_tests(metafunc):
    """Every test that takes `letter` runs over all the invented letters."""
    if "letter" in metafunc.fixturenames:
        metafunc.parametrize("letter", marked_letters(), ids=lambda letter: letter.name)


REPORT = """Annual Report 2023/24

The office received 46 complaint reviews in 2023/24, and 17 of them were upheld.

The custody visiting scheme had 31 visitors and cost £11,940 in 2023/24.

The Commissioner asked the Chief Constable on 4 June 2024 to report on delays in licensing.

A review of carbon emissions from the police estate was finished in March 2024."""
PLAN = """Police and Crime Plan 2025 to 2029

Neighbourhood policing, fraud and violence are the three priorities of the plan."""
NOTE = """Confidential briefing

The contract with Lowmoor Systems was extended by two years in May 2024."""


def _document(name, text, **metadata):
    return Document(
        name=name,
        sha256=name,
        format=FileFormat.TEXT,
        text=text,
        metadata=Metadata(body=Body.OFFICE, **metadata),
        blocks=(),
        people=(Person("Sarah Ellwood", "Commissioner", "office", "present", Span(0, 1)),),
    )


DOCUMENTS = (
    _document(
        "annual-report",
        REPORT,
        title="Annual Report 2023/24",
        kind=DocumentKind.ANNUAL_REPORT,
        date=date(2024, 7, 1),
        url="https://opcc.example/annual-report",
    ),
    _document(
        "plan",
        PLAN,
        title="Police and Crime Plan 2025 to 2029",
        kind=DocumentKind.POLICE_AND_CRIME_PLAN,
        date=date(2025, 1, 10),
    ),
    _document(
        "briefing",
        NOTE,
        title="Confidential briefing",
        date=date(2024, 5, 3),
        sensitivity=Sensitivity.CONFIDENTIAL,
    ),
)


class TinyLibrary:
    """The three documents, with the face of a library."""

    generation = 7

    def documents(self):
        return tuple(
            DocumentRecord(
                d.name, d.name, d.sha256, d.metadata, 0, 4, d.name, datetime(2025, 1, 1, tzinfo=UTC)
            )
            for d in DOCUMENTS
        )

    def document(self, document_id):
        return next(d for d in DOCUMENTS if d.name == document_id)

    def lexicon(self):
        words = re.findall(r"[a-z]+|\d+", (REPORT + PLAN + NOTE).lower())
        return Lexicon(passages=9, frequency={w: words.count(w) for w in words}, acronyms={})

    def search(self, query: Query) -> ResultSet:
        return ResultSet(query, (), (), {}, self.generation)


def citation(name, quote):
    document = next(d for d in DOCUMENTS if d.name == name)
    start = document.text.index(quote)
    return Citation(
        document_id=name,
        document=name,
        title=document.metadata.title,
        date=document.metadata.date,
        page=None,
        locator="paragraph 2",
        quote=quote,
        passage=quote,
        passage_id=f"{name}-1",
        span=Span(start, start + len(quote)),
        url=document.metadata.url,
    )


KNOWN = {
    "upheld": (
        "annual-report",
        "The office received 46 complaint reviews in 2023/24, and 17 of them were upheld.",
    ),
    "complaint reviews": (
        "annual-report",
        "The office received 46 complaint reviews in 2023/24, and 17 of them were upheld.",
    ),
    "custody visiting": (
        "annual-report",
        "The custody visiting scheme had 31 visitors and cost £11,940 in 2023/24.",
    ),
    "custody visitors": (
        "annual-report",
        "The custody visiting scheme had 31 visitors and cost £11,940 in 2023/24.",
    ),
    "carbon": (
        "annual-report",
        "A review of carbon emissions from the police estate was finished in March 2024.",
    ),
    "priorities": (
        "plan",
        "Neighbourhood policing, fraud and violence are the three priorities of the plan.",
    ),
}


@dataclass
class TinyAsker:
    """Answers what it knows, and remembers every question. `stop_after` kills it in the middle."""

    asked: list[str] = field(default_factory=list)
    stop_after: int | None = None

    def ask(self, question, history=(), filters=None, today=None):
        if self.stop_after is not None and len(self.asked) >= self.stop_after:
            raise KeyboardInterrupt
        self.asked.append(question)
        found = next((KNOWN[word] for word in KNOWN if word in question.lower()), None)
        searched = Searched(2, date(2024, 7, 1), date(2025, 1, 10))
        status = AnswerStatus.ANSWERED if found else AnswerStatus.NOT_FOUND
        return Answer(
            question=question,
            status=status,
            text=found[1] if found else "This was not found.",
            citations=(citation(*found),) if found else (),
            hits=(),
            searched=searched,
            confidence=0.9 if found else 0.0,
            seconds=0.01,
        )


OFFICE = OfficeSettings(
    name="Office of the Police and Crime Commissioner for Saxholme",
    address="Saxholme House, Eastbury, EB1 2CD",
    email="foi@opcc.example",
    telephone="01632 960000",
    contact="Ruth Amberley",
    signatory="Ruth Amberley",
    signatory_role="Information Officer",
    reviewer="Colin Strand",
    reviewer_role="Chief Executive",
)
LETTER = """Dear Sir or Madam,

Re: Freedom of Information request - complaint reviews

1. How many complaint reviews did the office receive in 2023/24, and how many were upheld?

2. How many burglaries were recorded in Mill Lane in 2024?

3. A copy of all records that you hold about me.

Please reply by email.

Yours faithfully,

Zebedee Quillfeather
9 Larkspur Close, Eastbury
"""


@pytest.fixture
def settings():
    return FoiSettings(office=OFFICE)


@pytest.fixture
def register(tmp_path):
    return Register(RequestStore(IndexSettings(data_dir=tmp_path)))


@pytest.fixture
def desk(settings, register):
    return Desk(settings, register, office_calendar(settings))


@pytest.fixture
def library():
    return TinyLibrary()


@pytest.fixture
def asker():
    return TinyAsker()


@pytest.fixture
def drafter(register, library, asker, settings):
    return Drafter(register, library, asker, settings)


@pytest.fixture
def drafted(drafter):
    """The letter above, entered and drafted."""
    request = drafter.take_in(letter_of_text(LETTER), RECEIVED, "officer")
    return drafter.draft(request)


@pytest.fixture
def cite():
    return citation


@pytest.fixture
def letter_text():
    return LETTER
