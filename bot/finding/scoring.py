"""How well words of a sentence fill a question's hole: a weighted sum of named features.

A log-linear ranker in the manner of Rajpurkar et al., "SQuAD" (EMNLP 2016, section 4), with
features that need no word list of the training text.  Each class of the question (`expecting`) has
weights of its own, which add up.  They are in `weights.json`; how they were made is told there and
in `tests/training`.
"""

import itertools
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from bot.finding import links, nearness, weights
from bot.finding.matching import Alignment, role_of
from bot.language.frames import Frame
from bot.questions import Asked
from bot.questions.expecting import asked_noun, classes
from bot.story import Reading
from bot.story.columns import Numbers

DENSE = (
    "coverage", "coverage squared", "likeness", "frame", "agreement", "missing", "heading",
    "outside", "inside", "repeated", "all repeated", "head repeated", "new",
    "near", "near left", "near right", "beside left", "beside right", "window",
    "tree near", "tree far", "parent", "grandparent", "child", "clause",
    "nearest", "size", "noun near", "governor near", "strength", "same preposition",
    "coverage*near", "same part", "other clause", "head akin", "akin", "akin beside", "verb akin",
    "akin near", "akin tree near", "akin parent", "akin clause",
)  # fmt: skip
Features = dict[str, float]
LINEAR_FAR, TREE_FAR = 20.0, 8.0
NO_CANDIDATE = -5.0  # stands for the score of a sentence without candidates


@dataclass(frozen=True, eq=False)
class Passage:
    """A sentence held against a question."""

    asked: Asked
    reading: Reading
    alignment: Alignment
    likeness: float  # the index's score, as a share of the best sentence's; [0, 1]
    matched: Mapping[int, float]  # sentence token -> weight of the question's words it stands for
    frames: tuple[tuple[Frame, float, float], ...]  # frame, how well its predicate is the asked
    # one (0, 1], how well its parts agree [-1, 1]
    total: float = 1.0  # weight of all the question's words
    # what else was held against the question, by article and place
    others: Mapping[tuple[int, int], "Passage"] = field(default_factory=dict)

    @cached_property
    def otherwise(self) -> Numbers:
        """How near in meaning each word is to those of the question that are missing; a sum of shares."""
        found = np.zeros(len(self.reading.doc))
        missing = self.alignment.missing
        for word in missing:
            found += nearness.to(self.asked, word, self.reading)
        return found / max(len({word for word, _, _ in self.alignment.pairs}) + len(missing), 1)

    @cached_property
    def table(self) -> "Table":
        """The features of its candidates."""
        return tabulate(self.asked, self)

    @cached_property
    def scores(self) -> Numbers:
        """How well each of its candidates fills the hole; any number, more is better."""
        return scores(self.asked, self.table)

    @cached_property
    def worth(self) -> float:
        """How likely it holds the answer; any number, more is better."""
        table = weights.of_sentence(of_news=self.is_news)
        return sum(table.get(name, 0.0) * value for name, value in sentence_features(self).items())

    @property
    def is_news(self) -> bool:
        """Whether it is of a dated article."""
        return self.reading.sentence.source.published is not None


@dataclass(frozen=True, eq=False)
class Table:
    """The features of every candidate of a passage."""

    dense: Numbers  # candidates × DENSE
    traits: Mapping[str, Sequence[str]]  # what each candidate is, by the name of the trait

    def row(self, place: int) -> dict[str, float]:
        """The features of one candidate by name."""
        found = {name: float(v) for name, v in zip(DENSE, self.dense[place], strict=True) if v}
        found.update((f"{name}={values[place]}", 1.0) for name, values in self.traits.items())
        return found


def scores(asked: Asked, table: Table) -> Numbers:
    """The weighted sum of each candidate's features."""
    dense, traits = weights.of_classes(classes(asked))
    found: Numbers = table.dense @ np.asarray([dense.get(name, 0.0) for name in DENSE])
    for name, values in table.traits.items():
        if known := traits.get(name):
            found += np.asarray([known.get(value, 0.0) for value in values])
    return found


