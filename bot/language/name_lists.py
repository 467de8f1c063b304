"""Names in a row: 'nurse Ana Roe, 30; Eva Lund, who sings; and Leo Falk, a brother of Max Lund'.

Between two names of a row stand ages, titles and what each of them is; those are no members.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from bot.language.mentions import Named
from bot.language.phrases import RELATIVES
from bot.language.set_phrases import number

_SEPARATORS = {",", "and", "&", ";", "or"}
_JOINS = {"and", "&", "or"}
_LONGEST_TITLE = 9  # tokens before a name
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_OPENS_NOTE = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PRON"}


@dataclass(frozen=True, slots=True)
class Row:
    """Names of one kind, and where the list of them ends."""

    names: tuple[Named, ...]
    end: int  # the token after the last name and what is told of it
    unnamed: int = 0  # how many are only counted: 4 of 'Ana Roe and four nurses'


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two separators: a member, or a note on one."""

    name: Named | None
    separators: frozenset[str]  # before it
    end: int
    closes: bool  # a clause begins within it: nothing after it belongs to the row
    count: int = 0  # 'and [four] nurses'


def after(doc: Doc, names: Sequence[Named], start: int, *, mixed: bool = False) -> list[Named]:
    """The names of one kind, or of any if `mixed`, that stand in a row from `start` on."""
    return list(row(doc, names, start, mixed=mixed).names)


def before(doc: Doc, names: Sequence[Named], end: int) -> list[Named]:
    """The names of one kind in a row that ends at `end`: '[A, B and C] were among …'."""
    for index, name in enumerate(names):
        found = row(doc, names[index:], name.start)
        closed = found.end + (found.end < len(doc) and doc[found.end].text == ",")
        if found.names and end in {closed, found.end, found.names[-1].end}:
            return list(found.names)
    return []


def around(doc: Doc, names: Sequence[Named], start: int) -> list[Named]:
    """The row, closed by "and", that the name at `start` stands in; empty if it stands alone."""
    for name in names:
        if name.start > start:
            break
        found = row(doc, names, name.start).names
        joined = {t.lower_ for a, b in pairwise(found) for t in doc[a.end : b.start]} & _JOINS
        if joined and any(one.start == start for one in found):
            return list(found)
    return []


def row(doc: Doc, names: Sequence[Named], start: int, *, mixed: bool = False) -> Row:
    """The list of names that begins at `start`, titles before the first one allowed."""
    pieces: list[_Piece] = []
    label = ""
    at, joining, joined = start, False, False
    doubtful: int | None = None  # pieces before a name that may be of another clause
    while at < len(doc):
        piece = _piece(doc, names, at, label, mixed=mixed)
        if piece is None or (not pieces and piece.separators):
            break
        is_first = piece.name is not None and not label
        if is_first and pieces and piece.closes:
            break  # 'Among them was a baker, Ana Roe said'
        if piece.name is not None and joined and piece.separators == {","}:
            if piece.closes:
                break  # 'A and B, Ana Roe said'
            doubtful = len(pieces) if doubtful is None else doubtful
        joining = joining or bool(label and piece.separators & _JOINS)
        if piece.name is not None:
            doubtful = None if joining else doubtful  # 'the twins A and B, C and D'
            joined, joining = joining or joined, False
        if ";" in piece.separators:
            joined = False
        doubtful = None if piece.count else doubtful
        label = label or (piece.name.label if piece.name else "")
        pieces.append(piece)
        at = piece.end
        if piece.closes:
            break
    pieces = pieces[:doubtful]
    while pieces and pieces[-1].name is None and pieces[-1].closes and not pieces[-1].count:
        pieces.pop()
    return _whole(doc, pieces)


def _whole(doc: Doc, pieces: list[_Piece]) -> Row:
    """Without a last name that is the first of another clause: 'A, B, [C] said'."""
    members = [piece for piece in pieces if piece.name is not None]
    if len(members) > 2 and pieces[-1] is members[-1] and not _is_joined(pieces):
        end = members[-1].end
        if members[-1].closes or (end < len(doc) and doc[end].pos_ in {"VERB", "AUX"}):
            members.pop()
            pieces = pieces[:-1]
    if not members:
        return Row((), 0)
    named = tuple(p.name for p in members if p.name is not None)
    return Row(named, pieces[-1].end, sum(piece.count for piece in pieces))


