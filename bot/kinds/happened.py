"""What happened (to somebody), what did somebody do?  The clause that tells what was done; of the
story as a whole its lead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Token

from bot.domain import Reply
from bot.finding.scoring import Passage
from bot.kinds.anything import quote
from bot.kinds.extents import bare, whole_quotations, without_stop
from bot.kinds.kind import Kind, Request
from bot.language import lexicon
from bot.language.date_values import Value
from bot.language.frames import Frame, Part
from bot.proof import spaced
from bot.questions import Asked
from bot.story import Reading
from bot.writing import Writer

GIST = {
    "summary",
    "gist",
    "summarize",
    "summarise",
    "summarized",
    "news",
    "story",
    "happened",
    "latest",
    "article",
}
BEING = {"is", "was", "s", "'s", "’s"}
AHEAD = {"will", "shall"}
COMING = {*BEING, "what", "will", "happen", "happens", "next", "now", "comes", "going", "to", "then",
          "after", "this", "that", "the", "steps", "step", "are", "be"}  # fmt: skip
NAMING = {"PROPN", "NUM"}
SHORT = (
    10  # tokens of words that stand for the asked ones, not merely hold them; a name may be longer
)
EMPTY = {*BEING, "what", "the", "of", "this", "about", "a", "give", "me", "us", "happened", "has",
         "tell", "any", "in", "short", "please", "it", "all", "here", "going", "on", "to"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """How somebody may take part in a clause."""

    part: Part
    mains: bool = False  # whether only main clauses count
    alone: bool = False  # whether it must be done to nobody
    relative: bool = False  # whether only relative clauses count


BEFALLING = (
    Way(Part.PATIENT, mains=True),
    Way(Part.AGENT, mains=True, alone=True),
    Way(Part.PATIENT),
    Way(Part.AGENT),
    Way(Part.PATIENT, relative=True),
)
DOING = (Way(Part.AGENT),)


def asks_what_befell(asked: Asked) -> bool:
    """'What happened to the crew?'; not 'Where did it happen?'"""
    frame = asked.frame
    if asked.word < 0 or asked.doc[asked.word].lower_ != "what":
        return False
    return frame is not None and frame.lemma in {"happen", "become of"}


def asks_what_was_done(asked: Asked) -> bool:
    """'What did the crew do on Friday?'; not 'What work did they do?'"""
    frame = asked.frame
    if asked.word < 0 or frame is None or frame.lemma != "do" or asked.noun:
        return False
    return asked.part is Part.PATIENT and any(True for _ in frame.fillers(Part.AGENT))


def asks_for_the_gist(asked: Asked) -> bool:
    """'What happened?', 'What is the story about?', 'What is this about?'"""
    plain = {t.lower_ for t in asked.doc if not t.is_punct}
    is_about = {"what", "about"} <= plain and bool(plain & BEING)
    return (bool(plain & GIST) or is_about) and plain <= GIST | EMPTY


def asks_what_comes(asked: Asked) -> bool:
    """'What happens next?', 'What will happen now?', 'What's next?'"""
    plain = {t.lower_ for t in asked.doc if not t.is_punct}
    looks_ahead = "next" in plain or ("now" in plain and bool(plain & {"happens", "will"}))
    return looks_ahead and "what" in plain and plain <= COMING


def tell_what_befell(request: Request) -> Iterator[Reply]:
    """The clause in which something is done to those asked about, or they do something to nobody, main
    clauses first; else the one they act in; of a day what was done on it."""
    asked = request.asked
    assert asked.frame is not None
    whens = {i for when in asked.whens for i in range(when.lead, when.end)}
    heads = {a.head for a in asked.frame.arguments if a.head != asked.phrase}
    if heads and heads <= whens:
        return tell_of_the_day(request)
    return _tell(request, heads, BEFALLING, "happened")


def tell_of_the_day(request: Request) -> Iterator[Reply]:
    """'What happened on Friday?': the main clauses of that day, in the order of the story."""
    days = [when.value for when in request.asked.whens if when.value is not None]
    for reading in request.story.readings:
        if reading.sentence.role != "body" or request.article not in {None, reading.article}:
            continue
        for when in reading.whens:
            root = reading.doc[reading.clauses[when.start]]
            same = when.value is not None and any(_is_within(when.value, day) for day in days)
            if same and root.dep_ == "ROOT" and not lexicon.is_speech(root.lemma_.lower()):
                yield _reply(request, reading, _trimmed(reading, 0, len(reading.doc)), "happened")
                break


def _is_within(day: Value, span: Value) -> bool:
    return span.start <= day.start and day.end <= span.end


def tell_what_was_done(request: Request) -> Iterator[Reply]:
    """The clause in which those asked about act."""
    assert request.asked.frame is not None
    return _tell(request, set(request.asked.frame.fillers(Part.AGENT)), DOING, "done")


def _tell(request: Request, heads: set[int], ways: Sequence[Way], kind: str) -> Iterator[Reply]:
    """The clauses in which those asked about take part in one of the ways, a way after the other."""
    asked = request.asked
    lacks_none = NAMING | {"NOUN"} if kind == "done" else NAMING
    counts = {t.i for t in asked.doc if t.dep_ == "nummod" and t.head.i in heads}
    for about in (heads, heads | counts):  # 'two of them' for 'the two men'
        told = [p for p in request.passages if _knows(p, about, lacks_none)]
        for way in ways:
            for passage in told:
                span = _clause(passage, about, way, kind)
                if span is not None:
                    yield _reply(request, passage.reading, span, kind)


