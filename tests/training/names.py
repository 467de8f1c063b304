"""Fits the name tagger: names in EWT as Universal NER marks them, and variants of its sentences.

A sentence of EWT is read with what a first reading made of the rest of its text; its variant, which
has no text, alone.  The first readings are by taggers that have not seen the text.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from bot.language.name_clues import Clues, Numbers
from bot.language.name_echoes import Echoes
from bot.language.name_lexicon import Lexicon, Packed
from bot.language.name_tagger import NameTagger
from tests.training import crf, lexicon, unseen
from tests.training.augment import vary
from tests.training.evaluate import blank
from tests.training.swap import NameLists
from tests.training.train import SEED
from tests.training.treebank import Tree, read_trees, to_doc

PARTS = 4  # of the texts, for the first readings
PENALTY, ROUNDS, AVERAGED = 5.0, 10, 4  # chosen on dev and by cross-validation
RAREST = 2  # words a clue must have
LEAST = 0.03  # a clue that weighs less for every tag is left out


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to learn from: as the grammar reads it, its clues, the tags of its names."""

    part: int
    doc: Doc
    rows: list[Numbers]
    tags: list[str | None]


def fit_names(grammar: Language, data: Path) -> None:
    """Give the pipeline an "ner" that finds names; an old one is filled anew."""
    known = lexicon.build(data, grammar)
    trees = read_trees(data, "train", gum=False)
    numbers: dict[str, int] = {}
    clues = Clues(Lexicon.unpack(known), lambda clue: numbers.setdefault(clue, len(numbers)))
    both = [*trees, *variants_of(trees)]
    alone = [
        Sentence(unseen.part_of(tree, PARTS), doc, clues.read(doc), [w.entity for w in tree.words])
        for tree, doc in zip(both, parsed(grammar, both, data), strict=True)
    ]
    plain, varied = alone[: len(trees)], alone[len(trees) :]
    for part in range(PARTS):
        others = NameTagger()
        fill(others, [sentence for sentence in alone if sentence.part != part], numbers, known)
        for sentence in plain:
            if sentence.part == part:
                others(sentence.doc)
    if not grammar.has_pipe("ner"):
        grammar.add_pipe("name_tagger", name="ner")
    tagger = grammar.get_pipe("ner")
    assert isinstance(tagger, NameTagger)
    fill(tagger, [*read_again(trees, plain, clues), *varied], numbers, known)


def variants_of(trees: Sequence[Tree]) -> Iterator[Tree]:
    dice, lists = random.Random(SEED), NameLists.read()
    for tree in trees:
        words = vary(list(tree.words), dice, lists, 1.0, names=True)
        yield replace(tree, words=tuple(words))


def read_again(
    trees: Sequence[Tree], sentences: Sequence[Sentence], clues: Clues
) -> Iterator[Sentence]:
    """The sentences with what their texts tell of their words."""
    texts: dict[str, list[Sentence]] = {}
    for tree, sentence in zip(trees, sentences, strict=True):
        texts.setdefault(tree.text_name, []).append(sentence)
    for text in texts.values():
        echoes = Echoes([sentence.doc for sentence in text])
        for sentence in text:
            yield replace(sentence, rows=clues.read(sentence.doc, echoes))


def parsed(grammar: Language, trees: Sequence[Tree], data: Path) -> list[Doc]:
    """The sentences as the grammar reads them, with tags of taggers that have not seen them."""
    blanks = (blank(to_doc(tree.words, grammar.vocab)) for tree in trees)
    docs = list(grammar.pipe(blanks, disable=["ner", "mended"]))
    for doc, tags in zip(docs, unseen.tags(trees, data), strict=True):
        for token, tag in zip(doc, tags, strict=True):
            token.tag_ = tag
    return docs


def fill(
    tagger: NameTagger, sentences: Sequence[Sentence], numbers: dict[str, int], known: Packed
) -> None:
    """Give the tagger the weights that these sentences call for; `numbers` are those of clues."""
    counts = Counter(n for sentence in sentences for row in sentence.rows for n in row)
    kept = [clue for clue, number in numbers.items() if counts[number] >= RAREST]
    place = {numbers[clue]: i for i, clue in enumerate(kept)}
    rows = ([place[n] for n in row if n in place] for s in sentences for row in s.rows)
    table = crf.Sentences.of(rows, len(kept), [sentence.tags for sentence in sentences])
    weights, follow = crf.fit(table, penalty=PENALTY, rounds=ROUNDS, averaged=AVERAGED, seed=SEED)
    heavy: NDArray[np.intp] = np.flatnonzero(np.abs(weights).max(axis=1) >= LEAST)
    tagger.fill([kept[i] for i in heavy], weights[heavy].astype(np.float32), follow, known)
