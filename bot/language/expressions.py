"""Expressions of several words that the thesaurus knows, in a text: 'lost their lives', 'head office'.

Multiword expressions, as in Sag et al., "Multiword Expressions: A Pain in the Neck for NLP" (2002):
their words may be inflected, and a few others may stand between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from bot.language import thesaurus
from bot.language.frames import base
from bot.language.terms import fold

_GAP = 2  # words that may stand between two of an expression
_BETWEEN = {"DET", "PRON", "ADJ", "ADV", "NUM", "NOUN", "PROPN"}


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that mean something together."""

    text: str  # as the thesaurus has it: 'lose life'
    tokens: tuple[int, ...]
    head: int  # the token that the others hang on


def find(doc: Doc) -> tuple[Expression, ...]:
    """All of a sentence, in its order; they may overlap."""
    return tuple(_all(doc))


def _all(doc: Doc) -> Iterator[Expression]:
    known = thesaurus.expressions()
    forms = [{token.lower_, fold(token.lemma_), fold(base(token))} for token in doc]
    for token in doc:
        told = {words for form in forms[token.i] for words in known.get(form, ())}
        for words in sorted(told):
            tokens = _tokens(doc, forms, token.i, words)
            if tokens is not None:
                yield Expression(" ".join(words), tokens, _head(doc, tokens))


def _tokens(
    doc: Doc, forms: Sequence[set[str]], start: int, words: Sequence[str]
) -> tuple[int, ...] | None:
    """Where the words of an expression stand that begins at a token; None if it is not there."""
    found = [start]
    for word in words[1:]:
        before = found[-1]
        for token in doc[before + 1 : before + 2 + _GAP]:
            if word in forms[token.i] and (len(found) < len(words) - 1 or _belongs(token, found)):
                found.append(token.i)
                break
            if token.pos_ not in _BETWEEN:
                return None
        else:
            return None
    return tuple(found)


def _belongs(token: Token, found: Sequence[int]) -> bool:
    """Next to the word before, or hanging on one: 'put [the meeting] off', not 'put it off the road'"""
    return token.i == found[-1] + 1 or token.head.i in found


def _head(doc: Doc, tokens: Sequence[int]) -> int:
    return next((i for i in tokens if doc[i].head.i not in tokens or doc[i].head.i == i), tokens[0])
