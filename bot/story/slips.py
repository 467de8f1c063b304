"""Slips that a table knows: 'wen' for "when", 'didnt' for "didn't"."""

from collections.abc import Mapping
from functools import cache

from bot.language.word_tables import split, table

_COUNTED = {"a", "the", "of", "in", "per", "each", "one", "first", "second"}
_HELPING = {"is", "was", "did", "does", "has", "had", "will", "would", "can", "could", "should"}


def meant_by(typed: str, before: str, after: str) -> str | None:
    """What a folded word is a slip for, by the words beside it too."""
    slip = _slips().get(typed)
    if slip == "does" and (before in _COUNTED or not after or after in _HELPING):
        return None  # 'the dose', 'which dose did she get'
    return _of_degree(slip, after) if slip == "who" else slip


def _of_degree(slip: str, after: str) -> str:
    """'hwo many' is "how", 'hwo was' is "who"."""
    return "how" if after in {"many", "much", "old", "far", "long", "meny"} else slip


@cache
def _slips() -> Mapping[str, str]:
    found = {
        typed: meant
        for meant, slips in table("spelling")["slips"].items()
        for typed in split(slips)
    }
    whole = split(table("spelling")["apostrophes"]["words"])
    return found | {word.replace("'", ""): word for word in whole}
