"""Sets while they are read: what opens one, which one is spoken of, who can be in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from bot.language import lexicon
from bot.language.draft import Draft
from bot.language.mentions import Mention, Named
from bot.language.number_words import canonical
from bot.language.phrases import Span

OTHERS = {"other", "others", "remaining", "rest"}
_LARGEST = 500  # nobody names more
PARAGRAPHS_BACK = 1  # a set is taken up again in its paragraph or the one after


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
class Set:
    """A group in the making."""

    noun: str
    size: int | None
    anchors: list[Anchor]
    members: list[Mention] = field(default_factory=list)
    parent: "Set | None" = None

    def take(self, members: Sequence[Mention], anchor: Anchor) -> None:
        """Adds who is not in yet; what a part names, its whole has too."""
        self.anchors.append(anchor)
        for member in members:
            if all(member.entity != m.entity for m in self.members):
                self.members.append(member)

    @property
    def last(self) -> int:
        return self.anchors[-1].sentence_index


def openers(doc: Doc) -> Iterator[tuple[str, int, Span]]:
    """'[five of its citizens]', '[six dismissed workers]': a number and a plural noun."""
    for token in doc:
        size = number(token)
        if size is None or (token.i and doc[token.i - 1].lower_ in OTHERS):
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
        if (i < len(doc) and doc[i].tag_ in {"NNS", "NNPS"}) or (
            i < len(doc) and doc[i].lower_ == "people"
        ):
            while i + 1 < len(doc) and doc[i + 1].tag_ == "NNS":
                i += 1
            yield doc[i].lemma_.lower(), size, (token.i, i + 1)


def number(token: Token) -> int | None:
    """The whole number of a token, if so many can be named one by one."""
    if not token.like_num:
        return None
    value = canonical(token.text)
    return (
        int(value) if value is not None and 2 <= value <= _LARGEST and value == int(value) else None
    )


def latest(draft: Draft, index: int, sets: Sequence[Set]) -> Set | None:
    """The whole set spoken of last, in this paragraph or the one before; None if two are."""
    here = draft.lines[index].paragraph
    near = [
        s
        for s in sets
        if s.parent is None
        and here - draft.lines[s.last].paragraph <= PARAGRAPHS_BACK
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


def alike(noun: str, other: str) -> bool:
    """Whether both nouns can mean the same people: 'citizen' and 'national' or 'detainee'."""
    return (
        noun == other
        or lexicon.covers(noun, other)
        or lexicon.covers(other, noun)
        or (lexicon.covers("person", noun) and lexicon.covers("person", other))
    )


def is_kind(one: Set, row: Sequence[Named]) -> bool:
    """Whether such names can be of such a set: people are no firms."""
    person = lexicon.covers("person", one.noun) or one.noun in {"people", "person"}
    return (row[0].label == "PER") == person or row[0].label == "PER"
