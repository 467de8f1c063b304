"""Which words speak against each other: 'oldest' and 'newest', 'finite' and 'infinite'."""

from functools import cache, lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from bot.language import lexicon
from bot.language.terms import fold
from bot.language.word_tables import Words, gathered, split, table

SHORTEST = 4  # letters of what is turned: 'cross' is not turned by 'a'


@lru_cache(maxsize=8192)
def against(word: str) -> frozenset[str]:
    """The words that say the contrary of a folded one, made-up ones among them: 'finite' ->
    {'infinite', 'non-finite', …}"""
    return _links().get(word, frozenset()) | _turned(word)


class Forms(NamedTuple):
    """The words of a sentence, folded."""

    words: frozenset[str]  # as they stand, and their lemmas
    verbs: frozenset[str]  # lemmas

    @classmethod
    def of(cls, doc: Doc) -> "Forms":
        words = {form for token in doc for form in (fold(token.text), fold(token.lemma_))}
        verbs = {fold(token.lemma_) for token in doc if token.pos_ == "VERB"}
        return cls(frozenset(words), frozenset(verbs))


def speaks_against(told: Forms, word: Token) -> bool:
    """Whether a sentence has a word that says the contrary of one that it lacks."""
    lemma = fold(word.lemma_)
    if not told.words.isdisjoint(against(lemma) | against(fold(word.text))):
        return True
    return word.pos_ == "VERB" and any(lexicon.opposite(lemma, verb) for verb in told.verbs)


@cache
def _links() -> Words:
    """Each word of the table -> those against it."""
    lines = [[split(side) for side in line.split("/")] for line in table("opposites")["opposites"]]
    both = [*lines, *([other, one] for one, other in lines)]
    return gathered((word, members) for side, members in both for word in side)


def _turned(word: str) -> set[str]:
    """What comes of another beginning or ending."""
    known = table("opposites")
    found = set()
    for turn in split(known["turning"]):
        for mark in ("", "-"):
            if len(word) >= SHORTEST:
                found.add(turn + mark + word)
            found.add(word.removeprefix(turn + mark))
    for line in known["exchanged"]:
        one, other = (split(side) for side in line.split("/"))
        for here, there in ((one, other), (other, one)):
            for begin in here:
                if word.startswith(begin):
                    found.update(end + word.removeprefix(begin) for end in there)
    full, less = split(known["ending"].replace("/", ","))
    for end, other_end in ((full, less), (less, full)):
        if word.endswith(end):
            found.add(word.removesuffix(end) + other_end)
    return {other for other in found if other != word and len(other) >= SHORTEST}
