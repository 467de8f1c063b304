"""Quotations, references, descriptions, kin and groups of whole stories, against lists by hand."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from tests.language import entity_gold
from tests.language.entity_gold import Score, Story

STORIES = Path(__file__).parents[1] / "stories"
TASKS = [
    entity_gold.quoted,
    entity_gold.referred,
    entity_gold.described,
    entity_gold.kin,
    entity_gold.grouped,
]


@pytest.fixture(scope="module")
def story(nlp: Language) -> Callable[[str], Story]:
    return cache(lambda stem: entity_gold.load(nlp, STORIES, stem))


@pytest.mark.parametrize("task", TASKS, ids=lambda task: str(task.__name__))
@pytest.mark.parametrize("stem", ["ferry", "strike"])
def test_a_story_is_read_as_a_person_reads_it(
    story: Callable[[str], Story], stem: str, task: Callable[[Story], Score]
) -> None:
    score = task(story(stem))

    assert min(score.precision, score.recall) >= 0.95, str(score)
