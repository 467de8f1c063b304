"""Fits the name tagger: names in EWT as Universal NER marks them, and variants of its sentences."""

import random
from collections import Counter
from pathlib import Path

import numpy as np
from spacy.language import Language

from bot.language.name_clues import Clues
from bot.language.name_lexicon import Lexicon
from bot.language.name_tagger import NameTagger
from tests.training import crf, lexicon
from tests.training.augment import vary
from tests.training.evaluate import blank
from tests.training.swap import NameLists
from tests.training.train import SEED
from tests.training.treebank import read_trees, to_doc
from tests.training.words import Word

PENALTY, ROUNDS = 4.0, 60  # chosen on dev
RAREST = 2  # words a clue must have
LEAST = 0.03  # a clue that weighs less for every tag is left out


def fit_names(grammar: Language, data: Path) -> None:
    """Give the pipeline an "ner" that finds names; an old one is filled anew."""
    known = lexicon.build(data, grammar)
    marked = training_sentences(data)
    numbers: dict[str, int] = {}
    clues = Clues(Lexicon.unpack(known), lambda clue: numbers.setdefault(clue, len(numbers)))
    blanks = (blank(to_doc(words, grammar.vocab)) for words in marked)
    docs = grammar.pipe(blanks, disable=["ner", "mended"])
    rows = [row for doc in docs for row in clues.read(doc)]
    counts = Counter(number for row in rows for number in row)
    kept = [(clue, number) for clue, number in numbers.items() if counts[number] >= RAREST]
    place = {number: i for i, (_, number) in enumerate(kept)}
    rows = [[place[number] for number in row if number in place] for row in rows]
    tags = [[word.entity for word in words] for words in marked]
    table = crf.Rows(
        crf.matrix(rows, len(kept)), [len(words) for words in marked], crf.allowed(tags)
    )
    weights, follow = crf.fit(table, penalty=PENALTY, rounds=ROUNDS)
    heavy = np.flatnonzero(np.abs(weights).max(axis=1) >= LEAST)
    if not grammar.has_pipe("ner"):
        grammar.add_pipe("name_tagger", name="ner")
    tagger = grammar.get_pipe("ner")
    assert isinstance(tagger, NameTagger)
    tagger.fill([kept[i][0] for i in heavy], weights[heavy], follow, known)


def training_sentences(data: Path) -> list[list[Word]]:
    """Those of EWT as they are, and once more in other clothes."""
    dice, lists = random.Random(SEED), NameLists.read()
    plain = [list(tree.words) for tree in read_trees(data, "train", gum=False)]
    return plain + [vary(words, dice, lists, 1.0, names=True) for words in plain]
