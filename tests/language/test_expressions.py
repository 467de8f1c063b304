"""Expressions of several words: inflected, apart, and not where their words only meet."""

import pytest
from spacy.language import Language

from bot.language import expressions


@pytest.mark.parametrize(
    ("text", "told", "head"),
    [
        ("Four miners lost their lives.", "lose life", "lost"),
        ("They set mattresses alight.", "set alight", "set"),
        ("The minister was asked to step down.", "step down", "step"),
        ("Where is the head office?", "head office", "office"),
        ("Two men were taken into custody.", "take into custody", "taken"),
    ],
)
def test_an_expression_is_found_inflected_and_apart(
    nlp: Language, text: str, told: str, head: str
) -> None:
    doc = nlp(text)

    assert (told, head) in {(one.text, doc[one.head].text) for one in expressions.find(doc)}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("He put the cat out of the house.", "put out"),
        ("They lost the way, and life went on.", "lose life"),
        ("In which town was it?", "in which"),
    ],
)
def test_words_that_only_meet_are_no_expression(nlp: Language, text: str, other: str) -> None:
    assert other not in {one.text for one in expressions.find(nlp(text))}
