"""Everything an answer can say in words that are not a document's."""

from datetime import date

from assistant.answer import Searched
from assistant.bodies import Body
from index.results import Hit


def day(value: date) -> str:
    """A date as British readers write it: 8 July 2025."""
    return f"{value.day} {value:%B %Y}"


def searched_text(searched: Searched) -> str:
    """What was looked through: "5 documents dated 4 February 2020 to 8 July 2025"."""
    count = f"{searched.documents} document{'' if searched.documents == 1 else 's'}"
    if searched.earliest is None or searched.latest is None:
        return count
    if searched.earliest == searched.latest:
        return f"{count} dated {day(searched.earliest)}"
    return f"{count} dated {day(searched.earliest)} to {day(searched.latest)}"


def not_found(searched: Searched, nearest: Hit | None = None, holder: Body | None = None) -> str:
    """No answer: what was searched, where the nearest passage stands, and whom to ask."""
    said = [f"This was not found in the {searched_text(searched)} that were searched."]
    if nearest is not None:
        said.append(
            f"The nearest passage is in {_place(nearest)}; it does not answer the question."
        )
    if holder is not None:
        said.append(f"It may be held by {holder.name}. {holder.how}")
    else:
        said.append("It may be in a document that is not here. You can ask the office for it.")
    return " ".join(said)


def _place(hit: Hit) -> str:
    """Where a passage stands: "Annual Report 2024/25, page 12"."""
    return ", ".join(part for part in (hit.document.metadata.title, hit.passage.locator) if part)


def nothing_here() -> str:
    """The library is empty."""
    return "There are no documents to search yet. Add some with: pcc ingest FOLDER"


def figures_differ() -> str:
    """Two places give different figures for what was asked."""
    return "the documents give different figures for this; both are shown"


def newest_papers(day_of_meeting: date) -> str:
    """What is known of meetings ends with the newest of which there are papers."""
    return f"the newest papers of these meetings here are of {day(day_of_meeting)}"


def unclear() -> str:
    """Nothing in the question can be searched for."""
    return "Please ask a question about the documents, in a few words or a sentence."
