"""What of a question a sentence tells, what it does not, and what stands there instead."""

import pytest
from spacy.language import Language

from bot.finding.search import passages
from bot.finding.support import Support, support
from bot.story import Story
from tests.told import read, story_of

TOLD = """\
The red schooner Alma sank near Bergen in March. Captain Ida Thorn did not leave the deck.

The oldest lighthouse of the coast was approved by the council. A heron nested on the pier.
"""


@pytest.fixture(scope="module")
def story(nlp: Language) -> Story:
    return story_of(nlp, TOLD)


def held(story: Story, nlp: Language, question: str) -> Support:
    """The question held against the first sentence of those that share most with it."""
    asked = read(question, story, nlp)
    return support(asked, passages(asked, story)[0], story)


def test_a_question_in_the_words_of_the_sentence_lacks_nothing(story: Story, nlp: Language) -> None:
    found = held(story, nlp, "When did the red schooner Alma sink near Bergen?")

    assert not found.lacks
    assert found.signs["missing words"] == 0
    assert found.signs["links kept"] == 1


@pytest.mark.parametrize(
    ("question", "what", "place"),
    [
        ("When did the red schooner Alma sink near Vardo?", "NAME", "nowhere"),
        ("When did the red schooner Alma sink near the deck?", "NOUN", "beside"),
        ("When did the red schooner Alma sink near the heron?", "NOUN", "near"),
        ("When did the 3 red schooners sink near Bergen?", "NUM", "nowhere"),
    ],
)
def test_a_lacking_word_is_looked_for_elsewhere(
    story: Story, nlp: Language, question: str, what: str, place: str
) -> None:
    (lack,) = held(story, nlp, question).lacks

    assert (lack.what, lack.place) == (what, place)


def test_another_word_in_the_place_of_the_asked_one_is_found(story: Story, nlp: Language) -> None:
    asked = read("When did the blue schooner Alma sink near Bergen?", story, nlp)
    passage = passages(asked, story)[0]

    (lack,) = support(asked, passage, story).lacks

    assert [passage.reading.doc[token].text for token in lack.instead] == ["red"]


@pytest.mark.parametrize(
    ("question", "sign"),
    [
        ("What newest lighthouse of the coast was approved by the council?", "contrary"),
        ("What lighthouse of the coast was rejected by the council?", "contrary"),
        ("When did the red schooner Alma not sink near Bergen?", "asks not of it"),
        ("When didn't the red schooner Alma sink near Bergen?", "asks not of it"),
        ("When did the last red schooner sink near Bergen?", "limits missing"),
    ],
)
def test_what_turns_a_question_round_is_a_sign(
    story: Story, nlp: Language, question: str, sign: str
) -> None:
    assert held(story, nlp, question).signs[sign] == 1


def test_a_question_that_denies_what_the_sentence_denies_is_not_against_it(
    story: Story, nlp: Language
) -> None:
    assert held(story, nlp, "Who did not leave the deck?").signs["asks not of it"] == 0
