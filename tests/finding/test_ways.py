"""Words that answer stand in their sentence as the hole stands in the question."""

import pytest
from spacy.language import Language

from bot.finding.scoring import Features
from bot.finding.search import findings, passages
from bot.finding.ways import FAR, Hole
from tests.told import read, story_of


def signs(nlp: Language, told: str, question: str) -> dict[str, Features]:
    """The ways of each candidate, by its words."""
    story = story_of(nlp, told)
    asked = read(question, story, nlp)
    hole = Hole.of(asked)
    return {
        one.passage.reading.doc[one.candidate.start : one.candidate.end].text: hole.sentence(
            one.passage
        ).signs(one)
        for one in findings(asked, lambda *_: 1.0, passages(asked, story))
    }


def test_the_ways_of_the_answer_are_those_of_the_hole(nlp: Language) -> None:
    found = signs(
        nlp, "Ulla Fink fed a wolf cub from the hills of Arlen.", "What did Ulla Fink feed?"
    )

    assert found["a wolf cub"]["way off"] == 0
    assert found["a wolf cub"]["way to governor"] == 0
    assert found["a wolf cub"]["way same"] == pytest.approx(1)
    assert found["Arlen"]["way same"] < 1


def test_words_of_the_question_lead_nowhere(nlp: Language) -> None:
    found = signs(
        nlp, "Ulla Fink fed a wolf cub from the hills of Arlen.", "What did Ulla Fink feed?"
    )

    assert found["Ulla Fink"]["words outside"] < found["Arlen"]["words outside"]


def test_without_a_word_outside_every_way_is_far(nlp: Language) -> None:
    found = signs(nlp, "The cub slept.", "What is a cub?")

    assert found["The cub"]["way off"] == FAR
    assert found["The cub"]["words outside"] == found["The cub"]["nearest away"] == 0
