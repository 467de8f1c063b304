"""What general English knows of its words: which say the same, which are a kind of which.

All words are lemmas; they are compared lower-cased and without accents.  The lists are the files of
`data/`, each with its source; they are read once, when first asked for.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from bot.language import word_tables
from bot.language.english import plain
from bot.language.word_tables import Words, gathered, split, table

word_list = word_tables.word_list
_CALLING = re.compile(r"(?!(?:con|per|re|in|as|de|sub)sist)(?:[a-z]{3,}[^l]|[a-z]+[aeiol]l)ist")


class Deed(NamedTuple):
    """The verb that a noun holds: 'winner' -> ('win', 'agent')."""

    verb: str
    role: str  # "event", "agent" or "patient"


@dataclass(frozen=True, slots=True)
class Kin:
    """'A is B's brother': what A is to B, what that says of A, and what B is to A."""

    relation: str  # without gender: "sibling"
    gender: str  # "m", "f" or "" when the word does not say
    inverse: str  # without gender: "sibling", "child", …


# -- verbs


def families(lemma: str) -> frozenset[str]:
    """The families a verb is of, by name: 'free', 'let go' -> {'release', …}; none: empty."""
    return _families().get(plain(lemma), frozenset())


def same_family(a: str, b: str) -> bool:
    """Can the two verbs say the same? 'walk free' and 'release'; every verb and itself."""
    return plain(a) == plain(b) or not families(a).isdisjoint(families(b))


def opposite(a: str, b: str) -> bool:
    """Do the verbs speak against each other?  'deny' and 'admit', 'free' and 'detain'.

    Verbs that can say the same are never opposite.  See `undoes` for those that may both be true.
    """
    return not same_family(a, b) and (_linked("opposites", a, b) or undoes(a, b))


def undoes(a: str, b: str) -> bool:
    """Is one the end of what the other began?  'free' and 'detain': both may have happened."""
    return not same_family(a, b) and _linked("reversals", a, b)


def implied_by(lemma: str) -> frozenset[str]:
    """The families of verbs whose deed implies another: 'die' -> {'kill'}"""
    by = table("verbs")["implied"]
    return frozenset(one for family in families(lemma) for one in split(by.get(family, "")))


def phrases(verb: str) -> tuple[str, ...]:
    """The members of several words that begin with a verb, longest first: 'let' -> ('let go', …)"""
    return _phrases().get(plain(verb), ())


def is_speech(lemma: str) -> bool:
    """'say', 'tell', 'tweet'"""
    return plain(lemma) in word_list("verbs", "speech", "members")


def is_undergone(lemma: str) -> bool:
    """'walk free', 'stand trial': the subject is whom others free or try"""
    return plain(lemma) in word_list("verbs", "undergone", "members")


def is_counting(lemma: str) -> bool:
    """'count', 'estimate', 'identify': verbs that tell whose a figure is"""
    return plain(lemma) in word_list("verbs", "counting", "members")


def is_thought(lemma: str) -> bool:
    """'believe', 'hope', 'fear'"""
    return plain(lemma) in word_list("verbs", "thought", "members")


# -- nouns


def event_of(noun: str) -> Deed | None:
    """'capture' -> ('capture', 'event'), 'winner' -> ('win', 'agent'), 'detainee' -> patient"""
    return _deeds().get(plain(noun))


def synonyms(noun: str) -> frozenset[str]:
    """Nouns that can stand for this one, without itself: 'prisoner' -> {'detainee', …}"""
    return _synonyms().get(plain(noun), frozenset())


def covers(general: str, particular: str) -> bool:
    """Is every `particular` a `general`?  'people' covers 'detainee', and each noun itself.

    Either side may be a synonym of a noun in the tables; agents and patients of verbs are persons.
    """
    wanted = {plain(general)} | synonyms(general)
    return not wanted.isdisjoint(_above(plain(particular)))


def kin(noun: str) -> Kin | None:
    """'brother' -> Kin('sibling', 'm', 'sibling')"""
    return _kin().get(plain(noun))


def is_role(noun: str) -> bool:
    """What a person can be or do for a living: 'lawyer', 'prime minister', 'seismologist'."""
    word, deed = plain(noun), event_of(noun)
    is_named = word in word_list("nouns", "roles", "members") or _CALLING.fullmatch(word)
    return bool(is_named or (deed and deed.role != "event"))


def can_be_called(holder: str, asked: str) -> bool:
    """Can the holder of one post be asked for by another?  A president by 'leader', by no other post."""
    posts = _kinds()
    told, wanted = plain(holder), plain(asked)
    if told == wanted:
        return True
    if "leader" not in posts.get(wanted, frozenset()):
        return covers(wanted, told)
    is_post = "leader" in posts.get(told, frozenset()) | synonyms(told) | {told}
    return told in synonyms(wanted) and not is_post


