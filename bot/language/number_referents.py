"""What a number counts whose noun stands elsewhere: '17 boats sank, [five] were found', '[two] of them'."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.language.numbers import Quantity
from bot.language.phrases import SUBJECTS

_BACK = 2  # sentences before, the nearest first
_THEM = {"them", "those", "these", "us"}
_SOME = {"some", "they", "many", "others", "most", "several"}  # subjects that are spoken of before
_FOLLOWS = {"VERB", "AUX", "PUNCT", "ADV", "PART"}


def refer(docs: Sequence[Doc], found: Sequence[Sequence[Quantity]]) -> list[tuple[Quantity, ...]]:
    """The quantities of an article's sentences, each number without a noun given that of another."""
    done: list[tuple[Quantity, ...]] = []
    for place, some in enumerate(found):
        here: list[Quantity] = []
        for quantity in some:
            here.append(_named(docs[: place + 1], [*done, tuple(here)], quantity))
        done.append(tuple(here))
    return done


def _named(
    docs: Sequence[Doc], found: Sequence[Sequence[Quantity]], quantity: Quantity
) -> Quantity:
    """`found`: of each sentence up to this one, in which only those before the quantity."""
    doc = docs[-1]
    is_bare = _is_bare(doc, quantity)
    if quantity.unit != "count" or not (is_bare or _is_elliptic(doc, quantity)):
        return quantity
    noun = next(_counted(doc, found[-1], quantity.start), "")
    if not noun and is_bare:
        noun = next(_spoken_of(docs[:-1][-_BACK:], found[:-1][-_BACK:]), "")
    return replace(quantity, stands_for=noun)


def _is_bare(doc: Doc, quantity: Quantity) -> bool:
    """'five were', 'two of them', 'to three.'; not 'five dead', 'at five'"""
    if quantity.noun is not None:
        return doc[quantity.noun].lower_ in _THEM
    after = quantity.number_end
    return after >= len(doc) or doc[after].pos_ in _FOLLOWS


def _is_elliptic(doc: Doc, quantity: Quantity) -> bool:
    """'[three] in Rota'"""
    after = quantity.number_end
    return quantity.noun is None and after < len(doc) and doc[after].pos_ == "ADP"


def _counted(doc: Doc, here: Sequence[Quantity], end: int) -> Iterator[str]:
    """What the numbers before a token count, the nearest first."""
    for other in reversed(here):
        if other.unit != "count" or other.end > end:
            continue
        noun = None if other.noun is None else doc[other.noun]
        if other.stands_for:
            yield other.stands_for
        elif noun is not None and _is_several(noun):
            yield str(noun.lemma_.lower())


def _spoken_of(docs: Sequence[Doc], found: Sequence[Sequence[Quantity]]) -> Iterator[str]:
    """The subject of the sentence before, if it is several; of 'Some threw eggs' that before it; and
    what the sentence before counts."""
    for doc, some in zip(reversed(docs), reversed(found), strict=True):
        subject = next((t for t in doc if t.dep_ in SUBJECTS and t.head.dep_ == "ROOT"), None)
        if subject is not None and _is_several(subject):
            yield str(subject.lemma_.lower())
        for quantity in some:
            if subject is not None and quantity.start <= subject.i < quantity.end:
                yield quantity.stands_for
        if subject is None or subject.lower_ not in _SOME:
            yield from _counted(doc, some, len(doc))
            return


def _is_several(noun: Token) -> bool:
    return noun.tag_ in {"NNS", "NNPS"} or noun.lower_ == "people"
