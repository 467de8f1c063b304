"""Who is whose brother: only as told, read both ways."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import kin
from bot.questions import Asked
from tests.told import says

STORY = """\
Painter Lisa Horn sold a portrait of her mother, Greta Horn, on Thursday. Her brother Max Horn framed it.

Ivo Kranz, a son of the singer Pia Kranz, bought it. Rolf Stein, an uncle, watched.
Nora Weil, Stein's niece, paid.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Who is Leo Falk?",
        "Who saw Leo Falk's brother?",
        "Whose boat is it?",
        "Is Leo Falk the brother of Mara Lund?",
        "When was Leo Falk's brother there?",
    ],
)
def test_kin_is_asked_for_only_by_who_or_whose(
    asked: Callable[[str], Asked], question: str
) -> None:
    assert not kin.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Who is Leo Falk's brother?",
        "Who is the sister of Leo Falk?",
        "Whose brother is Leo Falk?",
        "What is the name of Mara Lund's mother?",
    ],
)
def test_a_kin_word_with_a_name_asks_for_the_other_one(
    asked: Callable[[str], Asked], question: str
) -> None:
    assert kin.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Who is Lisa Horn's sister?",
        "Who is Max Horn's wife?",
        "Who is Greta Horn's mother?",
        "Who is Lisa Horn's uncle?",
        "Who is Ivo Kranz's brother?",
        "Whose brother is Ivo Kranz?",
    ],
)
def test_no_relative_is_made_up(ask: Callable[[str, str], Reply], question: str) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who is Lisa Horn's brother?", "Max Horn"),
        ("Who is Lisa Horn's mother?", "Greta Horn"),
        ("Who is Max Horn's sister?", "Lisa Horn"),
        ("Who is Greta Horn's daughter?", "Lisa Horn"),
        ("Who is the mother of Ivo Kranz?", "Pia Kranz"),
        ("Who is Pia Kranz's son?", "Ivo Kranz"),
        ("Who is Rolf Stein's niece?", "Nora Weil"),
        ("Whose brother is Max Horn?", "Lisa Horn"),
        ("Whose son is Ivo Kranz?", "Pia Kranz"),
    ],
)
def test_a_tie_is_told_from_either_side(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(STORY, question), words)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How is Lisa Horn related to Greta Horn?", "Greta Horn is Lisa Horn’s mother"),
        ("how are Ivo Kranz and Pia Kranz related?", "Ivo Kranz is Pia Kranz’s son"),
        (
            "What's the relationship between Pia Kranz and Ivo Kranz?",
            "Ivo Kranz is Pia Kranz’s son",
        ),
    ],
)
def test_how_two_are_related_is_told_as_the_story_has_it(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    reply = ask(STORY, question)

    assert says(reply, words) and reply.kind == "kin"


def test_two_whose_kinship_is_not_told_are_not_related(ask: Callable[[str, str], Reply]) -> None:
    assert not ask(STORY, "How is Lisa Horn related to Ivo Kranz?").answered
