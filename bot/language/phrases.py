"""Noun phrases and clauses as spans of tokens, read from the parse and checked with the text."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from bot.language import lexicon

Span = tuple[int, int]  # tokens [start, end)

SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer"}
_BEFORE = {"det", "amod", "compound", "nummod", "nmod:poss", "flat", "advmod", "nmod", "det:predet"}
_AFTER = {"flat", "compound", "flat:foreign", "goeswith"}
_NOMINAL = {"DET", "ADJ", "NOUN", "PROPN", "NUM"}
RELATIVES = {"who", "which", "whose", "whom"}
_NOMINATIVE = {"i", "he", "she", "we", "they"}


def noun_phrase(head: Token) -> Span:
    """'[the president of Rota Aid], who …': a noun with what belongs to it, no apposition.

    Of what follows the noun only its other names and an "of" phrase are taken.
    """
    start = end = head.i
    for left in reversed(list(head.lefts)):
        if left.dep_ not in _BEFORE or left.right_edge.i != start - 1:
            break
        if any(t.pos_ == "ADP" or t.text == "," for t in left.subtree):
            break  # a torn parse: 'Thursday in what an official'
        start = left.left_edge.i
    start = _begin(head.doc, start)
    end = head.i + 1
    for right in head.rights:
        if right.i != right.left_edge.i and right.left_edge.i > end:
            break
        if right.dep_ in _AFTER and right.i == end:
            end = right.right_edge.i + 1
        elif right.dep_ == "nmod" and right.left_edge.i == end and right.left_edge.lower_ == "of":
            end = noun_phrase(right)[1]
    return start, max(end, head.i + 1)


def _begin(doc: Doc, start: int) -> int:
    """Takes in what the parse left out on the left: 'the', 'Chilean', "Rota's"."""
    while start > 0 and doc[start - 1].pos_ in _NOMINAL and doc[start].pos_ not in {"DET", "PRON"}:
        if doc[start - 1].pos_ == "NOUN" and doc[start].pos_ in {"ADJ", "NUM"}:
            break
        start -= 1
    return start


def head_of(doc: Doc, span: Span) -> Token:
    """The token of the span that the others depend on; the last one if the parse is torn."""
    inside = range(*span)
    for token in doc[span[0] : span[1]]:
        if token.head.i not in inside or token.head.i == token.i:
            return token
    return doc[span[1] - 1]


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares with the verb above it."""
    seen = 0
    while seen < 4:
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return child
        if verb.dep_ == "acl" and verb.head.pos_ in {"NOUN", "PROPN"}:
            return verb.head  # 'a letter saying …'
        if verb.dep_ not in {"conj", "advcl", "xcomp", "parataxis"} or verb.head.i == verb.i:
            return None
        verb, seen = verb.head, seen + 1
    return None


def is_nominative(token: Token) -> bool:
    """'he', 'they': a pronoun that only stands as a subject."""
    return token.lower_ in _NOMINATIVE


def clause_end(doc: Doc, start: int) -> int:
    """Where a clause that begins at `start` ends: before the final punctuation of the sentence."""
    end = len(doc)
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_quote or doc[end - 1].is_space):
        end -= 1
    return end


def heads(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """The nouns that say what it is: '[brother] of Ana and [head] of the court'.

    The first noun that no other noun follows, and the same after each "and" on that level.
    """
    opened = False
    for i in range(start, end):
        token = doc[i]
        if token.lower_ in {"and", ","} and (i + 1 < end) and not _is_inner(doc, start, i):
            opened = False
        if opened or not is_noun(token):
            if (
                token.pos_ == "SCONJ"
                or token.lower_ in RELATIVES
                or (
                    token.pos_ == "VERB" and i > start and not (i + 1 < end and is_noun(doc[i + 1]))
                )
            ):
                opened = True
            continue
        if i + 1 < end and is_noun(doc[i + 1]):
            continue
        if i + 1 < end and doc[i + 1].text in {"'s", "’s", "'", "’", "-"}:
            continue
        opened = True
        yield token


def _is_inner(doc: Doc, start: int, i: int) -> bool:
    """Whether an 'and' joins what hangs on another noun: 'a lawyer of the poor and the sick'."""
    after = doc[i + 1]
    if after.pos_ == "ADJ" and i + 2 < len(doc):
        after = doc[i + 2]
    role = lexicon.is_role(after.lemma_) or lexicon.kin(after.lemma_) is not None
    return not role and any(t.pos_ == "ADP" for t in doc[start:i])


def is_post(token: Token) -> bool:
    """'lawyer', 'detainee', 'brother', 'Gov.'"""
    lemma = token.lemma_.lower()
    if lexicon.is_role(lemma) or lexicon.kin(lemma) is not None or lexicon.is_title(token.text):
        return True
    return (
        token.i + 1 < len(token.doc) and token.nbor(1).text == "." and lexicon.is_title(f"{token}.")
    )


def is_noun(token: Token) -> bool:
    """Whether tag or part of speech says so; they are guessed apart and may differ."""
    if token.pos_ in {"NOUN", "PROPN"} or token.tag_.startswith("NN"):
        return True
    return token.pos_ == "ADJ" and lexicon.is_role(token.lower_)  # 'its chief executive'
