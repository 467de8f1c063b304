"""The spans of a sentence that could answer something: its constituents, names, dates and figures.

After Rajpurkar et al., "SQuAD" (EMNLP 2016): candidates are the constituents of the parse; here they
are subtrees of the dependency parse, whole and trimmed of what merely comments on their head.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from bot.language.dates import When
from bot.language.names import Name
from bot.language.numbers import Quantity
from bot.language.quotes import Quote

COMMENTS = {"acl:relcl", "appos", "parataxis", "punct", "advcl", "conj", "cc", "dep", "nmod:appos"}
OPENINGS = {"case", "mark", "cc", "punct"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"}
LONGEST = 40  # words; longer spans answer nothing


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of a sentence that might fill a question's hole."""

    start: int  # tokens [start, end)
    end: int
    head: int  # token that the parse hangs the span on
    shape: str  # how it was found: "name", "when", "quantity", "quote", "phrase", "clause", …
    label: str = ""  # PER, LOC, ORG; a date's or quantity's kind


def find(
    doc: Doc,
    names: tuple[Name, ...],
    whens: tuple[When, ...],
    quantities: tuple[Quantity, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Candidate, ...]:
    """Every candidate of a sentence; of equal spans the more telling shape stays."""
    found: dict[tuple[int, int], Candidate] = {}
    for candidate in _all(doc, names, whens, quantities, quotes):
        if 0 < candidate.end - candidate.start <= LONGEST:
            found.setdefault((candidate.start, candidate.end), candidate)
    return tuple(sorted(found.values(), key=lambda c: (c.start, c.end)))


def _all(
    doc: Doc,
    names: tuple[Name, ...],
    whens: tuple[When, ...],
    quantities: tuple[Quantity, ...],
    quotes: tuple[Quote, ...],
) -> Iterator[Candidate]:
    for name in names:
        yield Candidate(name.start, name.end, _head(doc, name.start, name.end), "name", name.label)
    for when in whens:
        yield Candidate(when.start, when.end, _head(doc, when.start, when.end), "when", when.kind)
    for q in quantities:
        head = _head(doc, q.start, q.end)
        yield Candidate(q.start, q.end, head, "quantity", q.unit)
        yield Candidate(q.number_start, q.number_end, head, "number", q.unit)
        if q.qualifier_start < q.number_start:
            yield Candidate(q.qualifier_start, q.number_end, head, "number", q.unit)
    for quote in quotes:
        head = _head(doc, quote.start, quote.end)
        yield Candidate(quote.start, quote.end, head, "quote", "direct" if quote.direct else "")
    for token in doc:
        if token.pos_ in NOMINAL:
            yield from _phrases(token)
        elif token.pos_ in {"VERB", "AUX"} or token.dep_ in {"ccomp", "advcl", "acl", "xcomp"}:
            yield from _clauses(token)
        elif token.pos_ in {"ADJ", "ADV"}:
            yield from _qualities(token)


def _head(doc: Doc, start: int, end: int) -> int:
    return int(doc[start:end].root.i)


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Without punctuation at either edge, but with a closing quote whose opening is inside."""
    while start < end and doc[start].is_punct:
        start += 1
    while end > start and doc[end - 1].is_punct:
        end -= 1
    return start, end


def _span(token: Token, left: int, right: int, shape: str) -> Iterator[Candidate]:
    start, end = _trim(token.doc, left, right + 1)
    if start <= token.i < end:
        yield Candidate(start, end, token.i, shape)


def _phrases(token: Token) -> Iterator[Candidate]:
    """A noun with all that hangs on it, without comments, without what follows; with preposition."""
    opened = [c for c in token.lefts if c.dep_ in OPENINGS]
    left = max((c.right_edge.i + 1 for c in opened), default=token.left_edge.i)
    left = min(left, token.i)
    if opened and any(c.dep_ == "case" for c in opened):
        yield from _span(token, token.left_edge.i, _plain_right(token), "prepositional")
    yield from _span(token, left, token.right_edge.i, "phrase")
    yield from _span(token, left, _plain_right(token), "phrase")
    yield from _span(token, left, _name_right(token), "phrase")
    if any(c.dep_ == "conj" for c in token.rights):
        yield from _span(token, left, _conjoined_right(token), "conjoined")
    determined = [c for c in token.lefts if c.dep_ in {"det", "nmod:poss"}]
    if determined and determined[-1].right_edge.i + 1 <= token.i:
        yield from _span(token, determined[-1].right_edge.i + 1, _name_right(token), "phrase")


def _plain_right(token: Token) -> int:
    """The last token before the first comment on the right."""
    right = token.i
    for child in token.rights:
        if child.dep_ in COMMENTS:
            break
        right = child.right_edge.i
    return right


def _name_right(token: Token) -> int:
    """The last token of the noun or name itself: compounds and flat parts, no modifiers."""
    right = token.i
    for child in token.rights:
        if child.dep_ not in {"flat", "compound", "fixed", "nummod", "flat:name"}:
            break
        right = child.right_edge.i
    return right


def _conjoined_right(token: Token) -> int:
    right = token.i
    for child in token.rights:
        if child.dep_ not in COMMENTS or child.dep_ in {"conj", "cc", "punct"}:
            right = child.right_edge.i if child.dep_ != "punct" else right
        else:
            break
    return right


def _clauses(token: Token) -> Iterator[Candidate]:
    """A clause with its conjunction and without, and its verb phrase."""
    opened = [c for c in token.lefts if c.dep_ in OPENINGS]
    left = max((c.right_edge.i + 1 for c in opened), default=token.left_edge.i)
    left = min(left, token.i)
    right = _clause_right(token)
    yield from _span(token, token.left_edge.i, right, "clause")
    yield from _span(token, left, right, "clause")
    yield from _span(token, token.i, right, "verb phrase")


def _clause_right(token: Token) -> int:
    right = token.i
    for child in token.rights:
        if child.dep_ in {"conj", "parataxis", "cc"}:
            break
        if child.dep_ != "punct":
            right = child.right_edge.i
    return right


def _qualities(token: Token) -> Iterator[Candidate]:
    yield from _span(token, token.left_edge.i, token.right_edge.i, "quality")
    yield from _span(token, token.i, token.i, "quality")
