"""In which language a question is put, as far as the bot has to know."""

import re
from collections.abc import Collection
from functools import cache

from bot.language.english import plain
from bot.language.foreign import languages
from bot.language.word_tables import table, word_list

ENGLISH = "en"

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_ASKED_BY_ONE = 2.0  # what a question word at the beginning counts, in small words
_ENOUGH = 2.0
_AND = {"y", "e", "et", "und", "and", "pero"}
_PARTICLES = {"de", "del", "la", "las", "los", "el", "y", "e", "da", "das", "do", "dos", "di", "du"}
_PARTICLES |= {"der", "van", "von", "le", "al"}  # of names


def language_of(question: str, names: Collection[str] = ()) -> str:
    """ "en", or the code of a language that has a file; "other" for what the bot cannot read.

    Names and a few words are "en".  `names` are the corpus's own: 'El Salvador' is no Spanish.
    """
    letters = [letter for letter in question if letter.isalpha()]
    if sum(not _LATIN.match(letter) for letter in letters) * 2 > len(letters):
        return "other"
    words = [plain(word) for word in _WORD.findall(_without(names, question))]
    if not words:
        return ENGLISH
    if signed := _signed(question):
        return signed
    marks = {tongue: _marks(tongue, words) for tongue in _tongues()}
    best = max(marks, key=lambda tongue: (marks[tongue], tongue == ENGLISH, tongue in languages()))
    if marks[best] < _ENOUGH or marks[ENGLISH] >= marks[best]:
        return ENGLISH
    return best if best in languages() else "other"


def shows_none(question: str, names: Collection[str] = ()) -> bool:
    """'Brekke', 'ferry 2025', '?': nothing tells which language it is."""
    words = [plain(word) for word in _WORD.findall(_without(names, question))]
    return not _signed(question) and not any(words and _marks(t, words) for t in _tongues())


def _signed(question: str) -> str:
    """The language whose marks a question has; "" without."""
    return next((code for code, one in languages().items() if one.signs & set(question)), "")


def _tongues() -> list[str]:
    return [*languages(), *table("tongues")]


def _marks(tongue: str, words: list[str]) -> float:
    """How much speaks for a language: its small words, and its question word at the beginning."""
    foreign = languages().get(tongue)
    if foreign is not None:
        asks, small = foreign.words_of("marks", "asks"), foreign.words_of("marks", "small")
    else:
        asks, small = word_list("tongues", tongue, "asks"), word_list("tongues", tongue, "small")
    opening = words[1:] if words[0] in _AND else words
    asked = any(" ".join(opening[:size]) in asks for size in (1, 2))
    shown = [word for word in words if word in small or (foreign and foreign.has(word))]
    if not asked and tongue != ENGLISH:  # 'Rodrigo de la Vega' is a name
        shown = [word for word in shown if word not in _PARTICLES]
    return asked * _ASKED_BY_ONE + len(shown)


def _without(names: Collection[str], question: str) -> str:
    """The question without the names of several words, and without capitals inside it."""
    folded = plain(question)
    for name in _known(frozenset(names)):
        folded = folded.replace(name, " ")
    inner = {plain(word) for word in _WORD.findall(question)[1:] if word[0].isupper()}
    if question.isupper():
        return folded
    return " ".join(word for word in _WORD.findall(folded) if word not in inner)


@cache
def _known(names: frozenset[str]) -> tuple[str, ...]:
    several = {plain(name) for name in names if " " in name}
    return tuple(sorted(several, key=lambda name: (-len(name), name)))
