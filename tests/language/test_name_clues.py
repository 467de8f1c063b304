"""Names known beforehand are seen however they are cut into words, and only where they are written."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from bot.language.name_clues import Clues
from bot.language.name_lexicon import Lexicon, pack

VOCAB = Vocab()
NAMES = [
    ("rota", "city 1"),
    ("rota times", "media"),
    ("rota's", "eatery"),
    ("al-lund", "party"),
    ("lund", "figure"),
    ("lund", "city 2"),
    ("fair", "company"),
    ("icall", "company"),
    ("ana", "PER:figure"),
]


@pytest.fixture(scope="module")
def read() -> "Reader":
    return Reader()


class Reader:
    """The clues of a word of a sentence, by name, that are of known names."""

    def __init__(self) -> None:
        self.clues: list[str] = []
        packed = pack(NAMES, [("ana", "given 0")], {"the": (0,)}, ["fair", "the"])
        self.reads = Clues(Lexicon.unpack(packed), self.number)

    def number(self, clue: str) -> int:
        self.clues.append(clue)
        return len(self.clues) - 1

    def __call__(self, text: str, word: int) -> set[str]:
        clues = {self.clues[n] for n in self.reads.read(Doc(VOCAB, words=text.split()))[word]}
        return {clue for clue in clues if clue.split()[0] in {"first", "in", "before", "behind"}}


@pytest.mark.parametrize(
    "text", ["a fair price", "by rotation", "Al left", "the Times of Rotas", "I call"]
)
def test_what_is_no_known_name_gives_no_clue(read: Reader, text: str) -> None:
    assert not any(read(text, word) for word in range(len(text.split())))


def test_the_longest_name_is_taken(read: Reader) -> None:
    assert read("the Rota Times said", 1) == {"first media 2", "first media 2 whole"}


@pytest.mark.parametrize("text", ["Al - Lund fled", "al-Lund fled", "Rota 's closed"])
def test_a_name_is_known_however_it_is_cut_into_words(read: Reader, text: str) -> None:
    assert {clue.split()[0] for clue in read(text, 0)} == {"first"}


def test_a_name_of_two_kinds_is_both(read: Reader) -> None:
    assert {"first figure 1", "first city 2 1"} <= read("Lund left", 0)


def test_a_name_beside_another_capital_is_a_part(read: Reader) -> None:
    assert "first city 1 1 part" in read("in Rota Vale", 1)


def test_the_words_beside_a_name_see_it(read: Reader) -> None:
    assert read("from Rota to Lund", 2) == {
        "behind city 1 1",
        "before city 2 1",
        "before figure 1",
    }


def test_a_kind_is_of_a_group(read: Reader) -> None:
    assert {"first PER:figure 1 whole", "first PER 1 whole"} <= read("Ana left", 0)


@pytest.mark.parametrize(
    ("text", "clue"),
    [
        ("Fair is gone", "first company alike word Xx"),
        ("FAIR is gone", "first company alike word X"),
        ("Ana is gone", "first PER:figure alike person Xx"),
        ("Rota is gone", "first city 1 alike nothing Xx"),
    ],
)
def test_a_word_that_is_a_name_may_be_another_thing(read: Reader, text: str, clue: str) -> None:
    assert clue in read(text, 0)
