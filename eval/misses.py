"""Where a miss happened: the first step of the pipeline that can be shown to have failed."""

from enum import StrEnum

from eval.matching import group_present, holds
from eval.outcome import MOST_WORDS, Outcome


class Stage(StrEnum):
    """The steps in their order."""

    READING = "reading"  # the gold quote is not in the stored text
    SEARCH = "search"  # stored, but the passages looked at do not hold what is missing
    ABSTENTION = "abstention"  # found and withheld, or answered where no document answers
    COMPOSITION = "composition"  # the right document was cited, and the answer is not whole
    VERIFICATION = "verification"  # only other documents were cited: wrong year, body or district


def stage_of_miss(outcome: Outcome, texts: dict[str, str] | None = None) -> Stage | None:
    """The stage at which `outcome` went wrong; None where it is right.

    Without `texts` (stored text by document) a reading failure shows as one of search.
    """
    if not outcome.question.answerable:
        return Stage.ABSTENTION if outcome.row.answered else None
    if outcome.right:
        return None
    if texts is not None and not _stored(outcome, texts):
        return Stage.READING
    if not _found(outcome):
        return Stage.SEARCH
    if not outcome.row.answered:
        return Stage.ABSTENTION
    gold = {proof.document for proof in outcome.question.evidence}
    if gold and not gold & {citation.document for citation in outcome.row.citations}:
        return Stage.VERIFICATION
    return Stage.COMPOSITION


def reason_of_miss(outcome: Outcome) -> str:
    """What is wrong with the answer, in a few words."""
    if not outcome.question.answerable:
        return f"answered ({outcome.row.status}) though no document answers it"
    if not outcome.row.answered:
        return f"withheld ({outcome.row.status})"
    reasons = [f"lacks {' / '.join(group)}" for group in outcome.missing]
    reasons += [f"says {words}" for words in outcome.excluded]
    if outcome.words > MOST_WORDS:
        reasons.append(f"{outcome.words} words")
    return "; ".join(reasons)


def _stored(outcome: Outcome, texts: dict[str, str]) -> bool:
    return all(
        holds(texts.get(proof.document, ""), proof.quote) for proof in outcome.question.evidence
    )


def _found(outcome: Outcome) -> bool:
    gold = {proof.document for proof in outcome.question.evidence}
    seen = [passage.text for passage in outcome.row.passages if passage.document in gold]
    seen += [citation.passage for citation in outcome.row.citations if citation.document in gold]
    together = "\n".join(seen)
    return (outcome.rank is not None or outcome.cited) and all(
        group_present(group, together) for group in outcome.missing
    )
