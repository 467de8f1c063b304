"""How words look to the pipeline: spaCy's English with features made for a small model."""

import unicodedata
from typing import ClassVar

from spacy.attrs import NORM, PREFIX, SHAPE, SUFFIX
from spacy.lang.en import English
from spacy.lang.lex_attrs import word_shape
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

from bot.language import tokens

MARKS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "´": "'", "`": "'"}
    | {"—": "--", "―": "--", "–": "-", "‑": "-", "…": "..."}
)


def plain(text: str) -> str:
    """'María' -> 'maria', '”' -> '"': a word is the same with and without its accents."""
    letters = unicodedata.normalize("NFD", text.translate(MARKS).lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def beginning(text: str) -> str:
    return plain(text)[:3]


def ending(text: str) -> str:
    return plain(text)[-3:]


def shape(text: str) -> str:
    """'María' -> 'Xxxxx'; what tells capitals from small letters, which no other feature does."""
    return str(word_shape(text.translate(MARKS)))


class _Defaults(English.Defaults):
    lex_attr_getters: ClassVar = {
        **English.Defaults.lex_attr_getters,
        NORM: plain,
        PREFIX: beginning,
        SUFFIX: ending,
        SHAPE: shape,
    }
    tokenizer_exceptions: ClassVar = tokens.exceptions()
    infixes: ClassVar = tokens.infixes()
    prefixes: ClassVar = tokens.prefixes()
    suffixes: ClassVar = tokens.suffixes()
    token_match = tokens.TELEPHONE.fullmatch


@registry.languages("en_story")
class StoryEnglish(English):
    """English whose words look the same with and without accents, curly quotes and capitals."""

    lang = "en_story"
    Defaults = _Defaults


@Language.component("one_sentence")
def one_sentence(doc: Doc) -> Doc:
    """The whole Doc is one sentence: it was split by rule before it came here."""
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc
