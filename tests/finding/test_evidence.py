"""What speaks for and against one finding: where its words stand, and what stands beside them."""

import pytest
from spacy.language import Language

from bot.finding.evidence import evidence
from bot.finding.scoring import Features
from bot.finding.search import findings, passages
from bot.finding.support import support
from bot.story import Story
from tests.told import read, story_of

TOLD = "The red schooner Alma brought Per Rask to Bergen in 1921. A heron nested on the pier."


@pytest.fixture(scope="module")
def story(nlp: Language) -> Story:
    return story_of(nlp, TOLD)


def signs(story: Story, nlp: Language, question: str, words: str) -> Features:
    """The signs of these words of the sentence that has them."""
    asked = read(question, story, nlp)
    for finding in findings(asked, lambda *_: 1.0, passages(asked, story)):
        candidate, doc = finding.candidate, finding.passage.reading.doc
        if doc[candidate.start : candidate.end].text == words:
            return evidence(asked, finding, support(asked, finding.passage, story))
    raise AssertionError(f"{words} was not found")


def test_words_beside_the_asked_deed_are_nearer_to_it(story: Story, nlp: Language) -> None:
    question = "Whom did the red schooner bring to Bergen?"

    assert signs(story, nlp, question, "Per Rask")["to governor"] == 1
    assert signs(story, nlp, question, "red")["to governor"] > 1


def test_what_stands_in_the_place_of_an_asked_word_conflicts(story: Story, nlp: Language) -> None:
    question = "Whom did the blue schooner bring to Bergen?"

    assert signs(story, nlp, question, "Per Rask")["instead modifier"] == 1
    assert "instead modifier" not in signs(story, nlp, question, "red")  # it is the answer itself


def test_the_rarest_word_that_is_not_told_is_described(story: Story, nlp: Language) -> None:
    found = signs(story, nlp, "Whom did the red schooner bring to Bergen in 1933?", "Per Rask")

    assert found["worst NUM"] == found["worst nowhere"] == found["worst weight"] == 1
    assert found["without worst"] == pytest.approx(1)
    assert found["other numbers"] == 0  # 1921 is a date, no quantity


def test_an_answer_of_the_questions_own_words_is_told(story: Story, nlp: Language) -> None:
    question = "What did the red schooner Alma bring?"

    assert signs(story, nlp, question, "The red schooner Alma")["only inside"] > 0.5
    assert signs(story, nlp, question, "Per Rask")["only inside"] == 0


def test_what_another_sentence_tells_of_the_question_is_counted(
    story: Story, nlp: Language
) -> None:
    question = "What did the red schooner Alma bring to the pier?"
    found = signs(story, nlp, question, "Per Rask")

    assert found["beside"] > 0  # the pier is of the next sentence
    assert found["coverage together"] == pytest.approx(1)
    assert found["coverage elsewhere"] < 0.5
    assert found["ahead"] > 0
