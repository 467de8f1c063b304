"""Finding sentences by their words: BM25 over sentences.

The weights are rank_bm25's `BM25Plus` (Lv and Zhai, "Lower-bounding term frequency normalization",
CIKM 2011).  Its own scorer loops over every sentence in Python; here each term's contributions are
kept beside the sentences that hold it, so a search touches only those.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Plus  # type: ignore[import-untyped]

Scores = NDArray[np.float64]

# Tuned on five SQuAD 2.0 articles and 68 TREC questions: see tests/benchmark.
K1, B = 0.6, 0.25
NEIGHBOUR_WEIGHT = 0.1  # a sentence beside a match is a little likelier
PARAGRAPH_WEIGHT = 0.3  # and so is one whose paragraph matches


class _Postings:
    """One BM25 over any units (sentences, paragraphs), each a list of terms."""

    def __init__(self, units: Sequence[Sequence[str]]) -> None:
        self.size = len(units)
        self.postings: dict[str, tuple[NDArray[np.int64], Scores]] = {}
        self.weights: dict[str, float] = {}
        if not any(units):
            return  # rank_bm25 divides by the mean length
        okapi = BM25Plus(units, k1=K1, b=B)
        self.weights = {term: float(weight) for term, weight in okapi.idf.items()}
        lengths = K1 * (1 - B + B * np.asarray(okapi.doc_len) / okapi.avgdl)
        counts: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for unit, frequencies in enumerate(okapi.doc_freqs):
            for term, count in frequencies.items():
                counts[term].append((unit, count))
        for term, pairs in counts.items():
            units_, count_ = np.asarray(pairs, dtype=np.int64).T
            gain = self.weights[term] * count_ * (K1 + 1) / (count_ + lengths[units_])
            self.postings[term] = units_, gain

    def scores(self, terms: Iterable[str]) -> Scores:
        total = np.zeros(self.size)
        for term in set(terms):
            if found := self.postings.get(term):
                units, gain = found
                total[units] += gain
        return total


class Index:
    """The sentences of a corpus, by their terms."""

    def __init__(
        self, sentences: Sequence[Sequence[str]], paragraphs: Sequence[tuple[str, int]]
    ) -> None:
        """`paragraphs[i]` names the paragraph of `sentences[i]`: article and number."""
        self._sentences = _Postings(sentences)
        order = {key: number for number, key in enumerate(dict.fromkeys(paragraphs))}
        self._paragraph_of = np.asarray([order[key] for key in paragraphs], dtype=np.int64)
        joined: list[list[str]] = [[] for _ in order]
        for terms, paragraph in zip(sentences, self._paragraph_of, strict=True):
            joined[paragraph].extend(terms)
        self._paragraphs = _Postings(joined)
        articles = [article for article, _ in paragraphs]
        self._next_is_same = np.asarray([a == b for a, b in pairwise(articles)], dtype=bool)

    @property
    def vocabulary(self) -> dict[str, float]:
        """Every term of the corpus with its weight: the rarer, the heavier, all above 0."""
        return self._sentences.weights

    def weight(self, term: str) -> float:
        """The weight of a term; a term that no sentence holds weighs as the rarest."""
        size = self._sentences.size
        return self._sentences.weights.get(term, float(np.log(size + 1)) if size else 0.0)

    def matches(self, terms: Iterable[str]) -> Scores:
        """A score for each sentence from its own words; 0 means: no term in common."""
        return self._sentences.scores(terms)

    def scores(self, terms: Sequence[str]) -> Scores:
        """A score for each sentence from its words, its neighbours' and its paragraph's."""
        own = self._sentences.scores(terms)
        total = own.copy()
        if self._next_is_same.size:
            total[1:] += NEIGHBOUR_WEIGHT * own[:-1] * self._next_is_same
            total[:-1] += NEIGHBOUR_WEIGHT * own[1:] * self._next_is_same
        if self._paragraph_of.size:
            total += PARAGRAPH_WEIGHT * self._paragraphs.scores(terms)[self._paragraph_of]
        return total
