"""Variants of treebank sentences as newswire and chat write them, other ones in every epoch."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import registry

from tests.training.ask import to_question
from tests.training.news import with_day, with_speaker
from tests.training.swap import NameLists, swap_names
from tests.training.treebank import from_doc, to_doc
from tests.training.words import Word

Words = list[Word]
OPEN = {"NOUN", "VERB", "ADJ", "ADV"}
US_FORMS = ("U.S.", "US", "USA", "U.S.A.", "U.S")

STRANGE = 0.03  # share of words
# Shares of sentences; tuned on the dev set, plain and as chat.
QUESTION, SPEAKER, DAY, SWAP = 0.1, 0.06, 0.06, 0.4
LOWER, CAPITALS, HEADLINE, UNFINISHED = 0.12, 0.02, 0.03, 0.05


@registry.readers("story_bot.varied.v1")
class VariedSentences:
    """The sentences of a DocBin in another order and with other variants in every epoch.

    At `level` 1 the shares of variants are as above, at 0 the sentences stay as they are.
    """

    def __init__(self, path: Path, level: float) -> None:
        self.path, self.level = path, level
        self.dice, self.lists = random.Random(0), NameLists.read()
        self.sentences: list[tuple[Doc, Words]] = []

    def __call__(self, nlp: Language) -> Iterator[Example]:
        if not self.sentences:
            docs = DocBin().from_disk(self.path).get_docs(nlp.vocab)
            self.sentences = [(doc, list(from_doc(doc).words)) for doc in docs]
        self.dice.shuffle(self.sentences)
        for doc, words in self.sentences:
            varied = vary(words, self.dice, self.lists, self.level)
            yield to_example(doc if varied == words else to_doc(varied, nlp.vocab))


def to_example(reference: Doc) -> Example:
    """What training compares: the words alone, and all that is known of them."""
    words = [token.text for token in reference]
    spaces = [bool(token.whitespace_) for token in reference]
    return Example(Doc(reference.vocab, words=words, spaces=spaces), reference)


def vary(
    words: Words, dice: random.Random, lists: NameLists, level: float, *, names: bool = False
) -> Words:
    """One variant; most often the sentence itself.  `names`: for names, where grammar may suffer."""
    if dice.random() < QUESTION * level:
        words = to_question(words, dice) or words
    if dice.random() < DAY * level:
        words = with_day(words, dice)
    if dice.random() < SPEAKER * level:
        words = with_speaker(words, dice, lists)
    if dice.random() < SWAP * level:
        words = swap_names(words, dice, lists, freely=names)
        words = [us_form(word, dice) for word in words]
    if dice.random() < UNFINISHED * level:
        words = unfinished(words)
    words = [
        strange(word, dice, lists) if dice.random() < STRANGE * level else word for word in words
    ]
    way = dice.random()
    if way < LOWER * level:
        words = [with_text(word, word.text.lower()) for word in words]
        return unfinished(words) if dice.random() < 0.6 else words
    if way < (LOWER + CAPITALS) * level:
        return [with_text(word, word.text.upper()) for word in words]
    if way < (LOWER + CAPITALS + HEADLINE) * level:
        return unfinished([in_headline(word) for word in words])
    return words


def as_chat(words: Words, dice: random.Random, lists: NameLists) -> Words:
    """For measuring: other names, lower case, no full stop."""
    words = swap_names(words, dice, lists)
    return unfinished([with_text(word, word.text.lower()) for word in words])


def as_news(words: Words, dice: random.Random, lists: NameLists) -> Words:
    """For measuring: other names, curly quotes, long dashes."""
    marks = {'"': "“”", "'": "‘’", "--": "—", "-": "–"}
    varied = []
    for word in swap_names(words, dice, lists):
        text = word.text.replace("'", "’") if len(word.text) > 1 else word.text
        if text in marks:
            text = marks[text][0 if word.space is False or len(marks[text]) == 1 else 1]
        varied.append(with_text(word, text))
    return varied


def with_text(word: Word, text: str) -> Word:
    return replace(word, text=text) if text.strip() else word


def unfinished(words: Words) -> Words:
    """Without the last mark, if nothing hangs on it."""
    last = len(words) - 1
    if last < 1 or words[-1].upos != "PUNCT" or any(w.head == last for w in words[:-1]):
        return words
    return words[:-1]


def in_headline(word: Word) -> Word:
    """'Leaders Meet in the City'"""
    if word.upos in {"ADP", "DET", "CCONJ", "PART", "PUNCT"}:
        return word
    return with_text(word, word.text[0].upper() + word.text[1:])


def strange(word: Word, dice: random.Random, lists: NameLists) -> Word:
    """'released' -> 'kasuased': an unknown word with a known ending, as many in the news are."""
    stem = len(word.text) - 3
    if word.upos not in OPEN or stem < 1 or not word.text.isalpha():
        return word
    if word.lemma[:stem].lower() != word.text[:stem].lower():
        return word
    new = "".join(dice.choice(lists.syllables) for _ in range(dice.randint(1, 3)))
    text = new + word.text[stem:]
    text = text.capitalize() if word.text[0].isupper() else text
    lemma = new + word.lemma[stem:]
    lemma = lemma.capitalize() if word.lemma[0].isupper() else lemma
    return replace(word, text=text, lemma=lemma)


def us_form(word: Word, dice: random.Random) -> Word:
    return with_text(word, dice.choice(US_FORMS)) if word.text in US_FORMS else word
