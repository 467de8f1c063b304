"""Small stories told in a test, and sentences parsed by hand."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from bot import questions
from bot.corpus.article import read_article
from bot.desk import Desk
from bot.domain import Corpus, Reply
from bot.language.terms import fold
from bot.questions import Asked
from bot.replies import Replies
from bot.story import Story

HEAD = "date 2026-01-09 The Daily\n\n"  # 9 January 2026 is a Friday
DAY = date(2026, 1, 10)
_TOKEN = re.compile(
    r"(?P<word>[^/]+)/(?P<tag>[^/>]+)(?:/(?P<lemma>[^>]+))?>(?P<head>[^:]*):(?P<dep>.+)"
)
_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "CD": "NUM", "PRP": "PRON", "WP": "PRON",
    "PRP$": "PRON", "WP$": "PRON", "DT": "DET", "PDT": "DET", "EX": "PRON", "JJ": "ADJ", "JJR": "ADJ",
    "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "WRB": "ADV", "IN": "ADP", "RP": "ADP", "TO": "PART",
    "POS": "PART", "CC": "CCONJ", "MD": "AUX", "VB": "VERB", "VBD": "VERB", "VBG": "VERB",
    "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
}  # fmt: skip


def parsed(rows: str) -> Doc:
    """A sentence parsed by hand: 'Mara/NNP>left:nsubj left/VBD/leave>:root'.

    Each token is word/tag/lemma>head:relation; the lemma is by default the lower-cased word, the
    head the first token of that word ('the~2': the second), none for the root.
    """
    found = [_TOKEN.fullmatch(row) for row in rows.split()]
    tokens = [token for token in found if token is not None]
    assert len(tokens) == len(found), f"not to be read: {rows.split()[found.index(None)]}"
    words = [token["word"] for token in tokens]
    return Doc(
        _vocabulary(),
        words=words,
        tags=[token["tag"] for token in tokens],
        pos=[_class(token["tag"], token["dep"]) for token in tokens],
        lemmas=[token["lemma"] or token["word"].lower() for token in tokens],
        heads=[_place(words, t["head"]) if t["head"] else n for n, t in enumerate(tokens)],
        deps=[token["dep"] if token["head"] else "ROOT" for token in tokens],
    )


@cache
def _vocabulary() -> Vocab:
    return English().vocab


def _place(words: list[str], head: str) -> int:
    word, _, number = head.partition("~")
    return [n for n, other in enumerate(words) if other == word][int(number or 1) - 1]


def _class(tag: str, dep: str) -> str:
    """The word class that a tag has in this relation."""
    if dep in {"aux", "aux:pass", "cop"}:
        return "AUX"
    if dep == "mark" and tag == "IN":
        return "SCONJ"
    if tag in {"WDT", "DT"} and dep != "det":
        return "PRON"
    return _POS.get(tag, "DET" if tag == "WDT" else "PUNCT")


def file_of(text: str) -> str:
    """An article file: a line for each paragraph, under a head if the text has none."""
    text = text if text.startswith("date ") else HEAD + text
    return re.sub(r"(?<!\n)\n(?![\n]|$)", " ", text)


def story_of(nlp: Language, *texts: str, wrapped: bool = False) -> Story:
    """The articles a, b, … of The Daily; `wrapped`: line breaks within paragraphs stay."""
    articles = []
    for number, text in enumerate(texts):
        stem = "abcdef"[number]
        whole = HEAD + text if wrapped else file_of(text)
        articles.append(read_article(stem, whole, file=f"{stem}.txt", today=DAY)[0])
    return Story.read(Corpus(tuple(articles)), nlp)


def desk_of(folder: Path, nlp: Language, replies: Replies, text: str) -> Desk:
    """A desk on one article, `a.txt` in a folder."""
    (folder / "a.txt").write_text(file_of(text), encoding="utf-8")
    return Desk(folder, nlp, replies)


def read(question: str, story: Story, nlp: Language) -> Asked:
    return questions.read(question, story, nlp)


def says(reply: Reply, *words: str) -> bool:
    """Whether a reply answers, cites, and has all the words."""
    text = fold(reply.text)
    return reply.answered and bool(reply.citations) and all(fold(word) in text for word in words)


def not_yet(*row: object, why: str) -> ParameterSet:
    """A row of a table that the bot does not get right yet."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=why))