def tabulate(asked: Asked, passage: Passage) -> Table:
    """What speaks for and against each candidate of a sentence."""
    reading, columns = passage.reading, passage.reading.columns
    size = len(reading.doc)
    matched = np.zeros(size)
    for token, weight in passage.matched.items():
        matched[token] = weight / passage.total
    head = columns.head
    noun = _aligned(passage, asked_noun(asked))
    governor = _aligned(passage, _governor(asked))
    traits = dict(columns.traits)
    traits["noun"] = links.link(reading, columns, noun, asked_noun(asked) >= 0)
    traits["governor"] = links.governed(
        asked, links.link(reading, columns, governor, _governor(asked) >= 0)
    )
    parts, strength, preposition, other = _parts(asked, passage)
    traits["part"] = [parts[token] for token in head.tolist()]
    same = f"{asked.part}>{asked.part}"
    traits["case"] = links.cases(asked, columns)
    dense = np.zeros((len(head), len(DENSE)))
    agreement = max((s * a for _, s, a in passage.frames), default=0.0)
    coverage = passage.alignment.coverage
    frame = max((s for _, s, _ in passage.frames), default=0.0)
    missing = min(len(passage.alignment.missing), 5) / 5
    is_aside = float(reading.sentence.role != "body")
    dense[:, :7] = (
        coverage, coverage**2, passage.likeness, frame, agreement, missing, is_aside,
    )  # fmt: skip
    inside, away, steps = columns.inside, columns.away, columns.steps[head]
    outside = (1 - inside) * matched
    flags = (matched > 0).astype(np.float64)
    repeated = inside @ flags
    closeness = outside / (1 + away)
    is_left = np.arange(size)[None, :] < columns.start[:, None]
    left = (closeness * is_left).sum(1)
    near = closeness.sum(1)
    top = matched.max(initial=0.0) or 1.0
    parent = columns.parent[head]
    bordered = np.concatenate([[0.0], matched, [0.0]])
    far = np.where(outside > 0, away, LINEAR_FAR).min(1, initial=LINEAR_FAR)
    rest = (
        outside.sum(1), inside @ matched, repeated / columns.size, repeated == columns.size,
        flags[head], np.minimum(inside @ (columns.content * (1 - flags)), 4) / 4,
        near, left, near - left, bordered[columns.start] / top, bordered[columns.end + 1] / top,
        (outside * (away <= 3)).sum(1),
        (outside / (1 + steps)).sum(1), (outside * np.minimum(steps, TREE_FAR)).sum(1) / TREE_FAR,
        np.where(parent != head, matched[parent], 0.0) / top,
        np.where(parent != head, matched[columns.parent[parent]], 0.0) / top,
        (outside * (steps == 1)).max(1, initial=0.0) / top,
        (outside * (columns.clause[None, :] == columns.clause[head][:, None])).sum(1),
        far / LINEAR_FAR, np.log1p(columns.size) / 3,
        links.nearness(columns, noun), links.nearness(columns, governor), strength[head], preposition[head],
        coverage * near, [float(part == same) for part in traits["part"]], other[head],
        *nearness.to_noun_and_verb(asked, reading),
        *nearness.told_otherwise(columns, passage.otherwise),
    )  # fmt: skip
    for place, column in enumerate(rest, 7):
        dense[:, place] = column
    return Table(dense, traits)