def _is_joined(pieces: Sequence[_Piece]) -> bool:
    """Whether "and" stands before the last name, or before what it is told to be: 'and a nurse, [C]'"""
    *before, last = pieces
    told = before[-1:] if last.separators == {","} else []
    opening = [piece.separators for piece in told if piece.name is None and not piece.count]
    return bool(last.separators.union(*opening) & _JOINS)


def _piece(doc: Doc, names: Sequence[Named], at: int, label: str, *, mixed: bool) -> _Piece | None:
    """What begins at a token with the separators before it; None where no list goes on."""
    start = at
    while start < len(doc) and doc[start].lower_ in _SEPARATORS:
        start += 1
    separators = frozenset(doc[i].lower_ for i in range(at, start))
    name = _bearer(doc, names, start, "" if mixed else label)
    begin = name.end if name else start
    if begin >= len(doc) or (label and not separators):
        return None
    if name is None and not _opens_note(doc, start, is_first=not label):
        return None
    counted = name is None and bool(separators & _JOINS)
    count = (1 if doc[start].lower_ == "one" else number(doc[start]) or 0) if counted else 0
    end, relative = begin, False
    while end < len(doc) and (doc[end].lower_ not in _SEPARATORS or _within(names, end)):
        token = doc[end]
        relative = relative or token.lower_ in RELATIVES | {"that", "where"}
        if token.text in {".", ":", "—", "–", "“", "”", '"'} and not _within(names, end):
            return _Piece(name, separators, end, closes=True, count=count)
        if token.tag_ in _FINITE and not relative:
            return _Piece(name, separators, begin, closes=True) if name else None
        end += 1
    return _Piece(name, separators, end, closes=False, count=count)


def _bearer(doc: Doc, names: Sequence[Named], start: int, label: str) -> Named | None:
    """The name that stands at `start`, titles before it allowed: 'the banker Ana Roe'; not whose,
    of whom or where: "Rota's mayor", 'a brother of Leo Falk'."""
    for name in names:
        if name.start < start:
            continue
        before = range(start, name.start)
        if len(before) > _LONGEST_TITLE or not all(_is_title_word(doc, i) for i in before):
            return None
        owns = name.end < len(doc) and doc[name.end].tag_ == "POS"
        other = bool(label) and name.label != label
        if owns or _before_another(doc, names, name):
            continue
        return None if other else name
    return None


def _before_another(doc: Doc, names: Sequence[Named], name: Named) -> bool:
    """'[Chile] striker Ana Roe': a name within the title of the next one."""
    following = next((n for n in names if n.start >= name.end), None)
    if following is None:
        return False
    return all(_is_title_word(doc, i) for i in range(name.end, following.start))


def _opens_note(doc: Doc, i: int, *, is_first: bool) -> bool:
    """Whether a note on a member may begin so: '30', 'a baker', 'who sings', 'from Rota'."""
    token = doc[i]
    if is_first:
        return token.pos_ in {"DET", "NOUN", "ADJ", "PROPN"} or token.tag_ == "PRP$"
    return (
        token.like_num
        or token.lower_ in RELATIVES | {"aged", "born", "both", "all", "each"}
        or (token.pos_ in _OPENS_NOTE and (token.pos_ != "PRON" or token.tag_ == "PRP$"))
    )


def _within(names: Sequence[Named], i: int) -> bool:
    return any(name.start <= i < name.end for name in names)


def _is_title_word(doc: Doc, i: int) -> bool:
    token = doc[i]
    return (
        token.pos_ in {"DET", "ADJ", "NOUN", "PROPN"}
        or token.tag_ in {"PRP$", "POS", "CD", "JJ", "VB"}  # 'cook Ana Roe', taken for a verb
        or token.text in {"-", "."}
        or token.lower_ in {"former", "acting", "then"}
    )
