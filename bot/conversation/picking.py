"""Which of several things a short message picks: 'the second one', '2', 'Ana', 'the mayor'."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from bot.language.foreign import languages
from bot.language.terms import fold, search_terms

_T = TypeVar("_T")
LONGEST = 6  # words of a message that picks
_PLACES = {
    "first": 0, "1st": 0, "1": 0, "former": 0, "second": 1, "2nd": 1, "2": 1, "third": 2, "3rd": 2,
    "3": 2, "fourth": 3, "4th": 3, "4": 3, "fifth": 4, "5th": 4, "5": 4, "last": -1, "latter": -1,
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_OPENERS = ["and", "what about", "i mean", "i meant", "no", "number", "the"]
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
    if found := _alone().fullmatch(" ".join(words)):
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

    places = "|".join(_places())
    one = re.compile(rf"\bthe (?P<place>{places}) (?:one|person|man|woman)\b", re.IGNORECASE)
    return one.sub(replaced, typed)


@cache
def _places() -> Mapping[str, int]:
    """'second' -> 1, in all languages."""
    foreign = {
        word: _PLACES[sense.english]
        for language in languages().values()
        for word, senses in language.senses.items()
        for sense in senses
        if sense.english in _PLACES
    }
    return foreign | _PLACES


@cache
def _alone() -> re.Pattern[str]:
    """A message that is a place and little else: 'the second one, please'"""
    openers = list(_OPENERS)
    for foreign in languages().values():
        openers += [w for w, some in foreign.senses.items() if some[0].english in {"and", "the"}]
    return re.compile(
        rf"(?:(?:{'|'.join(openers)}) )*(?P<place>{'|'.join(_places())})"
        r"(?: (?:one|person|question))?(?: please)?"
    )


def _at(some: Sequence[_T], place: str) -> _T | None:
    """The member at a place that is told in words; None where there are not so many."""
    number = _places()[place]
    return some[number] if -len(some) <= number < len(some) else None
