"""A name that several bear: answered for the only one whom the question fits, else asked back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.replies import Replies
from tests.told import desk_of

STORY = """\
Judge Ruth Adam freed Max Kern, 31, in Bonn on Monday. Max Kern bought a cake on Tuesday.

His cousin, the painter Otto Kern, wept in Trier. Otto Kern sold a painting to the museum of Trier on
Friday.
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, nlp: Language, replies: Replies) -> Desk:
    return desk_of(tmp_path_factory.mktemp("story"), nlp, replies, STORY)


@pytest.mark.parametrize(
    ("question", "read", "short"),
    [
        ("What did Kern buy?", "What did Max Kern buy?", "a cake"),
        ("What did Kern sell?", "What did Otto Kern sell?", "a painting"),
        ("How old is Kern?", "How old is Max Kern?", "31"),
        ("Did Kern buy a cake?", "Did Max Kern buy a cake?", "Yes"),
    ],
)
def test_where_only_one_fits_the_reading_is_told(
    desk: Desk, question: str, read: str, short: str
) -> None:
    reply = desk.ask(question)

    assert reply.corrected == read and reply.short.startswith(short)


@pytest.mark.parametrize("question", ["Who is Kern?"])
def test_where_several_fit_the_bot_asks_which(desk: Desk, question: str) -> None:
    reply = desk.ask(question)

    assert (reply.kind, reply.answered) == ("which one", False)
    assert "Max Kern" in reply.text and "Otto Kern" in reply.text


@pytest.mark.parametrize("question", ["When was Kern born?", "What did Kern cook?"])
def test_where_none_fits_the_story_does_not_say(desk: Desk, question: str) -> None:
    reply = desk.ask(question)

    assert not reply.answered and not reply.corrected


def test_a_full_name_is_not_asked_back(desk: Desk) -> None:
    assert not desk.ask("How old is Otto Kern?").answered
    assert desk.ask("Who is Otto Kern?").answered


def test_the_next_message_completes_the_question(desk_on: Callable[[str], Desk]) -> None:
    desk = desk_on("ferry")
    assert desk.ask("Who is Aasen?", chat="choice").kind == "which one"

    reply = desk.ask("the prosecutor", chat="choice")

    assert reply.corrected == "Who is Leif Aasen?" and reply.answered


def test_whom_alone_the_story_answers_for_is_meant(
    tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    story = """\
Max Kern left Bonn. His father, Otto Kern, a baker, died in Trier in 2017. He was raised by his grandmother.
"""
    desk = desk_of(tmp_path, nlp, replies, story)

    reply = desk.ask("Was Kern raised by his father?")
    assert (reply.short, reply.corrected) == ("No", "Was Max Kern raised by his father?")
