"""Every part is answered, completed and accepted."""

import re
from collections.abc import Iterator

from assistant.foi.clock import Regime
from assistant.foi.precheck.fault import Checked, Fault, FaultKind
from assistant.foi.request import Outcome

_OPEN = re.compile(r"\[[^\]\n]{3,120}\]")
_FIGURE_ASKED = re.compile(
    r"\b(?:how (?:many|much)|the (?:total |average |mean )?(?:number|cost|amount|percentage|"
    r"value) of)\b",
    re.IGNORECASE,
)


def check_parts(checked: Checked) -> Iterator[Fault]:
    """Parts without outcome, not accepted, not completed, or not pointed anywhere."""
    for part in checked.request.parts:
        if part.outcome is None:
            yield Fault(
                FaultKind.NO_OUTCOME,
                "This part has no outcome.",
                "Draft it, or choose an outcome.",
                part.number,
            )
            continue
        if not part.accepted_by:
            yield Fault(
                FaultKind.NOT_ACCEPTED,
                "No officer has accepted this part.",
                "Read it against its proof, then accept or change it.",
                part.number,
            )
        yield from _completed(part.number, part.outcome, part.answer)
        if part.outcome is Outcome.OTHER_BODY and not (part.holder and part.how_to_ask):
            yield Fault(
                FaultKind.NO_ADVICE_WHERE_TO_ASK,
                "It says that another body may hold this, but not which or how to ask it.",
                "Name the body and how to write to it (section 16).",
                part.number,
            )


def _completed(number: int, outcome: Outcome, answer: str) -> Iterator[Fault]:
    if outcome is Outcome.NEEDS_PERSON or not answer.strip():
        yield Fault(
            FaultKind.NOT_COMPLETED,
            "This part waits for a person.",
            "Write what the letter should say and choose the outcome it then has.",
            number,
        )
    elif gap := _OPEN.search(answer):
        yield Fault(
            FaultKind.NOT_COMPLETED,
            f"A gap was left open: {gap.group()}.",
            "Fill it in or take it out.",
            number,
            gap.group(),
        )


def check_whole_letter(checked: Checked) -> Iterator[Fault]:
    """Gaps in the standing parts of the letter."""
    content = checked.content
    for words in (content.signatory, content.close):
        if gap := _OPEN.search(words):
            yield Fault(
                FaultKind.NOT_COMPLETED,
                f"The letter has a gap: {gap.group()}.",
                "Fill in the office's settings.",
                words=gap.group(),
            )


def check_pointers(checked: Checked) -> Iterator[Fault]:
    """A figure was asked for, and the answer given in full has none."""
    for part in checked.request.parts:
        asked = _FIGURE_ASKED.search(part.ask)
        if (
            part.outcome is Outcome.ANSWERED
            and asked
            and not re.search(r"\d|\bnone\b", part.answer)
        ):
            if _NUMBER_WORDS.search(part.answer):
                continue
            yield Fault(
                FaultKind.POINTER_FOR_FIGURE,
                "A figure was asked for and the answer gives none.",
                "Give the figure with its period, or say that only part was found.",
                part.number,
            )


_NUMBER_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|"
    r"hundred|thousand|no|zero)\b",
    re.IGNORECASE,
)


def check_environment(checked: Checked) -> Iterator[Fault]:
    """Environmental information is answered under the EIR, not under the Act alone."""
    for part in checked.request.parts:
        whole = checked.request.regime is Regime.EIR
        if part.environmental and part.regime is Regime.FOIA and not whole:
            yield Fault(
                FaultKind.ENVIRONMENT_UNDER_FOIA,
                "This part is about the environment and is treated under the Act only.",
                "Treat it under the Environmental Information Regulations 2004, or note why not.",
                part.number,
            )
