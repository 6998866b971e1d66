"""What an ask points back to: "their equipment" after "How many Lantern Watch groups are there?".

The assistant puts the whole earlier question before an ask that leans on it, and then looks for
all that both speak of. Where that finds nothing, the thing named there may be all that is meant.
"""

from collections.abc import Sequence

from assistant.answer import Turn
from assistant.conversation import leans_on_history
from assistant.foi.sufficiency import names_in


def with_antecedent(question: str, history: Sequence[Turn]) -> str:
    """`question` about the first thing that the one before it names; "" if it stands alone."""
    if not history or not leans_on_history(question):
        return ""
    named = names_in(history[-1].question)
    return f"On {named[0]}: {question}" if named else ""
