"""What an answer rests on, in a few digits: enough to see whether it still stands later."""

from bot.domain import Corpus, Reply, Sentence
from bot.links import digest
from bot.state.kept import Footing

# What answers nothing of its own, or only as long as its conversation lasts.
WITHOUT = frozenset({"talk", "error", "source", "which one"})


def footing_of(reply: Reply) -> Footing:
    """Of an answer its words and the sentences it cites; nothing of what answers nothing."""
    if not reply.answered or reply.kind in WITHOUT:
        return Footing()
    return Footing(digest(reply.text), tuple(_name(each.sentence) for each in reply.citations))


def ground_of(corpus: Corpus) -> frozenset[str]:
    """All that an answer may rest on."""
    return frozenset(
        _name(sentence) for article in corpus.articles for sentence in article.sentences
    )


def has_moved(footing: Footing, ground: frozenset[str]) -> bool:
    """Whether a cited sentence is gone or says something else; its place does not matter."""
    return not ground.issuperset(footing.cited)


def _name(sentence: Sentence) -> str:
    return digest(f"{sentence.source.stem}\n{sentence.text}")
