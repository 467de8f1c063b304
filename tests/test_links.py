"""Links carry a question or name an article, in what Telegram lets a link carry."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import links
from bot.links import Link


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
def test_a_question_comes_back_as_it_was_or_is_too_long_for_a_link(question: str) -> None:
    payload = links.to_question(question)

    if payload is None:
        assert len(question.encode()) > 47
        payload = links.to_kept(question)
        assert links.read(payload) == Link(kept=links.digest(question))
    else:
        assert links.read(payload) == Link(question=question)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)


def test_an_article_is_named_whatever_its_stem() -> None:
    payload = links.to_article("nombre con eñe " * 20)

    assert links.read(payload) == Link(article=links.digest("nombre con eñe " * 20))
    assert len(payload) <= 64


@pytest.mark.parametrize(
    "payload", ["", "q", "qé", "q____A", "qa", "kshort", "x1234567890abcdef", "startgroup"]
)
def test_a_payload_that_the_bot_never_made_opens_nothing(payload: str) -> None:
    assert links.read(payload) is None
