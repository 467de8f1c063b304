"""Who denies something did not say or admit it."""

from collections.abc import Callable

import pytest

from bot.domain import Reply

STORY = """\
Mara Lund denied that the bridge had been closed. Leo Falk denied a report that he had sold the mill, and
said the price was fair. Ana Roe admitted that she broke the lamp.
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Did Mara Lund say that the bridge had been closed?", "No"),
        ("Did Mara Lund admit that the bridge had been closed?", "No"),
        ("Did Leo Falk confirm that he had sold the mill?", "No"),
        ("Did Leo Falk say that the price was fair?", "Yes"),
        ("Did Ana Roe admit that she broke the lamp?", "Yes"),
    ],
)
def test_who_denies_it_did_not_say_it(
    ask: Callable[[str, str], Reply], question: str, verdict: str
) -> None:
    assert ask(STORY, question).short == verdict


@pytest.mark.parametrize(
    "question",
    ["Did Ana Roe say that the bridge had been closed?", "Did Mara Lund say that the mill burned?"],
)
def test_another_denial_tells_nothing(ask: Callable[[str, str], Reply], question: str) -> None:
    assert ask(STORY, question).short not in {"Yes", "No"}
