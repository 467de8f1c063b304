"""English words that another language has nearly alike: 'supervisó' is "supervised".

What is made by rule counts only if English has it, a short one among its common words, so that a
word of neither language stays as it was typed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.language import english_words


@dataclass(frozen=True, slots=True)
class Told:
    """What a verb form is taken for."""

    english: str
    form: str  # "past", "doing", "done" or "will"
    ending: str  # the letters that told it


_LONG = 8  # letters by which even a rare word is no chance
_SHORTEST = 4  # letters that both words have: less alike they are seldom the same


def noun_like(word: str, endings: Sequence[Sequence[str]]) -> str | None:
    """'autonomia' -> 'autonomy' by ["ia$", "y"]; None when no rule leads to an English word."""
    return next(_common(_changed(word, endings)), None)


def verb_like(
    word: str, conjugations: Sequence[Mapping[str, Any]], endings: Sequence[str]
) -> Told | None:
    """'supervisaron' -> 'supervise', in the past"""
    for rule in conjugations:
        for form in ("past", "also", "doing", "done", "will"):
            for ending in re.split(r",\s*", rule.get(form, "")):
                stem = word.removesuffix(ending)
                if form == "will":
                    stem = next((stem.removesuffix(i) for i in rule["infinitive"] if i in stem), "")
                if not ending or stem == word:
                    continue
                english = next(_common(stem + more for more in endings), None)
                if english:
                    return Told(english, "past" if form == "also" else form, ending)
    return None


def _changed(word: str, endings: Sequence[Sequence[str]]) -> Iterator[str]:
    for pattern, ending in endings:
        if re.search(pattern, word):
            yield re.sub(pattern, ending, word)


def _common(words: Iterator[str]) -> Iterator[str]:
    return (word for word in words if _is_likely(word))


def _is_likely(word: str) -> bool:
    usual = len(word) >= _SHORTEST and english_words.place(word) is not None
    return usual or (len(word) >= _LONG and english_words.is_english(word))
