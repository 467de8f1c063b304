"""What speaks for and against an answer: its sentence's support, what other sentences tell, and how
it hangs together with what the question asks."""

import numpy as np

from bot.finding.scoring import Features
from bot.finding.search import Finding
from bot.finding.support import FAR, Lack, Support
from bot.questions import Asked

MISSING = 20.0  # steps to a word that is not there
FAINT = 0.2  # nearness in meaning that is as good as none


def evidence(asked: Asked, finding: Finding, support: Support) -> Features:
    """The signs of one finding, by name."""
    return {
        **support.signs,
        **_lacks(finding, support),
        **_ties(asked, finding, support),
        **_elsewhere(finding, support),
    }


def _lacks(finding: Finding, support: Support) -> dict[str, float]:
    """What is not told, where else it is, and what stands in its place."""
    found: dict[str, float] = {}

    def add(name: str, value: float = 1.0) -> None:
        found[name] = found.get(name, 0.0) + value

    for lack in support.lacks:
        instead = _not_inside(finding, lack.instead)
        add(f"lacks {lack.what}")
        add(f"lacks {lack.place}")
        add(f"lacks {lack.what} {lack.place}")
        add(f"weight {lack.place}", lack.weight)
        if instead:
            add(f"instead {lack.relation}")
        elif lack.head_stands:
            add(f"lacks {lack.relation}")
        else:
            add("lacks head too")
        add("conflicts", float(bool(instead or _not_inside(finding, lack.above))))
        add("other heads", float(bool(lack.above)))
        found["kin"] = max(found.get("kin", 0.0), lack.kin)
        add("lacks but for akin", lack.akin * lack.weight)
        add("lacks with nothing akin", float(lack.akin < FAINT) * lack.weight)
    if support.lacks:
        found.update(_worst(finding, support))
    return found


def _worst(finding: Finding, support: Support) -> Features:
    """The rarest word that is not told."""
    worst: Lack = max(support.lacks, key=lambda lack: lack.weight)
    told = sum(w for word, w in support.weights.items() if word in support.stands)
    total = sum(support.weights.values()) - worst.weight
    return {
        "worst weight": worst.weight,
        f"worst {worst.what}": 1.0,
        f"worst {worst.place}": 1.0,
        f"worst {worst.relation}": 1.0,
        "worst kin": worst.kin,
        "worst akin": worst.akin,
        "worst conflicts": float(bool(_not_inside(finding, worst.instead + worst.above))),
        "without worst": told / total if total else 0.0,
    }


def _not_inside(finding: Finding, tokens: tuple[int, ...]) -> list[int]:
    candidate = finding.candidate
    return [t for t in tokens if not candidate.start <= t < candidate.end]


def _ties(asked: Asked, finding: Finding, support: Support) -> Features:
    """How near the words are, through the parse, to what they should hang together with."""
    candidate, reading = finding.candidate, finding.passage.reading
    steps = reading.columns.steps[candidate.head]
    used = np.fromiter(support.used, np.int64, len(support.used))
    outside = used[(used < candidate.start) | (used >= candidate.end)]
    above = int(asked.doc[asked.phrase].head.i) if asked.phrase >= 0 else -1
    total = sum(support.weights.values()) or 1.0
    return {
        "to governor": _steps_to(above, steps, support),
        "to asked noun": _steps_to(asked.phrase, steps, support),
        "to nearest": float(steps[outside].min(initial=MISSING)),
        "to mean": float(np.minimum(steps[used], FAR).mean()) if len(used) else MISSING,
        "free": float(sum(not candidate.start <= t < candidate.end for t in support.free)),
        "only inside": sum(
            support.weights[word]
            for word, tokens in support.stands.items()
            if all(candidate.start <= t < candidate.end for t in tokens)
        )
        / total,
        "other names": float(
            sum(
                not support.used & set(range(name.start, name.end))
                and (name.end <= candidate.start or candidate.end <= name.start)
                for name in reading.names
            )
        ),
        "other numbers": float(
            sum(
                not support.used & set(range(q.number_start, q.number_end))
                and (q.end <= candidate.start or candidate.end <= q.start)
                for q in reading.quantities
            )
        ),
    }


def _steps_to(word: int, steps: np.ndarray, support: Support) -> float:
    if word in support.stands:
        return float(min(steps[token] for token in support.stands[word]))
    return MISSING if word in support.weights else -1.0


def _elsewhere(finding: Finding, support: Support) -> Features:
    """What other sentences tell of the question."""
    passage = finding.passage
    others = {id(other.passage): other.passage for other in finding.rivals}
    del others[id(passage)]
    total = sum(support.weights.values()) or 1.0
    together = set(support.stands)
    beside = 0.0
    for held in others.values():
        words = {word for word, _, _ in held.alignment.pairs} & support.weights.keys()
        gained = words - support.stands.keys()
        together |= words
        if abs(held.reading.place - passage.reading.place) == 1:
            beside = max(beside, sum(support.weights[word] for word in gained) / total)
    return {
        "ahead": passage.worth - max((p.worth for p in others.values()), default=passage.worth),
        "coverage elsewhere": max((p.alignment.coverage for p in others.values()), default=0.0),
        "coverage together": sum(support.weights[word] for word in together) / total,
        "beside": beside,
    }
