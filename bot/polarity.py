"""Whether a sentence has the contrary of a word that stands in it: 'not guilty', 'no fraud'."""

from spacy.tokens import Token

from bot.language.frames import NEGATIONS
from bot.scoring import Passage

STILL = {"only", "least", "just", "more", "less", "longer"}  # 'not only', 'no more than'


def is_turned(passage: Passage) -> bool:
    """Whether a word of the question is told with a "not" or "no" of its own, and asked without.

    The negations of verbs are told by their frames.
    """
    question, doc = passage.asked.doc, passage.reading.doc
    verbs = {frame.head for frame in passage.reading.frames if frame.lemma != "be"}
    return any(
        token not in verbs and _is_denied(doc[token]) and not _is_denied(question[word])
        for word, token, _ in passage.alignment.pairs
    )


def _is_denied(word: Token) -> bool:
    return any(
        child.lower_ in NEGATIONS and word.doc[child.i + 1].lower_ not in STILL
        for child in word.lefts
    )
