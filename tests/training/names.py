"""Fits the name tagger: names in EWT as Universal NER marks them, and variants of its sentences.

A sentence of EWT is read with what a first reading made of the rest of its text; its variant, which
has no text, alone.  The first readings are by taggers that have not seen the text.  Half of the
sentences come once more, read by one who knows no names beforehand: else whatever is not known
would be a person, since of people's names the least are.
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

from bot.language.name_chances import TAGS
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

SPLITS = ("train", "dev")  # of EWT; all that was chosen on dev was so without it
PARTS = 4  # of the texts, for the first readings
PENALTY, LEFT_OUT, ROUNDS, AVERAGED = 5.0, 0.2, 14, 5  # chosen on dev and by cross-validation
BOLD = 0.3  # less for being no name: more names are missed than are found where none is
# Of names that are known beforehand or from elsewhere in the text: what many names have in common
# has to outweigh what each of their words says for itself (Sutton et al., Reducing Weight
# Undertraining in Structured Discriminative Learning, NAACL 2006).
KNOWN, KNOWN_SHARE = ("first ", "in "), 0.2
UNKNOWING = 0.5  # share of the sentences that are learnt from once more without known names
RAREST = 2  # words a clue must have
LEAST = 0.03  # a clue that weighs less for every tag is left out


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to learn from: as the grammar reads it, its clues, the tags of its names."""

    part: int
    doc: Doc
    rows: list[Numbers]
    tags: list[str | None]


def fit_names(
    grammar: Language, data: Path, splits: Sequence[str] = SPLITS, without: int | None = None
) -> None:
    """Give the pipeline an "ner" that finds names; an old one is filled anew.

    It learns from none of the texts of the part `without`, if one is given.
    """
    known = lexicon.build(data, grammar)
    dice = random.Random(SEED)
    trees = [
        tree
        for split in splits
        for tree in read_trees(data, split, gum=False)
        if unseen.part_of(tree, PARTS) != without
    ]
    numbers: dict[str, int] = {}
    all_known = Lexicon.unpack(known)
    clues, unknowing = (
        Clues(each, lambda clue: numbers.setdefault(clue, len(numbers)))
        for each in (all_known, replace(all_known, names={}))
    )
    both = [*trees, *variants_of(trees)]
    alone = [
        Sentence(unseen.part_of(tree, PARTS), doc, clues.read(doc), [w.entity for w in tree.words])
        for tree, doc in zip(both, parsed(grammar, both, data), strict=True)
    ]
    plain, others = alone[: len(trees)], alone[len(trees) :]
    others += [
        replace(sentence, rows=unknowing.read(sentence.doc))
        for sentence in plain
        if dice.random() < UNKNOWING
    ]
    for part in range(PARTS):
        first = NameTagger()
        seen = [sentence for sentence in [*plain, *others] if sentence.part != part]
        fill(first, seen, numbers, known)
        for sentence in plain:
            if sentence.part == part:
                first(sentence.doc)
    if not grammar.has_pipe("ner"):
        grammar.add_pipe("name_tagger", name="ner")
    tagger = grammar.get_pipe("ner")
    assert isinstance(tagger, NameTagger)
    fill(tagger, [*read_again(trees, plain, clues), *others], numbers, known)


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
    learnt = {tree.name for tree in read_trees(data, "train", gum=False)}  # by the grammar
    places = [place for place, tree in enumerate(trees) if tree.name in learnt]
    unseen_tags = unseen.tags([trees[place] for place in places], data)
    for place, tags in zip(places, unseen_tags, strict=True):
        for token, tag in zip(docs[place], tags, strict=True):
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
    shares = np.array([KNOWN_SHARE if clue.startswith(KNOWN) else 1.0 for clue in kept])
    weights, follow = crf.fit(
        table,
        penalty=PENALTY,
        shares=shares,
        left_out=LEFT_OUT,
        rounds=ROUNDS,
        averaged=AVERAGED,
        seed=SEED,
    )
    weights[kept.index("always"), TAGS.index("O")] -= BOLD
    heavy: NDArray[np.intp] = np.flatnonzero(np.abs(weights).max(axis=1) >= LEAST)
    tagger.fill([kept[i] for i in heavy], weights[heavy].astype(np.float32), follow, known)
