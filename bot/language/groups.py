"""Sets of people or things that an article counts and names, over several sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from bot.domain import Role
from bot.language import lexicon, name_lists
from bot.language.draft import Draft
from bot.language.mentions import Mention, Named
from bot.language.number_words import canonical
from bot.language.phrases import Span

_BE = {"is", "was", "are", "were", "include", "includes", "included", "including"}
_NAMING = {"identify", "name", "list"}
_OTHERS = {"other", "others", "remaining", "rest"}
_LARGEST = 500  # nobody names more
_PARAGRAPHS_BACK = 1


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that speak of a group: 'five of its citizens', 'Two of them', 'the other four'."""

    sentence_index: int
    start: int  # tokens [start, end)
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """'Five sailors …. Among them was A …. The others were B and C.'"""

    noun: str  # lemma of the head noun: "sailor"
    size: int | None  # as the text states it; None: it does not
    members: tuple[Mention, ...]  # names, in the article's order, nobody twice
    anchors: tuple[Anchor, ...]  # the opener and what takes it up again
    parent: int | None = None  # index of the group it is a part of: 'Two of them, A and B'

    @property
    def complete(self) -> bool:
        """Whether as many are named as the text says there are."""
        return self.size == len(self.members)


@dataclass(slots=True)
class _Set:
    noun: str
    size: int | None
    anchors: list[Anchor]
    members: list[Mention] = field(default_factory=list)
    parent: "_Set | None" = None

    def take(self, members: Sequence[Mention], anchor: Anchor) -> None:
        """Adds who is not in yet; what a part names, its whole has too."""
        self.anchors.append(anchor)
        for member in members:
            if all(member.entity != m.entity for m in self.members):
                self.members.append(member)

    @property
    def last(self) -> int:
        return self.anchors[-1].sentence_index


def find(draft: Draft) -> tuple[Group, ...]:
    """The groups of the article with at least one named member, in its order."""
    sets: list[_Set] = []
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


def _read(draft: Draft, index: int, sets: list[_Set]) -> None:
    """The openers of a sentence first, then what takes up a set and names its members."""
    line = draft.lines[index]
    doc = line.doc
    names = [n for n in line.names if n.label in {"PER", "ORG", "LOC"}]
    openers = list(_openers(doc))
    if names:
        for token in doc:
            _among(draft, index, token, names, sets)
            _parts(draft, index, token, names, sets)
            _others(draft, index, token, names, sets)
            _another(draft, index, token, names, sets)
            _defined(draft, index, token, names, sets)
        _were_among(draft, index, names, sets)
    for noun, size, span in openers:
        if not any(
            a.sentence_index == index and a.start <= span[0] < a.end
            for s in sets
            for a in s.anchors
        ):
            sets.append(_Set(noun, size, [Anchor(index, *span)]))


def _openers(doc: Doc) -> Iterator[tuple[str, int, Span]]:
    """'[five of its citizens]', '[six dismissed workers]': a number and a plural noun."""
    for token in doc:
        size = _number(token)
        if size is None or (token.i and doc[token.i - 1].lower_ in _OTHERS):
            continue
        i = token.i + 1
        if i < len(doc) and doc[i].lower_ == "of":
            i += 1
            if i < len(doc) and doc[i].lower_ in {"them", "those", "these"}:
                continue
            while i < len(doc) and (
                doc[i].pos_ in {"DET", "PRON", "PROPN"} or doc[i].tag_ == "POS"
            ):
                i += 1
        while i < len(doc) and (
            doc[i].pos_ in {"ADJ", "VERB"} or doc[i].tag_ in {"VBN", "NN", "NNP"}
        ):
            i += 1
        if (
            i < len(doc)
            and doc[i].tag_ in {"NNS", "NNPS"}
            or (i < len(doc) and doc[i].lower_ == "people")
        ):
            while i + 1 < len(doc) and doc[i + 1].tag_ == "NNS":
                i += 1
            yield doc[i].lemma_.lower(), size, (token.i, i + 1)


def _number(token: Token) -> int | None:
    if not token.like_num:
        return None
    value = canonical(token.text)
    return (
        int(value) if value is not None and 2 <= value <= _LARGEST and value == int(value) else None
    )


def _latest(draft: Draft, index: int, sets: Sequence[_Set]) -> _Set | None:
    """The whole set spoken of last, in this paragraph or the one before; None if two are as near."""
    here = draft.lines[index].paragraph
    near = [
        s
        for s in sets
        if s.parent is None
        and here - draft.lines[s.last].paragraph <= _PARAGRAPHS_BACK
        and s.last <= index
    ]
    if not near:
        return None
    last = max(s.last for s in near)
    latest = [s for s in near if s.last == last]
    named = [s for s in latest if s.members]
    people = [s for s in latest if lexicon.covers("person", s.noun) or s.noun == "people"]
    for some in (latest, named, people):
        if len(some) == 1:
            return some[0]
    return None


def _mentions(draft: Draft, index: int, row: Sequence[Named]) -> list[Mention]:
    """The names of a row that stand for somebody known."""
    found = (draft.at.get((index, name.start)) for name in row)
    return [m for m in found if m is not None and m.entity is not None]


def _among(
    draft: Draft, index: int, token: Token, names: Sequence[Named], sets: list[_Set]
) -> None:
    """'Among [them] was Ana Roe'; 'One of [those] is Ana Roe'; '…, including Ana Roe and Eva Lund'"""
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
    one = _latest(draft, index, sets) if opens else _opened_here(doc, index, start, sets)
    if one is not None and row and _is_kind(one, row):
        one.take(_mentions(draft, index, row), Anchor(index, *span))