def _reply(request: Request, reading: Reading, span: tuple[int, int], kind: str) -> Reply:
    writer = Writer(request.asked, request.replies)
    fact = without_stop(reading.fact(*span))
    return writer.reply(
        kind,
        "fact.answer",
        short=spaced(fact),
        answer=writer.slot(fact, strong=True),
        mark=writer.marks(fact),
    )


def _knows(passage: Passage, about: set[int], lacks_none: set[str]) -> bool:
    """Whether a body sentence speaks of those asked about, and lacks no word of some classes."""
    doc = passage.asked.doc
    lacking = any(doc[i].pos_ in lacks_none for i in passage.alignment.missing)
    speaks = any(q in about for q, _, _ in passage.alignment.pairs)
    return speaks and not lacking and passage.reading.sentence.role == "body"


def _clause(passage: Passage, about: set[int], way: Way, kind: str) -> tuple[int, int] | None:
    """The tokens of the first clause with a verb of its own in which the asked ones take part so."""
    asked, reading = passage.asked, passage.reading
    tokens = [s for q, s, _ in passage.alignment.pairs if q in about]
    for frame in reading.frames:
        verb = reading.doc[frame.head]
        goes_on = verb.tag_ == "VBG" and verb.dep_ == "advcl"  # ', sinking the boat'
        lemma = verb.lemma_.lower()  # who called or announced something did something
        if _is_told_otherwise(asked, frame) or lemma == "say":
            continue
        if kind == "happened" and lexicon.is_speech(lemma):
            continue
        if not (goes_on or frame.modal or _is_finite(verb, relative=way.relative)):
            continue
        if way.mains and not _is_main(verb):
            continue
        if way.alone and any(True for _ in frame.fillers(Part.PATIENT)):
            continue
        heads = set(frame.fillers(way.part))
        own = [reading.edges[head] for head in heads]
        spans = [range(*span) for span in own if span[1] - span[0] <= SHORT]
        spans += [range(n.start, n.end) for n in reading.names if heads & {*range(n.start, n.end)}]
        inside = not way.alone and any(token in span for token in tokens for span in spans)
        if heads & set(tokens) or inside:
            if goes_on:
                return _trimmed(reading, 0, len(reading.doc))
            parts = [a.head for a in frame.arguments if a.part in {Part.AGENT, Part.PATIENT}]
            beside = [head for head in parts if reading.doc[head].head.i == frame.head]
            start = min(reading.edges[head][0] for head in (*beside, frame.head))
            if way.relative:  # 'in [two tents that were swept away]'
                before = (c.i + 1 for c in verb.head.lefts if c.dep_ == "case")
                start = max([verb.head.left_edge.i, *before])
            return _trimmed(reading, start, max(reading.edges[frame.head][1], frame.head + 1))
    return None


def _is_told_otherwise(asked: Asked, told: Frame) -> bool:
    """'What will happen to it?' is told by what will, 'What happened?' by nothing that may be."""
    is_ahead = asked.frame is not None and asked.frame.modal in AHEAD
    return told.modal not in AHEAD if is_ahead else bool(told.modal)


def _is_main(verb: Token) -> bool:
    """'The boat [sank] and [burned]'; not 'He said that it [sank]'."""
    while verb.dep_ == "conj":
        verb = verb.head
    return bool(verb.dep_ == "ROOT")


def _is_finite(verb: Token, *, relative: bool) -> bool:
    """'sank', 'was sunk', 'has sunk'; not 'to sink', 'sunk', 'be sunk', nor 'that sank' unless asked for"""
    if verb.pos_ != "VERB" or (verb.dep_ == "acl:relcl") != relative or verb.dep_ == "acl":
        return False
    helpers = (c for c in verb.lefts if c.dep_ in {"aux", "aux:pass"})
    return any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in (verb, *helpers))


def _trimmed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """A clause by itself, with both marks of its quotations."""
    return whole_quotations(reading, *bare(reading, start, end))


def tell_the_lead(request: Request) -> Iterator[Reply]:
    """The first body sentence of the newest article."""
    yield from (quote(request, reading, "gist") for reading in islice(_newest(request), 1))


def tell_what_comes(request: Request) -> Iterator[Reply]:
    """The first body sentence of the newest article that tells of what is to come."""
    told = (reading for reading in _newest(request) if _looks_ahead(reading))
    yield from (quote(request, reading, "next") for reading in islice(told, 1))


def _newest(request: Request) -> Iterator[Reading]:
    """The body of the newest article, or of the only one to look into."""
    story = request.story
    newest = max(range(len(story.tables)), key=lambda n: (story.day(n), -n))
    wanted = newest if request.article is None else request.article
    return (r for r in story.readings if r.article == wanted and r.sentence.role == "body")


def _looks_ahead(reading: Reading) -> bool:
    """'Divers will examine the hull'; not what somebody's words promise, nor what will not be."""
    return any(
        frame.modal in AHEAD
        and not frame.negated
        and not any(q.direct and q.start <= frame.head < q.end for q in reading.quotes)
        for frame in reading.frames
    )


KINDS = (
    Kind("gist", asks_for_the_gist, tell_the_lead, final=True),
    Kind("next", asks_what_comes, tell_what_comes, final=True),
    Kind("happened", asks_what_befell, tell_what_befell, final=True),
)
DONE = Kind("done", asks_what_was_done, tell_what_was_done, final=True)
