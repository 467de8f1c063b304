"""Whatever no kind can answer is answered by quoting, if a sentence says nearly all of it."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import KINDS, anything
from bot.questions import Asked

STORY = """\
The glacier above Zell lost nine meters of ice last summer. Hikers found a bronze axe beneath it.

The axe is in a museum.
"""


@pytest.mark.parametrize("question", ["bronze axe museum?", "Tell it.", "Zell", "?", "Who won?"])
def test_every_question_is_of_some_kind(asked: Callable[[str], Asked], question: str) -> None:
    assert anything.recognises(asked(question))
    assert KINDS[-1] is anything.KIND


@pytest.mark.parametrize(
    "question",
    [
        "Tell me about the volcano.",
        "silver axe auction",
        "glacier movie streaming",
        "Explain the bronze medal of the hikers.",
        "What is the name of the museum?",
    ],
)
def test_a_sentence_that_says_little_of_it_is_not_quoted(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Tell me about the bronze axe.", "Hikers found"),
        ("glacier lost ice", "The glacier"),
        ("hikers bronze axe", "Hikers found"),
    ],
)
def test_a_sentence_that_says_nearly_all_is_quoted_whole(
    ask: Callable[[str, str], Reply], question: str, begins: str
) -> None:
    reply = ask(STORY, question)
    (citation,) = reply.citations

    assert reply.answered and citation.sentence.text.startswith(begins)
    assert citation.sentence.text in reply.text
