"""What was said is remembered in its own chat, and only while that is fresh."""

import pytest

from bot.conversation.memory import SECONDS, TURNS, Memories, Memory

QUESTION = "Who rescued Nils Aker from the Blue Mine?"
MEMORY = Memory(question=QUESTION, word=(0, 3), person="Nils Aker", thing="Blue Mine")


def test_chats_do_not_know_each_other() -> None:
    memories = Memories()
    memories.keep("one", MEMORY)

    assert memories.recall("two", 1.0) == Memory()
    assert memories.recall("one", 1.0) == MEMORY
    memories.clear("one")
    memories.clear("never seen")
    assert memories.recall("one", 1.0) == Memory()


@pytest.mark.parametrize(
    ("silence", "age", "kept"),
    [
        (SECONDS + 1, 0, False),
        (0.0, TURNS + 1, False),
        (SECONDS, 0, True),
        (0.0, TURNS, True),
    ],
)
def test_what_was_spoken_of_is_forgotten_after_silence_or_many_turns(
    silence: float, age: int, kept: bool
) -> None:
    memories = Memories()
    memories.keep("a", Memory(question=QUESTION, at=100.0, age=age))

    assert bool(memories.recall("a", 100.0 + silence).question) is kept


def test_of_too_many_chats_the_longest_silent_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.conversation.memory.CHATS", 2)
    memories = Memories()
    for chat in ("a", "b", "a", "c"):
        memories.keep(chat, MEMORY)

    assert [bool(memories.recall(chat, 0.0).question) for chat in "abc"] == [True, False, True]
