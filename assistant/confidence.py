"""How sure an answer is, and when not to give one."""

import math

from assistant.question import Question
from assistant.scoring import Scored

_SLOPE = 1.6
_MIDDLE = -10.0


def confidence(question: Question, best: Scored) -> float:
    """The chance, 0 to 1, that the best candidate answers the question."""
    features = best.features
    z = _SLOPE * (best.score - _MIDDLE)
    if features.time < 0:
        z += 3.0 * features.time
    z -= 2.0 * (1.0 - features.named)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))
