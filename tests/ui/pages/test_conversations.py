"""Conversations: each session its own, bounded in turns, time and room."""

from assistant.answer import Turn
from ui.conversations import Conversations, Exchange


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def said(words, size=10):
    return Exchange(Turn(words), "x" * size, answered=True)


def test_sessions_share_nothing_and_begin_anew():
    held = Conversations()
    held.keep("a", (said("one"),))
    held.keep("b", (said("two"),))
    assert [exchange.turn.question for exchange in held.of("a")] == ["one"]
    held.forget("a")
    assert held.of("a") == ()
    assert held.of("b") != ()
    assert held.of("never heard of") == ()


def test_the_last_twenty_turns_are_kept():
    held = Conversations()
    kept = held.keep("a", tuple(said(str(number)) for number in range(25)))
    assert [exchange.turn.question for exchange in kept] == [str(n) for n in range(5, 25)]
    assert held.of("a") == kept


def test_the_longest_unused_go_when_room_runs_out():
    held = Conversations(characters=35)
    for session in "abc":
        held.keep(session, (said("words"),))
    held.keep("a", (said("words"), said("more")))
    assert held.of("b") == ()
    assert held.of("a") != ()
    assert held.of("c") != ()
    held.keep("d", (said("long", size=100),))
    assert held.of("d") != ()
    assert held.of("a") == ()


def test_a_conversation_is_over_after_a_day():
    clock = Clock()
    held = Conversations(clock=clock)
    held.keep("a", (said("words"),))
    clock.now = 24 * 3600 - 1
    assert held.of("a") != ()
    clock.now += 1
    assert held.of("a") == ()
