"""Which words speak against each other, from the table and by their beginnings and endings."""

import pytest

from bot.language.opposites import Forms, against, speaks_against
from tests.told import parsed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("oldest", "newest"),
        ("small", "large"),
        ("reject", "approve"),
        ("finite", "infinite"),
        ("legal", "illegal"),
        ("violent", "non-violent"),
        ("careful", "careless"),
        ("overpaid", "underpaid"),
        ("multilingual", "monolingual"),
    ],
)
def test_contraries_are_against_each_other(one: str, other: str) -> None:
    assert other in against(one)
    assert one in against(other)


@pytest.mark.parametrize(("one", "other"), [("ship", "boat"), ("old", "old"), ("set", "reset")])
def test_other_words_are_not(one: str, other: str) -> None:
    assert other not in against(one)
    assert one not in against(other)


@pytest.mark.parametrize(
    ("asked", "against_it"),
    [("last/JJ>:root", True), ("approved/VBD/approve>:root", True), ("blue/JJ>:root", False)],
)
def test_a_sentence_speaks_against_a_word_by_any_form_of_its_contrary(
    asked: str, *, against_it: bool
) -> None:
    told = parsed(
        "The/DT>mayor:det first/JJ>mayor:amod mayor/NN>rejected:nsubj rejected/VBD/reject>:root"
    )

    assert speaks_against(Forms.of(told), parsed(asked)[0]) is against_it
