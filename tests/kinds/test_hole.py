"""Filling a hole: of words that fit, those of the asked deed; with who says so; all that are joined."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from tests.told import says

STORY = """\
Eva Brand and Noah Reis signed the treaty in Bonn. Paul Ott, Iris Kahn and Jan Voll opposed it.

The treaty will end the war, Brand said. General Max Thorn broke the truce in June, the newspaper Morgen
reported. Envoy Rosa Hild did not attend the ceremony.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Who signed the truce?",
        "Who opposed the newspaper?",
        "Who attended the ceremony?",
        "Who did not sign the treaty?",
        "What will end the truce?",
        "Who broke the treaty?",
        "Who signed the treaty in Paris?",
    ],
)
def test_words_of_another_deed_fill_no_hole(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who signed the treaty?", ["Eva Brand", "Noah Reis"]),
        ("Who opposed the treaty?", ["Paul Ott", "Iris Kahn", "Jan Voll"]),
        ("Who broke the truce?", ["Max Thorn"]),
    ],
)
def test_names_that_are_joined_are_told_together(
    ask: Callable[[str, str], Reply], question: str, words: list[str]
) -> None:
    assert says(ask(STORY, question), *words)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Where was the treaty signed?", ""),
        ("What will the treaty end?", "according to Brand"),
        ("When did Thorn break the truce?", "Morgen"),
    ],
)
def test_what_is_only_reported_is_told_with_its_speaker(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    reply = ask(STORY, question)

    assert says(reply, words)
    assert bool(words) == ("according to" in reply.text)


MOOD = "Rival shippers shut the port. After the strike, Ida Roe pledged that her firm would run the port.\n"


@pytest.mark.parametrize(
    ("question", "begins"),
    [("Who runs the port?", "The story says: After"), ("Who would run the port?", "Her firm")],
)
def test_what_is_only_intended_is_told_as_no_fact(
    ask: Callable[[str, str], Reply], question: str, begins: str
) -> None:
    assert ask(MOOD, question).text.startswith(begins)


NOBODY = """\
A mill burned on Monday, an hour after the bell rang. Six bakers were hurt, but nobody was killed.
Miller Jan Voll denies that he was drunk. Iris Kahn, 34, was going home.
The guild warned the council about the chimney.
"""


@pytest.mark.parametrize(
    "question",
    [
        "How many died?",
        "Who was killed?",
        "Who was drunk?",
        "Why did the mill burn?",
        "How fast was she going?",
    ],
)
def test_what_is_told_of_nobody_or_denied_is_no_answer(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(NOBODY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many were hurt?", "Six bakers"),
        ("Who denies being drunk?", "Jan Voll"),
        ("What did the guild warn about?", "the chimney"),
    ],
)
def test_the_asked_part_answers(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(NOBODY, question), words)
