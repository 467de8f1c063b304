"""What fills the hole of a question about news where the rules are silent.

In the manner of answer validation (Peñas, Rodrigo and Verdejo, "Overview of the Answer Validation
Exercise 2007") boosted trees (`trees`) weigh the likeliest words once more, what the rules say to
them being one sign among many, and words near in meaning (`language.thesaurus`) another.  They were
grown on questions of our own on invented news.
"""

from collections.abc import Sequence
from functools import partial

from bot.domain import Reply, Slot
from bot.finding import trees
from bot.finding.accepting import are_so_many, is_contrary, lacks_a_number
from bot.finding.binding import unbound
from bot.finding.scoring import Features
from bot.finding.search import Finding, widened
from bot.finding.weighing import Weighed, everything, weigh
from bot.kinds import anything, when
from bot.kinds.kind import Kind, Request
from bot.language import thesaurus

# Least likelihood with which words are said where the rules say nothing, or only quote.  Chosen on fresh
# exams and on golden questions that have no answer: see `tests/training/README.md`.
UNSAID = 0.5
LEAST_SENTENCES = 12  # of a story: the trees were grown on none that is shorter


def prepare() -> None:
    """Read now what the first question would have to wait for."""
    trees.of_news()
    thesaurus.prepare()


def chosen(request: Request, kinds: Sequence[Kind], reply: Reply | None) -> Finding | None:
    """The words to say instead of the rules' reply, if that is none or only quotes a sentence.

    `kinds` are those that recognise the question.
    """
    if reply is not None and reply.kind != anything.KIND.name:
        return None
    weighed = opinions(request, kinds, reply)
    best = max(weighed, key=lambda one: one.likely, default=None)
    if best is None or best.likely < UNSAID:
        return None
    asked, passage = request.asked, best.finding.passage
    is_against = is_contrary(asked, passage) or lacks_a_number(asked, passage)
    if when.recognises(asked):
        is_against = is_against or when.is_yet_to_come(asked, best.finding)
    return None if is_against else best.finding


def opinions(request: Request, kinds: Sequence[Kind], reply: Reply | None) -> list[Weighed]:
    """The few words that would fill the hole best; none of a short story."""
    asked, story = request.asked, request.story
    if sum(len(article.sentences) for article in story.corpus.articles) < LEAST_SENTENCES:
        return []
    signs = partial(ruled, request, kinds, reply)
    return weigh(asked, findings(request), story, forests=trees.of_news(), also=signs)


def findings(request: Request) -> list[Finding]:
    """All that could fill the hole, where words near in meaning count as told; best first."""
    held = widened(request.asked, request.story, request.passages, article=request.article)
    found = (one for one in everything(request.asked, held) if not _is_cut_off(one))
    return [one for one in found if are_so_many(request.asked, one)]


def _is_cut_off(finding: Finding) -> bool:
    """'a reminder of'; not 'to give up'"""
    last = finding.passage.reading.doc[finding.candidate.end - 1]
    return last.pos_ in {"DET", "CCONJ"} or last.dep_ in {"case", "mark", "cc"}


def ruled(
    request: Request, kinds: Sequence[Kind], reply: Reply | None, finding: Finding
) -> Features:
    """What the rules say to a finding: nothing, the same words, or others, and as which kind; how
    well it fits the hole, and what speaks against it."""
    said = "silent" if reply is None else "same" if _is_said(finding, reply) else "other"
    signs = {f"rules: {said}": 1.0}
    if reply is not None:
        signs[f"rules: {reply.kind}"] = 1.0
    reading, candidate = finding.passage.reading, finding.candidate
    fits = [k.fits(request.asked, reading, candidate) for k in kinds if k.fits is not None]
    signs["fit"] = max(fits, default=0.0)
    signs["first fit"] = fits[0] if fits else 0.0
    signs["contrary"] = float(is_contrary(request.asked, finding.passage))
    if why := unbound(request.asked, finding, request.story):
        signs[f"unbound: {'no' if why.startswith('no ') else why}"] = 1.0
    return signs


def _is_said(finding: Finding, reply: Reply) -> bool:
    """Whether the key words of a reply are these, or some of these, or more."""
    fact = finding.passage.reading.fact(finding.candidate.start, finding.candidate.end)
    told = (f for part in reply.parts if isinstance(part, Slot) and part.strong for f in part.facts)
    return any(
        f.sentence == fact.sentence and f.start < fact.end and fact.start < f.end for f in told
    )
