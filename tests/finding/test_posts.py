"""A post answers only for itself: not for another post, a former one, or that of another body."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from bot.domain import Reply
from bot.finding import posts
from bot.finding.search import passages
from bot.story import Story
from tests.told import read, says, story_of

TOLD = """\
Mara Lund, the foreign minister of Norway, met Leo Falk, the leader of the Chilean opposition, on Monday.

Former President Ada Holm of Peru wrote to Tom Ray, the director of the Harbor Union, on Tuesday.
"""


@pytest.fixture(scope="module")
def story(nlp: Language) -> Story:
    return story_of(nlp, TOLD)


@pytest.mark.parametrize(
    ("question", "post", "is_asked"),
    [
        ("Who is the foreign minister of Norway?", "minister", True),
        ("Who is the minister?", "minister", True),
        ("Who is the prime minister of Norway?", "minister", False),
        ("Who is the leader of the opposition?", "leader", True),
        ("Who is the leader of Chile?", "leader", False),
        ("Who is the president of the opposition?", "leader", False),
        ("Who is the director of the Harbor Union?", "director", True),
        ("Who is the leader of the Harbor Union?", "director", True),
        ("Who is the president of the Harbor Union?", "director", False),
        ("Who is the president of Peru?", "President", False),
        ("Who is the former president of Peru?", "President", True),
    ],
)
def test_a_post_is_the_asked_one_or_it_is_not(
    story: Story, nlp: Language, question: str, post: str, is_asked: bool
) -> None:
    asked = read(question, story, nlp)
    found = [
        posts.is_asked(asked, passage.reading, token, passage.alignment)
        for passage in passages(asked, story)
        for token in passage.reading.doc
        if token.text == post
    ]

    assert posts.asks_for_one(asked)
    assert found == [is_asked]


@pytest.mark.parametrize("question", ["Who is Mara Lund?", "What is the union?", "Who left?"])
def test_other_questions_ask_for_no_post(story: Story, nlp: Language, question: str) -> None:
    assert not posts.asks_for_one(read(question, story, nlp))


def test_a_mayor_who_speaks_of_the_town_is_its_mayor(ask: Callable[[str, str], Reply]) -> None:
    story = "“Without the mill there is no Alta,” said Mayor Ana Roe, whose son runs it."

    assert says(ask(story, "Who is the mayor of Alta?"), "Ana Roe")
