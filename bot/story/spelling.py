"""The spelling a reader meant: 'wen was he arested' -> 'when was he arrested'.

Only words that neither English nor the story knows are touched, and a name only becomes the one
name of the story of which it looks like a slip.  Accents and capitals are left to `truecase`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.language import english_words, truecase
from bot.language.english import plain
from bot.language.name_words import look, place_named
from bot.language.terms import FUNCTION_WORDS, stem
from bot.story import slips
from bot.story.sounds import sound, syllables, undoubled

_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")  # without the "'s" of an owner
SHORTEST = 4  # letters of a word that is corrected by its looks; shorter ones only by the table
LONG = 8  # letters from which two slips are believed
SURE = 6  # letters from which a name bears a slip that changes its sound
SELDOM = 3000  # place among the common words from which one may be a slip for another
RARE = 15_000  # place from which a word that is one letter short of the story's is a slip
UNLIKE = {"a", "o"}  # endings that tell Mario from Maria


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The words of the articles, as far as a hasty question needs them; folded but for the last."""

    counts: Mapping[str, int]  # every word of the articles, and how often it stands there
    names: frozenset[str]  # those that are written with a capital only, in a name
    whole: frozenset[str]  # names of several words, written together
    pairs: frozenset[tuple[str, str]]  # words that stand side by side
    near: Mapping[int, Sequence[str]]  # by length: the words to look through for a typed one
    spellings: frozenset[str]  # the names as they stand in the articles, not folded
    stems: frozenset[str]  # of the words that are no names
    british: Mapping[
        str, str
    ]  # words of the articles, by their American spelling if that is another

    @classmethod
    def of(cls, texts: Iterable[str], names: Collection[str]) -> "Vocabulary":
        """What the sentences of the articles and their names hold."""
        counts: Counter[str] = Counter()
        pairs: set[tuple[str, str]] = set()
        small: set[str] = set()
        for text in texts:
            found = _WORD.findall(text)
            folded = [plain(word) for word in found]
            counts.update(folded)
            pairs.update(pairwise(folded))
            small.update(plain(word) for word in found if word[0].islower())
        named = [[plain(word) for word in _WORD.findall(name)] for name in names]
        inside = {word for words in named for word in words}
        inside |= {word for word in counts if look(word).calendar}
        return cls(
            counts,
            frozenset(inside - small),
            frozenset("".join(words[i:]) for words in named for i in range(len(words) - 1)),
            frozenset(pairs),
            _by_length(word for word in counts.keys() | inside if len(word) >= SHORTEST - 1),
            frozenset(names),
            frozenset(map(stem, small)),
            {other: word for word in sorted(small) if (other := english_words.american(word))},
        )


def correct(question: str, vocabulary: Vocabulary, *, only_names: bool = False) -> str:
    """The question with the slips of its words mended; one without slips comes back as it was.

    With `only_names` no other word is taken for a slip: it may be one of another language.

    What is corrected once is not changed by a second correction.
    """
    once = _corrected(question, vocabulary, only_names=only_names)
    return _corrected(once, vocabulary, only_names=only_names)  # names beside one that is mended


def _corrected(question: str, vocabulary: Vocabulary, *, only_names: bool) -> str:
    words = list(_WORD.finditer(question))
    out: list[str] = []
    at = 0
    for i, word in enumerate(words):
        before = plain(words[i - 1][0]) if i else ""
        after = plain(words[i + 1][0]) if i + 1 < len(words) else ""
        capital = word[0][0].isupper() and i > 0 and not question.isupper()
        meant = _meant(word[0], before, after, vocabulary, capital=capital)
        if only_names and meant and not _of_story(plain(word[0]), meant, vocabulary):
            continue
        if meant and not _in_initials(word):
            out += [question[at : word.start()], _as_typed(word[0], meant)]
            at = word.end()
    return "".join(out) + question[at:]


