"""How sure the name tagger is of a name, and of there being none."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Matrix = NDArray[np.floating[Any]]
KINDS = ("PER", "LOC", "ORG")
TAGS = ("O", *(f"{begin}-{kind}" for kind in KINDS for begin in "BI"))
# What may follow what, and begin: a name goes on only where one of its kind stands.
MAY_FOLLOW = np.array([[not b.startswith("I") or a[1:] == b[1:] for b in TAGS] for a in TAGS])
MAY_BEGIN = np.array([not tag.startswith("I") for tag in TAGS])
_HERE = "name chances"


class Chances:
    """Those of each tag for each word of a sentence, reckoned when they are first asked for."""

    def __init__(self, scores: Matrix, follow: Matrix) -> None:
        self._scores, self._follow = scores, follow

    @cached_property
    def by_word(self) -> Matrix:
        """Forward-backward (Rabiner, A Tutorial on Hidden Markov Models, IEEE 1989)."""
        likely = np.exp(self._scores - self._scores.max(axis=1, keepdims=True))
        steps = np.exp(self._follow) * MAY_FOLLOW
        forward, backward = likely * MAY_BEGIN, np.ones_like(likely)
        for i in range(1, len(likely)):
            forward[i] = (forward[i - 1] / forward[i - 1].sum()) @ steps * likely[i]
        for i in reversed(range(len(likely) - 1)):
            ahead = steps @ (likely[i + 1] * backward[i + 1])
            backward[i] = ahead / ahead.sum()
        both = forward * backward
        every: Matrix = both / both.sum(axis=1, keepdims=True)
        return every


def keep(doc: Doc, chances: Chances) -> None:
    """For the rules; what is stored of a sentence is without them."""
    doc.user_data[_HERE] = chances


def of_name(doc: Doc, start: int, end: int, label: str) -> float:
    """The chance of the tag of a name that is least likely: its words', or that it ends there.

    0 if nothing is known, as of a sentence that the tagger has not read.
    """
    chances: Chances | None = doc.user_data.get(_HERE)
    return min(_of_tags(chances.by_word, start, end, label)) if chances else 0.0


def _of_tags(by_word: Matrix, start: int, end: int, label: str) -> Iterator[float]:
    first, inside = TAGS.index(f"B-{label}"), TAGS.index(f"I-{label}")
    yield float(by_word[start, first])
    for i in range(start + 1, end):
        yield float(by_word[i, inside])
    if end < len(by_word):
        yield 1 - float(by_word[end, inside])


def sure_kind(doc: Doc, start: int, end: int, least: float) -> str | None:
    """The kind of name that these words are with that chance, more than a half, or a better one."""
    return next((kind for kind in KINDS if of_name(doc, start, end, kind) >= least), None)


def of_none(doc: Doc, start: int, end: int) -> float:
    """The chance of the word that least looks like a name's; 0 if nothing is known."""
    chances: Chances | None = doc.user_data.get(_HERE)
    return float(chances.by_word[start:end, 0].max()) if chances else 0.0
