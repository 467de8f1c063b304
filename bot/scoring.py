"""How well words of a sentence fill a question's hole: a weighted sum of named features.

A log-linear ranker in the manner of Rajpurkar et al., "SQuAD" (EMNLP 2016, section 4), with features
that need no word list of the training text.  The weights are in `weights.json`; how they were made
is told there and in `tests/training`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.candidates import Candidate
from bot.language.frames import Frame, Part
from bot.matching import Alignment, role_of
from bot.questions import Asked
from bot.story import Reading

Features = dict[str, float]
FAR = 8  # tree steps; farther is as far


@dataclass(frozen=True, eq=False)
class Passage:
    """A sentence held against a question."""

    reading: Reading
    alignment: Alignment
    likeness: float  # the index's score, as a share of the best sentence's; [0, 1]
    matched: Mapping[int, float]  # sentence token -> weight of the question's words it stands for
    frames: tuple[tuple[Frame, float, float], ...]  # frame, how well its predicate is the asked
    # one (0, 1], how well its parts agree [-1, 1]


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature; a feature without one counts nothing."""
    text = files("bot").joinpath("weights.json").read_text(encoding="utf-8")
    return dict(json.loads(text)["weights"])


def score(features: Features) -> float:
    """The weighted sum."""
    table = weights()
    return sum(table.get(name, 0.0) * value for name, value in features.items())


def matching_frames(
    asked: Asked, reading: Reading, alignment: Alignment
) -> tuple[tuple[Frame, float, float], ...]:
    """The frames of a sentence whose predicate is the asked one, with how their parts agree."""
    question = asked.frame
    if question is None:
        return ()
    strengths = dict(alignment.of(question.head))
    if question.lemma == "be":
        return ()
    return tuple(
        (frame, strength, _agreement(asked, question, reading, frame, alignment))
        for frame in reading.frames
        if (strength := strengths.get(frame.head, 0.0)) > 0.0
    )


def _agreement(
    asked: Asked, question: Frame, reading: Reading, frame: Frame, alignment: Alignment
) -> float:
    """Mean over the question's own arguments: same part 1, elsewhere in the clause 0.4, agent and
    patient swapped -1, not there -0.3; 0 for a question without arguments."""
    marks: list[float] = []
    for argument in question.arguments:
        if argument.head == asked.phrase or argument.head == asked.word:
            continue
        found = [
            role_of(frame, token, reading.edges) for token, _ in alignment.of(argument.head)
        ]
        if not any(True for _ in alignment.of(argument.head)):
            if any(word == argument.head for word in alignment.missing):
                marks.append(-0.3)
            continue
        if argument.part in found:
            marks.append(1.0)
        elif {argument.part, *found} >= {Part.AGENT, Part.PATIENT}:
            marks.append(-1.0)
        else:
            marks.append(0.4 if any(found) else 0.0)
    return sum(marks) / len(marks) if marks else 0.0


def features(asked: Asked, want: str, passage: Passage, candidate: Candidate, fit: float) -> Features:
    """What speaks for and against a candidate; values mostly in [0, 1]."""
    reading, alignment = passage.reading, passage.alignment
    doc = reading.doc
    head = doc[candidate.head]
    inside = range(candidate.start, candidate.end)
    repeated = sum(1 for i in inside if i in passage.matched)
    size = len(inside)
    distances = reading.distances[candidate.head]
    total = sum(passage.matched.values()) or 1.0
    outside = [(i, w) for i, w in passage.matched.items() if i not in inside]
    tree = sum(w * min(FAR, distances[i]) for i, w in outside) / total / FAR
    linear = min((min(abs(i - candidate.start), abs(i - candidate.end + 1)) for i, _ in outside), default=20)
    found: Features = {
        "fit": fit,
        f"fit:{want}": fit,
        "coverage": alignment.coverage,
        "likeness": passage.likeness,
        "coverage*fit": alignment.coverage * fit,
        "outside": sum(w for _, w in outside) / total,
        "repeated": repeated / size,
        "all repeated": float(repeated == size),
        "tree distance": tree,
        "linear distance": min(linear, 20) / 20,
        "length": min(size, 20) / 20,
        "long": float(size > 8),
        "single": float(size == 1),
        f"shape:{want}:{candidate.shape}": 1.0,
        f"label:{want}:{candidate.label}": float(bool(candidate.label)),
        f"dep:{want}:{head.dep_}": 1.0,
        f"pos:{want}:{head.pos_}": 1.0,
        f"opens:{doc[candidate.start].pos_}": 1.0,
        "pronoun": float(size == 1 and head.pos_ == "PRON"),
        "determined": float(doc[candidate.start].pos_ == "DET"),
        f"role:{reading.sentence.role}": 1.0,
    }
    found.update(_frame_features(asked, want, passage, candidate))
    return found


def _frame_features(asked: Asked, want: str, passage: Passage, candidate: Candidate) -> Features:
    best: Features = {}
    best_value = -9.0
    for frame, strength, agreement in passage.frames:
        if candidate.start <= frame.head < candidate.end:
            continue
        direct = next((a for a in frame.arguments if a.head == candidate.head), None)
        value = strength * (1 + agreement + (1 if direct else 0))
        if value <= best_value:
            continue
        best_value = value
        best = {"frame": strength, "agreement": strength * agreement}
        clauses = passage.reading.clauses
        own, predicate = clauses[candidate.head], clauses[frame.head]
        if own == predicate:
            best["same clause"] = strength
        elif predicate in _above(passage, own):
            best["clause below"] = strength
        else:
            best["other clause"] = strength
        if direct is not None:
            best[f"argument:{want}:{direct.part}"] = strength
            if asked.part is not None:
                same = direct.part == asked.part
                best["same part" if same else "other part"] = strength
                best[f"part:{asked.part}->{direct.part}"] = strength
            if asked.preposition:
                best["same preposition"] = float(direct.marker == asked.preposition)
        elif role_of(frame, candidate.head, passage.reading.edges) is not None:
            best["in frame"] = strength
        else:
            best["off frame"] = strength
    return best or {"no frame": 1.0}


def _above(passage: Passage, token: int) -> set[int]:
    """The tokens that a token hangs on."""
    return {ancestor.i for ancestor in passage.reading.doc[token].ancestors}
