"""Holds every likely sentence against a question, and ranks the words that could fill its hole."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.candidates import Candidate
from bot.matching import Needed, align, needed_words
from bot.questions import Asked
from bot.scoring import Features, Passage, features, matching_frames, score
from bot.story import Reading, Story

DEPTH = 12  # sentences looked into; tuned for time, more changes no answer on one story


@dataclass(frozen=True, eq=False)
class Finding:
    """Words that may answer, with what they weigh."""

    passage: Passage
    candidate: Candidate
    score: float
    features: Features


def passages(asked: Asked, story: Story, *, article: int | None = None) -> list[Passage]:
    """The sentences that say most of what is asked, best first; none without a common word."""
    words = needed_words(asked, story)
    likeness = story.index.scores(asked.terms)
    if article is not None:
        inside = np.asarray([reading.article == article for reading in story.readings])
        likeness = np.where(inside, likeness, 0.0)
    top = float(likeness.max(initial=0.0)) or 1.0
    held = []
    for place in _candidates(likeness, words, story, article):
        reading = story.readings[place]
        alignment = align(words, story.by_key(reading))
        matched: dict[int, float] = {}
        weights = {word.token: word.weight for word in words}
        for question, token, strength in alignment.pairs:
            matched[token] = max(matched.get(token, 0.0), strength * weights[question])
        if matched:
            frames = matching_frames(asked, reading, alignment)
            held.append(Passage(reading, alignment, float(likeness[place]) / top, matched, frames))
    held.sort(key=lambda p: (-_promise(p), p.reading.article, p.reading.place))
    return held[:DEPTH]


def _candidates(
    likeness: NDArray[np.float64], words: Sequence[Needed], story: Story, article: int | None
) -> Iterable[int]:
    """Sentences worth a look: in a small corpus all, else the index's best."""
    if article is not None:
        first = story.first[article]
        return range(first, first + len(story.corpus.articles[article].sentences))
    if len(story.readings) <= 400:
        return range(len(story.readings))
    return [int(i) for i in np.argsort(-likeness, kind="stable")[:60] if likeness[i] > 0]


def _promise(passage: Passage) -> float:
    """A first ranking of sentences, before their words are weighed."""
    agreement = max((s * (1 + a) for _, s, a in passage.frames), default=0.0)
    return passage.alignment.coverage + 0.5 * passage.likeness + 0.15 * agreement


def findings(
    asked: Asked,
    want: str,
    fits: Callable[[Asked, Reading, Candidate], float],
    held: Iterable[Passage],
) -> list[Finding]:
    """Every candidate that fits the hole, best first; ties keep the order of the passages."""
    found = []
    for passage in held:
        for candidate in passage.reading.candidates:
            fit = fits(asked, passage.reading, candidate)
            if fit > 0:
                table = features(asked, want, passage, candidate, fit)
                found.append(Finding(passage, candidate, score(table), table))
    found.sort(key=lambda finding: -finding.score)
    return found
