"""Noun phrases and clauses as spans of tokens, read from the parse and checked with the text."""

from spacy.tokens import Doc, Token

Span = tuple[int, int]  # tokens [start, end)

SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer"}
_BEFORE = {"det", "amod", "compound", "nummod", "nmod:poss", "flat", "advmod", "nmod", "det:predet"}
_AFTER = {"flat", "compound", "flat:foreign", "goeswith"}
_NOMINAL = {"DET", "ADJ", "NOUN", "PROPN", "NUM"}
_NOMINATIVE = {"i", "he", "she", "we", "they"}


def noun_phrase(head: Token) -> Span:
    """'[the president of Foro Penal], who …': a noun with what belongs to it, no apposition.

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
    """Takes in what the parse left out on the left: 'the', 'Spanish', "Venezuela's"."""
    while start > 0 and doc[start - 1].pos_ in _NOMINAL and doc[start].pos_ != "DET":
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
