"""Spans of a sentence that can be told as a line: whole, shortened, standing alone."""

from spacy.tokens import Token

from bot.language.phrases import SUBJECTS, Span
from bot.story import Reading

LONGEST = 280  # characters of a clause in a list; longer ones lose what hangs on at their end
_HANGING = {"advcl", "acl", "acl:relcl", "parataxis", "advcl:relcl"}


def is_quoted(reading: Reading, token: int) -> bool:
    """Whether a token stands between quotation marks."""
    return any(q.direct and q.start <= token < q.end for q in reading.quotes)


def is_clause(predicate: Token) -> bool:
    """Whether a word says that something is or was done: not 'a view of the port in May'."""
    finite = {"VBD", "VBP", "VBZ", "MD"}
    helped = {"aux", "aux:pass", "cop"} | (SUBJECTS if predicate.dep_ == "ROOT" else set())
    return predicate.tag_ in finite or any(
        c.tag_ in finite or c.dep_ in helped for c in predicate.children
    )


def speaks_of_itself(reading: Reading) -> bool:
    """'I went there': the words of somebody whom no quotation marks tell."""
    return any(
        token.lower_ in {"i", "we", "my", "our"} and not is_quoted(reading, token.i)
        for token in reading.doc
    )


def is_named(reading: Reading, token: int) -> bool:
    """Whether a token is of a name."""
    return any(name.start <= token < name.end for name in reading.names)


def whole(reading: Reading) -> Span:
    """The sentence without its full stop, nor a conjunction that opens it."""
    doc, end = reading.doc, len(reading.doc)
    while end > 1 and doc[end - 1].is_space:
        end -= 1
    if end > 1 and doc[end - 1].text == ".":
        end -= 1
    start = 1 if end > 2 and doc[0].pos_ == "CCONJ" else 0
    return start, end


def standing_alone(reading: Reading) -> tuple[Span, ...]:
    """The sentence as `whole` gives it; of 'Two of them, Ana and Leo, left' what names them."""
    start, end = whole(reading)
    doc = reading.doc
    opening = [token.lower_ for token in doc[start + 1 : start + 4]]
    if opening == ["of", "them", ","] and doc[start].like_num:
        names = start + 4
        comma = next((t.i for t in doc[names:end] if t.text == "," and t.nbor().pos_ in
                      {"VERB", "AUX"}), None)  # fmt: skip
        if comma is not None:
            return (names, comma), (comma + 1, end)
    return ((start, end),)


def fitted(reading: Reading, span: Span, keep: int) -> Span | None:
    """The words without subordinate clauses at their end, as many as it takes for `LONGEST`.

    Tokens before `keep` stay; None if the words stay too long.
    """
    doc, (start, end) = reading.doc, span
    while _length(reading, start, end) > LONGEST:
        cuts = [
            token.left_edge.i
            for token in doc[start:end]
            if token.dep_ in _HANGING
            and max(keep, start + 3) <= token.left_edge.i < end
            and token.head.i < token.left_edge.i
            and not is_quoted(reading, token.left_edge.i)
        ]
        if not cuts:
            return None
        end = max(cuts)
        while end > start and (doc[end - 1].is_punct or doc[end - 1].pos_ in {"CCONJ", "SCONJ"}):
            end -= 1
        if end <= keep:
            return None
    return start, end


def judges(reading: Reading) -> bool:
    """'It was the worst accident in years': of the story, not of the sentence before."""
    root = next((token for token in reading.doc if token.dep_ == "ROOT"), None)
    return (
        root is not None
        and root.pos_ in {"NOUN", "PROPN"}
        and any(c.dep_ in SUBJECTS and c.lower_ == "it" for c in root.lefts)
    )


def _length(reading: Reading, start: int, end: int) -> int:
    fact = reading.fact(start, end)
    return fact.end - fact.start
