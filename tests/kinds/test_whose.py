"""Whose is it: the owner, never the thing owned."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import whose
from bot.questions import Asked
from tests.told import says

STORY = """\
The violin of Clara Weiss was found in Graz on Monday. Police searched Peter Moll's barn.

Moll's lawyer, Eva Rank, called the search a mistake. Weiss plays in the city orchestra. She lives with her
sister-in-law, Ada Kern.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Who owned the boat?",
        "Which man’s boat sank?",
        "Who's there?",
        "Did Leo Falk know whose boat it was?",
    ],
)
def test_other_questions_ask_for_no_owner(asked: Callable[[str], Asked], question: str) -> None:
    assert not whose.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Whose boat sank?",
        "And whose lawyer is Leo Falk?",
    ],
)
def test_whose_asks_for_the_owner(asked: Callable[[str], Asked], question: str) -> None:
    assert whose.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Whose car was found in Graz?",
        "Whose orchestra was searched?",
        "Whose barn was sold?",
    ],
)
def test_no_owner_is_given_for_what_nobody_is_said_to_own(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Whose barn did police search?", "Moll"),
        ("Whose violin was found?", "Clara Weiss"),
        ("Whose lawyer is Eva Rank?", "Moll"),
        ("Whose sister-in-law is Ada Kern?", "Weiss"),
        ("Whose lawyer called the search a mistake?", "Moll"),
    ],
)
def test_the_owner_is_named(ask: Callable[[str, str], Reply], question: str, words: str) -> None:
    assert says(ask(STORY, question), words)


def test_an_arrest_is_whose_who_was_arrested_and_an_attack_whose_who_attacked(
    ask: Callable[[str, str], Reply],
) -> None:
    story = """\
The Post reported Thursday that a freed clerk, Roe, was arrested in May. Rebels attacked Leo Falk.
"""

    assert says(ask(story, "Whose arrest did the Post report on?"), "Roe")
    assert "Falk" not in ask(story, "Whose attack was it?").short
