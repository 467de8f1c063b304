"""How well a pipeline reads a treebank, with the treebank's own words or with ours."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from bot.language import names, pipeline
from tests.training.augment import as_chat, as_news
from tests.training.swap import NameLists
from tests.training.treebank import Tree, read_trees, to_doc
from tests.training.words import Word

Place = tuple[int, int]  # characters [start, end) of the sentence

LAYERS: dict[str, Callable[[Token], object]] = {
    "UPOS": lambda token: token.pos_,
    "XPOS": lambda token: token.tag_,
    "feats": lambda token: str(token.morph),
    "lemma": lambda token: token.lemma_,
    "UAS": lambda token: (head_of(token), ""),
    "LAS": lambda token: (head_of(token), token.dep_),
    # As the CoNLL shared tasks count it: subtypes are forgotten.
    "LAS, plain labels": lambda token: (head_of(token), token.dep_.partition(":")[0]),
}


@dataclass(slots=True)
class Tally:
    """What was found, what should have been, and what both have; F is of the two shares."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: Iterable[object], gold: Iterable[object]) -> None:
        found, gold = set(found), set(gold)
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def f(self) -> float:
        """From 0 to 1; 1 where there was nothing to find and nothing was found."""
        both = self.found + self.gold
        return 2 * self.right / both if both else 1.0


@dataclass(slots=True)
class Scores:
    """Tallies by layer ("UPOS", "words", "sentences", …) and kind of name ("PER", "names", …)."""

    layers: dict[str, Tally] = field(default_factory=dict)
    names: dict[str, Tally] = field(default_factory=dict)

    def as_figures(self) -> dict[str, float]:
        """In per cent, to one decimal."""
        both = {**self.layers, **self.names}
        return {name: round(100 * tally.f, 1) for name, tally in both.items()}


def score(nlp: Language, sentences: Sequence[Sequence[Word]], *, gold_words: bool) -> Scores:
    """The scores of `nlp` on sentences given one by one."""
    golds = [to_doc(words, nlp.vocab) for words in sentences]
    asked = [blank(gold) if gold_words else nlp.make_doc(gold.text) for gold in golds]
    scores = Scores()
    for gold, found in zip(golds, nlp.pipe(asked), strict=True):
        count(scores, found, gold)
    return scores


def blank(gold: Doc) -> Doc:
    """The words alone."""
    spaces = [bool(token.whitespace_) for token in gold]
    return Doc(gold.vocab, words=[token.text for token in gold], spaces=spaces)


def count(scores: Scores, found: Doc, gold: Doc) -> None:
    layers = scores.layers
    for layer, value in LAYERS.items():
        layers.setdefault(layer, Tally()).add(values(found, value), values(gold, value))
    unpunctuated = layers.setdefault("LAS, no punctuation", Tally())
    unpunctuated.add(*(values(doc, LAYERS["LAS"], punctuation=False) for doc in (found, gold)))
    layers.setdefault("words", Tally()).add(map(place_of, found), map(place_of, gold))
    layers.setdefault("sentences", Tally()).add(sentences_of(found), sentences_of(gold))
    count_names(scores.names, found, gold)


def count_names(tallies: dict[str, Tally], found: Doc, gold: Doc) -> None:
    if all(token.ent_iob_ for token in gold):
        for label in ("PER", "LOC", "ORG"):
            tallies.setdefault(label, Tally()).add(names_of(found, label), names_of(gold, label))
        tallies.setdefault("names", Tally()).add(names_of(found), names_of(gold))


def values(
    doc: Doc, value: Callable[[Token], object], *, punctuation: bool = True
) -> Iterator[tuple[Place, object]]:
    for token in doc:
        if punctuation or token.dep_ != "punct":
            yield place_of(token), value(token)


def place_of(token: Token) -> Place:
    return token.idx, token.idx + len(token)


def head_of(token: Token) -> Place:
    """The place of the head; nowhere for the root."""
    return place_of(token.head) if token.head.i != token.i else (-1, -1)


def sentences_of(doc: Doc) -> list[Place]:
    return [(sentence.start_char, sentence.end_char) for sentence in doc.sents]


def names_of(doc: Doc, label: str | None = None) -> list[tuple[int, int, str]]:
    names = [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]
    return [name for name in names if label in {None, name[2]}]


def score_texts(nlp: Language, trees: Sequence[Tree]) -> tuple[Scores, Scores]:
    """The scores of names where a text is read as a whole: the tagger's, and those with rules.

    The latter are what the program takes.
    """
    texts: dict[str, list[Doc]] = {}
    for tree in trees:
        texts.setdefault(tree.text_name, []).append(to_doc(tree.words, nlp.vocab))
    tagged, ruled = Scores(), Scores()
    for golds in texts.values():
        docs = pipeline.read_text(nlp, map(blank, golds))
        known = names.collect(docs)
        for doc, gold in zip(docs, golds, strict=True):
            count_names(tagged.names, doc, gold)
            found = [name for name in names.find(doc, known) if name.label != "MISC"]
            doc.ents = tuple(Span(doc, name.start, name.end, name.label) for name in found)
            count_names(ruled.names, doc, gold)
    return tagged, ruled


def evaluate(nlp: Language, data: Path, split: str) -> dict[str, dict[str, float]]:
    """The figures of one split of EWT: with the treebank's words, with our own, and varied.

    "chat" has other names and is in lower case without full stops, "news" has other names, curly
    quotes and long dashes; both are always the same.  "in texts", "with rules": the names alone.
    """
    trees = read_trees(data, split, gum=False)
    plain = [tree.words for tree in trees]
    dice, lists = random.Random(1), NameLists.read()
    chat = [as_chat(list(words), dice, lists) for words in plain]
    news = [as_news(list(words), dice, lists) for words in plain]
    in_texts, with_rules = score_texts(nlp, trees)
    return {
        "gold words": score(nlp, plain, gold_words=True).as_figures(),
        "own words": score(nlp, plain, gold_words=False).as_figures(),
        "chat": score(nlp, chat, gold_words=True).as_figures(),
        "news": score(nlp, news, gold_words=True).as_figures(),
        "in texts": in_texts.as_figures(),
        "with rules": with_rules.as_figures(),
    }


def as_table(figures: dict[str, dict[str, float]]) -> str:
    """The figures as Markdown, a row for each layer."""
    columns = list(figures)
    rows = [
        "| | " + " | ".join(columns) + " |",
        "| --- " * (len(columns) + 1) + "|",
    ]
    for layer in figures[columns[0]]:
        found = (figures[column].get(layer) for column in columns)
        cells = ("" if value is None else f"{value:.1f}" for value in found)
        rows.append(f"| {layer} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def mistakes(nlp: Language, data: Path, split: str) -> Counter[tuple[str, str]]:
    """(gold, found) relations of words whose head or relation is wrong."""
    wrong: Counter[tuple[str, str]] = Counter()
    for tree in read_trees(data, split, gum=False):
        gold = to_doc(tree.words, nlp.vocab)
        for right, read in zip(gold, nlp(blank(gold)), strict=True):
            if (right.head.i, right.dep_) != (read.head.i, read.dep_):
                wrong[right.dep_, read.dep_] += 1
    return wrong
