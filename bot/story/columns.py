"""The candidates of a sentence as columns: what is told of each before any question is asked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from bot.language import lexicon
from bot.language.terms import fold
from bot.story.candidates import Candidate

Numbers = NDArray[np.float64]
YEAR = re.compile(r"\b1[0-9]{3}s?\b|\b20[0-9]{2}s?\b")
SPELT = {"ADP", "DET", "AUX", "SCONJ", "CCONJ", "PUNCT", "PART"}  # told by word, others by class
SIZES = ["0", "1", "2", "3", "4", "5", "5", "7", "7", "7"]


@dataclass(frozen=True, eq=False)
class Columns:
    """A row for each candidate, a column for each token, where both are."""

    start: NDArray[np.int64]
    end: NDArray[np.int64]
    head: NDArray[np.int64]
    size: NDArray[np.int64]
    inside: Numbers  # candidates × tokens: 1 where the token is of the candidate
    away: Numbers  # candidates × tokens: words between them; 0 inside
    steps: Numbers  # tokens × tokens: through the parse
    parent: NDArray[np.int64]  # of each token; the root's is itself
    clause: NDArray[np.int64]  # the predicate of each token's clause
    content: Numbers  # 1 where a token is a word of content
    traits: Mapping[str, Sequence[str]]  # name of a trait -> its value for each candidate


def build(doc: Doc, candidates: Sequence[Candidate], clauses: Sequence[int]) -> Columns:
    """The columns of a sentence."""
    start = np.asarray([c.start for c in candidates], dtype=np.int64)
    end = np.asarray([c.end for c in candidates], dtype=np.int64)
    head = np.asarray([c.head for c in candidates], dtype=np.int64)
    places = np.arange(len(doc))[None, :]
    left, right = start[:, None] - places, places - end[:, None] + 1
    away = np.maximum(0, np.maximum(left, right)).astype(np.float64)
    parent = np.asarray([token.head.i for token in doc], dtype=np.int64)
    content = [t.pos_ in {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"} for t in doc]
    return Columns(
        start, end, head, end - start, (away == 0).astype(np.float64), away, steps(parent), parent,
        np.asarray(clauses, dtype=np.int64), np.asarray(content, dtype=np.float64),
        _traits(doc, candidates),
    )  # fmt: skip


def steps(parent: NDArray[np.int64]) -> Numbers:
    """Steps through the parse from each token to each other; as many as tokens: no way."""
    size = len(parent)
    found = np.full((size, size), float(size))
    children: list[list[int]] = [[] for _ in range(size)]
    order: list[int] = []
    for token, above in enumerate(parent.tolist()):
        if above == token:
            order.append(token)
        else:
            children[above].append(token)
    for token in order:  # grows: parents before children
        order.extend(children[token])
        above = parent[token]
        if above != token:
            row = np.minimum(found[above] + 1, size)
            found[token], found[:, token] = row, row
        found[token, token] = 0
    return found


def _traits(doc: Doc, candidates: Sequence[Candidate]) -> dict[str, list[str]]:
    words = [_word(token) for token in doc]
    classes = [token.pos_ for token in doc]
    edges = [(token.left_edge.i, token.right_edge.i + 1) for token in doc]
    relations = [token.dep_ for token in doc]
    above = [f"{t.dep_}<{t.head.pos_ if t.head.i != t.i else '-'}" for t in doc]
    types: dict[int, str] = {}
    rows = []
    for c in candidates:
        if c.head not in types:
            types[c.head] = _type(doc[c.head])
        left, right = edges[c.head]
        before = words[c.start - 1] if c.start else "^"
        kind = c.label or types[c.head]
        size = c.end - c.start
        rows.append((
            f"{c.shape}/{c.label}", relations[c.head], classes[c.head], words[c.start],
            classes[c.end - 1], before, words[c.end] if c.end < len(doc) else "$",
            f"{int(c.start == left)}{int(c.end == right)}", _look(doc, c),
            SIZES[size] if size < 10 else ("10" if size < 15 else "15"), kind, above[c.head],
            f"{c.shape}>{kind}", f"{before}>{kind}",
        ))  # fmt: skip
    names = ("shape", "dep", "pos", "opens", "ends", "before", "after", "whole", "look", "size",
             "type", "above", "shape>type", "before>type")  # fmt: skip
    return {name: [row[i] for row in rows] for i, name in enumerate(names)}


def _word(token: Token) -> str:
    return str(token.lower_) if token.pos_ in SPELT else str(token.pos_)


def _type(token: Token) -> str:
    """What a head can be: 'person', 'place', …"""
    if token.pos_ in {"PRON", "NUM", "VERB", "AUX", "ADV"}:
        return str(token.pos_)
    noun = fold(token.lemma_)
    if lexicon.is_role(noun) or lexicon.covers("person", noun):
        return "person"
    if lexicon.place_type(noun):
        return "place"
    if lexicon.organisation_type(noun):
        return "organisation"
    return str(token.tag_)


def _look(doc: Doc, candidate: Candidate) -> str:
    """How the words are written: with a year, with figures, with capitals."""
    text = doc[candidate.start : candidate.end].text
    if YEAR.search(text):
        return "year" if candidate.end - candidate.start == 1 else "with year"
    if any(c.isdigit() for c in text):
        return "figures"
    capitals = [t.text[:1].isupper() for t in doc[candidate.start : candidate.end] if t.is_alpha]
    if capitals and all(capitals):
        return "first capital" if candidate.start == 0 else "capitals"
    return "some capitals" if any(capitals[1:]) or (capitals and capitals[-1]) else "small"
