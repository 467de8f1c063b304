"""What to say when the story does not: what is missing, and the nearest that it says."""

from collections.abc import Sequence

from bot.domain import Reply
from bot.language.terms import search_terms
from bot.questions import Asked
from bot.replies import Replies
from bot.scoring import Passage
from bot.story import Story
from bot.writing import Writer

NEAR = 0.8  # share of the question's words in a sentence, for it to be worth quoting
ON_TOPIC = 0.3  # share below which the question is about something else; see tests/benchmark
LONGEST = 240  # characters of a sentence quoted as the nearest


def refuse(
    asked: Asked, kind: str, held: Sequence[Passage], story: Story, replies: Replies
) -> Reply:
    """That the story does not say, and why: an unknown name, another subject, or just this."""
    writer = Writer(asked, replies)
    if unknown := _unknown_name(asked, story):
        slot = writer.asked_words(unknown)
        return writer.reply(kind, "nothing.name", answered=False, asked=slot)
    best = max(held, key=lambda passage: passage.alignment.coverage, default=None)
    if best is None or best.alignment.coverage < ON_TOPIC:
        return writer.reply(kind, "nothing.topic", answered=False)
    if best.alignment.coverage >= NEAR and len(best.reading.sentence.text) <= LONGEST:
        fact = best.reading.fact(0, len(best.reading.doc))
        return writer.reply(
            kind,
            "nothing.near",
            answered=False,
            evidence=writer.slot(fact),
            mark=writer.marks(fact),
        )
    return writer.reply(kind, "nothing.answer", answered=False)


def _unknown_name(asked: Asked, story: Story) -> str:
    """A name of the question of which the story has no word; "" if it knows them all."""
    for name in asked.names:
        words = asked.doc[name.start : name.end].text
        terms = search_terms(words)
        if name.label != "MISC" and terms and not any(t in story.index.vocabulary for t in terms):
            return words
    return ""
