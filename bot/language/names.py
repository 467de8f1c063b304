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
from bot.language.lexicon import country_of, word_list
from bot.language.name_labels import Known, initials_of, label_of, scores_of
from bot.language.name_roles import role_of
from bot.language.name_words import Word, look, place_named

SHOUTING = 0.85  # share of capitals among the words above which they tell nothing (headlines)
_APOSTROPHES = frozenset({"'", "’"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_OPENERS = frozenset("“\"‘'«:")
_FOLLOWED = frozenset({"of", "for"})


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
    for doc in docs:
        words = [look(token.text) for token in doc]
        for start, end in _spans(doc, nobody):
            text = doc[start:end].text
            if not nationality(words, start, end):
                scores[plain(text)].update(scores_of(doc, words, start, end))
                texts[plain(text)][text] += 1
    labels = {name: label_of(total) for name, total in scores.items()}
    full = [name for name, label in labels.items() if label == "ORG" and " " in name]
    acronyms = {initials for name in full for initials in initials_of(name)}
    people = [name.split() for name, label in labels.items() if label == "PER"]
    parts = {word for words in people if len(words) > 1 for word in words}
    return {
        max(texts[name], key=lambda text: (texts[name][text], not text.isascii())): label
        for name, label in labels.items()
        if name not in acronyms and (name not in parts or place_named(name.title()))
    }


@lru_cache(maxsize=64)
def _index(known: tuple[tuple[str, str], ...]) -> Known:
    return Known(dict(known))


def _label(doc: Doc, start: int, end: int, known: Known) -> str:
    words = [look(token.text) for token in doc]
    if nationality(words, start, end):
        return "MISC"
    return known.label(doc[start:end].text) or label_of(scores_of(doc, words, start, end))


def _spans(doc: Doc, known: Known) -> Iterator[tuple[int, int]]:
    words = [look(token.text) for token in doc]
    if not any(word.capital for word in words):
        return
    loud = _is_loud(doc, words)
    for start, end in _runs(doc, words):
        for a, b in _parts(doc, words, start, end):
            if a < b and (nationality(words, a, b) or _is_name(doc, words, a, b, known, loud)):
                yield a, b


def _is_loud(doc: Doc, words: list[Word]) -> bool:
    """'Council Votes To Close Harbour': capitals tell nothing here."""
    long = [
        word for token, word in zip(doc, words, strict=True) if len(token) > 3 and token.is_alpha
    ]
    return len(long) > 3 and sum(word.capital for word in long) > SHOUTING * len(long)


# -- words that stand together


def _runs(doc: Doc, words: list[Word]) -> Iterator[tuple[int, int]]:
    """Capitals and what joins them: 'President Ana de la Rota', 'Bank of England'."""
    i = 0
    while i < len(doc):
        end = i + 1 if _can_begin(doc, words, i) else _lower_beginning(doc, words, i)
        if end == i:
            i += 1
            continue
        while end < len(doc):
            longer = _joined(doc, words, i, end)
            if longer == end:
                break
            end = longer
        yield i, end
        i = end


def _can_begin(doc: Doc, words: list[Word], i: int) -> bool:
    """A capital that is more than the first of a sentence or of a quotation."""
    word = words[i]
    if not word.capital or word.never or word.address:
        return False
    if not _is_initial(doc, i):
        return True
    if i + 1 < len(doc) and doc[i + 1].text == ":":  # "Photo: …"
        return False
    follows = i + 1 < len(doc) and words[i + 1].capital
    if word.title or word.chain or word.nationality or (word.given and follows):
        return True
    if follows and (words[i + 1].organisation or words[i + 1].place or word.given):
        return True
    if follows and doc[i].pos_ in {"NOUN", "ADJ", "X"} and not doc[i].is_stop:  # "Odd Rota"
        return not (words[i + 1].nationality or words[i + 1].title or words[i + 1].chain)
    return doc[i].pos_ == "PROPN" or place_named(doc[i].text) or bool(doc[i].ent_type_)


def _joined(doc: Doc, words: list[Word], start: int, end: int) -> int:
    """Where the run [start, end) ends with the next capital, if that belongs to it; else `end`."""
    text, word = doc[end].text, words[end]
    if word.capital and not word.never and not word.address:
        return end + 1
    if doc[end].is_digit and end - start == 1 and words[start].place:  # "Gate 4"
        return end + 1
    if word.numeral and (text != "I" or (end + 1 < len(doc) and doc[end + 1].pos_ == "NOUN")):
        return end + 1
    following = end + 1
    if following >= len(doc):
        return end
    capital = words[following].capital and not words[following].never
    if text in "-–" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        return following + 1 if capital else end
    if text == "&" and capital:
        return following + 1
    if text in _POSSESSIVES and capital:  # "King's College", "People's Bank of China"
        last = following
        while last + 1 < len(doc) and words[last + 1].capital:
            last += 1
        institution = words[last].organisation or words[last].place
        return last + 1 if institution and last - start <= 4 else end
    if word.small and _takes_of(words, start, end):
        return _after_of(words, following, end)
    return _after_particles(doc, words, end) or end


def _lower_beginning(doc: Doc, words: list[Word], i: int) -> int:
    """Behind 'bin Rota', 'al-Rota', 'van Rota'; `i` if no name begins so."""
    if words[i].capital or not words[i].particle:
        return i
    hyphen = i + 1 < len(doc) and doc[i + 1].text == "-"
    if not hyphen and words[i].folded not in {"van", "von", "bin", "ibn", "der", "af", "ter"}:
        return i
    return _after_particles(doc, words, i) or i


def _after_particles(doc: Doc, words: list[Word], start: int) -> int | None:
    """Behind the capital that 'de la' Rota or 'al-' Rota leads to."""
    i = start
    while i < len(doc) and words[i].particle and not words[i].capital:
        i += 1 + (i + 1 < len(doc) and doc[i + 1].text == "-")
    found = start < i < len(doc) and words[i].capital and not words[i].never
    return i + 1 if found else None


def _takes_of(words: list[Word], start: int, end: int) -> bool:
    """'University' of, 'Ministry' for, 'Supreme Court' of; not 'President' of."""
    heads = [words[i - 1] for i in range(start + 1, end) if words[i].small] or [words[end - 1]]
    return (heads[0].organisation or heads[0].place) and not any(
        word.title and not word.organisation for word in words[start : end - 1]
    )


def _after_of(words: list[Word], following: int, end: int) -> int:
    if words[following].folded == "the" and following + 1 < len(words):
        following += 1
    if not words[following].capital or words[following].never or words[following].calendar:
        return end
    last = following
    while last + 1 < len(words) and words[last + 1].capital and not words[last + 1].title:
        last += 1
    head = words[end - 1].folded
    if head in {"ministry", "department", "office", "institute", "faculty", "secretary", "school"}:
        while last + 2 < len(words) and words[last + 1].folded in {"and", "&"}:
            if not words[last + 2].capital or place_named(words[last + 2].folded.title()):
                break
            last += 2
            while last + 1 < len(words) and words[last + 1].capital:
                last += 1
    return last + 1


# -- what of a run is the name


def _parts(doc: Doc, words: list[Word], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a run: 'Rotan President Ana Rota' -> 'Rotan', 'Ana Rota'."""
    if place_named(doc[start:end].text) or country_of(doc[start:end].text):
        yield start, end
        return
    institution = end - start > 1 and (words[end - 1].organisation or words[end - 1].place)
    for a, b in _between_dates(words, start, end):
        part = a
        cut = None if institution and b == end else _after_title(doc, words, a, b)
        if cut is not None:
            yield from _trimmed(doc, words, part, _before_title(words, part, cut))
            part = cut
        yield from _trimmed(doc, words, part, b)


def _between_dates(words: list[Word], start: int, end: int) -> Iterator[tuple[int, int]]:
    part = start
    for i in range(start, end):
        if words[i].calendar and not (words[i].given and i + 1 < end):
            if part < i:
                yield part, i
            part = i + 1
    if part < end:
        yield part, end


def _after_title(doc: Doc, words: list[Word], start: int, end: int) -> int | None:
    """Where the name begins after the last title of the run; None without title."""
    for i in range(end - 1, start - 1, -1):
        word = words[i]
        passing = word.role and i + 1 < end and _is_initial(doc, i)  # "Passenger Ana Rota"
        if not (word.title or passing) or doc[i].text in {"St.", "Saint", "San"}:
            continue
        if i + 1 == end or words[i + 1].folded in {"jr", "jr.", "sr", "sr."}:
            if i > start and (word.given or doc[i].ent_type_ == "PER"):
                continue  # "Stephen King"
            return i + 1
        if word.given == "word" and words[i - 1].given and i > start:
            continue  # "Martin Luther King Day"
        return i + 1
    return None


def _before_title(words: list[Word], start: int, cut: int) -> int:
    """Where a name before the title ends: 'National Assembly | Vice President'."""
    end = cut
    while end > start and (words[end - 1].title or words[end - 1].chain):
        end -= 1
    return end


def _trimmed(doc: Doc, words: list[Word], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Without article and possessive, nationalities apart."""
    if start >= end:
        return
    if doc[start].text in {"The", "A", "An"} and not _is_the_of_name(doc, start, end):
        start += 1
    if start > 1 and words[start - 1].small and words[start - 2].title:  # "Secretary of State Roe"
        start += start < end and words[start].folded in word_list("titles", "office")
    while end > start and (doc[end - 1].text in _POSSESSIVES or words[end - 1].small):
        end -= 1
    if start >= end:
        return
    lead = start
    while lead < end and (words[lead].nationality or (doc[lead].text == "-" and lead > start)):
        lead += 1
    if doc[start].text in {"U.S.", "US", "U.K.", "UK", "EU", "UN", "U.N."} and end - start > 1:
        lead = start + 1
    if lead in (start, end):
        yield start, end
        return
    last = words[end - 1]
    if (last.organisation or last.place or last.thing) and (
        end - lead == 1 or last.folded not in word_list("titles", "forms", "bodies")
    ):
        yield start, end  # "British Museum", "American Airlines"
        return
    yield start, lead
    yield lead, end


def _is_the_of_name(doc: Doc, start: int, end: int) -> bool:
    """'read The New York Times', 'The Hague'; not a sentence's first 'The'."""
    if place_named(doc[start:end].text):
        return True
    return not _is_initial(doc, start) and start + 1 < end and doc[start].text == "The"


def nationality(words: list[Word], start: int, end: int) -> bool:
    """'Spanish', 'Venezuelan-Spanish'"""
    parts = [word for word in words[start:end] if word.folded not in "-–"]
    return bool(parts) and all(word.nationality or word.people for word in parts)


# -- is it one?


def _is_initial(doc: Doc, i: int) -> bool:
    """First of the sentence or of a quotation: every word has a capital there."""
    while i > 0 and (doc[i - 1].is_punct or doc[i - 1].is_quote):
        if doc[i - 1].text in _OPENERS or i == 1:
            return True
        if doc[i - 1].text not in _OPENERS and not doc[i - 1].is_quote:
            return False
        i -= 1
    return i == 0


def _is_name(doc: Doc, words: list[Word], start: int, end: int, known: Known, loud: bool) -> bool:
    text = doc[start:end].text
    if known.label(text) or place_named(text):
        return True
    if all(words[i].title or words[i].chain or words[i].calendar for i in range(start, end)):
        return False
    guessed = any(doc[i].ent_type_ for i in range(start, end))
    if loud:
        return guessed or (end - start > 1 and bool(words[start].given))
    if end - start > 1 or not _is_initial(doc, start) or guessed:
        return True
    return doc[start].pos_ == "PROPN" and (
        bool(words[start].given)
        or words[start].shouted
        or end == len(doc)
        or doc[end].pos_ in {"VERB", "AUX", "PUNCT"}
        or doc[end].text in _POSSESSIVES
    )
