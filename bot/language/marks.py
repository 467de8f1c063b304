"""Quotation marks: which words of a sentence stand inside them."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

OPENING = {"“", "«", "„", "``"}
CLOSING = {"”", "»", "''"}
_STRAIGHT = '"'
_SINGLE_OPENING = "‘"
_SINGLE_CLOSING = "’"
_SINGLE_STRAIGHT = "'"
_DASHES = {"—", "–", "--", "-", "(", "["}


@dataclass(frozen=True, slots=True)
class Quoted:
    """Tokens [start, end) inside a pair of marks, the marks excluded."""

    start: int
    end: int
    closed: bool = True  # False: the quotation runs on after the sentence


def is_mark(token: Token) -> bool:
    """Whether the token is a double quotation mark of any kind."""
    return token.text in OPENING or token.text in CLOSING or token.text == _STRAIGHT


def find(doc: Doc, *, inside: bool = False) -> tuple[Quoted, ...]:
    """What stands in quotation marks, in the order of the sentence; the outermost marks only.

    `inside` says that a quotation of the sentence before is still open: words up to its closing
    mark are quoted, or all of them if there is none.  A second pair within a pair is part of it.
    """
    found = _double(doc, inside=inside)
    singles = (s for s in _single(doc) if not any(d.start <= s.start < d.end for d in found))
    return tuple(sorted((*found, *singles), key=lambda quoted: quoted.start))


def _double(doc: Doc, *, inside: bool) -> list[Quoted]:
    found: list[Quoted] = []
    first = next((token for token in doc if is_mark(token)), None)
    if first is not None and first.i and first.text not in CLOSING and _opens(first):
        inside = False  # the mark that should have closed was forgotten
    start: int | None = 0 if inside else None
    for token in doc:
        if token.text in OPENING or (token.text == _STRAIGHT and _opens(token)):
            if start is None or (inside and start == 0 and token.i == 0):
                start = token.i + 1
        elif start is not None and (token.text in CLOSING or token.text == _STRAIGHT):
            found.append(Quoted(start, token.i))
            start = None
    if start is not None and start < len(doc):
        found.append(Quoted(start, len(doc), closed=False))
    return [quoted for quoted in found if quoted.start < quoted.end]


def _single(doc: Doc) -> list[Quoted]:
    """‘political reasons’, 'a chip'; never the apostrophes of "prisoners' families" or "'90s"."""
    found: list[Quoted] = []
    start: int | None = None
    for token in doc:
        if start is None:
            if _opens_single(token) and any(_closes_single(later) for later in doc[token.i + 2 :]):
                start = token.i + 1
        elif _closes_single(token) and not (
            _is_possessive(token) and any(_closes_single(later) for later in doc[token.i + 1 :])
        ):
            found.append(Quoted(start, token.i))
            start = None
    return found


def _opens(token: Token) -> bool:
    """Whether a straight mark opens: space before it and none after it."""
    before = token.nbor(-1) if token.i else None
    return not token.whitespace_ and (
        before is None or bool(before.whitespace_) or before.text in _DASHES
    )


def _opens_single(token: Token) -> bool:
    if token.i + 1 == len(token.doc) or token.nbor(1).text[0].isdigit():
        return False
    return token.text in {_SINGLE_OPENING, _SINGLE_STRAIGHT} and _opens(token)


def _closes_single(token: Token) -> bool:
    return (
        token.text in {_SINGLE_CLOSING, _SINGLE_STRAIGHT}
        and token.i > 0
        and not token.nbor(-1).whitespace_
    )


def _is_possessive(token: Token) -> bool:
    """The mark of "workers’ council": after an s, with a word to follow."""
    return (
        token.nbor(-1).lower_.endswith("s")
        and bool(token.whitespace_)
        and token.i + 1 < len(token.doc)
        and token.nbor(1).is_alpha
        and token.nbor(1).is_lower
    )
