"""What a single word can be in a name, by its form and the lists of `data/`; nothing of context."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.language.english import plain
from bot.language.lexicon import country_of, is_nationality, is_role, is_title
from bot.language.word_tables import split, table, word_list

_ADDRESS = re.compile(r"[@/\\_]|www\.|\w\.[a-z]{2,4}$")

# Capitals that are no name, wherever they stand.
_NEVER = frozenset(
    {"i", "i'm", "i've", "i'd", "i'll", "ok", "okay", "a.m.", "p.m.", "am", "pm", "a", "an", "this"}
    | {"that", "these", "those", "he", "she", "it", "we", "they", "you", "his", "her", "its", "my"}
    | {"our", "your", "their", "what", "who", "whom", "whose", "which", "when", "where", "why"}
    | {"how", "not", "no", "yes", "if", "but", "or", "so"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """A token's text, looked at once."""

    folded: str
    capital: bool  # begins with a capital letter
    shouted: bool  # two letters or more, all of them capitals
    initial: bool  # "J." or "J"
    numeral: bool  # "II", "IV"; "I" only to its left's eyes
    address: bool  # a file or an address of the net
    people: bool  # no country's, but said of people all the same: "Muslim", "Arabic", "Democrat"
    never: bool  # no name by itself: pronouns, "OK"
    title: bool  # before a person's name
    role: bool  # what a person can be: "Passenger", "Prosecutor"
    chain: bool  # may stand before a title: "Foreign", "Deputy"
    nationality: bool
    calendar: bool
    particle: bool  # joins a person's name: "van", "de"
    small: bool  # joins the name of an organisation or a place: "of", "for"
    organisation: bool  # as the last word: "Party", "University"
    place: bool  # likewise: "Island", "Airport"
    thing: bool  # likewise: "Award", "Treaty"
    given: str  # "m", "f", "any", "word" (also a common word) or ""


@lru_cache(maxsize=50_000)
def look(text: str) -> Word:
    """What `text` can be in a name."""
    folded = plain(text)
    letters = [letter for letter in text if letter.isalpha()]
    capital = text[:1].isupper() or (text[:1] in "'’‘" and text[1:2].isupper())
    return Word(
        folded=folded,
        capital=capital,
        shouted=len(letters) > 1 and all(letter.isupper() for letter in letters),
        initial=capital and len(letters) == 1 and len(text) <= 2 and text not in {"A", "I"},
        numeral=text in {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"},
        address=bool(_ADDRESS.search(text)),
        people=capital and folded.removesuffix("s") in word_list("titles", "forms", "people"),
        never=folded in _NEVER and text != "US" and not (text.isupper() and len(text) > 2),
        title=is_title(folded) and not (len(folded) <= 3 and text.isupper()),
        role=is_role(folded),
        chain=folded in word_list("titles", "titles", "chain"),
        nationality=capital and is_nationality(text) and text not in {"U.S.", "US"},
        calendar=folded in _calendar(),
        particle=folded in word_list("titles", "particles", "person"),
        small=folded in {"of", "for"},
        organisation=folded in word_list("titles", "forms", "organisation"),
        place=folded in word_list("titles", "forms", "place"),
        thing=folded in word_list("titles", "forms", "thing"),
        given=given_name(folded),
    )


@lru_cache(maxsize=10_000)
def place_named(text: str) -> bool:
    """Is it a country, a capital, a continent, or a well-known city or region?"""
    folded = plain(text)
    if country_of(text):
        return not is_nationality(text) or text in {"U.S.", "US"}
    lists = ("continents", "states", "cities")
    return folded in _capitals() or any(folded in word_list("places", name) for name in lists)


@cache
def _capitals() -> frozenset[str]:
    countries = table("countries").values()
    return frozenset(city for words in countries for city in split(words.get("capital", "")))


def organisation_named(text: str) -> bool:
    """Is it a well-known organisation: 'NATO', 'the United Nations', 'Boeing'?"""
    return plain(text).removeprefix("the ") in word_list("places", "organisations")


@cache
def _calendar() -> frozenset[str]:
    lists = ("days", "months", "short")
    return frozenset().union(*(word_list("titles", "calendar", name) for name in lists))


def given_name(folded: str) -> str:
    """'pedro' -> 'm', 'maria' -> 'f', 'kim' -> 'any', 'rose' -> 'word', 'table' -> ''"""
    for kind in ("words", "any", "m", "f"):
        if folded in word_list("given", kind):
            return kind.removesuffix("s")
    return ""
