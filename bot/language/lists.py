"""Nouns in a list, as the parse joins them: 'two [boats], a [tug] from Vigo and a [crane]'."""

from spacy.tokens import Token

from bot.language.set_phrases import number

_NOMINAL = {"NOUN", "PROPN", "NUM", "SYM"}
_CLOSING = {"and", "or"}


def around(noun: Token) -> list[Token]:
    """The nouns of the list that one stands in, in their order; the noun alone where nothing closes a
    list with "and"."""
    first = noun
    while (
        first.dep_ in {"conj", "appos"} and first.head.pos_ in _NOMINAL and first.i > first.head.i
    ):
        first = first.head
    found = _from(first)
    has_verbs = any(c.dep_.startswith("nsubj") for one in found for c in one.children)
    return found if _closes(found[-1]) and not has_verbs and noun in found else [noun]


def count(noun: Token) -> int:
    """How many the list of a noun tells of: 3 in 'two brothers and a waiter'."""
    told = ([number(c) or 1 for c in one.lefts if c.dep_ == "nummod"] for one in around(noun))
    return sum(max(numbers, default=1) for numbers in told)


def _from(first: Token) -> list[Token]:
    """Whether the parse hangs each noun on the first or on the one before; a comma may have made the
    second an apposition.  What comes behind "and" is the last."""
    found = [first]
    for one in found:
        found += [c for c in one.rights if c.pos_ in _NOMINAL and _is_joined(c)]
    found.sort(key=lambda noun: noun.i)
    last = next((n for n, noun in enumerate(found) if _closes(noun)), len(found))
    return found[: last + 1]


def _is_joined(noun: Token) -> bool:
    is_next = noun.dep_ == "appos" and any(c.dep_ == "conj" for c in noun.rights)
    return is_next or noun.dep_ == "conj"


def _closes(noun: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ in _CLOSING for c in noun.lefts)
