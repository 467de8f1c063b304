"""Reads the word lists of `data/`: each file once, when first asked for."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from bot.language.english import plain

Words = Mapping[str, frozenset[str]]


@cache
def table(file: str) -> dict[str, Any]:
    """`data/<file>.toml` as it stands."""
    source = files("bot.language").joinpath("data", f"{file}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def word_list(file: str, *keys: str) -> frozenset[str]:
    """A list of the data files, folded: `word_list("titles", "forms", "place")`."""
    found: Any = table(file)
    for key in keys:
        found = found[key]
    return frozenset(split(found))


def split(words: str) -> list[str]:
    """'Let go,  free' -> ['let go', 'free']"""
    return [plain(" ".join(word.split())) for word in words.split(",") if word.strip()]


def gathered(groups: Iterable[tuple[str, Iterable[str]]]) -> Words:
    """Each member -> the groups it is of."""
    found: dict[str, set[str]] = {}
    for name, members in groups:
        for member in members:
            found.setdefault(member, set()).add(name)
    return {member: frozenset(names) for member, names in found.items()}
