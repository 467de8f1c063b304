"""What "it" and "they" take up from the sentence before."""

import pytest
from spacy.language import Language

from bot.language.antecedents import taken_up


@pytest.mark.parametrize(
    ("before", "sentence", "noun"),
    [
        ("A team of 22 volunteers reached the cave.", "It was led by a teacher.", "team"),
        ("Three boats sank in the port.", "They were built in 1990.", "boats"),
        ("Ana Roe wrote a letter to the mayor.", "It was never sent.", "letter"),
        ("The union rejected the plan.", "It was clear that the talks had failed.", ""),
        ("A teacher saw the fire.", "It was put out in an hour.", "fire"),
        ("A teacher left.", "It was late.", ""),
        ("A team reached the cave.", "They were cold.", ""),
        ("She left the team.", "It won the cup.", ""),
        ("A team reached the cave.", "On Friday the doctor said it was led badly.", ""),
    ],
)
def test_a_pronoun_that_opens_a_sentence_takes_up_what_the_one_before_is_about(
    nlp: Language, before: str, sentence: str, noun: str
) -> None:
    token = next(t for t in nlp(sentence) if t.lower_ in {"it", "they"})
    found = taken_up(token, nlp(before))

    assert (found.text if found is not None else "") == noun
