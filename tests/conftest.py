"""What all tests share: the shipped pipeline, loaded once, and desks on the stories."""

from collections.abc import Callable
from functools import cache

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.domain import Reply
from bot.language import pipeline
from bot.replies import Replies
from tests.golden import STORIES
from tests.told import desk_of


@pytest.fixture(scope="session")
def nlp() -> Language:
    return pipeline.load()


@pytest.fixture(scope="session")
def replies() -> Replies:
    return Replies.load()


@pytest.fixture(scope="session")
def desk_on(nlp: Language, replies: Replies) -> Callable[[str], Desk]:
    """The desk on a story by name, opened once; not to be reloaded."""
    return cache(lambda story: Desk(STORIES[story], nlp, replies))


@pytest.fixture(scope="session")
def ask(
    nlp: Language, replies: Replies, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, str], Reply]:
    """The reply to a question on a story; each story is opened once."""

    @cache
    def desk(text: str) -> Desk:
        return desk_of(tmp_path_factory.mktemp("story"), nlp, replies, text)

    return lambda text, question: desk(text).ask(question)
