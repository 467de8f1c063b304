"""Sentences of the treebanks: read from CoNLL-U and IOB2, written as spaCy's DocBin."""

import gzip
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc, DocBin, Token
from spacy.vocab import Vocab

from bot.language.name_tagger import spans_of
from tests.training.gum_names import with_names
from tests.training.words import Word

EWT = "ud-english-ewt/en_ewt-ud-{split}.conllu.gz"
GUM = "ud-english-gum-by/gum-by-{split}.conllu.gz"
UNER = {
    "train": "uner-english-ewt/en_ewt-ud-train.clean.iob2.gz",
    "dev": "uner-english-ewt/en_ewt-ud-dev.iob2.gz",
    "test": "uner-english-ewt/en_ewt-ud-test.iob2.gz",
}


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence of a treebank."""

    name: str  # its sent_id
    words: tuple[Word, ...]

    @property
    def text_name(self) -> str:
        """That of the text it is from."""
        return self.name.rpartition("-")[0]

    @property
    def text(self) -> str:
        return "".join(word.text + " " * word.space for word in self.words).strip()


def read_trees(data: Path, split: str, *, gum: bool) -> list[Tree]:
    """The sentences of EWT with their names, followed by those of GUM if asked."""
    entities = dict(read_entities(data / UNER[split]))
    trees = [with_entities(tree, entities) for tree in read_conllu(data / EWT.format(split=split))]
    if gum:
        trees += read_gum(data / GUM.format(split=split))
    return trees


def read_conllu(path: Path) -> Iterator[Tree]:
    """The sentences of a treebank file, names unknown."""
    for name, rows in read_blocks(path):
        yield Tree(name, read_words(rows))


def read_words(rows: Sequence[Sequence[str]]) -> tuple[Word, ...]:
    """The words of a sentence: basic relations, empty nodes left out."""
    # "1-2 don't": the words of such a range are written together, like SpaceAfter=No.
    ranges = [(row[0].partition("-"), row[9].split("|")) for row in rows if "-" in row[0]]
    joined = {number for (a, _, b), _ in ranges for number in range(int(a), int(b))}
    joined |= {int(last) for (_, _, last), more in ranges if "SpaceAfter=No" in more}
    words = []
    for row in rows:
        if not row[0].isdigit():
            continue
        number, head = int(row[0]), int(row[6])
        words.append(
            Word(
                text=row[1],
                lemma=row[1] if row[2] == "_" else row[2],
                upos=row[3],
                xpos=row[4],
                feats="" if row[5] == "_" else row[5],
                head=(head or number) - 1,
                relation="ROOT" if head == 0 else row[7],
                space=number not in joined and "SpaceAfter=No" not in row[9].split("|"),
            )
        )
    return tuple(words)


def read_gum(path: Path) -> Iterator[Tree]:
    """The sentences of GUM, with its names; 'people' has itself for lemma, as in EWT."""
    for name, rows in read_blocks(path):
        words = with_names(read_words(rows), rows)
        yield Tree(
            name,
            tuple(
                replace(word, lemma="people") if word.text.lower() == "people" else word
                for word in words
            ),
        )


def read_entities(path: Path) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """(sent_id, ((word, tag), ...)) for each sentence of an IOB2 file."""
    for name, rows in read_blocks(path):
        yield name, tuple((row[1], row[2]) for row in rows)


def read_blocks(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    name, rows = "", []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(str.rstrip, lines):
            if line.startswith("# sent_id = "):
                name = line.removeprefix("# sent_id = ")
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                yield name, rows
                name, rows = "", []
    if rows:
        yield name, rows


def with_entities(tree: Tree, entities: dict[str, tuple[tuple[str, str], ...]]) -> Tree:
    """The tree with its names; unchanged (names unknown) where the two releases differ in words."""
    tagged = entities.get(tree.name, ())
    if [text for text, _ in tagged] != [word.text for word in tree.words]:
        return tree
    words = zip(tree.words, tagged, strict=True)
    return Tree(tree.name, tuple(replace(word, entity=tag) for word, (_, tag) in words))


def to_doc(words: Sequence[Word], vocab: Vocab) -> Doc:
    """The sentence as spaCy's Doc; names that nobody has marked stay unset, not empty."""
    doc = Doc(
        vocab,
        words=[word.text for word in words],
        spaces=[word.space for word in words],
        lemmas=[word.lemma for word in words],
        pos=[word.upos for word in words],
        tags=[word.xpos for word in words],
        morphs=[word.feats for word in words],
        heads=[word.head for word in words],
        deps=[word.relation for word in words],
    )
    unknown = [doc[place : place + 1] for place, word in enumerate(words) if word.entity is None]
    if len(unknown) < len(words):
        doc.set_ents(spans_of(doc, [word.entity or "O" for word in words]), missing=unknown)
    return doc


def from_doc(doc: Doc) -> Tree:
    """The tree that `to_doc` was given."""
    words = [
        Word(
            text=token.text,
            lemma=token.lemma_,
            upos=token.pos_,
            xpos=token.tag_,
            feats=str(token.morph),
            head=token.head.i,
            relation=token.dep_,
            space=bool(token.whitespace_),
            entity=entity_tag(token),
        )
        for token in doc
    ]
    return Tree("", tuple(words))


def entity_tag(token: Token) -> str | None:
    if not token.ent_iob_:
        return None
    return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"


def write_docs(trees: Iterable[Tree], path: Path) -> None:
    vocab = Vocab()
    DocBin(docs=[to_doc(tree.words, vocab) for tree in trees]).to_disk(path)
