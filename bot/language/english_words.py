"""Which English words there are, and which of them people use: `data/english.txt`."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from bot.language.name_words import given_name

NEVER_MEANT = 4  # letters: shorter words are not guessed at from their looks
REACH = 2  # letters by which a typed word may be longer or shorter than what is meant


def is_english(word: str) -> bool:
    """Is a folded word spelt rightly?  Many names are: 'maria', 'london'."""
    return word in _all()


def place(word: str) -> int | None:
    """The place of a folded word among the common ones, "the" being 0; None: seldom used."""
    return _common().get(word)


def like(letter: str, length: int) -> Sequence[str]:
    """The common words that begin with a letter and are about so long, no given names."""
    return _by_looks().get((letter, length), ())


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    """The sections of the file, in their order."""
    text = files("bot.language").joinpath("data", "english.txt").read_text(encoding="utf-8")
    sections = re.split(r"^\[(\w+)\]$", text, flags=re.MULTILINE)[1:]
    pairs = zip(sections[::2], sections[1::2], strict=True)
    return {name: words.split() for name, words in pairs}


@cache
def _all() -> frozenset[str]:
    return frozenset(word for words in _lists().values() for word in words)


@cache
def _common() -> Mapping[str, int]:
    return {word: number for number, word in enumerate(_lists()["common"])}


@cache
def _by_looks() -> Mapping[tuple[str, int], Sequence[str]]:
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in _common():
        if len(word) >= NEVER_MEANT and not given_name(word):
            for length in range(len(word) - REACH, len(word) + REACH + 1):
                found[word[0], length].append(word)
    return found
