"""Whether a noun of a sentence is the post that is asked for: 'Who is the president of Chile?' is not
told of a director, a former president, or that of Peru."""

from collections.abc import Set

from spacy.tokens import Token

from bot.finding.matching import Alignment
from bot.language import lexicon
from bot.language.places import is_place
from bot.language.terms import fold
from bot.questions import Asked
from bot.story import Reading

LIMITING = {"former", "ex", "vice", "deputy", "assistant", "opposition", "shadow", "late", "then"}
MODIFYING = {"amod", "compound", "nmod"}
PRESENT = {"current", "present", "new"}  # presidents are just presidents
NEAR = 4  # words before a noun that can limit it


def asks_for_one(asked: Asked) -> bool:
    """'Who is the mayor?'; not 'Who is the brother of Ana?'"""
    head = asked.topic_head
    return head >= 0 and lexicon.is_role(fold(asked.doc[head].lemma_))


def is_asked(asked: Asked, reading: Reading, post: Token, alignment: Alignment) -> bool:
    """Whether a post is the asked one, and of whom or what is asked.

    `alignment` tells which words of the sentence, or of a part of it, stand for the question's.
    """
    role = asked.doc[asked.topic_head]
    if not lexicon.can_be_called(fold(post.lemma_), fold(role.lemma_)):
        return False
    if is_limited(asked, post):
        return False
    parts = [child for child in role.children if child.dep_.partition(":")[0] in MODIFYING]
    for part in parts:
        is_needed = part.pos_ in {"ADJ", "NOUN"} and part.lower_ not in PRESENT
        if part.i in alignment.missing and is_needed and part.i < role.i:
            return False  # the "foreign" minister
        if part.pos_ == "PROPN" and not _is_of(reading, post, part, alignment):
            return False
    return True


def is_limited(asked: Asked, post: Token) -> bool:
    """'the former mayor', 'the opposition leader', where the question does not say so."""
    told = {t.lower_ for t in post.doc[max(0, post.i - NEAR) : post.i] if t.head.i == post.i}
    return bool(told & LIMITING - {t.lower_ for t in asked.doc})


def is_held_at(reading: Reading, place: int, whose: Set[int]) -> bool:
    """'Where does Ana work?' 'Ana, a [nurse] at [the clinic] in Vigo'"""
    token = reading.doc[place]
    while token.dep_ == "nmod":
        token = token.head
    post = fold(token.lemma_)
    is_told = token.head.i in whose or any(child.i in whose for child in token.children)
    return is_told and (lexicon.is_role(post) or lexicon.covers("person", post))


def _is_of(reading: Reading, post: Token, whose: Token, alignment: Alignment) -> bool:
    """'leader [of Chile]'; not 'of the [Chilean] opposition'.  Untold, it must be of nobody else's."""
    said = [q for q in reading.quotes if q.direct and not q.start <= post.i < q.end]
    stands = [
        reading.doc[token]
        for token, _ in alignment.of(whose.i)
        if not any(q.start <= token < q.end for q in said)  # '“I love Vigo,” [Mayor Ana Roe] said.'
    ]
    holder = _holder(reading, post)
    if not stands:
        parts = {"nmod", "nmod:poss", "amod", "compound"}
        beside = [c for t in holder for c in t.children if c not in holder and c.dep_ in parts]
        return not any(is_place(token) for token in beside)
    for token in stands:
        far = min(reading.distances[own.i][token.i] for own in holder)
        is_inner = token.dep_ in {"amod", "nmod:poss"} or lexicon.is_nationality(token.text)
        if far < 2 or (far == 2 and not is_inner):
            return True
    return False


def _holder(reading: Reading, post: Token) -> list[Token]:
    """The post and the name that it is the title of: '[President Ana Soler] of Chile'."""
    named = (n for n in reading.names if n.start <= post.head.i < n.end and post.i < n.start)
    name = next(named, None)
    return [post, *(reading.doc[name.start : name.end] if name else ())]
