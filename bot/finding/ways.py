"""Whether words stand in a sentence's parse as the hole stands in the question's.

'What did Tesla study?' leads from the hole up to "study" and down to "Tesla"; so does the way from
"German" in "Tesla studied German".  After the path features of Shen and Klakow, "Exploring
correlation of dependency relation paths for answer extraction" (ACL 2006).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.finding.scoring import Features, Passage
from bot.finding.search import Finding
from bot.questions import Asked
from bot.story.columns import Numbers, steps

FAR = 6.0  # steps by which two ways differ; more count as so many


@dataclass(frozen=True, eq=False)
class Hole:
    """The ways through the question's parse from its hole to each word: steps up, steps down."""

    asked: Asked
    up: Numbers
    down: Numbers

    @classmethod
    def of(cls, asked: Asked) -> "Hole":
        parent = np.asarray([token.head.i for token in asked.doc], dtype=np.int64)
        return cls(asked, *_ways(steps(parent), _depths(parent), max(asked.phrase, 0)))

    def sentence(self, passage: Passage) -> "Sides":
        """The same words in a sentence."""
        weight: dict[int, float] = {}
        for word, token, _ in passage.alignment.pairs:
            weight[word] = max(weight.get(word, 0.0), passage.matched[token] / passage.total)
        return Sides(self, passage, weight, _depths(passage.reading.columns.parent))


@dataclass(frozen=True, eq=False)
class Sides:
    """A question's words with what stands for them in a sentence."""

    hole: Hole
    passage: Passage
    weight: dict[int, float]  # of each word that something stands for, as a share of all
    depths: NDArray[np.int64]

    def signs(self, finding: Finding) -> Features:
        """How far the ways from the finding's words are those from the hole."""
        candidate, asked = finding.candidate, self.hole.asked
        reading = self.passage.reading
        up, down = _ways(reading.columns.steps, self.depths, candidate.head)
        differs: dict[int, tuple[float, bool]] = {}
        for word, token, _ in self.passage.alignment.pairs:
            if candidate.start <= token < candidate.end or word == asked.phrase:
                continue
            off = abs(up[token] - self.hole.up[word]) + abs(down[token] - self.hole.down[word])
            other = _relation(reading.doc[token].dep_) != _relation(asked.doc[word].dep_)
            differs[word] = min(differs.get(word, (np.inf, True)), (float(off), other))
        weight = self.weight
        governor = int(asked.doc[asked.phrase].head.i) if asked.phrase >= 0 else -1
        away = {word: float(self.hole.up[word] + self.hole.down[word]) for word in differs}
        nearest = min(away.values(), default=0.0)
        first = [differs[word] for word in away if away[word] == nearest]
        met = sum(weight[word] for word in differs)
        off = sum(weight[word] * min(by, FAR) for word, (by, _) in differs.items())
        return {
            "way same": sum(weight[w] for w, (by, _) in differs.items() if by == 0),
            "way alike": sum(weight[w] for w, (by, other) in differs.items() if by + other == 0),
            "way near": sum(weight[w] for w, (by, _) in differs.items() if by <= 1),
            "way off": off / met if met else FAR,
            "way to governor": differs[governor][0] if governor in differs else -1.0,
            "way to nearest": min((by for by, _ in first), default=-1.0),
            "nearest alike": max((float(not other) for _, other in first), default=-1.0),
            "nearest away": nearest,
            "words outside": float(len(differs)),
        }


def _relation(dependency: str) -> str:
    return dependency.partition(":")[0]


def _depths(parent: NDArray[np.int64]) -> NDArray[np.int64]:
    """Steps from each token up to the root of its tree."""
    depth, token = np.zeros(len(parent), np.int64), np.arange(len(parent))
    while (moving := parent[token] != token).any():
        depth += moving
        token = parent[token]
    return depth


def _ways(apart: Numbers, depth: NDArray[np.int64], start: int) -> tuple[Numbers, Numbers]:
    """From one token to each: steps up to what is above both, and down from there."""
    up: Numbers = (apart[start] - (depth - depth[start])) / 2
    return up, apart[start] - up
