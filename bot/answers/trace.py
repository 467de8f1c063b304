"""Tells how a reply came about: reading, terms, sentences with their scores, what each kind of question
found, candidates, proof."""

from collections.abc import Iterator, Sequence
from itertools import islice

from bot import proof
from bot.answers.filling import opinions
from bot.domain import Reply
from bot.finding import weights
from bot.finding.accepting import objection
from bot.finding.confidence import accepts, confidence
from bot.finding.scoring import DENSE, Passage, sentence_features
from bot.finding.search import Finding, findings, passages
from bot.finding.weighing import Weighed, everything, least, weigh
from bot.kinds import KINDS
from bot.kinds.kind import Kind, Request
from bot.questions import Asked
from bot.questions.expecting import classes
from bot.replies import Replies
from bot.story import Story

OTHERWISE = {"source", "which one"}  # kinds of reply that no kind of question gives
SENTENCES, CANDIDATES, WORDED, PARTS = 5, 6, 3, 4  # of each at most so many are told


def explain(
    asked: Asked, reply: Reply, story: Story, replies: Replies, *, article: int | None
) -> Iterator[str]:
    """The lines of the trace, for a person."""
    kinds = [kind for kind in KINDS if kind.recognises(asked)]
    yield f"kind: {reply.kind} (recognised: {', '.join(kind.name for kind in kinds)})"
    yield f"read as: {asked.text}"
    if asked.frame is not None:
        parts = ", ".join(f"{a.part} {asked.doc[a.head].text}" for a in asked.frame.arguments)
        yield f"predicate: {asked.frame.lemma} ({parts}); hole: {asked.part or 'free'}"
    terms = {term: story.index.weight(term) for term in asked.terms}
    yield "terms: " + ", ".join(f"{term} {weight:.2f}" for term, weight in terms.items())
    held = passages(asked, story, article=article)
    for passage in held[:SENTENCES]:
        yield _sentence(asked, passage)
    request = Request(asked, story, held, replies, article)
    worded: list[Reply] = []
    for kind in kinds if reply.kind not in OTHERWISE else ():
        if kind.fits is not None:
            yield from _candidates(kind, request)
        worded = list(islice(kind.answers(request), WORDED))
        yield from _worded(kind, worded, request)
        if worded or kind.final:
            break
    if not request.is_weighed and asked.word >= 0:
        yield from _opinions(request, kinds, next(iter(worded), None))
    yield f"reply: {'answered' if reply.answered else 'not answered'}, “{reply.text}”"
    for citation in reply.citations:
        for fact in citation.facts:
            yield f"proof [{citation.number}]: characters {fact.start}-{fact.end} “{fact.text}”"


def explain_talk(reply: Reply, said: str) -> Iterator[str]:
    """The lines for a message that asks nothing."""
    yield f"kind: talk ({said})"
    yield f"reply: not answered, “{reply.text}”"


def _sentence(asked: Asked, passage: Passage) -> str:
    """A sentence with the parts of its score."""
    sentence = passage.reading.sentence
    missing = ", ".join(asked.doc[token].text for token in passage.alignment.missing) or "nothing"
    frames = ", ".join(f"{f.lemma} {s:.1f}/{a:+.1f}" for f, s, a in passage.frames)
    weight = weights.of_sentence(of_news=passage.is_news)
    worths = {name: n * weight.get(name, 0.0) for name, n in sentence_features(passage).items()}
    most = sorted(worths, key=lambda name: -abs(worths[name]))[:PARTS]
    parts = ", ".join(f"{name} {worths[name]:+.1f}" for name in most)
    return (
        f"sentence {sentence.source.stem} {sentence.number}: worth {passage.worth:.2f} ({parts}),"
        f" coverage {passage.alignment.coverage:.2f}, likeness {passage.likeness:.2f},"
        f" frames {frames or 'none'}, missing {missing}"
    )


def _candidates(kind: Kind, request: Request) -> Iterator[str]:
    """The words that fit a kind's hole best, and whether they may answer."""
    assert kind.fits is not None
    if request.is_weighed:
        found = everything(request.asked, request.passages)
        weighed = {one.finding: one for one in weigh(request.asked, found, request.story)}
        found = [*weighed, *(finding for finding in found if finding not in weighed)]
    else:
        found, weighed = findings(request.asked, kind.fits, request.passages), {}
    if not found:
        yield f"{kind.name}: no words fit"
    for finding in found[:CANDIDATES]:
        reading, candidate = finding.passage.reading, finding.candidate
        words = reading.fact(candidate.start, candidate.end).text
        yield (
            f"{kind.name}: candidate {finding.score:.2f} “{words}”"
            f" ({_parts(request.asked, finding)}): {_verdict(request, finding, weighed.get(finding))}"
        )


def _opinions(request: Request, kinds: Sequence[Kind], reply: Reply | None) -> Iterator[str]:
    """How likely the trees of news find the words that would fill the hole."""
    for one in opinions(request, kinds, reply):
        reading, candidate = one.finding.passage.reading, one.finding.candidate
        words = reading.fact(candidate.start, candidate.end).text
        told = ", ".join(sign for sign in one.signs if sign.startswith(("rules", "unbound")))
        yield f"trees: likelihood {one.likely:.2f} “{words}” ({told})"


def _verdict(request: Request, finding: Finding, weighed: Weighed | None) -> str:
    """Whether the words may answer, how surely, and why not."""
    refused = objection(request.asked, finding, request.story)
    if request.is_weighed:
        if weighed is None:
            return "refused: others are likelier"
        sure = f"likelihood {weighed.likely:.2f}"
        is_kept = weighed.likely >= least(finding, request.story)
    else:
        sure = f"confidence {confidence(request.asked, finding):.2f}"
        is_kept = accepts(request.asked, finding, request.story)
    if is_kept:
        return f"kept, {sure}" + (f", in spite of: {refused}" if refused else "")
    return f"refused: {refused or 'not sure enough'}, {sure}"


def _parts(asked: Asked, finding: Finding) -> str:
    """The features that weigh most for and against some words."""
    dense, _ = weights.of_classes(classes(asked))
    values = {name: finding.number(name) * dense.get(name, 0.0) for name in DENSE}
    most = sorted(values, key=lambda name: -abs(values[name]))[:PARTS]
    return ", ".join(f"{name} {values[name]:+.1f}" for name in most)


def _worded(kind: Kind, worded: Sequence[Reply], request: Request) -> Iterator[str]:
    """What a kind says, and what the proof says to it."""
    if not worded:
        yield f"{kind.name}: says nothing"
    for reply in worded:
        faults = proof.objections(reply, request.story.corpus, request.replies.fixed)
        yield f"{kind.name}: says “{reply.text}”: {'; '.join(faults) or 'proved'}"
