"""What is known of words before they are read: places, what people are called, words used alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Packed = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything folded, as `english.plain` folds it; digits are 0 in `classes`."""

    places: Mapping[str, str]  # "new york" -> how well known a place: "country", "city 6"
    people: Mapping[str, tuple[str, ...]]  # "maria" -> how common a name: "given 0", "surname 1"
    classes: Mapping[str, tuple[int, ...]]  # the classes a word is in, from coarse to fine
    common: Mapping[str, int]  # words that are written small, the commonest at 0
    longest: int  # words of the longest place
    beginnings: frozenset[str]  # first words of places

    @classmethod
    def unpack(cls, packed: Packed) -> "Lexicon":
        """From lists of words by kind, and the classes of each word, as `pack` gives them."""
        places = {
            name: kind for kind, names in packed["places"].items() for name in names.split("\n")
        }
        people: dict[str, tuple[str, ...]] = {}
        for kind, names in packed["people"].items():
            for name in names.split("\n"):
                people[name] = (*people.get(name, ()), kind)
        words = packed["words"].split("\n")
        classes = dict(zip(words, zip(*packed["classes"], strict=True), strict=True))
        split = [name.split() for name in places]
        return cls(
            places,
            people,
            classes,
            {word: number for number, word in enumerate(packed["common"].split("\n"))},
            max(map(len, split), default=0),
            frozenset(words[0] for words in split),
        )


def pack(
    places: Mapping[str, str],
    people: Sequence[tuple[str, str]],
    classes: Mapping[str, Sequence[int]],
    common: Iterable[str],
) -> dict[str, Any]:
    """What `Lexicon.unpack` reads, in few bytes; `people` are (name, kind), `common` in order."""
    return {
        "places": _by_kind((name, kind) for name, kind in sorted(places.items())),
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
