"""Names in a row: 'nurse Ana Roe, 30, Eva Lund and two-time winner Leo Falk'."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from bot.language.mentions import Named
from bot.language.phrases import Span

_SEPARATORS = {",", "and", "&", ";", "or"}
_BETWEEN = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "PART"}
_LONGEST_TITLE = 9  # tokens before a name


def after(doc: Doc, names: Sequence[Named], start: int) -> list[Named]:
    """The names of one kind that stand in a row from `start` on, titles before them allowed."""
    row: list[Named] = []
    at = start
    for name in names:
        if name.start < at:
            continue
        between = range(at, name.start)
        if row and (name.label != row[0].label or not _is_separated(doc, between)):
            break
        if not row and not all(_is_title_word(doc, i) for i in between):
            break
        if len(between) > _LONGEST_TITLE:
            break
        row.append(name)
        at = name.end
    return row if _is_whole(doc, row) else row[:-1]


def before(doc: Doc, names: Sequence[Named], end: int) -> list[Named]:
    """The names of one kind in a row that ends at `end`: '[A, B and C] were among …'."""
    for index, name in enumerate(names):
        row = after(doc, names[index:], name.start)
        if row and row[-1].end == end:
            return row
    return []


def _is_separated(doc: Doc, between: range) -> bool:
    """'A[, 30, and former mayor ]B': a separator, then nothing but an age or a title."""
    words = [doc[i] for i in between]
    joined = [i for i, word in enumerate(words) if word.lower_ in _SEPARATORS]
    if not joined or words[0].lower_ not in _SEPARATORS:
        return False
    return all(
        word.lower_ in _SEPARATORS
        or word.like_num
        or (i > joined[-1] and _is_title_word(doc, word.i))
        for i, word in enumerate(words)
    )


def _is_title_word(doc: Doc, i: int) -> bool:
    token = doc[i]
    return (
        token.pos_ in {"DET", "ADJ", "NOUN", "PROPN"}
        or token.text in {"-", ".", ":"}
        or (token.lower_ in {"and", "former", "acting", "then"})
    )


def _is_whole(doc: Doc, row: Sequence[Named]) -> bool:
    """Whether the last name of the row is not the first of another clause: 'A and B, C said'."""
    if len(row) < 2:
        return True
    last = row[-1]
    joint = {doc[i].lower_ for i in range(row[-2].end, last.start)}
    if joint & {"and", "&", "or"} or last.end >= len(doc) or len(row) < 3:
        return True
    return doc[last.end].pos_ not in {"VERB", "AUX"}


def spans(row: Sequence[Named]) -> Iterator[Span]:
    """The tokens of each name."""
    return ((name.start, name.end) for name in row)
