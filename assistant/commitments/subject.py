"""What a question is about: each thing by its own words, or by others that mean nearly the same."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.commitments import cues
from assistant.thesaurus import load_thesaurus
from assistant.words import STOP_WORDS, Word, stem, words

Stems = frozenset[str]
_LITTLE = frozenset(stem(word) for word in STOP_WORDS)


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that a question names. Any of `ways` may stand for it, its own words first."""

    ways: tuple[Stems, ...]

    def is_in(self, held: Stems) -> bool:
        """Whether a text with the stems `held` speaks of it."""
        return any(way <= held for way in self.ways)


@dataclass(frozen=True, slots=True)
class Subject:
    """All that a question names, each once."""

    topics: tuple[Topic, ...] = ()

    @property
    def stems(self) -> Stems:
        """Every stem that stands for any of it."""
        return frozenset(part for topic in self.topics for way in topic.ways for part in way)

    def within(self, held: Stems) -> tuple[Topic, ...]:
        """Those of its topics that a text with the stems `held` speaks of."""
        return tuple(topic for topic in self.topics if topic.is_in(held))

    def share(self, held: Stems, weights: Mapping[Topic, float] | None = None) -> float:
        """How much of it such a text speaks of, 0 to 1; all topics weigh the same unless told."""
        whole = sum(_weight(topic, weights) for topic in self.topics)
        spoken = sum(_weight(topic, weights) for topic in self.within(held))
        return spoken / whole if whole else 0.0


NO_SUBJECT = Subject()


def find_subject(text: str) -> Subject:
    """The telling words of `text`, in order; figures and the register's own words are none."""
    found, topics, place = words(text), list[Topic](), 0
    while place < len(found):
        taken = found[place : place + _longest(found, place)]
        place += len(taken)
        own = _telling(taken)
        if own and not own <= cues.PLAIN_WORDS:
            topics.append(Topic((own, *_equivalents(taken))))
    return Subject(tuple(dict.fromkeys(topics)))


def _weight(topic: Topic, weights: Mapping[Topic, float] | None) -> float:
    return 1.0 if weights is None else weights[topic]


def _longest(found: list[Word], place: int) -> int:
    """How many of the words from `place` on are one entry of the thesaurus; 1 if none are."""
    thesaurus = load_thesaurus()
    for length in range(min(thesaurus.longest, len(found) - place), 1, -1):
        if thesaurus.others(tuple(word.stem for word in found[place : place + length])):
            return length
    return 1


def _telling(taken: list[Word]) -> Stems:
    return frozenset(word.stem for word in taken if not word.is_stop and not word.stem.isdigit())


def _equivalents(taken: list[Word]) -> list[Stems]:
    phrase = tuple(word.stem for word in taken)
    others = (frozenset(other) - _LITTLE for other in load_thesaurus().others(phrase))
    return [other for other in others if other and not other <= cues.PLAIN_WORDS]
