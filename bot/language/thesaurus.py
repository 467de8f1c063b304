"""How near words are in meaning, more widely than the families and synonyms of `lexicon` tell.

Each line of `data/thesaurus.txt` has a word, what may stand for it, what is broader or narrower, and what
tells of it: 'put out' for "extinguish", 'vehicle' for "car", 'widow' for "die".  The lines are a graph: two
words are near if one is in the other's line, and the nearer the more neighbours they share.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from bot.language.terms import FUNCTION_WORDS

GRADES = (3.0, 2.0, 1.0)  # of a link: may stand for it, is a kind of it or it of that, tells of it
OWN = 4.0  # of a word to itself
DIRECT = 0.13  # nearness that a link of grade 1 makes for, besides the shared neighbours
LEAST = 0.1  # what is not as near is not near


def prepare() -> None:
    """Read the table now, not when it is first asked for."""
    _lengths()
    expressions()


@lru_cache(maxsize=4096)
def near(word: str) -> Mapping[str, float]:
    """The words and phrases near to one (a lemma, lower case, without accents), and how near, [0.1, 1).

    By the cosine of the neighbourhoods, each word being of its own, and by the link itself.
    """
    links = _links()
    if word not in links:
        return {}
    shared: defaultdict[str, float] = defaultdict(float)
    shared[word] = OWN * OWN
    for other, grade in links[word].items():
        shared[other] += 2 * OWN * grade
        for third, further in links[other].items():
            shared[third] += grade * further
    del shared[word]
    own, lengths = _lengths()[word], _lengths()
    found = {}
    for other, product in shared.items():
        cosine = product / (own * lengths[other])
        link = DIRECT * links[word].get(other, 0.0)
        if (value := 1 - (1 - cosine) * (1 - link)) >= LEAST:
            found[other] = value
    return found


@cache
def expressions() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The entries of several words, by the first: 'lose' -> (('lose', 'life'), …); without those
    that are function words only ('in which')."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for entry in _links():
        words = tuple(entry.split())
        if len(words) > 1 and not FUNCTION_WORDS.issuperset(words):
            found[words[0]].append(words)
    return found


@cache
def _lengths() -> Mapping[str, float]:
    return {
        word: math.sqrt(OWN**2 + sum(grade**2 for grade in others.values()))
        for word, others in _links().items()
    }


@cache
def _links() -> Mapping[str, Mapping[str, float]]:
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    source = files("bot.language").joinpath("data", "thesaurus.txt")
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        head, _, rest = line.partition(": ")
        for grade, part in zip(GRADES, (p.strip() for p in rest.split(";")), strict=True):
            for other in filter(None, part.split(", ")):
                found[head][other] = max(grade, found[head].get(other, 0.0))
                found[other][head] = max(grade, found[other].get(head, 0.0))
    return found
