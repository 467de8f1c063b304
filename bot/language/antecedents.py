"""Which noun "it" or "they" takes up: 'A team set out. [It] was led by Ana Roe.'

Precision goes first: only a subject is looked at, and only what the sentence before is about.
"""

from spacy.tokens import Doc, Token

from bot.language import lexicon
from bot.language.phrases import SUBJECTS, subject_of

ONE, MANY = "it", "they"
CLAUSES = {"csubj", "csubj:pass", "ccomp", "xcomp", "advcl"}


def taken_up(token: Token, before: Doc) -> Token | None:
    """The noun of the sentence before that a pronoun stands for; None where it may be none or another."""
    if token.lower_ not in {ONE, MANY} or token.dep_ not in SUBJECTS or not _opens(token):
        return None
    if token.lower_ == ONE and _is_of_no_thing(token.head):
        return None
    root = next(word for word in before if word.dep_ == "ROOT")
    subject = subject_of(root)
    if subject is not None and subject.pos_ == "PRON":
        return None
    if subject is not None and _agrees(token, subject):
        return subject
    if token.lower_ == MANY or subject is None:
        return None
    objects = [word for word in before if word.dep_ == "obj" and word.pos_ == "NOUN"]
    return objects[0] if len(objects) == 1 and _agrees(token, objects[0]) else None


def with_what_it_is_of(noun: Token) -> list[Token]:
    """'a [team] of [22] [volunteers]'"""
    of = [c for c in noun.children if c.dep_ == "nmod" and any(m.lower_ == "of" for m in c.lefts)]
    counts = (c for thing in (noun, *of) for c in thing.lefts if c.dep_ == "nummod")
    return [noun, *counts, *of]


def _opens(token: Token) -> bool:
    """Whether nothing of weight comes before it in its sentence."""
    return all(t.pos_ in {"CCONJ", "ADV", "PUNCT"} for t in token.doc[: token.i])


def _is_of_no_thing(verb: Token) -> bool:
    """'It was clear that …', 'It rained', 'It was the first storm'"""
    has_clause = any(child.dep_ in CLAUSES - {"advcl"} for child in verb.children)
    is_quality = verb.pos_ == "ADJ" and any(child.dep_ in CLAUSES for child in verb.children)
    openings = {child.dep_ for child in verb.lefts}
    is_presented = verb.pos_ == "NOUN" and "cop" in openings and "case" not in openings
    return (
        has_clause
        or is_quality
        or is_presented
        or verb.lemma_ in {"rain", "snow", "take", "seem", "happen"}
    )


def _agrees(token: Token, noun: Token) -> bool:
    """Whether a noun is one thing, or several."""
    several = noun.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in noun.children)
    if token.lower_ == MANY:
        return several
    lemma = noun.lemma_.lower()
    is_person = lexicon.is_role(lemma) or lexicon.covers("person", lemma) or lexicon.kin(lemma)
    return noun.tag_ == "NN" and not several and not is_person
