"""Names of people, places and organisations in a sentence, by capitals, form and context.

The pipeline's own guesses are one signal among them.  Names the article gives in full elsewhere
(`collect`) make the short and the sentence-initial ones known.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from bot.language import english_words, name_chances
from bot.language.english import plain
from bot.language.name_borders import holds_a_verb, is_title, trimmed
from bot.language.name_labels import (
    LABELS,
    OF_PEOPLE,
    SURELY_OF_ORGANISATIONS,
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

# How sure the name tagger has to be of a name, that the article does not overrule it alone; of a
# person's, that no longer name is made of it; that a hyphen joins nothing to it; that it is no title
# ('Dean'); of there being none.  Chosen by cross-validation and on the names of tests/stories.
SURE, SURE_PERSON, SURE_WHOLE, SURE_NO_TITLE, SURELY_NONE = 0.7, 0.6, 0.8, 0.9, 0.95
# What speaks then for a name being somebody's, and for nobody's; see `data/name_weights.toml`.
SOMEBODYS, NOBODYS = 0.6, 1.0
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
    return names


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
            if not is_people(words, start, end) and any(w.capital for w in words[start:end]):
                scores[plain(text)].update(scores_of(doc, words, start, end))
                texts[plain(text)][text] += 1
                seen[plain(text)].update(evidence(doc, words, start, end))
    labels = {name: label_of(total) for name, total in scores.items()}
    labels |= {n: told for n in labels if labels[n] == "MISC" and (told := _told(n, seen[n]))}
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


def _told(name: str, seen: set[str]) -> str | None:
    """What the article says outright that a name's bearer is: 'Rota, 44', 'Lunder, a company'

    Apposed roles do not say it of one word: 'They fined Lunder, a lawyer'.
    """
    if seen & SURELY_OF_PEOPLE or (" " in name and seen & OF_PEOPLE):
        return "PER"
    return "ORG" if seen & SURELY_OF_ORGANISATIONS else None


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
    """What the pipeline sees, and what else capitals, forms and the article make names of."""
    words = [look(token.text) for token in doc]
    loud = _is_loud(doc, words)
    guessed = (trimmed(doc, words, entity) for entity in doc.ents if entity.label_ in LABELS)
    whole = {_with_hyphens(doc, words, *_unpossessed(doc, words, *place)) for place in guessed}
    seen = {
        (start, end)
        for start, end in _apart(whole)
        if any(letter.isalnum() for letter in doc[start:end].text)
        and not _is_only_a_title(doc, words, start, end)
        and not holds_a_verb(doc, words, start, end)
    }
    for start, end in spans(doc, words, known.beginnings):
        inside = {place for place in seen if place[0] < end and start < place[1]}
        if inside and not _goes_before(doc, words, (start, end), inside, known):
            continue
        if is_people(words, start, end) or _is_name(doc, words, start, end, known=known, loud=loud):
            seen = seen - inside | {(start, end)}
    yield from sorted(seen)


def _apart(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The longest of those that have words in common: '[Rota Alta-Vigo]', 'Rota Alta-[Vigo]'"""
    taken: set[int] = set()
    for start, end in sorted(places, key=lambda place: (place[0] - place[1], place)):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            yield start, end


def _is_only_a_title(doc: Doc, words: list[Word], start: int, end: int) -> bool:
    """'[Dean]' may be somebody's name all the same."""
    name = name_chances.of_name(doc, start, end, "PER") >= SURE_NO_TITLE
    return is_title(doc, words, start, end) and not name


def _unpossessed(doc: Doc, words: list[Word], start: int, end: int) -> tuple[int, int]:
    """ "Rota's [Alta]"; but "[King's College]" """
    marks = [i for i in range(start + 1, end - 1) if doc[i].text in POSSESSIVES]
    institution = words[end - 1].organisation or words[end - 1].place
    return (marks[-1] + 1 if marks and not institution else start), end


def _with_hyphens(doc: Doc, words: list[Word], start: int, end: int) -> tuple[int, int]:
    """'[Alta-Rota]' where only half of it was seen; not 'Chilean-[Rota]'"""

    def joins(hyphen: int, other: int) -> bool:
        between = doc[hyphen].text in "-–" and not doc[hyphen].whitespace_
        word, two = words[other], end - start == 1 and doc[other].ent_type_ == "PER"  # 'Rota-Lund'
        is_other = two or word.nationality or word.people or word.title
        return between and word.capital and not is_other

    if name_chances.sure_kind(doc, start, end, SURE_WHOLE):
        return start, end
    while end + 1 < len(doc) and not doc[end - 1].whitespace_ and joins(end, end + 1):
        end += 2
    while start >= 2 and not doc[start - 2].whitespace_ and joins(start - 1, start - 2):
        start -= 2
    return start, end


def _goes_before(
    doc: Doc,
    words: list[Word],
    span: tuple[int, int],
    inside: set[tuple[int, int]],
    known: Known,
) -> bool:
    """Whether a longer name is right where the pipeline sees a part: '[Ana] Rota', 'Bank of [Rota]'.

    Not if it only begins like a sentence ('Thanks [Ana]') or the tagger is sure of a person, but for
    what is no word in use ('Runar [Rota]').
    """
    start, end = span
    if any(a < start or end < b for a, b in inside):
        return False
    is_sure = any(name_chances.of_name(doc, a, b, "PER") >= SURE_PERSON for a, b in inside)
    added = [i for i in range(start, end) if not any(a <= i < b for a, b in inside)]
    if is_sure and any(english_words.place(words[i].folded) is not None for i in added):
        return False
    text = doc[start:end].text
    if known.label(text) or place_named(text):
        return True
    label = label_of(scores_of(doc, words, start, end))
    if label == "PER":
        last = range(max(b for _, b in inside), end)
        return not any(english_words.is_english(words[i].folded) for i in last) and all(
            _can_be_given(doc[i], words[i]) for i in range(start, min(inside)[0])
        )
    return label == "ORG"


def _can_be_given(token: Token, word: Word) -> bool:
    """A word before a surname: 'Ana', 'Ibru'; not 'Thanks', 'P.S.', 'Sportswriter'"""
    if word.given or english_words.is_trade(word.folded):
        return bool(word.given)
    unusual = token.is_alpha and english_words.place(word.folded) is None
    return token.pos_ == "PROPN" or unusual


def _label(doc: Doc, start: int, end: int, known: Known) -> str:
    words = [look(token.text) for token in doc]
    here = scores_of(doc, words, start, end)
    if sure := name_chances.sure_kind(doc, start, end, SURE):
        told = label_of({**here, "MISC": here["MISC"] - SOMEBODYS})
        return told if known.label(doc[start:end].text) in {told, None} else sure
    if is_people(words, start, end):
        return "MISC"
    if _is_nobodys(doc, start, end, known):
        return label_of({**here, "MISC": here["MISC"] + NOBODYS})
    return known.label(doc[start:end].text) or label_of(here)


def _is_nobodys(doc: Doc, start: int, end: int, known: Known) -> bool:
    """'Engineers': the tagger sees nothing in the capital, and it is not short for a longer name.

    Two capitals may well be of a foreign name that it has never met.
    """
    text = doc[start:end].text
    if (
        end - start > 1
        or doc[start].ent_type_
        or (plain(text) not in known.full and known.label(text))
    ):
        return False
    return name_chances.of_none(doc, start, end) >= SURELY_NONE


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
    if is_title(doc, words, start, end):
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
