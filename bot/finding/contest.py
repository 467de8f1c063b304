"""The ranker's best candidates held against each other: which is it, once all are seen?

The ranker adds up what is told of a candidate alone.  Boosted trees (`trees`), grown for the order
as in Burges, "From RankNet to LambdaRank to LambdaMART" (2010), order its first few anew, by that
and by how they stand among each other (`rivalry`) and in the parse (`ways`).
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.finding.rivalry import Rivalry
from bot.finding.scoring import DENSE, Features
from bot.finding.search import Finding
from bot.finding.trees import Trees
from bot.finding.ways import Hole
from bot.questions import Asked
from bot.questions.expecting import classes
from bot.story import Story
from bot.story.columns import Numbers
from bot.story.reading import Reading

LOST = -9.0  # the score of a rival that is not there
UNRIVALLED = 9.0  # the margin over a rival that is not there
FIELD = 20  # findings that are ordered anew; right words are among them for 93 of 100 questions

STANDING = (
    "won", "won behind", "lead apart", "lead elsewhere", "own win", "shared win", "won here",
    "won rank",
)  # fmt: skip
Span = tuple[int, int]
Place = tuple[int, int, int]  # a sentence of an article, and its tokens [start, end)


@dataclass(frozen=True, eq=False, slots=True)
class Contender:
    """A finding, with what tells it from the others; `signs` tell too how it came out."""

    finding: Finding
    signs: Features


def contenders(
    asked: Asked,
    findings: Sequence[Finding],
    story: Story,
    order: Trees,
    also: Callable[[Finding], Features] | None = None,
) -> list[Contender]:
    """The first few of all findings, the winner first; the findings best first.

    `also` tells more signs of a finding than its standing and its parse.
    """
    rows = signs(asked, findings, story)
    if not rows:
        return []
    if also is not None:
        rows = [{**row, **also(one)} for row, one in zip(rows, findings, strict=False)]
    field = findings[: len(rows)]
    totals = order.totals(rows)
    stood = standing([span(finding) for finding in field], totals)
    found = [
        Contender(finding, row | own) for finding, row, own in zip(field, rows, stood, strict=True)
    ]
    return [found[place] for place in np.argsort(-totals, kind="stable")]


def span(finding: Finding) -> Place:
    """Where its words stand."""
    candidate = finding.candidate
    return finding.passage.reading.place, candidate.start, candidate.end


def standing(places: Sequence[Place], totals: Numbers) -> list[Features]:
    """How each came out, among those with words in common, of its sentence, and all."""
    sentence, start, end = np.asarray(places, np.int64).reshape(-1, 3).T
    same = sentence[:, None] == sentence[None, :]
    overlap = same & (start[:, None] < end[None, :]) & (start[None, :] < end[:, None])
    behind = totals - totals.max()
    likely = np.exp(totals - totals.max())
    likely /= likely.sum()
    rank = np.empty(len(totals))
    rank[np.argsort(-totals, kind="stable")] = np.arange(len(totals))
    table = np.column_stack([
        totals, behind, _lead(totals, ~overlap), _lead(totals, ~same), likely, overlap @ likely,
        same @ likely, rank,
    ])  # fmt: skip
    return [dict(zip(STANDING, line, strict=True)) for line in table.tolist()]


def _lead(totals: Numbers, rivals: NDArray[np.bool_]) -> Numbers:
    """By how much each outdoes the best of its rivals."""
    best = np.where(rivals, totals[None, :], -np.inf).max(1, initial=-np.inf)
    found: Numbers = np.minimum(totals - best, UNRIVALLED)
    return found


def signs(asked: Asked, findings: Sequence[Finding], story: Story) -> list[Features]:
    """What tells the first few of all findings apart, by name; the findings best first."""
    field = findings[:FIELD]
    if not field:
        return []
    scores = np.asarray([finding.score for finding in findings])
    likely = np.exp(scores - scores[0])
    likely /= likely.sum()
    lines: defaultdict[int, list[int]] = defaultdict(list)
    told: defaultdict[tuple[str, ...], float] = defaultdict(float)
    passages = {id(finding.passage): finding.passage for finding in findings}
    best: dict[int, float] = {}  # score of each sentence
    for line, finding in enumerate(findings):
        best.setdefault(id(finding.passage), finding.score)
        lines[id(finding.passage)].append(line)
        told[_terms(finding)] += likely[line]
    order = sorted(passages.values(), key=lambda passage: -passage.worth)
    ranks = {id(passage): float(rank) for rank, passage in enumerate(order)}
    hole = Hole.of(asked)
    wanted = {id(finding.passage) for finding in field}
    rivalries = {
        key: Rivalry.of([findings[n] for n in some], likely[some])
        for key, some in lines.items()
        if key in wanted
    }
    sides = {key: hole.sentence(passages[key]) for key in wanted}
    shared = dict.fromkeys((f"class: {name}" for name in classes(asked)), 1.0)
    shared |= {"findings": math.log(len(findings)), "sentences": float(len(ranks))}
    found = []
    for rank, finding in enumerate(field):
        key = id(finding.passage)
        table, row = finding.passage.table, finding.row
        others = max((score for one, score in best.items() if one != key), default=LOST)
        rivalry = rivalries[key].signs(finding)
        apart = finding.score + rivalry["best apart"]
        found.append({
            **shared,
            "score": finding.score,
            "rank": float(rank),
            "behind": finding.score - field[0].score,
            "margin": finding.score - max(apart, others),
            "margin elsewhere": finding.score - others,
            "worth behind": finding.passage.worth - order[0].worth,
            "sentence": ranks[key],
            "again": told[_terms(finding)] - float(likely[rank]),
            **rivalry,
            **sides[key].signs(finding),
            **_shape(finding, story),
            **dict(zip(DENSE, table.dense[row].tolist(), strict=True)),
            **{f"{trait}={values[row]}": 1.0 for trait, values in table.traits.items()},
        })  # fmt: skip
    return found


def _terms(finding: Finding) -> tuple[str, ...]:
    candidate = finding.candidate
    return finding.passage.reading.stems[candidate.start : candidate.end]


def _shape(finding: Finding, story: Story) -> Features:
    """What the words are made of: names and figures whole or cut, how rare, in which segment."""
    reading, start, end = finding.passage.reading, finding.candidate.start, finding.candidate.end
    words = reading.doc[start:end]
    rarest = story.index.weight("")
    weights = [story.index.weight(term) / rarest for term in reading.stems[start:end]]
    first, last = _segment(reading, start, end)
    around = sum(
        weight
        for token, weight in finding.passage.matched.items()
        if first <= token < start or end <= token < last
    )
    return {
        **_spans("names", [(n.start, n.end) for n in reading.names], start, end),
        **_spans("figures", [(q.start, q.end) for q in reading.quantities], start, end),
        **_spans("whens", [(w.start, w.end) for w in reading.whens], start, end),
        "verbs": float(sum(token.pos_ == "VERB" for token in words)),
        "joined": float(sum(token.dep_ == "cc" for token in words)),
        "marks": float(sum(token.is_punct for token in words)),
        "prepositions": float(sum(token.pos_ == "ADP" for token in words)),
        "rarest": max(weights),
        "rarity": sum(weights) / len(weights),
        "in segment": around / finding.passage.total,
        "segment": float(last - first),
        "begins": start / len(reading.doc),
        "tokens before": float(start),
        "tokens": float(end - start),
    }


def _spans(name: str, spans: Iterable[Span], start: int, end: int) -> Features:
    """How many of some spans are within the words, and how many are cut by their edges."""
    met = [(a, b) for a, b in spans if a < end and start < b]
    whole = sum(start <= a and b <= end for a, b in met)
    return {f"{name} whole": float(whole), f"{name} cut": float(len(met) - whole)}


def _segment(reading: Reading, start: int, end: int) -> Span:
    """From the last mark before the words to the next after them."""
    doc = reading.doc
    while start > 0 and not doc[start - 1].is_punct:
        start -= 1
    while end < len(doc) and not doc[end].is_punct:
        end += 1
    return start, end
