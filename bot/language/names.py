"""Names of people, places and organisations in a sentence, by capitals, form and context.

The pipeline's own guesses are one signal among them.  Names the article gives in full elsewhere
(`collect`) make the short and the sentence-initial ones known.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from bot.language.english import plain
from bot.language.name_labels import (
    LABELS,
    OF_PEOPLE,
    SURELY_OF_PEOPLE,
    Known,
    evidence,
    initials_of,
    label_of,
    scores_of,
)
from bot.language.name_roles import role_of
from bot.language.name_spans import POSSESSIVES, is_initial, is_people, spans
from bot.language.name_words import Word, look, place_named

SHOUTING = 0.85  # share of capitals among the words above which they tell nothing (headlines)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: tokens [start, end), without title, article or possessive."""

    start: int
    end: int
    label: str  # PER, LOC, ORG, or MISC: nationalities, events, works, things
    role: tuple[int, int] | None = None  # tokens of the title or role beside it, if any

    def __len__(self) -> int:
        return self.end - self.start


def find(doc: Doc, known: Mapping[str, str] | None = None) -> list[Name]:
    """The names of one sentence, in order, none inside another.

    `known` are full names of the article with their labels, as `collect` gives them.
    """
    index = _index(tuple((known or {}).items()))
    names = []
    for start, end in _spans(doc, index):
        label = _label(doc, start, end, index)
        role = role_of(doc, start, end) if label == "PER" else None
        names.append(Name(start, end, label, role))
    small = _in_small_letters(doc, names)
    return sorted([*names, *small], key=lambda name: name.start) if small else names


def _in_small_letters(doc: Doc, names: list[Name]) -> list[Name]:
    """Those that the pipeline sees where no capital says so: 'flights to lima'."""
    taken = {i for name in names for i in range(name.start, name.end)}
    return [
        Name(entity.start, entity.end, entity.label_)
        for entity in doc.ents
        if entity.label_ in LABELS
        and not any(token.i in taken or look(token.text).capital for token in entity)
    ]


def collect(docs: Iterable[Doc]) -> dict[str, str]:
    """The names of an article as it writes them, each with its likeliest label.

    All the places where a name stands speak for its label.  A shorter form of a person's full name
    ("Rota" of "Ana Rota") is left to `find`.
    """
    nobody = Known({})
    scores: dict[str, Counter[str]] = defaultdict(Counter)
    texts: dict[str, Counter[str]] = defaultdict(Counter)
    seen: dict[str, set[str]] = defaultdict(set)
    for doc in docs:
        words = [look(token.text) for token in doc]
        for start, end in _spans(doc, nobody):
            text = doc[start:end].text
            if not is_people(words, start, end):
                scores[plain(text)].update(scores_of(doc, words, start, end))
                texts[plain(text)][text] += 1
                seen[plain(text)].update(evidence(doc, words, start, end))
    labels = {name: label_of(total) for name, total in scores.items()}
    labels |= {n: "PER" for n in labels if labels[n] == "MISC" and seen[n] & SURELY_OF_PEOPLE}
    labels |= {
        name: "ORG"
        for name in _beginnings(labels)
        if scores[name]["ORG"] > scores[name]["LOC"] and not seen[name] & OF_PEOPLE
    }
    full = [name for name, label in labels.items() if label == "ORG" and " " in name]
    acronyms = {initials for name in full for initials in initials_of(name)}
    people = [name.split() for name, label in labels.items() if label == "PER"]
    parts = {word for words in people if len(words) > 1 for word in words}
    return {
        max(texts[name], key=lambda text: (texts[name][text], not text.isascii())): label
        for name, label in labels.items()
        if name not in acronyms and (name not in parts or place_named(name.title()))
    }


def _beginnings(labels: Mapping[str, str]) -> Iterator[str]:
    """'calder' of 'Calder Chemical', unless it is a place's name, a given one or in a person's."""
    full = {name: label for name, label in labels.items() if " " in name}
    begin = {name.split()[0] for name, label in full.items() if label == "ORG"}
    people = {word for name, label in full.items() if label == "PER" for word in name.split()}
    for name in (begin - people) & labels.keys():
        if labels[name] in {"PER", "MISC"} and not look(name).given:
            yield name


@lru_cache(maxsize=64)
def _index(known: tuple[tuple[str, str], ...]) -> Known:
    return Known(dict(known))


def _spans(doc: Doc, known: Known) -> Iterator[tuple[int, int]]:
    words = [look(token.text) for token in doc]
    loud = _is_loud(doc, words)
    for start, end in spans(doc, words, known.beginnings):
        if is_people(words, start, end) or _is_name(doc, words, start, end, known=known, loud=loud):
            yield start, end


def _label(doc: Doc, start: int, end: int, known: Known) -> str:
    words = [look(token.text) for token in doc]
    if is_people(words, start, end):
        return "MISC"
    return known.label(doc[start:end].text) or label_of(scores_of(doc, words, start, end))


def _is_loud(doc: Doc, words: list[Word]) -> bool:
    """'Council Votes To Close Harbour': capitals tell nothing here."""
    long = [
        word for token, word in zip(doc, words, strict=True) if len(token) > 3 and token.is_alpha
    ]
    return len(long) > 3 and sum(word.capital for word in long) > SHOUTING * len(long)


def _is_name(
    doc: Doc, words: list[Word], start: int, end: int, *, known: Known, loud: bool
) -> bool:
    text = doc[start:end].text
    if known.label(text) or place_named(text):
        return True
    if all(words[i].title or words[i].chain or words[i].calendar for i in range(start, end)):
        return False
    guessed = any(doc[i].ent_type_ for i in range(start, end))
    if loud:
        return guessed or (end - start > 1 and bool(words[start].given))
    if end - start > 1 or not is_initial(doc, start) or guessed:
        return True
    return doc[start].pos_ == "PROPN" and (
        bool(words[start].given)
        or words[start].shouted
        or end == len(doc)
        or doc[end].pos_ in {"VERB", "AUX", "PUNCT"}
        or doc[end].text in POSSESSIVES
    )