def place_type(noun: str) -> str | None:
    """'town' -> 'settlement', 'prison' -> 'building', 'river' -> 'water'; None: not a place"""
    return _types("places").get(plain(noun))


def organisation_type(noun: str) -> str | None:
    """'newspaper' -> 'media', 'ministry' -> 'government'; None: not an organisation"""
    return _types("organisations").get(plain(noun))


# -- names and times


def is_time(word: str) -> bool:
    """'noon', 'Friday', 'March', '2026'; no word that only a phrase makes a time: 'week'"""
    if word.isdecimal():
        return len(word) == 4
    lists = ("days", "months", "moments")
    return any(plain(word) in word_list("titles", "calendar", name) for name in lists)


def is_title(text: str) -> bool:
    """Before a person's name, not of it: 'Mr.', 'Foreign Minister', 'Gov.'"""
    return title_gender(text) is not None


def title_gender(text: str) -> str | None:
    """'Mrs.' -> 'f', 'Sir' -> 'm', 'President' -> '', 'tanker' -> None"""
    return _titles().get(plain(text))


def country_of(text: str) -> str | None:
    """'Danish', 'Danes', 'Denmark' -> 'Denmark'; 'U.S.', 'Americans' -> 'United States'

    Only as written in English, with a capital: 'polish', 'us' and 'turkey' are none.
    """
    known, word = _countries(), plain(text)
    if not text[:1].isupper() or text == "Us":
        return None
    return known.get(word) or (known.get(word[:-1]) if word.endswith("s") else None)


def is_nationality(text: str) -> bool:
    """'Danish', 'Danes', 'Chilean-Danish', 'U.S.'; not 'Denmark'"""
    known = _nationalities()
    parts = [text] if plain(text) in known else text.split("-")
    folded = [plain(part) for part in parts if part[:1].isupper()]
    return len(folded) == len(parts) and all(
        part in known or part.removesuffix("s") in known for part in folded
    )


# -- the tables


@cache
def _families() -> Words:
    families = table("verbs")["families"].items()
    return gathered((name, split(members)) for name, members in families)


@cache
def _links(name: str) -> Words:
    links = [(a, b) for a, others in table("verbs")[name].items() for b in split(others)]
    return gathered([(a, [b]) for a, b in links] + [(b, [a]) for a, b in links])


def _linked(name: str, a: str, b: str) -> bool:
    links = _links(name)
    return any(not links.get(family, frozenset()).isdisjoint(families(b)) for family in families(a))


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for member in sorted(_families(), key=lambda member: (-len(member.split()), member)):
        first, _, rest = member.partition(" ")
        if rest:
            found.setdefault(first, []).append(member)
    return {first: tuple(members) for first, members in found.items()}


@cache
def _deeds() -> dict[str, Deed]:
    return {
        noun: Deed(verb, role)
        for role in ("event", "patient", "agent")
        for verb, nouns in table("nominals")[role].items()
        for noun in split(nouns)
    }


@cache
def _synonyms() -> Words:
    sets = [split(words) for words in table("nouns")["synonyms"]]
    together = gathered((other, words) for words in sets for other in words)
    return {noun: others - {noun} for noun, others in together.items()}


@cache
def _above(noun: str) -> frozenset[str]:
    """The noun, and all that it is a kind of; a synonym's kinds are its own."""
    kinds = _kinds()
    found = {noun}
    waiting = [noun, *synonyms(noun)]
    seen = set(waiting)
    while waiting:
        for general in kinds.get(waiting.pop(), frozenset()) - seen:
            found.add(general)
            seen.add(general)
            waiting.append(general)
    if is_role(noun) or kin(noun):
        found.add("person")
    return frozenset(found)


@cache
def _kinds() -> Words:
    return gathered((name, split(kinds)) for name, kinds in table("nouns")["kinds"].items())


@cache
def _kin() -> dict[str, Kin]:
    found = {}
    for noun, line in table("nouns")["kin"].items():
        gender = next(word for word in line.split() if word in {"m", "f", "-"})
        relation, inverse = line.split(f" {gender} ")
        found[noun] = Kin(relation, gender.strip("-"), inverse)
    return found


@cache
def _types(name: str) -> dict[str, str]:
    return {noun: kind for kind, nouns in table("nouns")[name].items() for noun in split(nouns)}


@cache
def _titles() -> dict[str, str]:
    titles = table("titles")["titles"]
    return {
        text: gender.removesuffix("any")
        for gender in ("any", "f", "m")
        for title in split(titles[gender])
        for text in (title, title.removesuffix("."))
    }


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for country, words in table("countries").items():
        for text in [country, *split(words.get("people", "")), *split(words.get("also", ""))]:
            found.setdefault(plain(text), country)
    return found


@cache
def _nationalities() -> frozenset[str]:
    countries = table("countries").values()
    return frozenset(word for words in countries for word in split(words.get("people", "")))
