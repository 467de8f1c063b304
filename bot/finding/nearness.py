"""Where a sentence tells in other words what a question asks: how near in meaning its words are."""

import numpy as np

from bot.language import thesaurus
from bot.language.terms import fold
from bot.questions import Asked
from bot.questions.expecting import asked_noun
from bot.story import Reading
from bot.story.columns import Columns, Numbers


def to(asked: Asked, word: int, reading: Reading) -> Numbers:
    """How near in meaning each word of a sentence is to one of the question, [0, 1]; 1 is the same."""
    if word < 0:
        return np.zeros(len(reading.doc))
    lemma = fold(asked.doc[word].lemma_)
    found = _to(lemma, reading)
    for one in asked.expressions:
        if word in one.tokens:
            found = np.maximum(found, _to(one.text, reading))
    return found


def _to(wording: str, reading: Reading) -> Numbers:
    near = thesaurus.near(wording)
    found = np.asarray([1.0 if own == wording else near.get(own, 0.0) for own in reading.lemmas])
    for one in reading.expressions:
        value = 1.0 if one.text == wording else near.get(one.text, 0.0)
        found[one.head] = max(found[one.head], value)
    return found


def to_noun_and_verb(asked: Asked, reading: Reading) -> tuple[Numbers, ...]:
    """For each candidate how near its head, any of its words, and what its head hangs together with are
    to the asked noun ('institute' for "Which body"), and the verb of its clause to the question's."""
    columns = reading.columns
    near = to(asked, asked_noun(asked), reading)
    found: tuple[Numbers, ...] = (np.zeros(len(columns.head)),) * 3
    if near.any():
        beside = (columns.steps[columns.head] == 1) * near[None, :]
        found = near[columns.head], (columns.inside * near).max(1), beside.max(1)
    verb = asked.frame.head if asked.frame is not None else -1
    return *found, to(asked, verb, reading)[columns.clause[columns.head]]


def told_otherwise(columns: Columns, told: Numbers) -> tuple[Numbers, ...]:
    """How near to each candidate the words stand that are near in meaning to what is missing (`told`):
    in the sentence, in the parse, right above it, and in its clause."""
    if not told.any():
        return (np.zeros(len(columns.head)),) * 4
    head = columns.head
    outside, parent = (1 - columns.inside) * told, columns.parent[head]
    same = columns.clause[None, :] == columns.clause[head][:, None]
    return (
        (outside / (1 + columns.away)).sum(1),
        (outside / (1 + columns.steps[head])).sum(1),
        np.where(parent != head, told[parent], 0.0),
        (outside * same).sum(1),
    )
