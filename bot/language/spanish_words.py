"""The words of a Spanish question, each with its English: `data/spanish.toml`."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from bot.language.english import plain
from bot.language.english_words import is_english
from bot.language.lexicon import is_role
from bot.language.word_tables import table, word_list

_TOKEN = re.compile(
    r"[“\"«][^”\"»]+[”\"»]|\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:-[^\W\d_]+)*"
)
_LONGEST = 7  # words of a phrase or a name
_PARTICLES = {"la", "los", "las", "van", "von"}  # inside a name; 'de' before one of them is, too
# After these a participle is a noun: 'los detenidos', 'cuántos heridos'.
_BEFORE_NOUN = {"article", "determiner", "number", "how many", "what"}
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verb:
    """The English forms of a verb: 'say', 'said', 'said'."""

    base: str
    past: str
    done: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or several that are one, in English."""

    english: str
    tag: str  # "question", "noun", "adjective", "verb", "helper", "name", … as in the file
    plural: bool = False
    feminine: bool = False
    form: str = ""  # of verbs: "past", "now", "done", "base", "doing" or "will"
    verb: Verb | None = None
    motion: bool = False  # of verbs: 'a' after it is "to"


def pieces(question: str, names: Collection[str] = ()) -> list[Piece]:
    """The question word by word; names, quoted words and what is unknown stay as typed."""
    text = question.lower() if question.isupper() else question
    tokens = _tokens(text)
    known = {tuple(plain(word) for word in _tokens(name)) for name in names}
    found: list[Piece] = []
    at = 0
    while at < len(tokens):
        size, piece = _next(tokens, at, known, found)
        at += size
        found.append(piece)
    return found


def is_spanish(word: str) -> bool:
    """Is a folded word one of the table, and none that English has?"""
    return word in _words() and not is_english(word)


def _tokens(text: str) -> list[str]:
    """Words, numbers and quotations; 'al' is 'a el', 'del' is 'de el'."""
    return _TOKEN.findall(re.sub(r"\b(a|de)l\b", r"\1 el", text))


def _named(tokens: Sequence[str]) -> Piece:
    return Piece(re.sub(r"\b(a|de) el\b", r"\1l", " ".join(tokens)), "name")


def _next(
    tokens: Sequence[str], at: int, known: Collection[tuple[str, ...]], before: Sequence[Piece]
) -> tuple[int, Piece]:
    """How many tokens from `at` on are one piece, and which."""
    opening = all(piece.tag in {"conjunction", "preposition"} for piece in before)
    folded = tuple(plain(token) for token in tokens[at : at + _LONGEST])
    for size in range(len(folded), 0, -1):
        if folded[:size] in known and (size > 1 or folded[0] not in _words()):
            return size, _named(tokens[at : at + size])
        if size == 1 and tokens[at][0].isupper() and any(folded[0] in name for name in known):
            return 1, _named(tokens[at : at + 1])  # a surname that is also a word
        phrase = " ".join(folded[:size])
        accented = any(letter in tokens[at + size - 1].lower() for letter in "áéíóú")
        if (opening or accented or phrase == "quien") and phrase in _questions():
            return size, _questions()[phrase]
        if size > 1 and phrase in _words():
            return size, _words()[phrase][0]
    size = _capitals(tokens, at)
    if size and (size > 1 or folded[0] not in _words()):
        inner = [plain(token) for token in tokens[at : at + size]]
        if not all(word in _words() or word in _PARTICLES for word in inner):
            first = _words().get(inner[0], [None])[0]
            if size > 1 and first and first.tag == "noun" and is_role(first.english):
                return 1, first  # 'Ministro X'
            return size, _named(tokens[at : at + size])
    return 1, _chosen(tokens[at], before[-1] if before else None)


def _capitals(tokens: Sequence[str], at: int) -> int:
    """How many tokens are a run of capitals, with the particles inside; 0 when not a capital."""
    if not tokens[at][0].isupper() or (at == 0 and plain(tokens[0]) in _words()):
        return 0
    end = size = 1
    while at + size < len(tokens):
        token = tokens[at + size]
        if token[0].isupper():
            end = size + 1
        elif token not in _PARTICLES and not (
            token == "de" and tokens[at + size + 1 :] and tokens[at + size + 1] in _PARTICLES
        ):
            break
        size += 1
    return end


def _chosen(token: str, before: Piece | None) -> Piece:
    """The sense a word has after the word before it."""
    folded = plain(token)
    senses = _words().get(folded)
    if not senses:
        return Piece(token, "number" if token[0].isdigit() else "name")
    is_verb = token.lower().endswith(("ó", "ará", "erá", "irá"))  # 'anunció', not 'anuncio'
    as_noun = before is not None and bool({before.tag, before.english} & _BEFORE_NOUN)
    as_noun = as_noun and not is_verb
    wanted = {"noun", "adjective"} if as_noun else {"verb", "helper"}
    return next((sense for sense in senses if sense.tag in wanted), senses[0])


