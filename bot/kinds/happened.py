"""What happened (to somebody)?  The clause that tells what was done; of the story as a whole its lead."""

from collections.abc import Iterator

from bot.domain import Reply
from bot.kinds.kind import Kind, Request
from bot.kinds.telling import without_stop
from bot.language.frames import Part
from bot.matching import role_of
from bot.questions import Asked
from bot.scoring import Passage
from bot.writing import Writer

GIST = {
    "tldr",
    "summary",
    "gist",
    "summarize",
    "summarise",
    "summarized",
    "news",
    "story",
    "happened",
}
EMPTY = {"what", "is", "was", "the", "of", "this", "about", "a", "give", "me", "us", "happened", "has",
         "tell", "in", "short", "please", "s", "'s", "’s", "here", "going", "on", "to"}  # fmt: skip
LEAST_COVERAGE = 0.35  # "happen" itself is met by no word


def asks_what_befell(asked: Asked) -> bool:
    """'What happened to the crew?'"""
    frame = asked.frame
    return asked.word >= 0 and frame is not None and frame.lemma in {"happen", "become of"}


def asks_for_the_gist(asked: Asked) -> bool:
    """'What happened?', 'tl;dr', 'What is the story about?'"""
    plain = {t.lower_ for t in asked.doc if not t.is_punct}
    return bool(plain & GIST) and plain <= GIST | EMPTY


def tell_what_befell(request: Request) -> Iterator[Reply]:
    """The clause in which something is done to those asked about, else the one they act in."""
    asked = request.asked
    assert asked.frame is not None
    about = {a.head for a in asked.frame.arguments if a.head != asked.phrase}
    for wanted in (Part.PATIENT, Part.AGENT):
        for passage in request.passages:
            if (
                passage.alignment.coverage >= LEAST_COVERAGE
                and passage.reading.sentence.role == "body"
            ):
                span = _clause(passage, about, wanted)
                if span is not None:
                    writer = Writer(asked, request.replies)
                    fact = without_stop(passage.reading.fact(*span))
                    yield writer.reply(
                        "happened",
                        "fact.answer",
                        short=fact.text,
                        answer=writer.slot(fact, strong=True),
                        mark=writer.marks(fact),
                    )


def _clause(passage: Passage, about: set[int], wanted: Part) -> tuple[int, int] | None:
    """The tokens of the first clause in which the asked ones fill a part."""
    reading = passage.reading
    tokens = [s for q, s, _ in passage.alignment.pairs if q in about]
    for frame in reading.frames:
        if reading.doc[frame.head].pos_ not in {"VERB", "AUX"}:
            continue
        for token in tokens:
            if role_of(frame, token, reading.edges) is wanted and token < frame.head:
                heads = [
                    a.head for a in frame.arguments if a.part is wanted and a.head < frame.head
                ]
                start = min(reading.edges[head][0] for head in heads) if heads else token
                return start, max(reading.edges[frame.head][1], frame.head + 1)
    return None


def tell_the_lead(request: Request) -> Iterator[Reply]:
    """The first body sentence of the newest article."""
    story = request.story
    newest = max(
        range(len(story.tables)),
        key=lambda n: (story.day(n), -n),
    )
    for reading in story.readings:
        if reading.article == newest and reading.sentence.role == "body":
            writer = Writer(request.asked, request.replies)
            fact = reading.fact(0, len(reading.doc))
            yield writer.reply(
                "gist",
                "quote.sentence",
                short=fact.text,
                evidence=writer.slot(fact, strong=True),
                mark=writer.marks(fact),
            )
            return


KINDS = (
    Kind("gist", asks_for_the_gist, tell_the_lead, final=True),
    Kind("happened", asks_what_befell, tell_what_befell, final=True),
)
