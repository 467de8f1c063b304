"""Sets of people or things that an article counts and names, over several sentences."""

from dataclasses import dataclass

from bot.language.draft import Draft
from bot.language.mentions import Mention


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that speak of a group: 'five of its citizens', 'Two of them', 'the other'."""

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


def find(draft: Draft) -> tuple[Group, ...]:
    """The groups of the article with at least one named member, in its order."""
    return ()
