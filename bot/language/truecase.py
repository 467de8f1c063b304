"""The spelling of the corpus for a hasty question: 'who is ana rota' -> 'Who is Ana Róta'.

The pipeline reads names by their capitals, so this comes before parsing.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from spacy.lang.en.stop_words import STOP_WORDS

from bot.language import lexicon
from bot.language.english import plain
from bot.language.name_words import look, place_named
from bot.language.word_tables import word_list

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:-\w+)*")  # "U.S.", "Anna-Lise"; not "'s"
_LONGEST = 7  # words of a name
_SHORTEST_GLUED = 6  # letters: below, words written together are taken for another word
# Names of countries and peoples that are first of all common words.
_COMMON = frozenset(
    {
        "polish",
        "pole",
        "poles",
        "turkey",
        "china",
        "chad",
        "march",
        "may",
        "nice",
        "us",
        "who",
        "sec",
    }
    | {"meta", "target", "visa", "delta"}
)
_ACRONYMS = {"usa": "USA", "uk": "UK", "eu": "EU", "un": "UN", "nato": "NATO", "uae": "UAE"}
_BEFORE_MONTH = frozenset(
    {"in", "since", "until", "till", "by", "last", "next", "of", "this", "early", "late", "mid"}
    | {"before", "after"}
)


def truecase(
    question: str, names: Collection[str], *, ordinary: Collection[str] = frozenset()
) -> str:
    """The question with the names, countries, days and months as the corpus and English write them.

    `names` are the corpus's own; `ordinary` are words it also writes in lower case.  A word that is
    typed with a capital, or belongs to a longer name in the question, may be a name even if it is
    ordinary.  What needs no change comes back as it was.
    """
    text = question.lower() if _is_shouted(question) else question
    typed = list(_WORD.finditer(text))
    spellings = _spellings(frozenset(names))
    out: list[str] = []
    at = i = 0
    while i < len(typed):
        length, spelling = _best(typed, i, spellings, ordinary) or (1, _general(typed, i))
        if spelling is not None:
            out += [text[at : typed[i].start()], spelling]
            at = typed[i + length - 1].end()
        i += length
    result = "".join(out) + text[at:]
    first = next((i for i, letter in enumerate(result) if letter.isalnum()), 0)
    return result[:first] + result[first : first + 1].upper() + result[first + 1 :]


def _is_shouted(question: str) -> bool:
    words = [word for word in _WORD.findall(question) if any(map(str.isalpha, word))]
    return question.isupper() and len(words) > 1


def _best(
    typed: list[re.Match[str]],
    i: int,
    spellings: dict[str, tuple[str, ...]],
    ordinary: Collection[str],
) -> tuple[int, str] | None:
    """How many words from here on are a name, the longest first, and its spelling."""
    for length in range(min(_LONGEST, len(typed) - i), 0, -1):
        words = typed[i : i + length]
        folded = " ".join(plain(word.group()).replace("-", " ") for word in words)
        found = spellings.get(folded)
        if not found or (length == 1 and _is_ordinary(words[0].group(), ordinary)):
            continue
        as_typed = words[0].string[words[0].start() : words[-1].end()]
        return length, as_typed if as_typed in found else found[0]
    return None


def _is_ordinary(word: str, ordinary: Collection[str]) -> bool:
    """A common word that has no capital."""
    if word[:1].isupper():
        return False
    return word in ordinary or word in STOP_WORDS or is_common(word)


@lru_cache(maxsize=10_000)
def is_common(word: str) -> bool:
    """A word the lexicon knows as other than a name: 'will', 'rose', 'assembly'."""
    seen = look(word)
    return bool(
        seen.given == "word"
        or seen.organisation
        or seen.place
        or seen.thing
        or seen.title
        or seen.chain
        or lexicon.families(word)
        or lexicon.event_of(word)
        or lexicon.synonyms(word)
        or lexicon.is_role(word)
        or lexicon.place_type(word)
        or lexicon.organisation_type(word)
    )


def _general(typed: list[re.Match[str]], i: int) -> str | None:
    """The spelling English gives a word wherever it stands; None: as it is."""
    word = typed[i].group()
    if not word.islower():
        return None
    before = typed[i - 1].group().lower() if i else ""
    after = typed[i + 1].group() if i + 1 < len(typed) else ""
    if word == "i":
        return "I"
    if word in _ACRONYMS:
        return _ACRONYMS[word]
    if word == "us":
        return "US" if before == "the" else None
    if re.fullmatch(r"(?:\w\.)+", word):  # "u.s."
        return word.upper() if place_named(word.upper()) else None
    if word in {"march", "may"}:
        dated = before in _BEFORE_MONTH or after.isdigit() or before.isdigit()
        return word.title() if dated else None
    if word in _COMMON:
        return None
    if word in word_list("titles", "calendar", "days") | word_list("titles", "calendar", "months"):
        return word.title()
    named = "-".join(part.capitalize() for part in word.split("-"))
    known = lexicon.is_nationality(named) or place_named(named)
    return named if known and not is_common(word) else _of_two(typed, i)


def _of_two(typed: list[re.Match[str]], i: int) -> str | None:
    """'new' before 'york', and 'york' after it."""
    for first in (i - 1, i):
        pair = typed[max(first, 0) : first + 2]
        if first >= 0 and len(pair) == 2 and place_named(" ".join(w.group().title() for w in pair)):
            return typed[i].group().title()
    return None


@cache
def _spellings(names: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Folded words, and words written together -> how the corpus spells them, best first."""
    found: dict[str, set[str]] = {}
    for name in names:
        for folded, spelling in _parts(name):
            found.setdefault(folded, set()).add(spelling)
    return {
        folded: tuple(sorted(some, key=lambda text: (text.isascii(), text.islower(), text)))
        for folded, some in found.items()
    }


def _parts(name: str) -> Iterator[tuple[str, str]]:
    """The name, and the runs of its words that begin and end with a capital or a figure."""
    words = list(_WORD.finditer(name))
    institution = any(look(word.group()).organisation or look(word.group()).small for word in words)
    for i, first in enumerate(words):
        for j in range(i, len(words)):
            whole = j - i + 1 == len(words)
            if first.group()[0].islower() or words[j].group()[0].islower():
                continue
            if i == j and institution and not whole:
                continue  # "Assembly" alone may be any
            spelling = name[first.start() : words[j].end()]
            folded = [plain(word.group()).replace("-", " ") for word in words[i : j + 1]]
            yield " ".join(folded), spelling
            glued = "".join(folded).replace(" ", "")
            if j > i and len(glued) >= _SHORTEST_GLUED:
                yield glued, spelling
