"""Questions grouped by what they are about, however they are worded."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.language.terms import search_terms
from bot.state.kept import Unanswered

LIKENESS = 0.5  # share of two questions' terms that they have in common (Jaccard, 1901)


@dataclass
class Topic:
    """Questions about one thing, the one asked most first."""

    questions: list[Unanswered] = field(default_factory=list)

    @property
    def times(self) -> int:
        return sum(question.times for question in self.questions)


def topics(questions: Iterable[Unanswered]) -> list[Topic]:
    """The topic asked most first; ties in the order of the questions.

    A question joins the first topic whose leading question is like it.
    """
    found: list[tuple[frozenset[str], Topic]] = []
    for question in questions:
        terms = frozenset(search_terms(question.text))
        topic = next((topic for other, topic in found if _likeness(terms, other) >= LIKENESS), None)
        if topic is None:
            topic = Topic()
            found.append((terms, topic))
        topic.questions.append(question)
    return sorted((topic for _, topic in found), key=lambda topic: -topic.times)


def _likeness(some: frozenset[str], others: frozenset[str]) -> float:
    """[0, 1]; of two without terms 1: 'who?' is like 'when?'."""
    either = some | others
    return len(some & others) / len(either) if either else 1.0
