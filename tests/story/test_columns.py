"""What is told of a candidate before any question is asked."""

import numpy as np
import pytest
from spacy.language import Language

from bot.story import Reading
from bot.story.columns import steps
from tests.told import story_of


@pytest.fixture(scope="module")
def reading(nlp: Language) -> Reading:
    return story_of(nlp, "Ranger Ulla Fink found a wolf cub near Arlen in 1987.").readings[0]


def test_each_candidate_has_a_row_and_each_trait_a_value_for_it(reading: Reading) -> None:
    columns, count = reading.columns, len(reading.candidates)

    assert columns.inside.shape == columns.away.shape == (count, len(reading.doc))
    assert {len(values) for values in columns.traits.values()} == {count}


def test_words_inside_are_no_way_off(reading: Reading) -> None:
    columns = reading.columns

    assert ((columns.away == 0) == (columns.inside == 1)).all()
    assert (columns.inside.sum(1) == columns.size).all()


def test_a_year_looks_like_one(reading: Reading) -> None:
    looks = {
        reading.fact(candidate.start, candidate.end).text: look
        for candidate, look in zip(reading.candidates, reading.columns.traits["look"], strict=True)
    }

    assert looks["1987"] == "year"
    assert looks["a wolf cub"] == "small"


def test_steps_go_through_the_parse() -> None:
    """A chain 0 - 1 - 2, with 3 beside it on 0; 4 is a tree of its own."""
    found = steps(np.asarray([0, 0, 1, 0, 4]))

    assert found[2].tolist() == [2, 1, 0, 3, 5]
    assert (found == found.T).all() and found[4].tolist() == [5, 5, 5, 5, 0]
