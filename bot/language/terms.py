"""The terms by which sentences and questions are compared: one function makes both.

Function words are left out, accents and case folded, endings cut by the Porter2 stemmer
(M. F. Porter, "English (Porter2) stemming algorithm", snowballstem.org).
"""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer  # type: ignore[import-untyped]

from bot.language.legible import legible

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?", re.UNICODE)
_UNITED_STATES = re.compile(r"\b(?:U\.\s?S\.(?:\s?A\.)?|USA?|United States(?: of America)?)(?!\w)")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_STEMMER = snowballstemmer.stemmer("english")

# Words that tell nothing of the subject; question words are among them, "not" and numbers are not.
FUNCTION_WORDS = frozenset(
    """
    a an the this that these those there here it its it's he she they we you i him her them us me his
    their our your my hers theirs ours yours mine himself herself itself themselves
    be am is are was were been being do does did done doing have has had having will would shall should
    can could may might must ought
    and or but nor so if then than as of at by for with about into onto through during before after
    to from up down in out on off over under again further
    who whom whose which what when where why how
    s t d ll m re ve don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't
    wouldn't couldn't shouldn't can't cannot i'm i've i'd i'll who's what's where's when's how's
    anybody anyone anything somebody someone something else
    any some each both such according own same too very just also please tell
    """.split()
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents, quotes and dashes straight: 'Muñoz’s' -> "munoz's"."""
    text = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    return "".join(c for c in text if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The term of one word: folded, thousands without comma, stemmed; '2,000' -> '2000'."""
    folded = fold(word)
    if folded[:1].isdigit():
        return folded.replace(",", "")
    return str(_STEMMER.stemWord(folded.removesuffix("'s").removesuffix("'")))


def words(text: str) -> list[str]:
    """The words and numbers of a text, folded, in order; 'U.S.' and 'United States' are 'usa'."""
    text = legible(text).text
    text = _INITIALS.sub(lambda found: found[0].replace(".", ""), _UNITED_STATES.sub("usa", text))
    return [word for found in _WORD.findall(text) if (word := fold(found))]


def search_terms(text: str) -> list[str]:
    """The terms of a sentence or question, in order, repeated as they stand."""
    return [stem(word) for word in words(text) if word not in FUNCTION_WORDS]
