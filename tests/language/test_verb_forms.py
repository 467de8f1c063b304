"""The verbs of irregular forms; those of two verbs, and those by rule, are left to the lemmatizer."""

import pytest
from spacy.language import Language

from bot.language.verb_forms import verb_of


@pytest.mark.parametrize(
    "form", ["", "found", "lay", "walked", "underbrush", "retold story", "with"]
)
def test_no_verb_is_made_up(form: str) -> None:
    assert verb_of(form) is None


@pytest.mark.parametrize(
    ("form", "verb"),
    [("fled", "flee"), ("wept", "weep"), ("upheld", "uphold"), ("retook", "retake")],
)
def test_an_irregular_form_is_of_its_verb(form: str, verb: str) -> None:
    assert verb_of(form) == verb


def test_the_lemma_of_an_irregular_form_is_its_verb(nlp: Language) -> None:
    assert [t.lemma_ for t in nlp("The driver fled to Rota.")][2] == "flee"
