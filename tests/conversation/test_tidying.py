"""One door for all that is typed in haste, politely or in Spanish."""

import pytest

from bot.conversation.tidying import tidy
from bot.story.spelling import Vocabulary

STORY = Vocabulary.of(
    [
        "Pedro Durán, 60, was released on Thursday.",
        "José Albares is the foreign minister of Spain.",
    ],
    ["Pedro Durán", "José Albares", "Spain"],
)

SAME = ["Who was released?", "When?", "And Albares?", "Tell me about Albares", "Can you swim?"]

TIDIED = {
    "hey, can u tell me wen he was relased pls": "when was he released?",
    "who was released": "who was released?",
    "PEDRO DURAN AGE": "How old is PEDRO DURAN?",
    "alberes foreign minster of which country": "albares is foreign minister of which country?",
    "plese tell me how old durna is": "how old is duran?",
    "¿Cuándo fue liberado Pedro Durán?": "When was Pedro Durán released?",
    "hola, quien es albares": "Who is albares?",
    "¿y cuándo?": "And when?",
}


@pytest.mark.parametrize("question", SAME)
def test_a_tidy_question_stays(question: str) -> None:
    tidied = tidy(question, STORY)

    assert (tidied.text, tidied.language) == (question, "en")


@pytest.mark.parametrize(("typed", "asked"), TIDIED.items())
def test_an_untidy_one_is_made_readable(typed: str, asked: str) -> None:
    assert tidy(typed, STORY).text == asked


def test_the_language_is_that_of_what_was_typed() -> None:
    assert tidy("¿Quién es Albares?", STORY).language == "es"
    assert tidy("Who is José Albares?", STORY).language == "en"


@pytest.mark.parametrize("typed", ["Wer ist Albares?", "Qui est Albares ?", "谁被释放了？"])
def test_other_languages_are_left_alone(typed: str) -> None:
    tidied = tidy(typed, STORY)

    assert (tidied.text, tidied.language) == (typed, "other")
