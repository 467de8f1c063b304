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
    return [
        tuple(_named(docs, found, place, quantity) for quantity in some)
        for place, some in enumerate(found)
    ]


def _named(
    docs: Sequence[Doc], found: Sequence[Sequence[Quantity]], place: int, quantity: Quantity
) -> Quantity:
    doc = docs[place]
    if quantity.unit != "count" or not _is_bare(doc, quantity):
        return quantity
    before = (noun for noun in _counted(doc, found[place], quantity))
    earlier = _spoken_of(docs[max(0, place - _BACK) : place])
    noun = next(before, None) or next(earlier, None)
    return replace(quantity, stands_for=str(noun.lemma_.lower())) if noun is not None else quantity


def _is_bare(doc: Doc, quantity: Quantity) -> bool:
    """'five were', 'two of them', 'to three.'; not 'five dead', 'at five'"""
    if quantity.noun is not None:
        return doc[quantity.noun].lower_ in _THEM
    after = quantity.number_end
    return after >= len(doc) or doc[after].pos_ in _FOLLOWS


def _counted(doc: Doc, here: Sequence[Quantity], quantity: Quantity) -> Iterator[Token]:
    """The nouns that numbers before it in its sentence count, the nearest first."""
    for other in reversed(here):
        noun = None if other.noun is None else doc[other.noun]
        if noun is None or other.unit != "count" or other.end > quantity.start:
            continue
        if noun.tag_ in {"NNS", "NNPS"} or noun.lower_ == "people":
            yield noun


def _spoken_of(docs: Sequence[Doc]) -> Iterator[Token]:
    """The subject of the sentence before, if it is several; of 'Some threw eggs' that before it."""
    for doc in reversed(docs):
        subject = next((t for t in doc if t.dep_ in SUBJECTS and t.head.dep_ == "ROOT"), None)
        if subject is None:
            return
        if subject.tag_ in {"NNS", "NNPS"} or subject.lower_ == "people":
            yield subject
            return
        if subject.lower_ not in _SOME:
            return