def _opened_here(doc: Doc, index: int, end: int, sets: list[_Set]) -> _Set | None:
    """The set that the words before 'including' count: '[five sailors], including …'"""
    found = [o for o in _openers(doc) if o[2][1] <= end]
    if not found:
        return None
    noun, size, span = found[-1]
    if end - span[1] > 6:
        return None
    one = _Set(noun, size, [Anchor(index, *span)])
    sets.append(one)
    return one


def _parts(
    draft: Draft, index: int, token: Token, names: Sequence[Named], sets: list[_Set]
) -> None:
    """'[Two of them], Ana Roe and Eva Lund, were …'"""
    doc, start = token.doc, token.i
    size = _number(token)
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
    whole = _latest(draft, index, sets)
    if whole is None or len(row) != size or (whole.size or size) < size:
        return
    anchor = Anchor(index, start, start + 3)
    members = _mentions(draft, index, row)
    whole.take(members, anchor)
    sets.append(_Set(whole.noun, size, [anchor], members, whole))


def _others(
    draft: Draft, index: int, token: Token, names: Sequence[Named], sets: list[_Set]
) -> None:
    """'named [the other four] as A, B, C and D'; '[The others] were A and B'"""
    doc, start = token.doc, token.i
    if token.lower_ not in _OTHERS or not start or doc[start - 1].lower_ != "the":
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
    one = _latest(draft, index, sets)
    if one is None or link is None or not row or not _is_kind(one, row):
        return
    between = doc[start + 1 : link]
    rest = next((n for t in between if (n := _number(t)) is not None), None)
    noun = next((t.lemma_.lower() for t in between if t.tag_ == "NNS"), None)
    if noun is not None and not _alike(noun, one.noun):
        return
    if rest is not None and (rest != len(row) or (one.size is not None and rest >= one.size)):
        return
    one.take(_mentions(draft, index, row), Anchor(index, start - 1, max(start + 1, link)))


def _another(
    draft: Draft, index: int, token: Token, names: Sequence[Named], sets: list[_Set]
) -> None:
    """'[another freed detainee], Gorbe, was': one more, or one of those named."""
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
        if here - draft.lines[one.last].paragraph > _PARAGRAPHS_BACK:
            continue
        member = any(m.entity == found[0].entity for m in one.members)
        if member or (
            _alike(head.lemma_.lower(), one.noun) and (one.size or 99) > len(one.members)
        ):
            one.take(found, Anchor(index, start, name.start - 1))
            return


def _defined(
    draft: Draft, index: int, token: Token, names: Sequence[Named], sets: list[_Set]
) -> None:
    """'[The victims] were A and B'; 'named [the victims] as A and B'; '[three firms]: A, B and C'"""
    doc, start = token.doc, token.i
    if token.tag_ not in {"NNS", "NNPS"} or start + 2 >= len(doc):
        return
    after = doc[start + 1]
    begin = next(
        (t.i for t in reversed(doc[max(start - 5, 0) : start]) if t.lower_ == "the" or _number(t)),
        None,
    )
    if begin is None or any(t.lower_ in _OTHERS for t in doc[begin:start]):
        return
    named = after.lower_ == "as" and any(
        t.lemma_ in _NAMING for t in doc[max(begin - 6, 0) : begin]
    )
    if not (named or after.lower_ in {"were", "are"} or after.text in {":", "—", "–", ","}):
        return
    row = name_lists.after(doc, names, start + 2)
    size = next((n for t in doc[begin:start] if (n := _number(t)) is not None), None)
    if len(row) < 2 or (after.text in {",", "—", "–"} and size != len(row)):
        return
    one = _latest(draft, index, sets)
    noun = token.lemma_.lower()
    if (
        one is None
        or one.last == index
        or not _alike(noun, one.noun)
        or (size and one.size and size != one.size)
    ):
        one = _Set(noun, size, [Anchor(index, begin, start + 1)])
        sets.append(one)
    if _is_kind(one, row):
        one.take(_mentions(draft, index, row), Anchor(index, begin, start + 1))


def _were_among(draft: Draft, index: int, names: Sequence[Named], sets: list[_Set]) -> None:
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
        size = next((n for t in doc[token.i + 1 : inside[0].i] if (n := _number(t))), None)
        anchor = Anchor(index, token.i + 1, inside[0].i + 1)
        one = _latest(draft, index, sets)
        if (
            one is None
            or not (_alike(noun, one.noun) or noun == "person")
            or size not in {None, one.size}
        ):
            one = _Set(noun, size, [anchor])
            sets.append(one)
        if _is_kind(one, row):
            one.take(_mentions(draft, index, row), anchor)


def _alike(noun: str, other: str) -> bool:
    """Whether both nouns can mean the same people: 'citizen' and 'national', 'detainee', 'person'."""
    return (
        noun == other
        or lexicon.covers(noun, other)
        or lexicon.covers(other, noun)
        or (lexicon.covers("person", noun) and lexicon.covers("person", other))
    )


def _is_kind(one: _Set, row: Sequence[Named]) -> bool:
    """Whether such names can be of such a set: people are no firms."""
    person = lexicon.covers("person", one.noun) or one.noun in {"people", "person"}
    return (row[0].label == "PER") == person or row[0].label == "PER"