def sentence_features(passage: Passage) -> Features:
    """What speaks for a sentence's holding the answer; its best candidates among it, and in news what
    is told around it."""
    alignment, values = passage.alignment, passage.scores
    best = float(values.max(initial=NO_CANDIDATE))
    together = best + float(np.log(np.exp(values - best).sum() or 1.0)) if len(values) else best
    missing = set(alignment.missing)
    named = {i for name in passage.asked.names for i in range(name.start, name.end)}
    places: dict[int, list[int]] = {}
    for word, token, _ in alignment.pairs:
        places.setdefault(word, []).append(token)
    found = sorted(places)
    gaps = [
        min(abs(after - before - (b - a)) for before in places[a] for after in places[b])
        for a, b in itertools.pairwise(found)
    ]
    pairs = max(1, len(gaps))
    return {
        "coverage": alignment.coverage,
        "coverage squared": alignment.coverage**2,
        "likeness": passage.likeness,
        "frame": max((s for _, s, _ in passage.frames), default=0.0),
        "agreement": max((s * a for _, s, a in passage.frames), default=0.0),
        "best": best / 10,
        "together": together / 10,
        "size": float(np.log(len(passage.reading.doc))) / 3,
        "heading": float(passage.reading.sentence.role != "body"),
        "names missing": len(named & missing) / 3,
        "pairs": sum(gap == 0 for gap in gaps) / pairs,
        "near pairs": sum(gap <= 2 for gap in gaps) / pairs,
        "found": len(found) / 10,
        "missing": len(missing) / 10,
        "otherwise": min(float(passage.otherwise.sum()), 1.0),
        **(_context(passage) if passage.is_news else {}),
    }


def _context(passage: Passage) -> Features:
    """What the sentences around tell of the question that this one does not: the weight of the words."""
    reading = passage.reading
    own = {word for word, _, _ in passage.alignment.pairs}
    around = {
        step: other
        for step in (-3, -2, -1, 1, 2, 3)
        if (other := passage.others.get((reading.article, reading.place + step))) is not None
    }
    told = {step: _gained(other, own) for step, other in around.items()}
    paragraph = reading.sentence.paragraph
    beside = [g for s, g in told.items() if around[s].reading.sentence.paragraph == paragraph]
    return {
        "told before": told.get(-1, 0.0),
        "told before that": told.get(-2, 0.0),
        "told after": told.get(1, 0.0),
        "told in paragraph": max(beside, default=0.0),
        "likeness before": around[-1].likeness if -1 in around else 0.0,
    }


def _gained(other: Passage, own: Set[int]) -> float:
    """The share of the question that another sentence tells of, without some of its words."""
    gained: dict[int, float] = {}
    for word, token, _ in other.alignment.pairs:
        if word not in own:
            gained[word] = max(gained.get(word, 0.0), other.matched[token])
    return sum(gained.values()) / other.total


def _aligned(passage: Passage, token: int) -> list[int]:
    return [s for s, _ in passage.alignment.of(token)] if token >= 0 else []


def _governor(asked: Asked) -> int:
    """The word that the asked phrase hangs on; -1 when it is the root."""
    if asked.phrase < 0:
        return -1
    above = asked.doc[asked.phrase].head.i
    return int(above) if above != asked.phrase else asked.topic_head


def _parts(asked: Asked, passage: Passage) -> tuple[list[str], Numbers, Numbers, Numbers]:
    """What each token is to the best matching frame, the frame's strength, whether the preposition
    is the asked one, and whether the token is of another clause."""
    size = len(passage.reading.doc)
    wanted = asked.part or "-"
    names = [f"{wanted}>no frame"] * size
    strength, preposition, best = np.zeros(size), np.zeros(size), np.full(size, -9.0)
    other, clause = np.zeros(size), passage.reading.columns.clause
    for frame, strong, agreement in passage.frames:
        direct = {a.head: a for a in reversed(frame.arguments)}
        for token in range(size):
            argument = direct.get(token)
            value = strong * (1 + agreement + (argument is not None))
            if value <= best[token] or token == frame.head:
                continue
            best[token], strength[token] = value, strong * (1 + agreement)
            other[token] = float(clause[token] != clause[frame.head])
            if argument is not None:
                names[token] = f"{wanted}>{argument.part}"
                preposition[token] = float(
                    bool(asked.preposition) and argument.marker == asked.preposition
                )
            else:
                part = role_of(frame, token, passage.reading.edges)
                names[token] = f"{wanted}>in {part}" if part else f"{wanted}>off"
    return names, strength, preposition, other
