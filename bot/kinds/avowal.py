"""What did somebody promise, believe, hope to do, demand?  The clause of that very verb: other words of
the same speaker are no promise."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from spacy.tokens import Token

from bot.domain import Reply
from bot.finding.matching import role_of
from bot.finding.scoring import Passage
from bot.kinds import speech
from bot.kinds.extents import whole_quotations, without_stop
from bot.kinds.kind import Kind, Request
from bot.kinds.telling import name
from bot.kinds.voices import is_of_another_land
from bot.language.frames import Frame, Part, marker
from bot.questions import Asked
from bot.story import Reading
from bot.writing import Writer

SURE, ALIKE = 1.0, 0.8  # how surely a predicate is the asked one: the same verb, one of its family
PROMISING = {"promise", "pledge", "vow", "guarantee"}
SAID = {"obj", "iobj", "ccomp", "xcomp", "obl", "nmod", "advmod"}
LONGEST = 40  # tokens of a clause


def recognises(asked: Asked) -> bool:
    """'What did she promise?', 'What does he hope for?'; not 'What did she say?', 'What was he accused
    of?'"""
    if not speech.asks_for_words(asked) and asked.preposition != "for":
        return False
    is_for = asked.part is Part.OBLIQUE and asked.preposition == "for"
    is_what = asked.word >= 0 and asked.doc[asked.word].lower_ == "what" and not asked.noun
    return is_what and speech.is_stance(asked) and (is_for or asked.part is not Part.OBLIQUE)


def avowed(request: Request, least: float) -> Iterator[Reply]:
    """The clauses in which the one asked about does this, and all else that is asked is told.

    `least`: how surely the verb must be the asked one.
    """
    asked = request.asked
    assert asked.frame is not None
    subjects = [head for head in asked.frame.fillers(Part.AGENT) if head != asked.phrase]
    for passage in request.passages:
        if _lacks_a_word(asked, passage):
            continue
        for frame, strength, _ in passage.frames:
            by = [h for h in frame.fillers(Part.AGENT) if _is_one_of(passage, frame, h, subjects)]
            if strength >= least and by and frame.negated == asked.frame.negated:
                yield from _tell(request, passage.reading, frame, by[0])


def told_as_a_deed(request: Request) -> Iterator[Reply]:
    """'Roe urged them to stay calm', where it is asked what Roe said."""
    asked = request.asked
    assert asked.frame is not None
    subjects = [head for head in asked.frame.fillers(Part.AGENT) if head != asked.phrase]
    for passage in request.passages:
        if _lacks_a_word(asked, passage) or passage.reading.sentence.role != "body":
            continue
        for frame in passage.reading.frames:
            by = [h for h in frame.fillers(Part.AGENT) if _is_one_of(passage, frame, h, subjects)]
            is_told = speech.is_telling(frame.lemma) and not (frame.negated or frame.modal)
            if by and is_told and not asked.frame.negated:
                yield from _tell(request, passage.reading, frame, by[0])


def told_as_to_come(request: Request) -> Iterator[Reply]:
    """'The firm will refund them, she said', where it is asked what the firm promised."""
    asked = request.asked
    if request.read is None or asked.frame is None or asked.frame.negated:
        return
    who = [asked.doc[h].subtree for h in asked.frame.fillers(Part.AGENT) if h != asked.phrase]
    span = [token.i for tree in who for token in tree]
    is_of_more = asked.whens or any(name.start not in span for name in asked.names)
    if not span or is_of_more or asked.frame.lemma not in PROMISING:
        return
    subject = asked.doc[min(span) : max(span) + 1].text
    reply = request.ask(request.read(f"What will {subject} do?"))
    cited = [request.story.reading_of(c.sentence) for c in reply.citations] if reply else []
    if reply and reply.kind == "done" and all(one and one.quotes for one in cited):
        yield replace(reply, question=asked.typed)


def _lacks_a_word(asked: Asked, passage: Passage) -> bool:
    """Whether a thing or name that is asked about is not told."""
    return any(asked.doc[i].pos_ in {"NOUN", "PROPN", "NUM"} for i in passage.alignment.missing)


def _is_one_of(passage: Passage, frame: Frame, agent: int, subjects: list[int]) -> bool:
    """Whether the agent of a predicate is who is asked about."""
    edges = passage.reading.edges
    start, end = edges[agent]
    if is_of_another_land(passage.asked, set(subjects), passage.reading.doc[start:end]):
        return False
    return any(
        start <= token < end and role_of(frame, token, edges) is Part.AGENT
        for subject in subjects
        for token, _ in passage.alignment.of(subject)
    )


def _tell(request: Request, reading: Reading, frame: Frame, agent: int) -> Iterator[Reply]:
    verb = reading.doc[frame.head]
    is_passive = frame.passive or (verb.tag_ == "VBN" and verb.dep_.startswith("acl"))
    if verb.pos_ != "VERB" or verb.tag_ == "VB" or is_passive:
        return
    own = (q for q in reading.quotes if q.verb == verb.i and not q.direct)
    told_as = (q.end for q in own if q.start > verb.i)
    end = next(told_as, _end(verb))
    if end <= verb.i + 1:
        return
    writer = Writer(request.asked, request.replies)
    named = next((n for n in reading.names if n.start <= agent < n.end), None)
    span = (named.start, named.end) if named else _plain(reading, agent)
    told = name(request, reading, *span)
    start, end = whole_quotations(reading, verb.i, end)
    words = without_stop(reading.fact(start, end))
    yield writer.reply(
        "said",
        "said.clause",
        short=words.text,
        speaker=told.parts,
        answer=writer.slot(words, strong=True),
        mark=writer.marks(words, *told.facts),
    )


def _plain(reading: Reading, agent: int) -> tuple[int, int]:
    """'the union' of 'the union, which fears a strike,'"""
    token = reading.doc[agent]
    return min([agent, *(c.left_edge.i for c in token.lefts)]), agent + 1


def _end(verb: Token) -> int:
    """Where the words end that hang on the verb."""
    told = (c for c in verb.rights if c.dep_.partition(":")[0] in SAID or marker(c) == "to")
    said = [child.right_edge.i for child in told]
    end = max(said, default=verb.i) + 1
    while end > verb.i and verb.doc[end - 1].is_punct:
        end -= 1
    return end if end - verb.i <= LONGEST else verb.i


ANY_VERB = Kind("said", speech.asks_for_mere_words, told_as_a_deed, final=True)
SAME_VERB = Kind("said", recognises, partial(avowed, least=SURE))
ALIKE_VERB = Kind("said", recognises, partial(avowed, least=ALIKE))
TO_COME = Kind("said", recognises, told_as_to_come)
