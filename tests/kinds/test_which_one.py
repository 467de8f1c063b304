"""A name that several bear is asked back, with the choices; one that only one bears is not."""

from collections.abc import Callable

import pytest

from bot.domain import Reply

STORY = """\
Judge Ruth Adam freed Max Kern on Monday. Kern's cousin, the painter Otto Kern, wept.

Lawyer Eva Sohl spoke.
"""


@pytest.mark.parametrize(
    "question",
    ["Who is Ruth Adam?", "Who is Adam?", "Who is Otto Kern?", "Who freed Kern?", "Who is Sohl?"],
)
def test_what_is_clear_is_not_asked_back(ask: Callable[[str, str], Reply], question: str) -> None:
    assert ask(STORY, question).kind != "which one"


@pytest.mark.parametrize("question", ["Who is Kern?", "who was kern"])
def test_a_shared_surname_is_asked_back_with_every_choice(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    reply = ask(STORY, question)

    assert (reply.kind, reply.answered, reply.short) == ("which one", False, "")
    assert "Max Kern [1]" in reply.text and "Otto Kern [2]" in reply.text
    assert len(reply.citations) == 2
