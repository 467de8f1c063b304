"""Whom a pronoun surely means.

A wrong name in a list would be a statement that the story does not make, so a pronoun is named only
where nobody else can be meant: one person of its gender in the sentence so far and the one before.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.glance.clauses import is_quoted
from bot.language.entities import Entity
from bot.language.phrases import SUBJECTS, Span
from bot.story import Reading, Story

_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_THIRD = {"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"}


def surely(story: Story, reading: Reading, token: Token) -> Entity | None:
    """The entity of a pronoun, or of another word; None if another could be meant."""
    entity = story.entity(reading, token.i)
    if entity is None or token.tag_ not in {"PRP", "PRP$"}:
        return entity
    gender = _GENDERS.get(token.lower_)
    if gender is None:
        return entity if token.lower_ == "its" and _opens(reading, token) else None
    return entity if {entity.id} == set(_meant(story, reading, token.i, gender)) else None


def _meant(story: Story, reading: Reading, end: int, gender: str) -> Iterator[int | None]:
    """The persons of a gender in a sentence before a token, and in the sentence before it.

    None stands for a pronoun of which it is not sure whom it means.
    """
    yield from _persons(story, reading, end, gender)
    before = story.beside(reading, -1)
    if before is not None and before.sentence.paragraph == reading.sentence.paragraph:
        yield from _persons(story, before, len(before.doc), gender)


def _persons(story: Story, reading: Reading, end: int, gender: str) -> Iterator[int | None]:
    table = story.tables[reading.article]
    aside = [
        (d.start, d.end, e.id)
        for e in table.all
        for d in table.descriptions(e.id)
        if d.sentence_index == reading.place
    ]
    for token in reading.doc[:end]:
        entity = story.entity(reading, token.i)
        if token.tag_ in {"PRP", "PRP$"} and not is_quoted(reading, token.i):
            if _GENDERS.get(token.lower_) == gender:
                sure = surely(story, reading, token)
                yield sure.id if sure else None
        elif entity is not None and entity.label == "PER" and entity.gender in {None, gender}:
            inside = any(s <= token.i < e and who != entity.id for s, e, who in aside)
            if not inside:  # 'Leo, the brother of [Ana]': not who the sentence is about
                yield entity.id


def _opens(reading: Reading, token: Token) -> bool:
    """'[Its] chief', 'Ana Rota, [its] chief': nothing but names stands before it."""
    named = {i for name in reading.names for i in range(name.start, name.end)}
    return all(t.i in named or t.is_punct or t.pos_ == "DET" for t in reading.doc[: token.i])


def needs_the_sentence_before(story: Story, reading: Reading, span: Span) -> bool:
    """Whether the words speak first of somebody or something that only another sentence names.

    'They left', 'Among them was Ana', 'That was late'; not 'Ana said they left'.
    """
    for token in reading.doc[span[0] : span[1]]:
        if is_quoted(reading, token.i):
            continue
        third = token.tag_ in {"PRP", "PRP$"} and token.lower_ in _THIRD
        if third and surely(story, reading, token) is None:
            return True
        pointing = token.pos_ == "PRON" and token.lower_ in {"this", "that", "these", "those"}
        if token.dep_ in SUBJECTS or (pointing and token.pos_ in {"NOUN", "PROPN"}):
            return pointing
    return False
