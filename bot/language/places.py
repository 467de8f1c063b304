"""Which nouns of a sentence are places."""

from spacy.tokens import Token

from bot.language import lexicon
from bot.language.name_words import place_named


def is_place(noun: Token) -> bool:
    """'in the [prison]', 'from [Madrid]', 'in [exile]'; not 'on [charges]', 'in [hopes]'."""
    if noun.ent_type_ == "PER":
        return False
    if noun.ent_type_ == "LOC" or lexicon.place_type(noun.lemma_.lower()):
        return True
    return noun.pos_ == "PROPN" and place_named(noun.text)
