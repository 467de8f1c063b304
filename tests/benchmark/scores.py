"""Exact match and F1 of short answers, as SQuAD's official script defines them (Rajpurkar 2016)."""

import re
import string
from collections import Counter
from collections.abc import Iterable, Sequence

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


def normal(text: str) -> str:
    """Lower case, without punctuation, articles and extra space."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


def f1(answer: str, gold: str) -> float:
    """Overlap of words; two empty answers agree."""
    have, want = normal(answer).split(), normal(gold).split()
    if not have or not want:
        return float(have == want)
    same = sum((Counter(have) & Counter(want)).values())
    return 2 * same / (len(have) + len(want)) if same else 0.0


def exact(answer: str, gold: str) -> float:
    """1.0 when the normal forms are equal."""
    return float(normal(answer) == normal(gold))


def best(answer: str, golds: Sequence[str]) -> tuple[float, float]:
    """Exact match and F1 against the kindest gold answer; no gold: the answer should be empty."""
    golds = golds or [""]
    return max(exact(answer, gold) for gold in golds), max(f1(answer, gold) for gold in golds)


def mean(values: Iterable[float]) -> float:
    """The mean; 0 for nothing."""
    found = list(values)
    return sum(found) / len(found) if found else 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of the sorted values lie; 0 for nothing."""
    found = sorted(values)
    return found[min(len(found) - 1, int(share * len(found)))] if found else 0.0
