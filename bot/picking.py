"""Which of several things a short message picks: 'the second one', '2', 'Ana', 'the mayor'."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.language.terms import fold, search_terms

_T = TypeVar("_T")
LONGEST = 6  # words of a message that picks
_PLACES = {
    "first": 0, "1st": 0, "1": 0, "former": 0, "primero": 0, "primera": 0, "primer": 0,
    "second": 1, "2nd": 1, "2": 1, "segundo": 1, "segunda": 1,
    "third": 2, "3rd": 2, "3": 2, "tercero": 2, "tercera": 2,
    "fourth": 3, "4th": 3, "4": 3, "cuarto": 3, "cuarta": 3,
    "fifth": 4, "5th": 4, "5": 4, "quinto": 4, "quinta": 4,
    "last": -1, "latter": -1, "ultimo": -1, "ultima": -1,
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_PLACE = "|".join(_PLACES)
_ALONE = re.compile(
    rf"(?:(?:and|what about|i mean|i meant|no|number|the|y|el|la) )*(?P<place>{_PLACE})"
    r"(?: (?:one|person|question))?(?: please)?"
)
_ONE = re.compile(rf"\bthe (?P<place>{_PLACE}) (?:one|person|man|woman)\b", re.IGNORECASE)
_FILLERS = frozenset(search_terms("mean meant one please yes no of course"))
_ASKING = {"who", "whom", "whose", "what", "which", "when", "where", "why", "how", "did", "does"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things offered."""

    words: str  # what is put in its place: a name, or a whole question
    # Words that may be said for it, surest first: its name, what it is, what is told of it.
    terms: tuple[frozenset[str], ...] = ()  # none: it has only its number


def pick(typed: str, choices: Sequence[Choice]) -> Choice | None:
    """The one choice that a message means; None when it means none, or may mean two."""
    words = [fold(word) for word in _WORD.findall(typed)]
    if not words or len(words) > LONGEST:
        return None
    if found := _ALONE.fullmatch(" ".join(words)):
        return _at(choices, found["place"])
    said = set(search_terms(typed)) - _FILLERS
    if not said or words[0] in _ASKING:
        return None
    for sure in range(max((len(choice.terms) for choice in choices), default=0)):
        fitting = [c for c in choices if len(c.terms) > sure and said <= c.terms[sure]]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def name_members(typed: str, members: Sequence[str]) -> str:
    """'How old is the second one?' with the name of the second member in its place."""

    def replaced(found: re.Match[str]) -> str:
        member = _at(members, fold(found["place"]))
        return member or found[0]

    return _ONE.sub(replaced, typed)


def _at(some: Sequence[_T], place: str) -> _T | None:
    """The member at a place that is told in words; None where there are not so many."""
    number = _PLACES[place]
    return some[number] if -len(some) <= number < len(some) else None
