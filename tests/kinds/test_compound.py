"""Two questions in one are answered one after the other, each with its own sentence."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import compound
from bot.questions import Asked
from tests.told import says

STORY = """\
Customs officers seized 900 parrots on Thursday. The birds had been hidden in a van near Trieste.

Driver Aldo Pini was arrested on Friday because he had no papers.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Who was freed?",
        "Who was freed and taken home?",
        "Who met Mara Lund and Leo Falk?",
        "And when?",
        "Did Leo Falk say who left and when?",
        "When was the boat sold that Leo Falk and Mara Lund built?",
    ],
)
def test_one_question_word_asks_one_thing(asked: Callable[[str], Asked], question: str) -> None:
    assert not compound.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Who was freed and when?",
        "When and why was Leo Falk freed?",
        "Who left, and on what day?",
        "Where and when did they meet?",
    ],
)
def test_two_question_words_ask_two_things(asked: Callable[[str], Asked], question: str) -> None:
    assert compound.recognises(asked(question))


def test_if_neither_is_told_nothing_is_answered(ask: Callable[[str, str], Reply]) -> None:
    assert not ask(STORY, "Who painted the van and when?").answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who seized the parrots and when?", ["Customs officers", "Thursday (8 January 2026)"]),
        ("When and why was Aldo Pini arrested?", ["9 January 2026", "he had no papers"]),
        ("Who was arrested, and on what day?", ["Aldo Pini", "9 January 2026"]),
    ],
)
def test_both_answers_are_given_in_their_order(
    ask: Callable[[str, str], Reply], question: str, words: list[str]
) -> None:
    reply = ask(STORY, question)

    assert says(reply, *words)
    assert reply.text.index(words[0]) < reply.text.index(words[1])


def test_of_two_the_one_that_is_told_is_answered_alone(ask: Callable[[str, str], Reply]) -> None:
    reply = ask(STORY, "Where and when were the birds hidden?")

    assert says(reply, "van near Trieste")
    assert "January" not in reply.text
