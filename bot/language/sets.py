"""Sets while they are read: which one is spoken of, who can be in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.language import lexicon
from bot.language.draft import Draft
from bot.language.mentions import Mention, Named
from bot.language.set_phrases import Phrase, Way

PARAGRAPHS_BACK = 1  # a set is taken up again in its paragraph or the one after
FAR_BACK = 4  # the same, where the words say how many it has


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that speak of a group: 'five of its citizens', 'Two of them', 'the other four'."""

    sentence_index: int
    start: int  # tokens [start, end)
    end: int
    brings: tuple[int, ...] = ()  # positions in the group's members of those it names
    way: Way = Way.NEW
    size: int | None = None  # as these words state it


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

    def take(self, members: Sequence[Mention], index: int, words: Phrase) -> None:
        """Adds who is not in yet; what a part names, its whole has too."""
        places = []
        for member in members:
            known = [n for n, own in enumerate(self.members) if is_same(own, member)]
            places.append(known[0] if known else len(self.members))
            if not known:
                self.members.append(member)
        anchor = Anchor(index, words.start, words.end, tuple(places), words.way, words.size)
        opener = self.anchors[0] if self.anchors else None
        if opener and (opener.sentence_index, opener.start) == (index, words.start):
            self.anchors[0] = anchor
        else:
            self.anchors.append(anchor)

    @property
    def last(self) -> int:
        return self.anchors[-1].sentence_index


def is_same(one: Mention, other: Mention) -> bool:
    """Whether both stand for the same; a name that no entity bears only for itself."""
    return one == other or (one.entity is not None and one.entity == other.entity)


def latest(
    draft: Draft, index: int, sets: Sequence[Set], *, size: int | None = None, back: int = 0
) -> Set | None:
    """The whole set spoken of last, in this paragraph or the one before; None if two are.

    `size`: only sets that have so many; they may stand further back.
    """
    here = draft.lines[index].paragraph
    reach = back or (PARAGRAPHS_BACK if size is None else FAR_BACK)
    near = [
        s
        for s in sets
        if s.parent is None
        and size in {None, s.size}
        and here - draft.lines[s.last].paragraph <= reach
        and s.last <= index
    ]
    if not near:
        return None
    last = max(s.last for s in near)
    latest = [s for s in near if s.last == last]
    named = [s for s in latest if s.members]
    people = [s for s in latest if is_of_people(s.noun)]
    for some in (latest, named, people):
        if len(some) == 1:
            return some[0]
    return None


def is_of_people(noun: str) -> bool:
    """'sailor', 'people', 'dead'"""
    return lexicon.covers("person", noun) or noun in {"people", "person", "dead", "missing"}


def alike(noun: str, other: str) -> bool:
    """Whether both nouns can mean the same people: 'citizen' and 'national' or 'detainee'."""
    return (
        not noun
        or noun == other
        or lexicon.covers(noun, other)
        or lexicon.covers(other, noun)
        or (is_of_people(noun) and is_of_people(other))
    )


def is_kind(noun: str, row: Sequence[Named]) -> bool:
    """Whether such names can be of such a set: people are no firms."""
    return row[0].label in {"PER", "MISC"} or not is_of_people(noun)
