"""How words look to the pipeline: spaCy's English with features made for a small model."""

import unicodedata
from functools import lru_cache

from spacy.attrs import NORM, PREFIX, SHAPE, SUFFIX
from spacy.lang.en import English, EnglishDefaults
from spacy.lang.lex_attrs import word_shape
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

from bot.language import tokens

MARKS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "´": "'", "`": "'"}
    | {"—": "--", "―": "--", "–": "-", "‑": "-", "…": "..."}
)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """'María' -> 'maria', '”' -> '"': a word is the same with and without its accents."""
    letters = unicodedata.normalize("NFD", text.translate(MARKS).lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def beginning(text: str) -> str:
    """Its first three letters."""
    return plain(text)[:3]


def ending(text: str) -> str:
    """Its last three letters."""
    return plain(text)[-3:]


def shape(text: str) -> str:
    """'María' -> 'Xxxxx'; what tells capitals from small letters, which no other feature does."""
    return str(word_shape(text.translate(MARKS)))


class _Defaults(EnglishDefaults):
    lex_attr_getters = {  # noqa: RUF012  (so spaCy declares them)
        **EnglishDefaults.lex_attr_getters,
        NORM: plain,
        PREFIX: beginning,
        SUFFIX: ending,
        SHAPE: shape,
    }
    tokenizer_exceptions = tokens.exceptions()
    infixes = tokens.infixes()
    prefixes = tokens.prefixes()
    suffixes = tokens.suffixes()
    token_match = tokens.TELEPHONE.fullmatch


@registry.languages("en_story")
class StoryEnglish(English):  # type: ignore[no-untyped-call]
    """English whose words look the same with and without accents, curly quotes and capitals."""

    lang = "en_story"
    Defaults = _Defaults


@Language.component("one_sentence")
def one_sentence(doc: Doc) -> Doc:
    """Say that the Doc is one sentence, split by rule before it came here, and how it is written.

    The way of writing stands in `ent_id`, which nothing else uses: all words of a sentence have to
    know it, and the models read nothing but attributes of words.
    """
    way = doc.vocab.strings.add(way_of_writing(doc))
    for token in doc:
        token.is_sent_start = token.i == 0
        token.ent_id = way
    return doc


def way_of_writing(doc: Doc) -> str:
    """'lower' without any capital, 'upper' without small letters, 'title' or 'plain'"""
    text = doc.text
    if text == text.lower():
        return "lower"
    words = [token for token in doc if token.is_alpha and len(token) > 3]
    if words and sum(token.is_upper for token in words) > 0.8 * len(words):
        return "upper"
    capital = sum(not token.is_lower for token in words)
    return "title" if len(words) > 2 and capital > 0.7 * len(words) else "plain"
