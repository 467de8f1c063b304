"""Which English words there are, and which of them people use: the list of pyspellchecker."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from spellchecker import SpellChecker

from bot.language.english import plain
from bot.language.lexicon import is_role
from bot.language.name_words import given_name, place_named
from bot.language.word_tables import word_list

COMMON = 30_000  # words; slips in SQuAD questions are mended as well with more, worse with half
NEVER_MEANT = 4  # letters: shorter words are not guessed at from their looks
_SHORTEST = 4  # letters of either part of a trade
REACH = 2  # letters by which a typed word may be longer or shorter than what is meant

# The list is American. How a British word differs, and how it is spelt there; each also with endings.
BRITISH = [
    (re.compile(pattern), spelt)
    for pattern, spelt in (
        (r"(?<=[bdgilmnpv])our(?=$|s|e|i|a|f|h|l)", "or"),  # "favourite"
        (r"(?<=\w\w\w)is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)", "iz"),  # "organise"
        (r"(?<=[al])ys(?=(?:e|ed|es|er|ers|ing)$)", "yz"),  # "analyse"
        (r"(cent|theat|met|lit|fib|calib|spect|lust|sab)re(?=s?$)", r"\1er"),  # not "aftre"
        (r"(cent)re(?=d$)", r"\1ere"),
        (r"(?<=[al])ogue(?=s?$)", "og"),  # "catalogue"
        (r"(?<=[aeiouy][^aeiou][aeiou])ll(?=(?:ed|ing|er|ers|ery)$)", "l"),  # "travelled"
        (r"(?<=\w\w\wa)mme(?=s?$)", "m"),  # "programme"
        (r"(?<=[ef]f)ence(?=s?$)|(?<=lic)ence(?=s?$)", "ense"),  # "defence", "licence"
        (r"(?<=practi)s(?=(?:e|ed|es|ing)$)", "c"),
    )
]


def is_english(word: str) -> bool:
    """Is a folded word spelt rightly?  Many names are: 'maria', 'london'."""
    return word in _counts() or american(word) is not None or word in _british()


def american(word: str) -> str | None:
    """'organisation' -> 'organization'; None when the rules of British spelling do not lead there."""
    rank = _common() if word in _counts() else _counts()  # of two that are written, the usual one
    for pattern, spelt in BRITISH:
        other = pattern.sub(spelt, word, count=1)
        if other != word and other in rank:
            return other
    return None


def place(word: str) -> int | None:
    """The place of a folded word among the common ones, "the" being 0; None: seldom used."""
    return _common().get(word)


@lru_cache(maxsize=10_000)
def is_trade(word: str) -> bool:
    """'sportswriter', 'shipbuilder': a folded word, and what a person can be; no 'Helen'"""
    cuts = range(_SHORTEST, len(word) - _SHORTEST)
    return any(is_role(word[cut:]) and is_english(word[:cut]) for cut in cuts)


@cache
def like(letter: str, length: int) -> Sequence[str]:
    """The common words that begin with a letter and are about so long, no given names or cities."""
    return [word for word in _by_looks().get((letter, length), ()) if not _is_name(word)]


@cache
def _counts() -> Mapping[str, int]:
    """Every word, and how often it was met.  Takes a tenth of a second, so not before it is asked."""
    words = SpellChecker("en").word_frequency.items()
    return {word if word.isascii() else plain(word): count for word, count in words}


@cache
def _british() -> frozenset[str]:
    """Words that differ in their own way: 'cheque'."""
    return word_list("spelling", "british", "words")


@cache
def _common() -> Mapping[str, int]:
    counts = _counts()
    ordered = sorted(counts, key=counts.__getitem__, reverse=True)
    return {word: number for number, word in enumerate(ordered[:COMMON])}


@cache
def _by_looks() -> Mapping[tuple[str, int], Sequence[str]]:
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in _common():
        if len(word) >= NEVER_MEANT and word.isalpha():
            for length in range(len(word) - REACH, len(word) + REACH + 1):
                found[word[0], length].append(word)
    return found


def _is_name(word: str) -> bool:
    return bool(given_name(word)) or place_named(word.capitalize())
