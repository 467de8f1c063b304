"""Holds every likely sentence against a question, and ranks the words that could fill its hole."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot.finding.agreement import matching_frames
from bot.finding.matching import align, needed_words
from bot.finding.scoring import DENSE, Passage
from bot.questions import Asked
from bot.story import Reading, Story
from bot.story.candidates import Candidate

__all__ = ["Finding", "Passage", "findings", "passages", "sentence_scores"]

PLACES = {name: place for place, name in enumerate(DENSE)}
FEW, MANY = 120, 60  # sentences: up to FEW all are compared, of more the MANY likeliest
DEPTH = 12  # sentences looked into; tuned for time, more changes no answer on one story


@dataclass(frozen=True, eq=False)
class Finding:
    """Words that may answer, with what they weigh."""

    passage: Passage
    candidate: Candidate
    score: float
    row: int  # of the passage's table
    rivals: Sequence["Finding"]  # all that fit, this one among them

    @cached_property
    def standing(self) -> tuple[float, float, float]:
        """The ranker's likelihood, among all that fit, of these words, of all that overlap with
        them, and of all of this sentence; each [0, 1]."""
        start, end = self.candidate.start, self.candidate.end
        own = support = here = total = 0.0
        for other in self.rivals:
            likely = math.exp(other.score - self.score)
            total += likely
            if other is self:
                own = likely
            if other.passage is self.passage:
                here += likely
                if other.candidate.start < end and start < other.candidate.end:
                    support += likely
        return own / total, support / total, here / total

    def number(self, name: str) -> float:
        """One of the features, of those that are numbers (`DENSE`)."""
        return float(self.passage.table.dense[self.row, PLACES[name]])

    @cached_property
    def features(self) -> dict[str, float]:
        """What speaks for and against the words, by name."""
        return self.passage.table.row(self.row)


def passages(
    asked: Asked, story: Story, *, article: int | None = None, depth: int | None = DEPTH
) -> list[Passage]:
    """The sentences that say most of what is asked, best first; none without a common word.

    With `depth` None all of them.
    """
    return _best(_held(asked, story, article), depth)


def widened(
    asked: Asked,
    story: Story,
    held: Sequence[Passage],
    *,
    article: int | None = None,
    depth: int | None = DEPTH,
) -> list[Passage]:
    """The same where words near in meaning (`thesaurus`) are common, too.

    `held` are passages without them; those to which nothing is added are kept as they are.
    """
    known = {id(passage.reading): passage for passage in held}
    found = []
    for wide in _held(asked, story, article, widely=True):
        narrow = known.get(id(wide.reading))
        is_same = narrow is not None and narrow.alignment == wide.alignment
        found.append(narrow if narrow is not None and is_same else wide)
    return _best(found, depth)


def _best(held: list[Passage], depth: int | None) -> list[Passage]:
    """The most promising ones, in the order of their worth."""
    held.sort(key=lambda p: (-_promise(p), p.reading.article, p.reading.place))
    held = held[:depth]
    held.sort(key=lambda p: -p.worth)
    return held


def sentence_scores(asked: Asked, story: Story) -> list[tuple[int, float]]:
    """Each sentence that shares a word with the question: its article, and its worth."""
    return [(passage.reading.article, passage.worth) for passage in _held(asked, story, None)]


def _held(
    asked: Asked, story: Story, article: int | None, *, widely: bool = False
) -> list[Passage]:
    """The sentences with a common word, held against the question."""
    words = needed_words(asked, story, article, widely=widely)
    likeness = story.index.scores(asked.terms)
    if article is not None:
        kept = slice(
            story.first[article],
            story.first[article] + len(story.corpus.articles[article].sentences),
        )
        inside = np.zeros_like(likeness)
        inside[kept] = likeness[kept]
        likeness = inside
    top = float(likeness.max(initial=0.0)) or 1.0
    total = sum(word.weight for word in words) or 1.0
    held: dict[tuple[int, int], Passage] = {}
    for place in _candidates(likeness, story, article):
        reading = story.readings[place]
        alignment = align(words, story.by_key(reading))
        matched: dict[int, float] = {}
        weights = {word.token: word.weight for word in words}
        for question, token, strength in alignment.pairs:
            matched[token] = max(matched.get(token, 0.0), strength * weights[question])
        if matched:
            frames = matching_frames(asked, reading, alignment)
            share = float(likeness[place]) / top
            held[reading.article, reading.place] = Passage(
                asked, reading, alignment, share, matched, frames, total, held
            )
    return list(held.values())


def _candidates(likeness: NDArray[np.float64], story: Story, article: int | None) -> Iterable[int]:
    """Sentences worth a look: of a few all, else the index's best."""
    scope = range(len(story.readings))
    if article is not None:
        first = story.first[article]
        scope = range(first, first + len(story.corpus.articles[article].sentences))
    if len(scope) <= FEW:
        return scope
    return [int(i) for i in np.argsort(-likeness, kind="stable")[:MANY] if likeness[i] > 0]


def _promise(passage: Passage) -> float:
    """A first ranking of sentences, before their words are weighed."""
    agreement = max((s * (1 + a) for _, s, a in passage.frames), default=0.0)
    return passage.alignment.coverage + 0.5 * passage.likeness + 0.15 * agreement


def findings(
    asked: Asked,
    fits: Callable[[Asked, Reading, Candidate], float],
    held: Iterable[Passage],
) -> list[Finding]:
    """Every candidate that fits the hole, best first; ties keep the order of the passages."""
    found: list[Finding] = []
    for passage in held:
        reading = passage.reading
        fitting = [n for n, c in enumerate(reading.candidates) if fits(asked, reading, c) > 0]
        if not fitting:
            continue
        for place in fitting:
            candidate = reading.candidates[place]
            found.append(Finding(passage, candidate, float(passage.scores[place]), place, found))
    found.sort(key=lambda finding: -finding.score)
    return found
