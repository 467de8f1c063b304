"""What is asked of all, or of one among many."""

from collections.abc import Callable

import pytest

from bot.domain import Reply

STORY = """\
Three of the boats do not belong to the club. The winners are Leo Falk, Ana Roe and Ida Holm. Two sailors
are missing, one of them a cook. Mara Lund stayed away from the meeting. The bell is out of danger.
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Do all the boats belong to the club?", "No"),
        ("Is Ana Roe among the winners?", "Yes"),
        ("Is a cook among the missing?", "Yes"),
        ("Did Mara Lund attend the meeting?", "No"),
        ("Is the bell in danger?", "No"),
    ],
)
def test_a_part_of_the_whole_is_told_apart(
    ask: Callable[[str, str], Reply], question: str, verdict: str
) -> None:
    assert ask(STORY, question).short == verdict


@pytest.mark.parametrize(
    "question", ["Is a captain among the missing?", "Did Ana Roe attend the meeting?"]
)
def test_who_is_not_told_of_is_neither_in_nor_out(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert ask(STORY, question).short not in {"Yes", "No"}
