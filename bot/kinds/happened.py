"""What happened (to somebody)?  The clause that tells what was done; of the story as a whole its lead."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.domain import Reply
from bot.kinds.kind import Kind, Request
from bot.kinds.telling import without_stop
from bot.language import lexicon
from bot.language.frames import Part
from bot.questions import Asked
from bot.scoring import Passage
from bot.story import Reading
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
    "latest",
}
SHORT = 10  # tokens of words that stand for the asked ones, not merely hold them
EMPTY = {"what", "is", "was", "the", "of", "this", "about", "a", "give", "me", "us", "happened", "has",
         "tell", "any", "in", "short", "please", "s", "'s", "’s", "here", "going", "on", "to"}  # fmt: skip


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
    heads = {a.head for a in asked.frame.arguments if a.head != asked.phrase}
    about = heads | {t.i for t in asked.doc if t.dep_ == "nummod" and t.head.i in heads}
    told = [p for p in request.passages if p.reading.sentence.role == "body" and _knows(p, about)]
    for wanted in (Part.PATIENT, Part.AGENT):
        for passage in told:
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


def _knows(passage: Passage, about: set[int]) -> bool:
    """Whether a sentence speaks of those asked about, and lacks no name or number."""
    doc = passage.asked.doc
    lacking = any(doc[i].pos_ in {"PROPN", "NUM"} for i in passage.alignment.missing)
    return not lacking and any(q in about for q, _, _ in passage.alignment.pairs)


def _clause(passage: Passage, about: set[int], wanted: Part) -> tuple[int, int] | None:
    """The tokens of the first clause with a verb of its own in which the asked ones fill a part."""
    reading = passage.reading
    tokens = [s for q, s, _ in passage.alignment.pairs if q in about]
    for frame in reading.frames:
        verb = reading.doc[frame.head]
        goes_on = verb.tag_ == "VBG" and verb.dep_ == "advcl"  # ', sinking the boat'
        if frame.modal or lexicon.is_speech(verb.lemma_.lower()):
            continue
        if not (goes_on or _is_finite(verb)):
            continue
        own = [reading.edges[head] for head in frame.fillers(wanted)]
        short = [range(*span) for span in own if span[1] - span[0] <= SHORT]
        if any(token in span for token in tokens for span in short) or any(
            token in frame.fillers(wanted) for token in tokens
        ):
            if goes_on:
                return _trimmed(reading, 0, len(reading.doc))
            parts = [a.head for a in frame.arguments if a.part in {Part.AGENT, Part.PATIENT}]
            heads = [head for head in parts if reading.doc[head].head.i == frame.head]
            spans = [reading.edges[head] for head in heads] + [reading.edges[frame.head]]
            start = min(span[0] for span in spans)
            return _trimmed(reading, start, max(reading.edges[frame.head][1], frame.head + 1))
    return None


def _is_finite(verb: Token) -> bool:
    """'sank', 'was sunk', 'has sunk'; not 'to sink', 'sunk', 'be sunk'"""
    if verb.dep_.startswith("acl") or verb.pos_ != "VERB":
        return False
    helpers = (c for c in verb.lefts if c.dep_ in {"aux", "aux:pass"})
    return any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in (verb, *helpers))


def _trimmed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Without the conjunction and the marks around a clause."""
    doc = reading.doc
    while start < end and (doc[start].is_punct or doc[start].dep_ in {"cc", "mark"}):
        start += 1
    while end > start and doc[end - 1].is_punct:
        end -= 1
    return start, end


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
