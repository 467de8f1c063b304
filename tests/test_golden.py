"""The golden questions are answered right, but for those listed as not yet right."""

from collections.abc import Callable, Mapping
from functools import cache

import pytest

from bot.desk import Desk
from bot.domain import Citation, Reply, Role, Sentence, Source, Words
from tests.golden import STORIES, Golden, faults_on, not_yet, read

QUESTIONS = {story: read(story) for story in STORIES}
NOT_YET = not_yet()

Judge = Callable[[str], Mapping[str, str]]


@pytest.fixture(scope="module")
def judged(desk_on: Callable[[str], Desk]) -> Judge:
    """The faults on a story, all its questions asked once, in order."""
    return cache(lambda story: faults_on(desk_on(story), QUESTIONS[story]))


@pytest.mark.parametrize(
    "golden",
    [golden for questions in QUESTIONS.values() for golden in questions],
    ids=lambda golden: f"{golden.story}-{golden.ask}",
)
def test_the_reply_says_and_cites_what_it_must(golden: Golden, judged: Judge) -> None:
    fault = judged(golden.story)[golden.ask]

    if golden.ask in NOT_YET[golden.story]:
        assert fault, "right now: take it off the list (python -m tests.golden --update)"
    else:
        assert not fault


def test_every_question_stands_once_and_every_listed_one_is_asked() -> None:
    for story, questions in QUESTIONS.items():
        asks = [golden.ask for golden in questions]
        assert len(asks) == len(set(asks))
        assert set(NOT_YET[story]) <= set(asks)


def test_what_cannot_be_answered_is_asked_too() -> None:
    for questions in QUESTIONS.values():
        assert sum(not golden.answerable for golden in questions) >= len(questions) / 6


CITED = Sentence(Source("a", "A", "", None), 1, 1, Role.BODY, 0, 17, "“José is 34,” she")
GOLDEN = Golden("a", "howold", "How old?", True, says=(("34", "x"),), cites=(('"Jose is',),))


@pytest.mark.parametrize(
    ("text", "answered", "cited", "faults"),
    [
        ("He is 34 [1].", True, True, 0),
        ("He is X [1].", True, True, 0),
        ("He is 134 [1].", True, True, 1),
        ("He is 34.", True, False, 1),
        ("He is 34 [1].", False, True, 1),
        ("The story does not say.", False, False, 3),
    ],
)
def test_a_reply_is_judged_by_words_citation_and_whether_it_answers(
    text: str, answered: bool, cited: bool, faults: int
) -> None:
    citations = (Citation(1, CITED),) if cited else ()
    reply = Reply("How old?", "howold", answered, (Words(text),), citations)

    assert len(list(GOLDEN.faults(reply))) == faults
