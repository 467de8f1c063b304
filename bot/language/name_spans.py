"""Which words of a sentence stand together as a name: capitals and what joins them, titles cut off.

Whether such words are a name, and whose, is for `names` to say.
"""

from collections.abc import Container, Iterator

from spacy.tokens import Doc

from bot.language.lexicon import country_of
from bot.language.name_words import Word, place_named
from bot.language.word_tables import word_list

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_OPENERS = frozenset("“\"‘'«:")
_AFTER_COMMA = frozenset({"inc", "inc.", "ltd", "ltd.", "llc", "corp.", "jr", "jr.", "sr", "sr."})
_LEADING = frozenset({"U.S.", "US", "U.K.", "UK", "EU", "UN", "U.N."})  # "U.S. | President Roe"


def spans(
    doc: Doc, words: list[Word], known: Container[str] = frozenset()
) -> Iterator[tuple[int, int]]:
    """What may be the names of the sentence, as tokens [start, end), in order.

    `known` are folded words that begin a name of the article.
    """
    for start, end in _runs(doc, words, known):
        for part, behind in _parts(doc, words, start, end):
            if part < behind:
                yield part, behind


def is_initial(doc: Doc, i: int) -> bool:
    """First of the sentence or of a quotation: every word has a capital there."""
    while i > 0 and (doc[i - 1].is_punct or doc[i - 1].is_quote):
        if doc[i - 1].text in _OPENERS or i == 1:
            return True
        if doc[i - 1].text not in _OPENERS and not doc[i - 1].is_quote:
            return False
        i -= 1
    return i == 0


def is_people(words: list[Word], start: int, end: int) -> bool:
    """'Chilean', 'Chilean-Peruvian'"""
    parts = [word for word in words[start:end] if word.folded not in "-–"]
    return bool(parts) and all(word.nationality or word.people for word in parts)


# -- words that stand together


def _runs(doc: Doc, words: list[Word], known: Container[str]) -> Iterator[tuple[int, int]]:
    """Capitals and what joins them: 'President Ana de la Rota', 'Bank of England'."""
    i = 0
    while i < len(doc):
        end = i + 1 if _can_begin(doc, words, i, known) else _lower_beginning(doc, words, i)
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


def _goes_on(doc: Doc, i: int) -> bool:
    """'Camp I [prison]', 'Napoleon I[,]'; not 'Then Ana and I [left]'"""
    if i >= len(doc):
        return False
    after = word_list("titles", "forms", "place_after")
    return doc[i].pos_ in {"NOUN", "PUNCT"} or doc[i].lower_ in after


def _can_begin(doc: Doc, words: list[Word], i: int, known: Container[str]) -> bool:
    """A capital that is more than the first of a sentence or of a quotation."""
    word = words[i]
    if not word.capital or word.never or word.address:
        return False
    if not is_initial(doc, i) or word.folded in known:
        return True
    if i + 1 < len(doc) and doc[i + 1].text == ":":  # "Photo: …"
        return False
    if doc[i].tag_ == "MD":  # "Will Rota win?"
        return False
    if doc[i].is_stop and not word.given and not word.shouted:  # "Then Rota won"
        return False
    follows = i + 1 < len(doc) and words[i + 1].capital
    if word.title or word.chain or word.nationality or (word.given and follows):
        return True
    if follows and (words[i + 1].organisation or words[i + 1].place or word.given):
        return True
    guessed_name = follows and doc[i + 1].ent_iob_ == "B"
    if guessed_name and doc[i].pos_ not in {"PROPN", "ADJ", "NOUN", "X"}:  # "Thanks Ana"
        return False
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
    if word.numeral and (text != "I" or _goes_on(doc, end + 1)):
        return end + 1
    following = end + 1
    if following >= len(doc):
        return end
    capital = words[following].capital and not words[following].never
    if text in "-–" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        syllable = end - start > 1 and _is_syllable(doc[following].text)  # "Kim Yo-jong"
        return following + 1 if capital or syllable else end
    if text == "," and words[following].folded in _AFTER_COMMA:
        return following + 1
    if text == "&" and capital:
        return following + 1
    if text == "and" and capital and _is_one_with_and(doc, words, start, following):
        return following + 1
    if text in POSSESSIVES and capital:  # "King's College", "People's Bank of China"
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


def _is_syllable(text: str) -> bool:
    short = text.isalpha() and text.islower() and len(text) <= 5
    return short and text not in word_list("titles", "forms", "after_hyphen")


def _is_one_with_and(doc: Doc, words: list[Word], start: int, following: int) -> bool:
    """'Trinidad and Tobago', 'National Air and Space Museum'"""
    if place_named(doc[start : following + 1].text):
        return True
    last = following
    while last + 1 < len(words) and words[last + 1].capital:
        last += 1
    begins = words[start].folded in word_list("titles", "forms", "bodies_begin")
    return begins and last > following and words[last].organisation


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
        cut = None if institution and b == end else after_title(doc, words, a, b)
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


def after_title(doc: Doc, words: list[Word], start: int, end: int) -> int | None:
    """Where the name begins after the last title of the run; None without title."""
    for i in range(end - 1, start - 1, -1):
        word = words[i]
        surname = word.folded in word_list("titles", "forms", "surnames")
        passing = word.role and i + 1 < end and (is_initial(doc, i) or not surname)
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
    while end > start and (doc[end - 1].text in POSSESSIVES or words[end - 1].small):
        end -= 1
    if start >= end:
        return
    lead = start
    while lead < end and (words[lead].nationality or (doc[lead].text == "-" and lead > start)):
        lead += 1
    if doc[start].text in _LEADING and end - start > 1:
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
    if doc[start].text != "The" or start + 1 == end or is_initial(doc, start):
        return False
    return doc[start - 1].is_alpha or doc[start - 1].text == ","  # not "1. The Rota"
