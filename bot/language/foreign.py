"""A language in which questions are read: its words, each with its English, and how they change.

All that is of one language stands in its file, `bot/languages/xx.toml`; `es.toml` explains the
sections.  The order of words is put into English by `into_english`, which expects a language that
asks as Spanish does: question word, verb, subject.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import product
from typing import Any

from bot.errors import BotError
from bot.language import cognates, english_forms
from bot.language.english import plain
from bot.language.english_forms import Verb
from bot.language.english_words import is_english
from bot.language.word_tables import split
from bot.languages import translations

NEEDED = ("marks", "question", "padding", "words", "rules")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or several that are one, in English."""

    english: str
    tag: str  # "question", "noun", "adjective", "verb", "helper", "name", … as in the file
    plural: bool = False
    feminine: bool = False
    form: str = ""  # of verbs: "past", "now", "done", "base", "doing" or "will"
    verb: Verb | None = None
    motion: bool = False  # of verbs: the preposition of an object after it is "to"


@dataclass(frozen=True, eq=False)
class Foreign:
    """A language other than English, by its code: 'es'."""

    code: str
    data: Mapping[str, Any]

    @classmethod
    def of(cls, code: str, data: Mapping[str, Any]) -> "Foreign":
        """What a file holds; BotError names the section that it lacks."""
        if lacking := [section for section in NEEDED if section not in data]:
            raise BotError(f"languages/{code}.toml: [{lacking[0]}] is missing.")
        return cls(code, data)

    def words_of(self, section: str, key: str) -> frozenset[str]:
        """A list of the file, folded; empty if the file has none."""
        return frozenset(split(self.data.get(section, {}).get(key, "")))

    @cached_property
    def signs(self) -> frozenset[str]:
        """Marks that no other language writes: '¿'."""
        return frozenset(self.data["marks"].get("signs", ""))

    @cached_property
    def contractions(self) -> Mapping[str, str]:
        """'del' -> 'de el'"""
        found: Mapping[str, str] = self.data.get("contractions", {})
        return found

    @cached_property
    def idioms(self) -> Mapping[tuple[str, ...], list[str]]:
        """Turns of speech, word by word, and how the same is said plainly."""
        return {
            tuple(words.split()): plainly.split()
            for plainly, forms in self.data.get("idioms", {}).items()
            for words in split(forms)
        }

    @cached_property
    def questions(self) -> Mapping[str, Piece]:
        """Each question word, and phrase."""
        return {
            word: Piece(english, "question", plural=self._is_plural("noun", word))
            for english, forms in self.data["question"].items()
            for word in split(forms)
        }

    @cached_property
    def senses(self) -> Mapping[str, Sequence[Piece]]:
        """Each word, and each phrase, with what it can be."""
        found: dict[str, list[Piece]] = {}
        for word, piece in self._all():
            found.setdefault(word, []).append(piece)
        return found

    def has(self, word: str) -> bool:
        """Is a folded word one of the language, and none that English has?"""
        return word in self.senses and not is_english(word)

    def is_finite(self, word: str) -> bool:
        """Whether its ending makes a word as it is typed a verb: 'anunció', not 'anuncio'."""
        endings = self.data["rules"].get("finite", [])
        return word.lower().endswith(tuple(endings))

    def cognate(self, typed: str) -> Piece | None:
        """What a word that the file does not have means, if English has nearly the same."""
        rules, word = self.data.get("cognates", {}), plain(typed)
        nouns, verbs = rules.get("nouns", []), rules.get("verbs", [])
        told = cognates.verb_like(word, self.data.get("conjugation", []), verbs)
        if told and (len(told.ending) > 1 or self.is_finite(typed)):
            verb = english_forms.verb(told.english)
            plural = self._is_plural("verb", word)
            return Piece(verb.base, "verb", plural=plural, form=told.form, verb=verb)
        if english := cognates.noun_like(word, nouns):
            return Piece(english, "noun")
        for ending in rules.get("plural", []):
            one = re.sub(ending, "", word)
            if one != word and (english := cognates.noun_like(one, nouns)):
                return Piece(english_forms.plural(english), "noun", plural=True)
        return None

    # -- forms

    def _is_plural(self, of: str, word: str) -> bool:
        return bool(re.search(self.data["rules"][f"plural_{of}"], word))

    def _plural(self, word: str) -> str:
        """By the first rule of the file that fits; of a phrase each word."""
        if " " in word:
            return " ".join(map(self._plural, word.split()))
        for pattern, ending in self.data["rules"]["plural"]:
            if re.search(pattern, word):
                return re.sub(pattern, ending, word, count=1)
        return word

    def _agreeing(self, adjective: str) -> list[str]:
        """'rojo' -> 'rojo', 'roja', 'rojos', 'rojas'"""
        for pattern, endings in self.data["rules"]["adjective"]:
            if re.search(pattern, adjective):
                return [re.sub(pattern, ending, adjective) for ending in endings]
        return [adjective, self._plural(adjective)]

    def _all(self) -> Iterator[tuple[str, Piece]]:
        data = self.data
        for section in ("phrases", "words"):
            for tag, text in data.get(section, {}).items():
                yield from self._of_tag(tag, text)
        for english, forms in data.get("helpers", {}).items():
            for word in split(forms):
                yield word, Piece(english, "helper", plural=self._is_plural("verb", word))
        for text in data.get("nouns", {}).values():
            yield from self._nouns(text)
        for text in data.get("adjectives", {}).values():
            for english, word in pairs(text):
                for form in self._agreeing(word):
                    plural = form != word and self._is_plural("noun", form)
                    yield form, Piece(english, "adjective", plural=plural)
        for english, word in pairs(data.get("places", {}).get("list", "")):
            yield word, Piece(english, "name")
        for tag, text in data.get("calendar", {}).items():
            for english, word in pairs(text):
                yield word, Piece(english, tag)
        for english, word in pairs(data.get("verbs", {}).get("list", "")):
            yield from self._verb_forms(english_forms.verb(english), word)

    def _of_tag(self, tag: str, text: str) -> Iterator[tuple[str, Piece]]:
        for english, word in pairs(text):
            yield word, Piece(english, tag, plural=self._is_plural("noun", word))
            if tag == "noun" and self.words_of("rules", "links").isdisjoint(word.split()):
                yield self._plural(word), Piece(english_forms.plural(english), tag, plural=True)

    def _nouns(self, text: str) -> Iterator[tuple[str, Piece]]:
        for english, word in pairs(text):
            one, _, many = english.partition("/")
            feminine = bool(re.search(self.data["rules"]["feminine"], word))
            yield word, Piece(one, "noun", feminine=feminine)
            many = many or english_forms.plural(one)
            yield self._plural(word), Piece(many, "noun", plural=True, feminine=feminine)

    def _verb_forms(self, verb: Verb, infinitive: str) -> Iterator[tuple[str, Piece]]:
        """Every form that a question is likely to hold: by rule, but for those the file gives.

        The words after the infinitive stay: 'dejó el cargo'.  One with the pronoun of a reflexive
        has it before its forms, and nobody suffers it: 'negarse', 'se negó', 'se han negado'.
        """
        infinitive, _, more = infinitive.partition(" ")
        pronoun = self.data["rules"].get("reflexive", "")
        reflexive = bool(pronoun) and infinitive.endswith(pronoun)
        infinitive = infinitive.removesuffix(pronoun) if reflexive else infinitive
        rules, stem = self._conjugated(infinitive)
        irregular = self._irregular.get(infinitive) or self._irregular.get(infinitive + pronoun, "")
        past, now, done, will = f"{irregular};;;".split(";")[:4]
        piece = Piece(
            verb.base, "verb", verb=verb, motion=infinitive in self.words_of("verbs", "motion")
        )
        forms = {
            "past": (split(past) or _with(stem, rules["past"]))
            + _with(stem, rules.get("also", "")),
            "now": split(now) or _with(stem, rules["now"]),
            "will": split(will) or _with(infinitive, rules["will"]),
            "base": [infinitive + pronoun if reflexive else infinitive],
            "doing": _with(stem, rules["doing"]),
        }
        for form, spellings in forms.items():
            for spelling in spellings:
                plural = self._is_plural("verb", spelling)
                before = pronoun if reflexive and form not in {"base", "doing"} else ""
                yield _phrase(before, spelling, more), replace(piece, form=form, plural=plural)
        participle = plain(done.strip()) or stem + rules["done"]
        for helper in split(self.data["rules"].get("perfect", "")) if reflexive else ():
            plural = self._is_plural("verb", helper)
            spelling = _phrase(pronoun, helper, participle, more)
            yield spelling, replace(piece, form="past", plural=plural)
        for spelling in () if reflexive else self._agreeing(participle):
            plural = self._is_plural("noun", spelling)
            feminine = bool(re.search(self.data["rules"]["feminine_adjective"], spelling))
            done_piece = replace(piece, form="done", plural=plural, feminine=feminine)
            yield _phrase(spelling, more), done_piece

    def _conjugated(self, infinitive: str) -> tuple[Mapping[str, Any], str]:
        """By which rules a verb goes, and its stem."""
        for rule in self.data.get("conjugation", []):
            for end in rule["infinitive"]:
                if infinitive.endswith(end):
                    return rule, infinitive.removesuffix(end)
        raise BotError(f"languages/{self.code}.toml: no [[conjugation]] is for '{infinitive}'.")

    @cached_property
    def _irregular(self) -> Mapping[str, str]:
        return {plain(verb): forms for verb, forms in self.data.get("forms", {}).items()}


@cache
def languages() -> Mapping[str, Foreign]:
    """Those that have a file, by their codes."""
    return {code: Foreign.of(code, data) for code, data in translations().items()}


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """'a = b, c; d = e' -> ('a', 'b'), ('a', 'c'), ('d', 'e'); the right side folded"""
    for entry in " ".join(text.split()).split(";"):
        english, _, words = entry.partition("=")
        yield from product([english.strip()], split(words))


def _with(stem: str, endings: str) -> list[str]:
    return [stem + ending for ending in split(endings)]


def _phrase(*words: str) -> str:
    return " ".join(word for word in words if word)
