"""The forms of an English word that a regular rule tells."""

from dataclasses import dataclass

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of a verb: 'say', 'said', 'said'."""

    base: str
    past: str
    done: str


def plural(word: str) -> str:
    """'city' -> 'cities'"""
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}s"


def verb(english: str) -> Verb:
    """Of 'say said said' the three, of 'ask for' those by rule."""
    words = english.split()
    if len(words) % 3 == 0:
        size = len(words) // 3
        return Verb(*(" ".join(words[at : at + size]) for at in range(0, len(words), size)))
    first, *rest = words
    moved = " ".join([past(first), *rest])
    return Verb(english, moved, moved)


def past(word: str) -> str:
    """'deny' -> 'denied'"""
    if word.endswith("e"):
        return f"{word}d"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return f"{word[:-1]}ied"
    return f"{word}ed"
