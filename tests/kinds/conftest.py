"""Questions read on their own."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from bot.questions import Asked
from tests.told import read, story_of

ANYBODY = "Mara Lund and Leo Falk of the Harbor Union met Tom Ray in Bergen. NSF was there."


@pytest.fixture(scope="session")
def asked(nlp: Language) -> Callable[[str], Asked]:
    """A question as it is understood where Mara Lund, Leo Falk and Tom Ray are known."""
    story = story_of(nlp, ANYBODY)
    return lambda question: read(question, story, nlp)
