"""Which words are near in meaning, and that the table is as its reader expects it."""

from importlib.resources import files

import pytest

from bot.language.terms import fold
from bot.language.thesaurus import near

LINES = [
    line
    for line in files("bot.language")
    .joinpath("data", "thesaurus.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(
    ("one", "other"),
    [("error", "mistake"), ("extinguish", "put out"), ("boss", "executive"), ("spot", "sight")],
)
def test_words_that_say_the_same_are_near_both_ways(one: str, other: str) -> None:
    assert near(one)[other] == pytest.approx(near(other)[one])
    assert near(one)[other] > 0.4


@pytest.mark.parametrize(
    ("one", "nearer", "farther"),
    [("ship", "boat", "harbour"), ("buy", "acquire", "sell"), ("doctor", "physician", "hospital")],
)
def test_what_says_the_same_is_nearer_than_what_is_of_the_same_things(
    one: str, nearer: str, farther: str
) -> None:
    assert near(one).get(nearer, 0.0) > near(one).get(farther, 0.0)


def test_other_things_are_not_near() -> None:
    assert "weather" not in near("minister") and not near("zzyzx")


def test_a_word_has_one_line_of_three_parts_without_repetition() -> None:
    heads = [line.partition(": ")[0] for line in LINES]

    assert heads == sorted(set(heads))
    for line in LINES:
        head, _, rest = line.partition(": ")
        words = [word for part in rest.split(";") for word in part.strip().split(", ") if word]
        assert rest.count(";") == 2 and len({head, *words}) == len(words) + 1, line
        assert fold(line) == line
