"""What is so because something was done."""

import pytest

from bot.language.states import deed_of


@pytest.mark.parametrize(("state", "deed"), [("dead", "die"), ("Alive", "survive"), ("red", "")])
def test_a_state_is_known_by_the_deed_that_makes_it_so(state: str, deed: str) -> None:
    assert deed_of(state) == deed
