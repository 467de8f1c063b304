"""Nouns that are told in one list, however the parse hangs them on each other."""

import pytest
from spacy.tokens import Doc

from bot.language import lists
from tests.told import parsed

EACH_ON_THE_FIRST = parsed(
    "boats/NNS>:root ,/,>tug:punct a/DT>tug:det tug/NN>boats:conj from/IN>Vigo:case Vigo/NNP>tug:nmod "
    "and/CC>crane:cc a~2/DT>crane:det crane/NN>boats:conj"
)
AN_APPOSITION_FIRST = parsed(
    "boats/NNS>:root ,/,>tug:punct tug/NN>boats:appos and/CC>crane:cc crane/NN>tug:conj "
    ",/,>miles:punct miles/NNS>boats:conj"
)
NOT_CLOSED = parsed("boats/NNS>:root ,/,>tug:punct tug/NN>boats:conj")
TWO_CLAUSES = parsed(
    "boats/NNS>sank:nsubj sank/VBD>:root and/CC>hero:cc Ana/NNP>hero:nsubj hero/NN>boats:conj"
)


@pytest.mark.parametrize(
    ("doc", "noun", "found"),
    [
        (EACH_ON_THE_FIRST, 3, ["boats", "tug", "crane"]),
        (AN_APPOSITION_FIRST, 2, ["boats", "tug", "crane"]),
        (AN_APPOSITION_FIRST, 6, ["miles"]),
        (NOT_CLOSED, 2, ["tug"]),
        (TWO_CLAUSES, 0, ["boats"]),
    ],
)
def test_a_list_ends_with_the_noun_behind_and(doc: Doc, noun: int, found: list[str]) -> None:
    assert [token.text for token in lists.around(doc[noun])] == found


def test_a_list_tells_of_as_many_as_it_counts() -> None:
    doc = parsed(
        "two/CD>brothers:nummod brothers/NNS>:root and/CC>waiter:cc a/DT>waiter:det waiter/NN>brothers:conj"
    )

    assert lists.count(doc[1]) == 3
    assert lists.count(doc[4]) == 3
