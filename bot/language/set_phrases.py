"""Words that speak of a set: 'five of its citizens', 'two of them', 'the other four', 'the dead'."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token

from bot.language import number_forms
from bot.language.number_words import canonical
from bot.language.phrases import Span

OTHERS = {"other", "others", "remaining", "rest"}
NAMING = {"identify", "name", "list"}
_THEM = {"them", "those", "these"}
_RANKS = {"first", "second", "third", "fourth", "fifth", "last", "only"}
_LARGEST = 500  # nobody names more
_REACH = 5  # tokens between "the" and the noun it points with


class Way(StrEnum):
    """How words speak of a set."""

    NEW = "new"  # 'five sailors'
    ALL = "all"  # 'them', 'the five', 'the victims'
    PART = "part"  # 'two of them'
    REST = "rest"  # 'the other four'


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that speak of a set."""

    start: int  # tokens [start, end)
    end: int
    way: Way
    size: int | None = None  # of those it speaks of
    noun: str = ""  # what they are, as a lemma; "" where it does not say
    of: int | None = None  # how many the whole are: 7 of 'four of the seven'
    is_state: bool = False  # 'the dead', 'the injured'


def phrases(doc: Doc) -> Iterator[Phrase]:
    """All of a sentence, in its order; words within another phrase are not told twice."""
    opened = {span[0]: (noun, size, span) for noun, size, span in openers(doc)}
    end = 0
    for token in doc:
        if token.i < end:
            continue
        phrase = _others(token) or _foremost(token) or _part(token) or _pointed(token)
        if phrase is None and token.i in opened:
            noun, size, span = opened[token.i]
            phrase = Phrase(*span, Way.NEW, size, noun)
        if phrase is not None:
            end = phrase.end
            yield phrase


def _others(token: Token) -> Phrase | None:
    """'the other four', 'the other Chilean sailors', 'the remaining two', 'the others'"""
    doc, i = token.doc, token.i + 1
    if token.lower_ != "the" or i >= len(doc) or doc[i].lower_ not in OTHERS:
        return None
    size = None
    end = i + 1
    if end < len(doc) and (size := number(doc[end])) is not None:
        end += 1
    noun = _noun(doc, end)
    if noun is None and size is None and (doc[i].lower_ in {"other", "remaining"}):
        return None  # 'on the other hand'
    return Phrase(token.i, noun.i + 1 if noun else end, Way.REST, size, _lemma(noun))


def _part(token: Token) -> Phrase | None:
    """'two of them', 'one of those', 'four of the seven'; 'two' of 'Of the seven men, two were'"""
    doc, i = token.doc, token.i
    if token.lower_ == "of" and i + 1 < len(doc) and doc[i + 1].lower_ == "the":
        return _fronted(token)
    size = 1 if token.lower_ == "one" else number(token)
    if size is None or i + 2 >= len(doc) or doc[i + 1].lower_ != "of":
        return None
    if doc[i + 2].lower_ in _THEM:
        return Phrase(i, i + 3, Way.PART, size)
    if doc[i + 2].lower_ != "the" or i + 3 >= len(doc):
        return None
    whole = number(doc[i + 3])
    end = i + 4 if whole is not None else i + 3
    noun = _noun(doc, end)
    if whole is None and (noun is None or size > 1):
        return None  # 'two of the boats' opens a set of two
    return Phrase(i, noun.i + 1 if noun else end, Way.PART, size, _lemma(noun), whole)


def _foremost(token: Token) -> Phrase | None:
    """'[the first village] to be cleared', '[the best known of them]': one of them"""
    doc, i = token.doc, token.i + 1
    if token.lower_ != "the" or i + 1 >= len(doc):
        return None
    if doc[i].tag_ == "RBS" or doc[i].lower_ == "best":
        i += 1
    elif doc[i].tag_ != "JJS" and doc[i].lower_ not in _RANKS:
        return None
    after = doc[i + 1 : i + 3]
    if [t.lower_ for t in after][:1] == ["of"] and after[-1].lower_ in _THEM:
        return Phrase(token.i, i + 3, Way.PART, 1)
    is_noun = bool(after) and after[0].tag_ == "NN" and after[-1].tag_ not in {"NN", "NNS", "NNP"}
    return Phrase(token.i, i + 2, Way.PART, 1, _lemma(after[0])) if is_noun else None


