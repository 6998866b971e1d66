"""What a reply says, in order, before it is set as Word, HTML or plain text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Citation, Searched
from assistant.foi.clock import Regime
from assistant.foi.footnotes import Footnote, Paragraph, number_footnotes
from assistant.foi.letter_words import LetterWords
from assistant.foi.request import Outcome, Request, RequestPart
from assistant.foi.requester import Requester
from assistant.foi.settings import FoiSettings
from assistant.say import day, searched_text


@dataclass(frozen=True, slots=True)
class PartContent:
    """One part under its own heading."""

    heading: str
    ask: str
    statement: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class RefusalContent:
    """An exemption used for a part, in the officer's words."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterContent:
    """A reply, whole. Empty strings and tuples are left out when it is set."""

    office: str
    address: tuple[str, ...]
    contact_lines: tuple[str, ...]
    date: str
    reference: str
    salutation: str
    subject: str
    thanks: str
    request_intro: str
    request: tuple[str, ...]
    searched: str
    answers_intro: str
    parts: tuple[PartContent, ...]
    refusal_intro: str
    refusals: tuple[RefusalContent, ...]
    supply: tuple[str, ...]
    close: str
    signatory: str
    signatory_role: str
    review: str
    regulator: str
    footnotes: tuple[Footnote, ...]


def letter_content(
    request: Request,
    body: Sequence[str],
    requester: Requester,
    settings: FoiSettings,
    words: LetterWords,
    today: date,
) -> LetterContent:
    """The reply to `request`. `body` is the request's own paragraphs, verbatim."""
    office = settings.office
    parts, footnotes = _parts(request, words)
    refusals = tuple(content for part in request.parts for content in _refusals(part))
    subject, refusal_intro = _subject(request, words)
    return LetterContent(
        office=office.name,
        address=tuple(filter(None, (line.strip() for line in office.address.split(",")))),
        contact_lines=_contact_lines(settings),
        date=day(today),
        reference=request.reference,
        salutation=requester.name or "Sir or Madam",
        subject=subject,
        thanks=_thanks(request, words),
        request_intro=words.your_request,
        request=tuple(body) or tuple(part.ask for part in request.parts),
        searched=_searched(request, words, today),
        answers_intro=words.answers,
        parts=parts,
        refusal_intro=refusal_intro if refusals else "",
        refusals=refusals,
        supply=_supply(request, words),
        close=words.close.format(contact=office.contact or office.name),
        signatory=office.signatory or "[Name of the signatory]",
        signatory_role=office.signatory_role,
        review=_review(settings, words),
        regulator=_regulator(settings, words),
        footnotes=footnotes,
    )


def _subject(request: Request, words: LetterWords) -> tuple[str, str]:
    """The subject and the opening of a refusal, under the law that the request is answered by."""
    if request.regime is Regime.EIR:
        return words.subject_eir.format(reference=request.reference), words.refusal_eir
    return words.subject_foia.format(reference=request.reference), words.refusal


def part_heading(part: RequestPart) -> str:
    """How a part is named in the letter: by the requester's own number, if it has one."""
    name = f"Question {part.label or part.number}"
    return f"{name}: {part.heading}" if part.heading else name


def _parts(
    request: Request, words: LetterWords
) -> tuple[tuple[PartContent, ...], tuple[Footnote, ...]]:
    texts = [(_answer(part), part.citations) for part in request.parts]
    noted, footnotes = number_footnotes(texts)
    contents = tuple(
        PartContent(part_heading(part), part.ask, _statement(part, words), paragraphs)
        for part, paragraphs in zip(request.parts, noted, strict=True)
    )
    return contents, footnotes


def _answer(part: RequestPart) -> str:
    """The answer, and for a part of which only some was found, who may hold the rest."""
    if part.outcome is Outcome.PARTIAL and part.holder:
        return f"{part.answer}\n\nThe rest may be held by {part.holder}. {part.how_to_ask}"
    return part.answer


def _statement(part: RequestPart, words: LetterWords) -> str:
    match part.outcome:
        case Outcome.ANSWERED:
            return words.found.format(sources=_sources(part))
        case Outcome.PARTIAL:
            return words.found_part.format(sources=_sources(part))
        case _:
            return ""


def _sources(part: RequestPart) -> str:
    """The documents cited, each with its date, so that every figure has its time."""
    named = dict.fromkeys(map(_dated_title, part.citations))
    *most, last = tuple(named) or ("our own records",)
    return f"{'; '.join(most)}; and {last}" if most else last


def _dated_title(citation: Citation) -> str:
    if citation.date is None or day(citation.date) in citation.title:
        return citation.title
    return f"{citation.title} ({day(citation.date)})"


def _refusals(part: RequestPart) -> list[RefusalContent]:
    contents = []
    for note in part.refusals:
        paragraphs = [
            f"We rely on section {note.section} ({note.title.lower()}), which is a "
            f"{'qualified' if note.qualified else 'absolute'} exemption."
            if note.section not in ("12", "14")
            else f"We rely on section {note.section} ({note.title.lower()}).",
            note.reason,
            note.public_interest,
            note.location,
            note.advice,
        ]
        contents.append(RefusalContent(part_heading(part), tuple(filter(None, paragraphs))))
    return contents


def _contact_lines(settings: FoiSettings) -> tuple[str, ...]:
    office = settings.office
    lines = (
        f"Contact: {office.contact}" if office.contact else "",
        f"Telephone: {office.telephone}" if office.telephone else "",
        f"Email: {office.email}" if office.email else "",
        office.website,
    )
    return tuple(filter(None, lines))


def _thanks(request: Request, words: LetterWords) -> str:
    thanks = words.thanks.format(received=day(request.received))
    if request.clarification_received:
        clarified = words.clarified.format(clarified=day(request.clarification_received))
        return f"{thanks} {clarified}"
    return thanks


def _searched(request: Request, words: LetterWords, today: date) -> str:
    if not request.documents_searched:
        return words.not_searched
    searched = Searched(request.documents_searched, request.earliest, request.latest)
    count, _, dates = searched_text(searched).partition(" dated ")
    return words.searched.format(
        documents=count, dates=f" dated {dates}" if dates else "", date=day(today)
    )


def _supply(request: Request, words: LetterWords) -> tuple[str, ...]:
    preference = next((aside.text for aside in request.asides if aside.kind == "preference"), "")
    attached = (
        words.attached.format(attachments="; ".join(request.attachments))
        if request.attachments
        else words.not_attached
    )
    has_notes = any(part.citations for part in request.parts)
    lines = (
        words.supplied if has_notes else "",
        attached,
        words.format_asked.format(preference=f"“{preference}”") if preference else "",
    )
    return tuple(filter(None, lines))


def _review(settings: FoiSettings, words: LetterWords) -> str:
    office, clock = settings.office, settings.clock
    return words.review.format(
        ask_review=clock.ask_review,
        review=clock.review,
        review_at_most=clock.review_at_most,
        reviewer=office.reviewer or "[name of the reviewer]",
        reviewer_role=office.reviewer_role or "[role of the reviewer]",
        address=office.address or "[address]",
        email=office.email or "[email address]",
    )


def _regulator(settings: FoiSettings, words: LetterWords) -> str:
    regulator = settings.regulator
    return words.regulator.format(
        regulator=regulator.name,
        regulator_address=regulator.address,
        regulator_telephone=regulator.telephone,
        regulator_website=regulator.website,
        complaint_weeks=settings.clock.complaint_weeks,
    )