def _meant(
    word: str, before: str, after: str, vocabulary: Vocabulary, *, capital: bool
) -> str | None:
    """What a word stands for; None when it is right, or nobody knows."""
    typed = plain(word)
    if typed in vocabulary.counts or typed in vocabulary.whole:
        return None
    if (american := english_words.american(typed)) in vocabulary.counts:
        return american
    if british := vocabulary.british.get(american or typed):
        return british
    if named := _sounds_like(typed, before, after, vocabulary):
        return named
    slip = slips.meant_by(typed, before, after)
    if slip and (len(typed) > 1 or before in FUNCTION_WORDS):
        return slip
    if "'" in typed or (_is_english(typed) and typed not in vocabulary.names):
        return _beside(typed, before, after, vocabulary)
    if owner := _owner(typed, after, vocabulary):
        return owner
    if _is_known(typed) or len(typed) < SHORTEST:
        return None
    return _nearest(typed, before, after, vocabulary, capital=capital)


def _of_story(typed: str, meant: str, vocabulary: Vocabulary) -> bool:
    """A name of the story, or the word in its spelling: 'organization' of 'organisation'"""
    american = english_words.american
    return meant in vocabulary.names or (american(typed) or typed) == (american(meant) or meant)


def _sounds_like(typed: str, before: str, after: str, vocabulary: Vocabulary) -> str | None:
    """'corboe' after "fergus" of Fergus Corbo: what sounds alike beside that is no other name."""
    if len(typed) < SHORTEST - 1 or vocabulary.names.isdisjoint((before, after)):
        return None
    near = vocabulary.names.intersection(vocabulary.near.get(len(typed), ()))
    beside = [name for name in near if {(before, name), (name, after)} & vocabulary.pairs]
    alike = [name for name in beside if sound(name) == sound(typed)]
    return alike[0] if len(alike) == 1 else None


def _is_english(typed: str) -> bool:
    return english_words.is_english(typed) or typed in FUNCTION_WORDS or truecase.is_common(typed)


def _is_known(typed: str) -> bool:
    """A given name, a country, a people, a city, a day: whoever types it may well mean it."""
    named = look(typed.capitalize())
    return bool(
        named.given or named.nationality or named.calendar or place_named(typed.capitalize())
    )


def _beside(typed: str, before: str, after: str, vocabulary: Vocabulary) -> str | None:
    """'foreign minster' where the story has "foreign minister", for a word that few people use."""
    place = english_words.place(typed)
    if (place is not None and place < SELDOM) or len(typed) < SHORTEST or "'" in typed:
        return None
    rare = place is None or place > RARE
    for near, _ in _within(typed, vocabulary.near.get(len(typed), ()), 1):
        pairs = {(before, near), (near, after)} & vocabulary.pairs
        near_place = english_words.place(near)
        commoner = near_place is not None and (place is None or 2 * near_place < place)
        if (
            commoner
            and near[0] == typed[0]
            and stem(near) != stem(typed)
            and (any(map(_tells, pairs)) or (rare and _left_out(typed, near)))
        ):
            return near
    return None


def _left_out(typed: str, near: str) -> bool:
    """'minster' for "minister": letters go missing and change places more often than others come."""
    return len(typed) < len(near) or sorted(typed) == sorted(near)


def _tells(pair: tuple[str, str]) -> bool:
    return all(len(word) >= SHORTEST and word not in FUNCTION_WORDS for word in pair)


def _owner(typed: str, after: str, vocabulary: Vocabulary) -> str | None:
    """'webers brother' -> "weber's" """
    name = typed.removesuffix("s")
    if name == typed or not after or after in FUNCTION_WORDS or len(name) < SHORTEST:
        return None
    known = name in vocabulary.names or place_named(name.capitalize())
    return f"{name}'s" if known else None


