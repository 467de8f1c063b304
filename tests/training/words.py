"""The words of a treebank sentence, and how they are put in another order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word with its basic dependency; nothing of the enhanced graph."""

    text: str
    lemma: str
    upos: str
    xpos: str
    feats: str  # "Case=Nom|Number=Sing", "" if it has none
    head: int  # position of the head in the sentence, its own for the root
    relation: str  # with subtype: "nsubj:pass"
    space: bool  # whether a space follows
    entity: str | None = None  # "B-PER", "O"; None: nobody has said


# Words with the place they had in the sentence, to which heads still point; new words have places
# below 0.
Pieces = list[tuple[int, Word]]


def joined(pieces: Iterable[tuple[int, Word]]) -> list[Word] | None:
    """The words with heads counted anew; None if a head is gone."""
    pieces = list(pieces)
    places = {old: new for new, (old, _) in enumerate(pieces)}
    if any(word.head not in places for _, word in pieces):
        return None
    return [replace(word, head=places[word.head]) for _, word in pieces]


def branch_of(words: list[Word], top: int) -> list[int]:
    """The places of `top` and of all that hang on it, in order."""
    branch = {top}
    while True:
        more = {place for place, word in enumerate(words) if word.head in branch} - branch
        if not more:
            return sorted(branch)
        branch |= more


def root_of(words: list[Word]) -> int:
    return next(place for place, word in enumerate(words) if word.relation == "ROOT")


def in_sentence(word: Word) -> Word:
    """The first word of a sentence as it is written further on."""
    keep = word.upos == "PROPN" or word.text == "I" or word.text.isupper()
    return word if keep else replace(word, text=word.text.lower())


def capital(word: Word) -> Word:
    return replace(word, text=word.text[0].upper() + word.text[1:])
