"""Whom somebody has: told by whose husband, son or cousin is spoken of."""

from collections.abc import Callable

import pytest

from bot.domain import Reply

STORY = """\
Mara Lund waited at the gate. Her husband, Karl, died in 2019, she said. Her two daughters live in Bergen.

Ana Roe sells fish. Ana Roe said her husband mends the nets.

Leo Falk keeps the lighthouse. Tom Ray, a painter who is not related to Leo Falk, lives below. Ida Holm, a
cousin of Nils Orr, rows him over.
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is Mara Lund a widow?", "Yes"),
        ("Does Mara Lund have children?", "Yes"),
        ("Is Mara Lund a mother?", "Yes"),
        ("Is Ana Roe married?", "Yes"),
        ("Are Leo Falk and Tom Ray related?", "No"),
        ("Are Ida Holm and Nils Orr related?", "Yes"),
    ],
)
def test_kin_is_told_by_whose_it_is(
    ask: Callable[[str, str], Reply], question: str, verdict: str
) -> None:
    reply = ask(STORY, question)

    assert reply.short == verdict
    assert reply.citations


@pytest.mark.parametrize(
    "question",
    [
        "Is Mara Lund married?",
        "Is Ana Roe a widow?",
        "Does Ana Roe have children?",
        "Does Mara Lund have a son?",
        "Is Leo Falk married?",
        "Are Ana Roe and Tom Ray related?",
    ],
)
def test_kin_that_is_not_told_of_is_neither_yes_nor_no(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert ask(STORY, question).short not in {"Yes", "No"}
