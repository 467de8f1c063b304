"""What all tests share: the shipped pipeline, loaded once, and desks on the stories."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.language import pipeline
from bot.replies import Replies

TESTS = Path(__file__).parent
STORIES = {
    "ferry": TESTS / "stories" / "ferry.txt",
    "strike": TESTS / "stories" / "strike.txt",
    "venezuela": TESTS.parent / "corpus" / "venezuela-releases.txt",
}


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