def _fronted(of: Token) -> Phrase | None:
    """'Of the seven men, [two] were taken home'"""
    doc, i = of.doc, of.i + 2
    whole = number(doc[i]) if i < len(doc) and of.i == 0 else None
    if whole is None:
        return None
    noun = _noun(doc, i + 1)
    after = (noun.i if noun else i) + 2
    if after >= len(doc) or doc[after - 1].text != "," or (size := number(doc[after])) is None:
        return None
    return Phrase(after, after + 1, Way.PART, size, _lemma(noun), whole)


def _pointed(token: Token) -> Phrase | None:
    """'the seven', 'the five hikers', 'the victims', 'the dead'; 'them' after "among"."""
    doc, i = token.doc, token.i
    if token.lower_ == "them" and _is_named_as(doc, i):
        return Phrase(i, i + 1, Way.ALL)
    if token.lower_ in _THEM:
        if i == 0 or doc[i - 1].lower_ != "among":
            return None
        after = doc[i + 1] if i + 1 < len(doc) else None
        if after is not None and after.tag_ == "VBN":  # 'among those freed'
            return Phrase(i - 1, i + 2, Way.ALL, None, str(after.lemma_.lower()), is_state=True)
        is_told = after is not None and after.pos_ != "AUX" and not after.is_punct
        if token.lower_ == "those" and is_told:
            return None  # 'those waiting', 'those who left'
        return Phrase(i - 1, i + 1, Way.ALL)
    if token.lower_ != "the" or i + 1 >= len(doc):
        return None
    size = number(doc[i + 1])
    noun = _noun(doc, i + 1 if size is None else i + 2)
    if noun is None and size is None:
        state = doc[i + 1]
        if not stands_for_people(state) or (i + 2 < len(doc) and doc[i + 2].pos_ in _NOMINAL):
            return None
        return Phrase(i, i + 2, Way.ALL, None, str(state.lemma_.lower()), is_state=True)
    end = noun.i + 1 if noun else i + 2
    return Phrase(i, end, Way.ALL, size, _lemma(noun))


def _is_named_as(doc: Doc, them: int) -> bool:
    """'named [them] as …'"""
    around = doc[max(them - 1, 0) : them + 2]
    return len(around) == 3 and around[0].lemma_ in NAMING and around[2].lower_ == "as"


_NOMINAL = {"NOUN", "PROPN", "ADJ", "NUM"}


def stands_for_people(token: Token) -> bool:
    """'the dead', 'the injured', 'the accused': a state that stands for who is in it."""
    lemma = token.lemma_.lower()
    return token.tag_ in {"JJ", "VBN", "NN", "VBD"} and (
        token.lower_ in {"dead", "missing", "deceased"} or (token.tag_ == "VBN" and lemma != "be")
    )


def _noun(doc: Doc, i: int) -> Token | None:
    """The plural noun that follows within reach, with nothing but its adjectives before it."""
    while i < len(doc) and (
        doc[i].pos_ in {"ADJ", "VERB", "PROPN"} or doc[i].tag_ in {"VBN", "NN", "NNP", "HYPH"}
    ):
        if doc[i].tag_ == "NNPS" or doc[i].tag_ in {"VBZ", "VBP", "VBD"}:
            break
        i += 1
    if i >= len(doc) or not (doc[i].tag_ in {"NNS", "NNPS"} or doc[i].lower_ == "people"):
        return None
    while i + 1 < len(doc) and doc[i + 1].tag_ == "NNS":
        i += 1
    return doc[i]


def _lemma(noun: Token | None) -> str:
    return str(noun.lemma_.lower()) if noun is not None else ""


def openers(doc: Doc) -> Iterator[tuple[str, int, Span]]:
    """'[five of its citizens]', '[six dismissed workers]': a number and a plural noun."""
    for token in doc:
        size = number(token)
        if size is None or (token.i and doc[token.i - 1].lower_ in OTHERS):
            continue
        i = token.i + 1
        if i < len(doc) and doc[i].lower_ == "of":
            i += 1
            if i < len(doc) and doc[i].lower_ in _THEM:
                continue
            while i < len(doc) and (
                doc[i].pos_ in {"DET", "PRON", "PROPN"} or doc[i].tag_ == "POS"
            ):
                i += 1
        noun = _noun(doc, i)
        measure = number_forms.unit().match(doc.text, token.idx + len(token))
        if noun is not None and measure is None:
            yield str(noun.lemma_.lower()), size, (token.i, noun.i + 1)


def number(token: Token) -> int | None:
    """The whole number of a token, if so many can be named one by one."""
    if not token.like_num:
        return None
    value = canonical(token.text)
    return (
        int(value) if value is not None and 2 <= value <= _LARGEST and value == int(value) else None
    )
