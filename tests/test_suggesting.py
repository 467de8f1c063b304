"""Questions to go on with: about what was told, and never the one that was just asked."""

import pytest

from bot.domain import Reply
from bot.suggesting import next_to

SOME = ("Who is Ann Roe?", "Who is Bo Ek?", "What did Bo Ek say?")


@pytest.mark.parametrize(
    ("asked", "read", "offered"),
    [
        ("Who is Ann Roe?", "", SOME[1:]),
        ("who is roe", "Who is Roe?", SOME[1:]),
        ("¿Quién es Bo?", "Who is Bo?", (SOME[2], SOME[0])),
        ("Who painted it?", "", SOME[:2]),
        ("?", "", SOME[:2]),
    ],
)
def test_the_question_just_asked_is_not_offered_also_not_in_more_words(
    asked: str, read: str, offered: tuple[str, ...]
) -> None:
    reply = Reply(asked, "who", answered=False, parts=(), corrected=read)

    assert next_to(reply, SOME) == offered
