"""Yes or no by what it is instead: a place, a day, an age, a number, who holds a post."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from tests.told import says

STORY = """\
Ana Roe, 52, the mayor of Alta, opened a museum in Rota on Monday. It belongs to Brim, a club for divers
based in Lugo. The club freed 12 seals for the sale of 300 boats.

Transport Minister Leo Falk flew from Lugo to Vigo to see it. Six seals were shown in Vigo.
The right door was opened by Ida Lund, president of Brim. Ana Roe came with her sister Ida Lund.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Is Brim based in Alta?", "No. In Lugo"),
        ("Is Ana Roe 43 years old?", "No. 52"),
        ("Is Ana Roe 52 years old?", "Yes. 52"),
        ("Did Ana Roe open the museum on Tuesday?", "No. On Monday"),
        ("Is Leo Falk the mayor of Alta?", "No. Ana Roe"),
        ("Is Ana Roe the sister of Ida Lund?", "Yes. Ida Lund is Ana Roe’s sister"),
        ("Is Ida Lund the president of Chile?", "No. Ida Lund: president of Brim"),
        ("Is Leo Falk the finance minister?", "No. Leo Falk: Transport Minister"),
        ("Did the club free 15 seals?", "No: The club freed 12 seals"),
        ("Did Leo Falk fly to Lugo?", "No: Transport Minister Leo Falk flew from Lugo to Vigo"),
        ("Did Leo Falk fly from Lugo?", "Yes"),
        ("Was the left door opened?", "No: The right door was opened by Ida Lund"),
    ],
)
def test_what_is_otherwise_is_told(ask: Callable[..., Reply], question: str, words: str) -> None:
    assert says(ask(STORY, question), words)


@pytest.mark.parametrize(
    "question",
    [
        "Did the club free 300 seals?",
        "Did Leo Falk free 12 seals?",
        "Were at least 10 seals freed?",
        "Is Leo Falk the mayor of Vigo?",
        "Is Leo Falk the brother of Ida Lund?",
        "Did Leo Falk fly before the museum opened?",
    ],
)
def test_nothing_is_told_of_what_may_be_so(ask: Callable[..., Reply], question: str) -> None:
    reply = ask(STORY, question)

    assert not reply.answered or not reply.text.startswith(("Yes", "No."))