def _nearest(
    typed: str, before: str, after: str, vocabulary: Vocabulary, *, capital: bool
) -> str | None:
    """The story's word, its name, or the common word that is fewest slips away, in this order.

    Words that go together in the story come first, then the most frequent.  What is close to a name
    but no slip of it may be somebody else's name, and stays; so does what has a capital.
    """
    limit = 2 if len(typed) >= LONG else 1
    near = list(_within(typed, vocabulary.near.get(len(typed), ()), limit))
    beside = {w for w, _ in near if {(before, w), (w, after)} & vocabulary.pairs}
    ordinary = [
        (slips, word[0] != typed[0], word not in beside, -vocabulary.counts[word], word)
        for word, slips in near
        if word not in vocabulary.names and _begins(typed, word, slips)
        if not capital or word in beside
    ]
    if ordinary and min(ordinary)[0] == 1:
        return min(ordinary)[-1]
    named = [(slips, word) for word, slips in near if word in vocabulary.names]
    meant = [(s, w) for s, w in named if _is_slip_of(typed, w, after, vocabulary)]
    if meant:
        best = [word for slips, word in meant if slips == min(meant)[0]]
        return best[0] if len(best) == 1 else None
    if capital or any(slips == 1 for slips, _ in named):
        return None
    if common := _common_word(typed, 1, vocabulary):
        return common
    if ordinary:
        return min(ordinary)[-1]
    return _parted(typed, vocabulary) or (
        _common_word(typed, 2, vocabulary) if limit == 2 else None
    )


def _begins(typed: str, near: str, slips: int) -> bool:
    """The first letter is seldom mistyped, but may be exchanged with the second or left out."""
    if near[0] == typed[0]:
        return True
    moved = near[:2] == typed[1::-1] or near[1:] == typed or near == typed[1:]
    return slips == 1 and (moved or len(typed) >= LONG)


def _common_word(typed: str, limit: int, vocabulary: Vocabulary) -> str | None:
    """The nearest word of everyday English, rather one of the story in another form, and frequent."""
    found = [
        (slips, stem(word) not in vocabulary.stems, english_words.place(word) or 0, word)
        for letter in dict.fromkeys(typed[:2])
        for word, slips in _within(typed, english_words.like(letter, len(typed)), limit)
        if _begins(typed, word, slips)
    ]
    return min(found)[-1] if found else None


def _is_slip_of(typed: str, name: str, after: str, vocabulary: Vocabulary) -> bool:
    """'webber' of Weber, 'bergmen' of Bergman; not 'karen' of Karel, 'silvo' of Silva."""
    shorter, longer = sorted((len(typed), len(name)))
    if typed == name[1:] and shorter >= SURE:
        return True
    if typed[0] != name[0] or shorter < SHORTEST:
        return False
    if shorter > SHORTEST and sorted(typed) == sorted(name):
        return True
    if {typed[-1], name[-1]} == UNLIKE:
        return False
    if undoubled(typed) == undoubled(name) or longer > SURE:
        return True
    if _is_known(name) and not look(name).given:
        return True  # there is no second country of nearly this name
    if after in vocabulary.names and (name, after) in vocabulary.pairs:
        return True  # 'jukio sosa': the surname says who is meant
    return shorter == SURE and syllables(typed) == syllables(name)


def _parted(typed: str, vocabulary: Vocabulary) -> str | None:
    """'politicalprisoners' -> 'political prisoners', if the story has them side by side."""
    for place in range(2, len(typed) - 1):
        if (typed[:place], typed[place:]) in vocabulary.pairs:
            return f"{typed[:place]} {typed[place:]}"
    return None


def _within(typed: str, words: Sequence[str], limit: int) -> Iterator[tuple[str, int]]:
    """Those at no more than `limit` slips, an exchange of neighbours being one."""
    found = extract(typed, words, scorer=OSA.distance, score_cutoff=limit, limit=None)
    return ((near, int(slips)) for near, slips, _ in found)


def _as_typed(typed: str, meant: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return meant.upper()
    return meant[0].upper() + meant[1:] if typed[0].isupper() else meant


def _in_initials(word: re.Match[str]) -> bool:
    """The "U" of 'U.S.', and a letter that stands as a letter"""
    beside = word.string[word.end() : word.end() + 1] + word.string[: word.start()][-1:]
    return len(word[0]) == 1 and (word[0].isupper() or "." in beside or "-" in beside)


def _by_length(words: Iterable[str]) -> Mapping[int, Sequence[str]]:
    """For each length, the words that are two letters shorter to two longer."""
    found: dict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        for length in range(len(word) - 2, len(word) + 3):
            found[length].append(word)
    return found
