"""From a letter to proposals: outcomes, questions, and going on after a stop."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.foi.drafting import reply_assistant
from assistant.foi.editing import Officer
from assistant.foi.intake import letter_of_text
from assistant.foi.replies import PLACEHOLDER
from assistant.foi.request import Outcome, RequestState

RECEIVED = date(2025, 3, 3)


def _draft(drafter, *asks):
    items = "\n".join(f"{place}. {ask}" for place, ask in enumerate(asks, 1))
    letter = f"Dear Sir,\n\nPlease answer the following:\n\n{items}\n\nYours,\nA. Body\n"
    return drafter.draft(drafter.take_in(letter_of_text(letter), RECEIVED, "officer"))


def test_each_part_gets_the_outcome_that_fits(drafted):
    assert [part.outcome for part in drafted.parts] == [
        Outcome.ANSWERED,
        Outcome.OTHER_BODY,
        Outcome.NEEDS_PERSON,
    ]
    assert drafted.state is RequestState.DRAFTING


def test_an_answer_brings_its_proof(drafted):
    part = drafted.parts[0]
    assert "46 complaint reviews" in part.answer
    assert part.citations[0].quote in part.answer


def test_another_body_is_named_with_how_to_ask_it(drafted):
    part = drafted.parts[1]
    assert "Chief Constable" in part.holder
    assert part.how_to_ask in part.answer
    assert "not held" not in part.answer


def test_own_data_is_never_searched_for(drafted, asker):
    assert drafted.parts[2].answer == PLACEHOLDER
    assert "subject access" in drafted.parts[2].advice
    assert not any("about me" in question for question in asker.asked)


def test_nothing_of_the_kind_is_not_found(drafter):
    part = _draft(drafter, "What is the office's policy on beekeeping?").parts[0]
    assert part.outcome is Outcome.NOT_FOUND
    assert "2 documents dated 1 July 2024 to 10 January 2025" in part.answer


def test_an_answer_about_something_else_is_not_used(drafter):
    ask = "What did the custody visiting rota say about quarantine of imported parrots in Peru?"
    assert _draft(drafter, ask).parts[0].outcome is Outcome.NOT_FOUND


def test_half_an_answer_is_partial_and_says_so(drafter):
    ask = "How many custody visitors were there? What is the office's policy on beekeeping?"
    part = _draft(drafter, ask).parts[0]
    assert part.outcome is Outcome.PARTIAL
    assert "not found the rest" in part.answer


def test_a_conditional_ask_may_stay_unanswered(drafter):
    ask = "How many custody visitors were there? If that is unavailable, who keeps the list?"
    assert _draft(drafter, ask).parts[0].outcome is Outcome.ANSWERED


def test_a_document_asked_for_is_pointed_to(drafter):
    part = _draft(drafter, "A copy of the police and crime plan.").parts[0]
    assert part.outcome is Outcome.ANSWERED
    assert "Police and Crime Plan 2025 to 2029" in part.answer
    assert part.citations[0].quote == "Police and Crime Plan 2025 to 2029"


def test_a_confidential_document_is_not_offered(drafter):
    part = _draft(drafter, "A copy of the briefing on Lowmoor.").parts[0]
    assert "briefing" not in {citation.document for citation in part.citations}


def test_environmental_parts_are_flagged(drafter):
    part = _draft(drafter, "Was there a review of carbon emissions of the estate?").parts[0]
    assert part.environmental
    assert part.outcome is Outcome.ANSWERED


def test_exemptions_come_as_questions_with_blank_reasons(drafter):
    part = _draft(drafter, "What is the value of the contract for custody visiting?").parts[0]
    assert {"43"} <= {note.section for note in part.exemptions}
    assert not any(note.used or note.reason for note in part.exemptions)


def test_every_search_is_on_record(drafted):
    record = drafted.parts[0].searches[0]
    assert "complaint reviews" in record.question
    assert record.generation == 7
    assert record.filters == "all kinds; public documents"


def test_a_stopped_draft_loses_nothing_and_goes_on(drafter, asker, letter_text):
    asker.stop_after = 1
    request = drafter.take_in(letter_of_text(letter_text), RECEIVED, "officer")
    with pytest.raises(KeyboardInterrupt):
        drafter.draft(request)
    kept = drafter.register.load(request.reference)
    assert [part.drafted for part in kept.parts] == [True, False, False]
    asker.stop_after, before = None, len(asker.asked)
    again = drafter.take_in(letter_of_text(letter_text), RECEIVED, "officer")
    finished = drafter.draft(again)
    assert finished.reference == request.reference
    assert all(part.drafted for part in finished.parts)
    assert finished.parts[0] == kept.parts[0]
    assert not any("complaint reviews did" in question for question in asker.asked[before:])


def test_redrafting_leaves_what_an_officer_has_accepted(drafter, drafted):

    accepted = Officer("Ruth", drafter.register).accept(drafted, 1)
    again = drafter.redraft(accepted)
    assert again.parts[0].accepted_by == "Ruth"
    assert again.parts[1].searches != drafted.parts[1].searches


def test_progress_is_told_part_by_part(drafter, letter_text):
    told = []
    request = drafter.take_in(letter_of_text(letter_text), RECEIVED, "officer")
    drafter.draft(request, lambda done, of: told.append((done, of)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_later_parts_are_asked_after_earlier_ones(drafter, library, register, settings):
    histories = []

    class Listening:
        def ask(self, question, history=(), filters=None, today=None):
            histories.append([turn.question for turn in history])
            return type(drafter.asker)().ask(question)

    _draft(
        replace(drafter, asker=Listening()),
        "How many custody visitors were there?",
        "When was it started?",
    )
    assert histories[0] == []
    assert "How many custody visitors were there?" in histories[-1]


def test_last_year_is_counted_from_the_day_of_the_letter(drafter):
    days = []

    class Listening:
        def ask(self, question, history=(), filters=None, today=None):
            days.append(today)
            return type(drafter.asker)().ask(question)

    _draft(replace(drafter, asker=Listening()), "How many custody visitors were there last year?")
    assert days == [RECEIVED]


def test_an_ask_for_a_person_does_not_hide_the_one_beside_it(drafter, asker):
    ask = "Copies of all letters about the rota since 2020. How many custody visitors were there?"
    part = _draft(drafter, ask).parts[0]
    assert part.outcome is Outcome.PARTIAL
    assert "31 visitors" in part.answer
    assert "section 12" in part.advice
    assert not any("letters" in question for question in asker.asked)


def test_words_about_a_paper_are_no_copy_of_it(drafter):
    part = _draft(drafter, "Copies of the custody visiting reports.").parts[0]
    assert part.outcome is Outcome.NOT_FOUND


def test_each_line_of_an_answer_is_told_once(drafter):
    ask = (
        "How many custody visitors were there, what did the custody visiting scheme cost, and why?"
    )
    part = _draft(drafter, ask).parts[0]
    lines = [line for line in part.answer.split("\n") if line]
    assert len(lines) == len(set(lines))


def test_the_assistant_for_drafts_is_bolder_and_shares_the_ranker(library, settings):
    public = Assistant(library)
    bolder = reply_assistant(public, settings)
    assert bolder.settings.least_confidence == settings.confidence
    assert bolder.settings.least_confidence < public.settings.least_confidence
    assert bolder.ranker is public.ranker
    assert bolder.library is library
    assert bolder.bodies is public.bodies
