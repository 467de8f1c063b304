"""Desks on stories of a few sentences, and questions read on their own."""

from collections.abc import Callable
from functools import cache

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.domain import Reply
from bot.questions import Asked
from bot.replies import Replies
from tests.told import desk_of, read, story_of

ANYBODY = "Mara Lund and Leo Falk of the Harbor Union met Tom Ray in Bergen. NSF was there."


@pytest.fixture(scope="session")
def ask(
    nlp: Language, replies: Replies, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, str], Reply]:
    """The reply to a question on a story; each story is opened once."""

    @cache
    def desk(text: str) -> Desk:
        return desk_of(tmp_path_factory.mktemp("story"), nlp, replies, text)

    return lambda text, question: desk(text).ask(question)


@pytest.fixture(scope="session")
def asked(nlp: Language) -> Callable[[str], Asked]:
    """A question as it is understood where Mara Lund, Leo Falk and Tom Ray are known."""
    story = story_of(nlp, ANYBODY)
    return lambda question: read(question, story, nlp)
