"""What is known of words before they are read: known names, what people are called, words used alike."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Packed = Mapping[str, Any]
_AROUND_MARKS = re.compile(r" *([^\w ]) *")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything folded, as `english.plain` folds it; digits are 0 in `classes`."""

    names: Mapping[str, tuple[str, ...]]  # as `key` has them: "new york" -> ("state", "city 3")
    people: Mapping[str, tuple[str, ...]]  # "maria" -> how common a name: "given 0", "surname 1"
    classes: Mapping[str, tuple[int, ...]]  # the classes a word is in, from coarse to fine
    common: Mapping[str, int]  # words that are written small, the commonest at 0

    @classmethod
    def unpack(cls, packed: Packed) -> "Lexicon":
        """From lists of words by kind, and the classes of each word, as `pack` gives them."""
        found: dict[str, tuple[str, ...]] = {}
        for kind, listed in packed["names"].items():
            for name in listed.split("\n"):
                found[name] = (*found.get(name, ()), kind)
        people: dict[str, tuple[str, ...]] = {}
        for kind, names in packed["people"].items():
            for name in names.split("\n"):
                people[name] = (*people.get(name, ()), kind)
        words = packed["words"].split("\n")
        classes = dict(zip(words, zip(*packed["classes"], strict=True), strict=True))
        return cls(
            found,
            people,
            classes,
            {word: number for number, word in enumerate(packed["common"].split("\n"))},
        )


def key(name: str) -> str:
    """'coca - cola', 'coca-cola' -> 'coca-cola': the same however it is cut into words.

    No letters are joined: "i can" is no "ican".
    """
    return _AROUND_MARKS.sub(r"\1", name)


def pack(
    names: Iterable[tuple[str, str]],
    people: Sequence[tuple[str, str]],
    classes: Mapping[str, Sequence[int]],
    common: Iterable[str],
) -> dict[str, Any]:
    """What `Lexicon.unpack` reads, in few bytes; names and people with kinds, `common` in order."""
    return {
        "names": _by_kind(sorted({(key(name), kind) for name, kind in names})),
        "people": _by_kind(sorted(people)),
        "common": "\n".join(common),
        "words": "\n".join(classes),
        "classes": [list(column) for column in zip(*classes.values(), strict=True)],
    }


def _by_kind(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for name, kind in pairs:
        found.setdefault(kind, []).append(name)
    return {kind: "\n".join(names) for kind, names in found.items()}
