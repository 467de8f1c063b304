"""Places are told from what merely stands behind "in" or "on"."""

import pytest

from bot.language.places import is_place
from tests.told import parsed


@pytest.mark.parametrize("noun", ["charges/NNS/charge", "hopes/NNS/hope", "sanctions/NNS/sanction"])
def test_what_is_not_there_to_stand_in_is_no_place(noun: str) -> None:
    assert not is_place(parsed(f"{noun}>:root")[0])


@pytest.mark.parametrize("noun", ["prisons/NNS/prison", "Madrid/NNP", "harbor/NN"])
def test_buildings_cities_and_harbors_are_places(noun: str) -> None:
    assert is_place(parsed(f"{noun}>:root")[0])
