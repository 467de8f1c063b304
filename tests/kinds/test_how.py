"""How: the means of the asked deed."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import how
from bot.questions import Asked
from tests.told import not_yet, says

STORY = """\
Two prisoners escaped from Fort Sull by digging a tunnel with spoons. Guards found them with dogs on Friday.

Warden Nils Berg resigned. The tunnel was filled with concrete. One prisoner, Olaf Kern,
reached the coast by bus.
"""


@pytest.mark.parametrize(
    "question",
    [
        "How many escaped?",
        "How old is Leo Falk?",
        "Who knows how?",
        "Did they say how?",
        "What happened?",
    ],
)
def test_a_measure_or_another_word_asks_for_no_means(
    asked: Callable[[str], Asked], question: str
) -> None:
    assert not how.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "How did they escape?",
        "And how?",
        "How was it built?",
    ],
)
def test_how_alone_asks_for_the_means(asked: Callable[[str], Asked], question: str) -> None:
    assert how.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        not_yet(
            "How did the warden escape?",
            why="the sentence tells it of another; accepting asks only for names",
        ),
        "How was the bus built?",
        "How did Nils Berg reach the coast?",
        "How did Kern die?",
    ],
)
def test_the_means_of_another_deed_do_not_answer(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How did the prisoners escape?", "digging a tunnel"),
        ("How did Olaf Kern reach the coast?", "by bus"),
        ("How was the tunnel filled?", "with concrete"),
    ],
)
def test_the_means_of_the_deed_answer(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(STORY, question), words)


def test_how_somebody_died_is_what_killed_him_and_not_when(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "The driver, Tom Ray, was shot dead when he tried to run.\n"

    assert says(ask(story, "How did Tom Ray die?"), "shot dead")


def test_how_is_neither_when_nor_what_was_done_besides(ask: Callable[[str, str], Reply]) -> None:
    story = """\
Officials ordered the slaughter of all hens on Thursday. The boat will be taken apart and carried to Lugo
by rail. He drove the only engine and put out the fire.
"""

    assert not ask(story, "How were the hens killed?").answered
    assert says(ask(story, "How will the boat be carried to Lugo?"), "rail")
    assert not ask(story, "How quickly was the fire put out?").answered


def test_how_is_told_by_means_and_no_comment(ask: Callable[[str, str], Reply]) -> None:
    story = (
        "The queues can be avoided however by walking from Alta Station. Definitely avoid the queues on"
        " Sunday. Berg, the top scorer, scored."
    )

    assert says(ask(story, "How can the queues be avoided?"), "walking from Alta Station")
    assert not ask(story, "How did Berg score?").answered
