"""Words speak for the words that they have in common."""

import numpy as np
import pytest
from spacy.language import Language

from bot.finding.rivalry import UNRIVALLED, Rivalry
from bot.finding.scoring import Features
from bot.finding.search import findings, passages
from tests.told import read, story_of


@pytest.fixture(scope="module")
def signs(nlp: Language) -> dict[str, Features]:
    """What is told of each candidate of a sentence, by its words; all as likely."""
    story = story_of(nlp, "The old harbour of Bergen burned on Monday.")
    asked = read("What burned on Monday?", story, nlp)
    found = findings(asked, lambda *_: 1.0, passages(asked, story))
    rivalry = Rivalry.of(found, np.full(len(found), 1 / len(found)))
    return {
        one.passage.reading.doc[one.candidate.start : one.candidate.end].text: rivalry.signs(one)
        for one in found
    }


def test_the_more_rivals_share_words_the_more_is_expected(signs: dict[str, Features]) -> None:
    assert signs["The old harbour"]["expected"] > signs["Monday"]["expected"]
    assert signs["The old harbour"]["support"] > signs["Monday"]["support"]
    assert max(one["expected less"] for one in signs.values()) == 0


def test_longer_and_shorter_rivals_are_told_apart(signs: dict[str, Features]) -> None:
    assert signs["Bergen"]["around"] > signs["Bergen"]["in it"] == 0
    assert signs["The old harbour of Bergen"]["in it"] > signs["Bergen"]["in it"]


def test_a_margin_is_over_the_best_of_its_kind(signs: dict[str, Features]) -> None:
    assert signs["Bergen"]["best inside"] == UNRIVALLED
    assert signs["Bergen"]["best around"] > UNRIVALLED
    assert all(one["here"] == pytest.approx(1) for one in signs.values())


def test_articles_and_marks_do_not_count(signs: dict[str, Features]) -> None:
    assert signs["The old harbour"]["length"] == 2
