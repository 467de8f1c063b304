"""What a question expects is told by its question word and by the noun it asks for."""

import pytest
from spacy.language import Language

from bot.questions.expecting import EVERY, classes
from bot.story import Story
from tests.told import read, story_of


@pytest.fixture(scope="module")
def story(nlp: Language) -> Story:
    return story_of(nlp, "Ranger Ulla Fink found a wolf cub near Arlen on Monday.")


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Was the cub found?", "none"),
        ("Who found the cub?", "who"),
        ("Whom did Fink call?", "who"),
        ("When was it found?", "when"),
        ("How many cubs were found?", "how many"),
        ("How tall is the tower?", "how big"),
        ("How was it found?", "how"),
        ("In which city was it found?", "what noun"),
    ],
)
def test_the_question_word_is_the_second_class(
    story: Story, nlp: Language, question: str, word: str
) -> None:
    found = classes(read(question, story, nlp))

    assert found[:2] == (EVERY, word)
    assert all(name.startswith(f"{word}:") for name in found[2:])


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("In which city was it found?", "what noun:place"),
        ("Which doctor found it?", "what noun:person"),
        ("In what year was it found?", "what noun:year"),
        ("Which newspaper reported it?", "what noun:organisation"),
    ],
)
def test_the_asked_noun_is_the_third(story: Story, nlp: Language, question: str, noun: str) -> None:
    assert classes(read(question, story, nlp))[2:] == (noun,)
