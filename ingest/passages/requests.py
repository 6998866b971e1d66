"""The questions of a request, paired with the headings under which a letter answers them."""

from collections.abc import Sequence

from ingest.document import Block, BlockKind, Document, DocumentKind
from ingest.questions.numbers import mark_of

_MAX_WORDS = 120


def questions_by_heading(document: Document) -> dict[str, str]:
    """For a letter that answers a request: answer heading -> the words of the question.

    The letter quotes the request with its numbers, then answers each under a heading with the
    same number or letter. Empty for other documents.
    """
    if document.metadata.kind is not DocumentKind.FOI_RESPONSE:
        return {}
    numbers = [mark_of(document.text, block).number for block in document.blocks]
    start = _answers_start(document.blocks, numbers)
    asked = _asked(document, numbers[:start])
    found: dict[str, str] = {}
    for block, number in zip(document.blocks[start:], numbers[start:], strict=True):
        if block.kind is BlockKind.HEADING and number in asked:
            found[block.span.of(document.text)] = asked[number]
    return found


def _answers_start(blocks: Sequence[Block], numbers: Sequence[str]) -> int:
    """The place of the last heading that bears the first number."""
    headings = [
        place for place, block in enumerate(blocks)
        if block.kind is BlockKind.HEADING and numbers[place] in ("1", "a")
    ]  # fmt: skip
    return headings[-1] if headings else len(blocks)


def _asked(document: Document, numbers: Sequence[str]) -> dict[str, str]:
    """Number -> the question's words, with the items that stand under it."""
    asked: dict[str, str] = {}
    for place, number in enumerate(numbers):
        if number and number not in asked:
            asked[number] = _words_from(document, numbers, place)
    return asked


def _words_from(document: Document, numbers: Sequence[str], place: int) -> str:
    words = [document.blocks[place].span.of(document.text)]
    for following in range(place + 1, len(numbers)):
        block = document.blocks[following]
        under = block.kind is BlockKind.LIST_ITEM or words[-1].endswith(":")
        if numbers[following] or not under or block.kind is BlockKind.HEADING:
            break
        words.append(block.span.of(document.text))
    return " ".join(" ".join(words).split()[:_MAX_WORDS])
