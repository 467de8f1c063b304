"""Sets of people or things that an article counts and names, over several sentences."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from bot.domain import Role
from bot.language import name_lists
from bot.language.draft import Draft
from bot.language.mentions import Mention, Named
from bot.language.sets import (
    OTHERS,
    PARAGRAPHS_BACK,
    Anchor,
    Group,
    Set,
    alike,
    is_kind,
    latest,
    number,
    openers,
)

_BE = {"is", "was", "are", "were", "include", "includes", "included", "including"}
_NAMING = {"identify", "name", "list"}


def find(draft: Draft) -> tuple[Group, ...]:
    """The groups of the article with at least one named member, in its order."""
    sets: list[Set] = []
    for index, line in enumerate(draft.lines):
        if line.role is Role.BODY:
            _read(draft, index, sets)
    kept = [one for one in sets if one.members]
    return tuple(
        Group(
            one.noun,
            one.size,
            tuple(one.members),
            tuple(one.anchors),
            kept.index(one.parent) if one.parent in kept else None,
        )
        for one in kept
    )


def _read(draft: Draft, index: int, sets: list[Set]) -> None:
    """The openers of a sentence first, then what takes up a set and names its members."""
    line = draft.lines[index]
    doc = line.doc
    names = [n for n in line.names if n.label in {"PER", "ORG", "LOC"}]
    counted = list(openers(doc))
    if names:
        for token in doc:
            _among(draft, index, token, names, sets)
            _parts(draft, index, token, names, sets)
            _others(draft, index, token, names, sets)
            _another(draft, index, token, names, sets)
            _defined(draft, index, token, names, sets)
        _were_among(draft, index, names, sets)
    for noun, size, span in counted:
        if not any(
            a.sentence_index == index and a.start <= span[0] < a.end
            for s in sets
            for a in s.anchors
        ):
            sets.append(Set(noun, size, [Anchor(index, *span)]))


def _mentions(draft: Draft, index: int, row: Sequence[Named]) -> list[Mention]:
    """The names of a row that stand for somebody known."""
    found = (draft.at.get((index, name.start)) for name in row)
    return [m for m in found if m is not None and m.entity is not None]


def _among(draft: Draft, index: int, token: Token, names: Sequence[Named], sets: list[Set]) -> None:
    """'[Among them] was Ana Roe'; '[One of those] is Ana Roe'; '…, [including] Ana and Eva Roe'"""
    doc = token.doc
    start = token.i
    after = doc[start + 1].lower_ if start + 1 < len(doc) else ""
    opens = token.lower_ == "among" and after in {"them", "those", "these"}
    opens = opens or (
        token.lower_ == "of"
        and after in {"them", "those", "these"}
        and doc[start - 1].lower_ == "one"
    )
    if opens:
        be = next((t.i for t in doc[start : start + 12] if t.lower_ in _BE), None)
        row = name_lists.after(doc, names, be + 1) if be is not None else []
        span = (start if token.lower_ == "among" else start - 1, start + 2)
    elif token.lower_ == "including" and start:
        row, span = name_lists.after(doc, names, start + 1), (start, start + 1)
    else:
        return
    one = latest(draft, index, sets) if opens else _opened_here(doc, index, start, sets)
    if one is not None and row and is_kind(one, row):
        one.take(_mentions(draft, index, row), Anchor(index, *span))


def _opened_here(doc: Doc, index: int, end: int, sets: list[Set]) -> Set | None:
    """The set that the words before 'including' count: '[five sailors], including …'"""
    found = [o for o in openers(doc) if o[2][1] <= end]
    if not found:
        return None
    noun, size, span = found[-1]
    if end - span[1] > 6:
        return None
    one = Set(noun, size, [Anchor(index, *span)])
    sets.append(one)
    return one


def _parts(draft: Draft, index: int, token: Token, names: Sequence[Named], sets: list[Set]) -> None:
    """'[Two of them], Ana Roe and Eva Lund, were …'"""
    doc, start = token.doc, token.i
    size = number(token)
    if size is None or start + 3 >= len(doc) or doc[start + 1].lower_ != "of":
        return
    if doc[start + 2].lower_ not in {"them", "those", "these"} or doc[start + 3].text not in {
        ",",
        ":",
        "—",
        "–",
    }:
        return
    row = name_lists.after(doc, names, start + 4)
    whole = latest(draft, index, sets)
    if whole is None or len(row) != size or (whole.size or size) < size:
        return
    anchor = Anchor(index, start, start + 3)
    members = _mentions(draft, index, row)
    whole.take(members, anchor)
    sets.append(Set(whole.noun, size, [anchor], members, whole))


def _others(
    draft: Draft, index: int, token: Token, names: Sequence[Named], sets: list[Set]
) -> None:
    """'named [the other four] as A, B, C and D'; '[The others] were A and B'"""
    doc, start = token.doc, token.i
    if token.lower_ not in OTHERS or not start or doc[start - 1].lower_ != "the":
        return
    link = next(
        (
            t.i
            for t in doc[start : start + 12]
            if t.lower_ in {"as", "are", "were", "is", "was", ":"}
        ),
        None,
    )
    row = name_lists.after(doc, names, link + 1) if link is not None else []
    one = latest(draft, index, sets)
    if one is None or link is None or not row or not is_kind(one, row):
        return
    between = doc[start + 1 : link]
    rest = next((n for t in between if (n := number(t)) is not None), None)
    noun = next((t.lemma_.lower() for t in between if t.tag_ == "NNS"), None)
    if noun is not None and not alike(noun, one.noun):
        return
    if rest is not None and (rest != len(row) or (one.size is not None and rest >= one.size)):
        return
    one.take(_mentions(draft, index, row), Anchor(index, start - 1, max(start + 1, link)))


def _another(
    draft: Draft, index: int, token: Token, names: Sequence[Named], sets: list[Set]
) -> None:
    """'[another freed detainee], Roe, was': one more, or one of those named."""
    doc, start = token.doc, token.i
    if token.lower_ != "another":
        return
    name = next((n for n in names if start < n.start <= start + 6), None)
    if name is None or doc[name.start - 1].text != ",":
        return
    found = _mentions(draft, index, [name])
    head = doc[name.start - 2]
    here = draft.lines[index].paragraph
    for one in reversed(sets):
        if one.parent is not None or not one.members or not found:
            continue
        if here - draft.lines[one.last].paragraph > PARAGRAPHS_BACK:
            continue
        member = any(m.entity == found[0].entity for m in one.members)
        if member or (alike(head.lemma_.lower(), one.noun) and (one.size or 99) > len(one.members)):
            one.take(found, Anchor(index, start, name.start - 1))
            return


def _defined(
    draft: Draft, index: int, token: Token, names: Sequence[Named], sets: list[Set]
) -> None:
    """'[The victims] were A and B'; 'named [the victims] as A and B'; '[two firms]: A and B'"""
    doc, start = token.doc, token.i
    if token.tag_ not in {"NNS", "NNPS"} or start + 2 >= len(doc):
        return
    after = doc[start + 1]
    begin = next(
        (t.i for t in reversed(doc[max(start - 5, 0) : start]) if t.lower_ == "the" or number(t)),
        None,
    )
    if begin is None or any(t.lower_ in OTHERS for t in doc[begin:start]):
        return
    named = after.lower_ == "as" and any(
        t.lemma_ in _NAMING for t in doc[max(begin - 6, 0) : begin]
    )
    if not (named or after.lower_ in {"were", "are"} or after.text in {":", "—", "–", ","}):
        return
    row = name_lists.after(doc, names, start + 2)
    size = next((n for t in doc[begin:start] if (n := number(t)) is not None), None)
    if len(row) < 2 or (after.text in {",", "—", "–"} and size != len(row)):
        return
    one = latest(draft, index, sets)
    noun = token.lemma_.lower()
    if (
        one is None
        or one.last == index
        or not alike(noun, one.noun)
        or (size and one.size and size != one.size)
    ):
        one = Set(noun, size, [Anchor(index, begin, start + 1)])
        sets.append(one)
    if is_kind(one, row):
        one.take(_mentions(draft, index, row), Anchor(index, begin, start + 1))


def _were_among(draft: Draft, index: int, names: Sequence[Named], sets: list[Set]) -> None:
    """'[A, B and C] were among the five detainees freed'"""
    doc = draft.lines[index].doc
    for token in doc[1:-2]:
        if token.lower_ != "among" or doc[token.i - 1].lower_ not in {"were", "are"}:
            continue
        row = name_lists.before(doc, names, token.i - 1)
        if len(row) < 2:
            continue
        inside = [
            t for t in doc[token.i + 1 : token.i + 8] if t.tag_ == "NNS" or t.lower_ == "those"
        ]
        if not inside:
            continue
        noun = inside[0].lemma_.lower() if inside[0].tag_ == "NNS" else "person"
        size = next((n for t in doc[token.i + 1 : inside[0].i] if (n := number(t))), None)
        anchor = Anchor(index, token.i + 1, inside[0].i + 1)
        one = latest(draft, index, sets)
        if (
            one is None
            or not (alike(noun, one.noun) or noun == "person")
            or size not in {None, one.size}
        ):
            one = Set(noun, size, [anchor])
            sets.append(one)
        if is_kind(one, row):
            one.take(_mentions(draft, index, row), anchor)
