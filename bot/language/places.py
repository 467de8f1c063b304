"""Which nouns of a sentence are places."""

from spacy.tokens import Token

from bot.language import lexicon
from bot.language.name_words import place_named


def is_place(noun: Token) -> bool:
    """'in the [prison]', 'from [Vigo]', 'in [exile]'; not 'on [charges]', 'in [hopes]'."""
    if noun.ent_type_ == "PER":
        return False
    if noun.ent_type_ == "LOC" or lexicon.place_type(noun.lemma_.lower()):
        return True
    return noun.pos_ == "PROPN" and place_named(noun.text)


def place_before_where(deed: Token) -> Token | None:
    """'sent to [Chile], where they were held and tried': the place that "where" of a deed's clause takes
    up."""
    while deed.dep_ == "conj" and deed.head.pos_ == "VERB":
        deed = deed.head
    where = next((c for c in deed.lefts if c.lower_ == "where"), None)
    if where is None or where.i == 0:
        return None
    before = where.nbor(-1)
    before = before.nbor(-1) if before.is_punct and before.i else before
    return before if before.pos_ in {"NOUN", "PROPN"} else None
