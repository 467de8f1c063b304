"""What makes the models quick does not change what they say."""

import numpy as np
import pytest
from spacy.language import Language

from bot.language import arithmetic

SENTENCES = ["The ferry sailed on Friday.", "Ferry delayed again", "The captain was rescued."]


def test_weights_laid_by_columns_are_the_same_weights() -> None:
    weights = np.arange(24, dtype="float32").reshape(2, 3, 4)

    laid = arithmetic.turned(weights)

    assert (laid == weights).all()
    assert laid.reshape(6, 4).T.flags.c_contiguous


def test_a_word_forgotten_and_learnt_again_looks_the_same(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [nlp(text).tensor.copy() for text in SENTENCES]
    monkeypatch.setattr(arithmetic, "REMEMBERED", 3)

    again = [nlp(text).tensor for text in SENTENCES * 2]

    for known, vectors in zip(before * 2, again, strict=True):
        assert np.allclose(known, vectors, atol=1e-4)


def test_a_sentence_without_words_is_parsed_among_others(nlp: Language) -> None:
    assert [len(doc) for doc in nlp.pipe(["", "Boats sank.", ""])] == [0, 3, 0]
