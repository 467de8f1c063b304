"""A refusal says what is missing: a name, a number, a word, or only when, where, why or who."""

from collections.abc import Callable

import pytest

from bot.domain import Reply

STORY = """\
The goat was sold to Leo Falk for 40 guilders. Mara Lund chased the goat through the market.
The baker met the goat.
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who met Wilbur Quist?", "The story does not mention Wilbur Quist."),
        ("When was the goat sold for 700 guilders?", "The story does not have the number 700"),
        ("How many violins does the baker have?", "The story does not speak of “violins”."),
        (
            "Who sold the goat?",
            "The story does not say who. The nearest it comes: The goat was sold",
        ),
        (
            "When was the goat sold?",
            "The story does not say when. The nearest it comes: The goat was",
        ),
        (
            "Why did Mara Lund chase the goat?",
            "The story does not say why. The nearest it comes: Mara",
        ),
        (
            "Where was the goat sold?",
            "The story does not say where. The nearest it comes: The goat was",
        ),
        (
            "How long did Mara Lund chase the goat?",
            "The story does not say it plainly. The nearest",
        ),
        ("Who chased the baker?", "The story does not say."),
        ("When was Leo Falk born?", "The story does not say."),
    ],
)
def test_what_is_missing_is_told(
    ask: Callable[[str, str], Reply], question: str, text: str
) -> None:
    reply = ask(STORY, question)

    assert not reply.answered
    assert reply.text.startswith(text)


@pytest.mark.parametrize(
    ("question", "near"),
    [("How many fire trucks came?", False), ("What was the price of the roof?", True)],
)
def test_half_of_an_unknown_thing_brings_no_sentence_near(
    ask: Callable[[str, str], Reply], question: str, near: bool
) -> None:
    story = "The fire chief Ida Roe said that water came through the roof.\n"

    reply = ask(story, question)
    assert "does not speak of" in reply.text and bool(reply.citations) is near
