"""What a text made of a word elsewhere is heard where the word comes again, and nowhere else."""

from collections.abc import Sequence

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from bot.language.name_echoes import Echoes

VOCAB = Vocab()


def sentence(text: str, *names: tuple[int, int, str]) -> Doc:
    doc = Doc(VOCAB, words=text.split())
    doc.set_ents([Span(doc, start, end, label) for start, end, label in names])
    return doc


def heard(word: int, docs: Sequence[Doc]) -> set[str]:
    """By a word of the last sentence."""
    return set(Echoes(docs).clues(docs[-1])[word])


@pytest.mark.parametrize(
    "docs",
    [
        [sentence("Rota left", (0, 1, "PER"))],
        [sentence("They met Rota", (2, 3, "PER")), sentence("Lund left")],
        [sentence("the rota is full"), sentence("Rota left")],
    ],
)
def test_a_word_met_once_hears_nothing(docs: list[Doc]) -> None:
    assert heard(0, docs) == set()


def test_a_word_hears_what_it_is_elsewhere() -> None:
    met = sentence("They met Rota", (2, 3, "PER"))
    again = sentence("Rota left")

    assert {"elsewhere PER", "elsewhere PER sure", "first name PER 1"} <= heard(0, [met, again])
    assert heard(1, [met, again]) == {"behind name PER"}


def test_what_is_no_name_elsewhere_is_heard_too() -> None:
    docs = [sentence("Notes came"), sentence("Notes were lost"), sentence("Notes", (0, 1, "ORG"))]

    assert heard(0, docs) == {"elsewhere no name", "elsewhere no name sure"}


def test_of_a_longer_name_its_part_is_told_apart() -> None:
    docs = [sentence("They met Rota", (2, 3, "PER")), sentence("Ana Rota left")]

    assert "first part PER 1" in heard(1, docs)


def test_the_longest_name_is_heard_however_it_is_written() -> None:
    full = sentence("In New Rota they slept", (1, 3, "LOC"))
    short = sentence("Rota slept", (0, 1, "PER"))
    again = sentence("NEW ROTA was dark")

    assert "in name LOC 2" in heard(1, [full, short, again])
