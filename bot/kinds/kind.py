"""What a kind of question is: how it is known, and how it is answered."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.domain import Reply
from bot.finding.search import Finding, Passage
from bot.finding.weighing import decides, everything, likeliest
from bot.questions import Asked
from bot.replies import Replies
from bot.story import Reading, Story
from bot.story.candidates import Candidate


@dataclass(frozen=True)
class Request:
    """A question on its way to an answer."""

    asked: Asked
    story: Story
    passages: Sequence[Passage]  # best first
    replies: Replies
    article: int | None = None  # the only article to look into
    answer: Callable[[Asked], Reply | None] | None = None  # answers a part of the question
    read: Callable[[str], Asked] | None = None  # understands another wording of it
    chosen: Finding | None = None  # what fills the hole, if that is settled

    @property
    def is_weighed(self) -> bool:
        """Whether the trees of `weighing` have the last word on what fills the hole."""
        return self.chosen is not None or self.is_left_to_trees

    @property
    def is_left_to_trees(self) -> bool:
        """Whether the trees alone decide, for a text that is no news."""
        return decides(self.story, self.article)

    @cached_property
    def likely(self) -> Sequence[Finding]:
        """What the trees find likely enough to fill the hole, likeliest first."""
        if self.chosen is not None:
            return [self.chosen]
        found = everything(self.asked, self.passages)
        return list(likeliest(self.asked, found, self.story))

    @property
    def has_only_near_misses(self) -> bool:
        """Whether a hole is asked to be filled, and the trees find nothing likely enough."""
        return self.is_weighed and self.asked.word >= 0 and not self.likely

    def ask(self, asked: Asked) -> Reply | None:
        """The answer to another reading of the question; None when the story does not say."""
        return self.answer(asked) if self.answer else None


# How well words of a sentence fill the hole, from 0 (not at all) to 1.
Fits = Callable[[Asked, Reading, Candidate], float]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question."""

    name: str
    recognises: Callable[[Asked], bool]
    answers: Callable[[Request], Iterator[Reply]]  # best first; none: the story does not say
    fits: Fits | None = None  # for kinds that fill a hole
    final: bool = False  # whether no other kind is tried when this one has no answer
