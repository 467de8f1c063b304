"""Tells how a reply came about: reading, terms, sentences with their scores, candidates, proof."""

from collections.abc import Iterator

from bot.accepting import objection
from bot.domain import Reply
from bot.kinds import KINDS
from bot.questions import Asked
from bot.search import findings, passages
from bot.story import Story

SENTENCES, CANDIDATES = 5, 6


def explain(asked: Asked, reply: Reply, story: Story, *, article: int | None) -> Iterator[str]:
    """The lines of the trace, for a person."""
    kinds = [kind for kind in KINDS if kind.recognises(asked)]
    yield f"kind: {reply.kind} (recognised: {', '.join(kind.name for kind in kinds)})"
    yield f"read as: {asked.text}"
    if asked.frame is not None:
        parts = ", ".join(f"{a.part} {asked.doc[a.head].text}" for a in asked.frame.arguments)
        yield f"predicate: {asked.frame.lemma} ({parts}); hole: {asked.part or 'free'}"
    weights = {term: story.index.weight(term) for term in asked.terms}
    yield "terms: " + ", ".join(f"{term} {weight:.2f}" for term, weight in weights.items())
    held = passages(asked, story, article=article)
    for passage in held[:SENTENCES]:
        sentence = passage.reading.sentence
        missing = (
            ", ".join(asked.doc[token].text for token in passage.alignment.missing) or "nothing"
        )
        frames = ", ".join(f"{f.lemma} {s:.1f}/{a:+.1f}" for f, s, a in passage.frames)
        yield (
            f"sentence {sentence.source.stem} {sentence.number}:"
            f" coverage {passage.alignment.coverage:.2f}, likeness {passage.likeness:.2f},"
            f" frames {frames or 'none'}, missing {missing}"
        )
    for kind in kinds:
        if kind.fits is not None:
            for finding in findings(asked, kind.fits, held)[:CANDIDATES]:
                reading, candidate = finding.passage.reading, finding.candidate
                words = reading.fact(candidate.start, candidate.end).text
                refused = objection(asked, finding, story)
                verdict = f"refused: {refused}" if refused else "kept"
                yield f"candidate {finding.score:.2f} “{words}”: {verdict}"
            break
    for citation in reply.citations:
        for fact in citation.facts:
            yield f"proof [{citation.number}]: characters {fact.start}-{fact.end} “{fact.text}”"
