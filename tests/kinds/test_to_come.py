"""What is told as still to come has not been done yet."""

from collections.abc import Callable

import pytest

from bot.domain import Reply

STORY = """\
The court will rule on the dam in May. The new bridge is expected to open in June. The council approved the
tunnel. The council will approve another tunnel. The harbor was dredged last year
and will be dredged again in May.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Has the court ruled on the dam?",
        "Has the court already ruled on the dam?",
        "Has the bridge opened yet?",
        "Is the bridge already open?",
    ],
)
def test_what_is_to_come_is_not_done_yet(ask: Callable[[str, str], Reply], question: str) -> None:
    reply = ask(STORY, question)

    assert reply.short == "No"
    assert reply.citations


@pytest.mark.parametrize(
    "question",
    [
        "Has the harbor been dredged?",
        "Has the council approved the tunnel?",
        "Has the mill opened?",
    ],
)
def test_what_is_done_once_more_may_have_been_done(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert ask(STORY, question).short != "No"