@cache
def _questions() -> Mapping[str, Piece]:
    return {
        spanish: Piece(english, "question", plural=spanish.endswith("s"))
        for english, forms in table("spanish")["question"].items()
        for spanish in _split(forms)
    }


@cache
def _words() -> Mapping[str, Sequence[Piece]]:
    """Each word, and each phrase, with its senses."""
    found: dict[str, list[Piece]] = {}
    for spanish, piece in _senses():
        found.setdefault(spanish, []).append(piece)
    return found


def _senses() -> Iterator[tuple[str, Piece]]:
    data = table("spanish")
    for tag, text in (*data["phrases"].items(), *data["words"].items()):
        for english, spanish in _pairs(text):
            yield spanish, Piece(english, tag, plural=spanish.endswith("s"))
            if tag == "noun" and " de" not in spanish:
                yield _spanish_plural(spanish), Piece(_plural(english), tag, plural=True)
    for english, forms in data["helpers"].items():
        for spanish in _split(forms):
            yield spanish, Piece(english, "helper", plural=spanish.endswith("n"))
    for text in data["nouns"].values():
        for english, spanish in _pairs(text):
            one, _, many = english.partition("/")
            feminine = spanish.endswith("a")
            yield spanish, Piece(one, "noun", feminine=feminine)
            many = many or _plural(one)
            yield _spanish_plural(spanish), Piece(many, "noun", plural=True, feminine=feminine)
    for text in data["adjectives"].values():
        for english, spanish in _pairs(text):
            for form in _adjective_forms(spanish):
                yield form, Piece(english, "adjective", plural=form.endswith("s"))
    for english, spanish in _pairs(data["places"]["list"]):
        yield spanish, Piece(english, "name")
    for tag in ("days", "months"):
        for english, spanish in _pairs(data["calendar"][tag]):
            yield spanish, Piece(english, tag)
    for english, spanish in _pairs(data["verbs"]["list"]):
        yield from _verb_forms(_verb(english), spanish)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """'a = b, c; d = e' -> ('a', 'b'), ('a', 'c'), ('d', 'e'); the right side folded"""
    for entry in " ".join(text.split()).split(";"):
        english, _, spanish = entry.partition("=")
        yield from product([english.strip()], _split(spanish))


def _split(text: str) -> list[str]:
    return [plain(word.strip()) for word in text.split(",") if word.strip()]


def _spanish_plural(word: str) -> str:
    if " " in word:
        return " ".join(map(_spanish_plural, word.split()))
    if word.endswith("s") and not word.endswith("es"):
        return word
    if word.endswith("z"):
        return f"{word[:-1]}ces"
    return word + ("s" if word[-1] in _VOWELS else "es")


def _adjective_forms(word: str) -> list[str]:
    if word.endswith("o"):
        return [word[:-1] + ending for ending in ("o", "a", "os", "as")]
    if word.endswith(("es", "ol", "an")):  # francés, español, alemán
        return [word, f"{word}a", f"{word}es", f"{word}as"]
    return [word, _spanish_plural(word)]


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}s"


def _verb(english: str) -> Verb:
    words = english.split()
    if len(words) % 3 == 0:
        size = len(words) // 3
        return Verb(*(" ".join(words[at : at + size]) for at in range(0, len(words), size)))
    first, *rest = words
    past = _past(first)
    return Verb(english, " ".join([past, *rest]), " ".join([past, *rest]))


def _past(word: str) -> str:
    if word.endswith("e"):
        return f"{word}d"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return f"{word[:-1]}ied"
    return f"{word}ed"


def _verb_forms(verb: Verb, infinitive: str) -> Iterator[tuple[str, Piece]]:
    """Every form that a question is likely to hold."""
    stem, ar = infinitive[:-2], infinitive.endswith("ar")
    one, many = ("o", "aron") if ar else ("io", "ieron")
    given = {plain(key): text for key, text in table("spanish")["forms"].items()}
    past, now, done = (given.get(infinitive, "") + ";;").split(";")[:3]
    piece = Piece(
        verb.base,
        "verb",
        verb=verb,
        motion=infinitive in word_list("spanish", "verbs", "motion"),
    )
    forms = {
        "past": _split(past) or [stem + one, stem + many],
        "now": _split(now) or [stem + ("a" if ar else "e"), stem + ("an" if ar else "en")],
        "will": [f"{infinitive}a", f"{infinitive}an"],
        "base": [infinitive],
        "doing": [stem + ("ando" if ar else "iendo")],
    }
    forms["past"] += [stem + ("aba" if ar else "ia"), stem + ("aban" if ar else "ian")]
    for form, spellings in forms.items():
        for spelling in spellings:
            yield spelling, replace(piece, form=form, plural=spelling.endswith("n"))
    root = (done.strip() or stem + ("ado" if ar else "ido"))[:-1]
    for ending in ("o", "a", "os", "as"):
        plural, feminine = ending.endswith("s"), ending.startswith("a")
        yield root + ending, replace(piece, form="done", plural=plural, feminine=feminine)
