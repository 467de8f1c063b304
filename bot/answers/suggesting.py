"""Questions worth asking next, each proved answerable before it is offered."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from bot.domain import Reply
from bot.language.entities import Entity
from bot.language.terms import words
from bot.replies import Replies
from bot.story import Story

MOST = 8  # kept for a story
HEARD = 4  # of those the story speaks of most it is also asked what they said
TRIED = 9  # questions about what a reply speaks of


@dataclass(frozen=True, eq=False)
class Offers:
    """The questions on a story in one language.  What was tried once is known from then on."""

    story: Story
    replies: Replies
    ask: Callable[[str], Reply]
    _answered: dict[str, bool] = field(default_factory=dict)

    @cached_property
    def best(self) -> tuple[str, ...]:
        """Up to `MOST` that are answered, the most telling first."""
        return tuple(islice(self._proved(self._thinkable()), MOST))

    def next_to(self, reply: Reply, count: int = 2) -> tuple[str, ...]:
        """Those to offer with a reply: about whom it was asked, then about whom it cites, never the
        one just asked, also in fewer words: 'Who is Roe?' for 'Who is Ann Roe?'"""
        just = [set(words(question)) for question in (reply.question, reply.corrected) if question]

        def is_fresh(question: str) -> bool:
            return not any(few and few <= set(words(question)) for few in just)

        near = [question for entity in self._near(reply) for question in self._about(entity)]
        found = islice(self._proved(islice(filter(is_fresh, near), TRIED)), count)
        rest = sorted(filter(is_fresh, self.best), key=lambda question: question not in self._first)
        return tuple([*dict.fromkeys([*found, *rest])][:count])

    @cached_property
    def _first(self) -> set[str]:
        """The first question about each, which go before a second one about somebody."""
        return {self._about(entity)[0] for entity in self._known}

    def _proved(self, thought: Iterable[str]) -> Iterator[str]:
        for question in dict.fromkeys(thought):
            if question not in self._answered:
                self._answered[question] = self.ask(question).answered
            if self._answered[question]:
                yield question

    @cached_property
    def _known(self) -> list[Entity]:
        """Who and what the story describes, those it speaks of most first."""
        known = [
            entity
            for table in self.story.tables
            for entity in table.all
            if entity.label in {"PER", "ORG"} and table.descriptions(entity.id)
        ]
        return sorted(known, key=lambda entity: -len(entity.mentions))

    def _thinkable(self) -> Iterator[str]:
        for rank, entity in enumerate(self._known):
            yield from self._about(entity)[: 2 if rank < HEARD else 1]

    def _about(self, entity: Entity) -> list[str]:
        """What it is; of a person also what they said, and how old they are."""
        keys = ("who", "said", "old") if entity.label == "PER" else ("what",)
        templates = self.replies.templates
        return [templates[f"ask.{key}"].replace("{name}", entity.words) for key in keys]

    def _near(self, reply: Reply) -> list[Entity]:
        """Those whom a question names, then those whom the sentences cited for it name."""
        asked = set(words(f"{reply.question} {reply.corrected}"))
        near = asked, {word for c in reply.citations for word in words(c.sentence.text)}

        def distance(entity: Entity) -> int:
            own = set(words(entity.words))
            least = 1 if entity.label == "PER" else len(own)  # 'Roe' is enough of a person's name
            return next((at for at, said in enumerate(near) if len(own & said) >= least), len(near))

        known = sorted(self._known, key=distance)
        return [entity for entity in known if distance(entity) < len(near)]
