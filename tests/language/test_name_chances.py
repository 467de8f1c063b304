"""The chances of names are those of all readings of the sentence, weighed as the tagger weighs them."""

import itertools

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from bot.language import name_chances, pipeline
from bot.language.name_chances import MAY_BEGIN, MAY_FOLLOW, TAGS, Chances, Matrix
from bot.language.names import collect, find


def by_hand(scores: Matrix, follow: Matrix) -> Matrix:
    """Every way to tag the sentence, one by one."""
    found = np.zeros(scores.shape)
    for path in itertools.product(range(len(TAGS)), repeat=len(scores)):
        if MAY_BEGIN[path[0]] and all(MAY_FOLLOW[step] for step in itertools.pairwise(path)):
            steps = sum(follow[step] for step in itertools.pairwise(path))
            weight = np.exp(sum(scores[i, tag] for i, tag in enumerate(path)) + steps)
            for i, tag in enumerate(path):
                found[i, tag] += weight
    every: Matrix = found / found.sum(axis=1, keepdims=True)
    return every


def test_the_chances_of_a_word_are_those_of_all_readings() -> None:
    dice = np.random.default_rng(1)
    scores, follow = dice.normal(size=(4, len(TAGS))) * 3, dice.normal(size=(len(TAGS),) * 2)

    assert Chances(scores, follow).by_word == pytest.approx(by_hand(scores, follow))


def test_a_name_is_as_sure_as_its_least_sure_word_and_its_end() -> None:
    doc = Doc(Vocab(), words=["Ana", "Rota", "left"])
    scores = np.zeros((3, len(TAGS)))
    scores[0, TAGS.index("B-PER")] = scores[1, TAGS.index("I-PER")] = 9.0
    name_chances.keep(doc, Chances(scores, np.zeros((len(TAGS),) * 2)))

    assert name_chances.of_name(doc, 0, 2, "PER") < 0.9  # "left" may go on with it
    assert name_chances.of_name(doc, 0, 1, "PER") < 0.01
    assert name_chances.sure_kind(doc, 0, 2, 0.6) == "PER"
    assert name_chances.sure_kind(doc, 0, 2, 0.9) is None
    assert name_chances.of_none(doc, 0, 2) < 0.01


def test_of_a_sentence_that_was_not_read_nothing_is_sure() -> None:
    doc = Doc(Vocab(), words=["Ana", "left"])

    assert name_chances.of_name(doc, 0, 1, "PER") == 0
    assert name_chances.of_none(doc, 0, 1) == 0
    assert name_chances.sure_kind(doc, 0, 1, 0.5) is None


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline.load()


def test_the_tagger_remembers_how_sure_it_is(nlp: Language) -> None:
    doc = nlp("They met Maria in London.")

    assert name_chances.sure_kind(doc, 4, 5, 0.8) == "LOC"
    assert name_chances.of_none(doc, 0, 2) > 0.95
    assert name_chances.of_none(doc, 4, 5) < 0.2


def test_the_article_alone_overrules_no_sure_name(nlp: Language) -> None:
    doc = nlp("They live in London.")

    assert [name.label for name in find(doc, {"London": "PER"})] == ["LOC"]
    assert [name.label for name in find(doc, collect([doc]))] == ["LOC"]
