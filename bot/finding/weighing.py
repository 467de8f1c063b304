"""Which of the best findings answers a question about a named text of no date, if any.

The winners of the `contest` are weighed again by boosted trees (`trees`) over all that speaks for
and against them (`evidence`), the objections of `accepting` among it.  In news, and where
no text is named, objections are final (`confidence`), for these trees know encyclopaedias; others,
grown on news, are asked where the rules are silent (`bot.answers.filling`).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.finding import search, trees
from bot.finding.accepting import objection
from bot.finding.contest import contenders
from bot.finding.evidence import evidence
from bot.finding.scoring import Features, Passage
from bot.finding.search import Finding
from bot.finding.support import Support, support
from bot.finding.trees import Forests
from bot.questions import Asked
from bot.story import Story

CLOSE = 3  # findings weighed again
# Least likelihoods, on articles that the trees have not seen: 0.37 brings SQuAD 1.1 an F1 of 51.2 and
# 2.0 of 60.0 with the paragraph given; 0.5 would bring 42.2 and 62.8.  Nobody who asks tells which set
# the question is of: this is about the most silence that leaves SQuAD 1.1 above 51.1.
LEAST = 0.37
# Where words of so many sentences compete, each is less likely; chosen on whole articles of SQuAD 1.1.
LEAST_OF_MANY = 0.25
MANY = 12  # sentences


def decides(story: Story, article: int | None) -> bool:
    """Whether the trees have the last word: the asker named a text such as they were grown on, which
    news is not.  Of the unanswerable questions of the story exam they would answer 15 of 17."""
    return article is not None and story.corpus.articles[article].source.published is None


@dataclass(frozen=True, eq=False, slots=True)
class Weighed:
    """A finding, with all that speaks for and against it."""

    finding: Finding
    signs: Features
    likely: float  # how likely it is right, (0, 1)


def everything(asked: Asked, held: Sequence[Passage]) -> list[Finding]:
    """Whatever some passages hold, best first: no kind leaves any out, for the ranker knows types."""
    return search.findings(asked, lambda *_: 1.0, held)


def likeliest(asked: Asked, findings: Sequence[Finding], story: Story) -> Iterator[Finding]:
    """Those of the first few findings that are likely enough, likeliest first."""
    likely = [(one.likely, one.finding) for one in weigh(asked, findings, story)]
    likely.sort(key=lambda pair: -pair[0])
    yield from (finding for value, finding in likely if value >= least(finding, story))


def least(finding: Finding, story: Story) -> float:
    """How likely a finding must be to answer."""
    article = story.corpus.articles[finding.passage.reading.article]
    return LEAST if len(article.sentences) <= MANY else LEAST_OF_MANY


def weigh(
    asked: Asked,
    findings: Sequence[Finding],
    story: Story,
    *,
    forests: Forests | None = None,
    also: Callable[[Finding], Features] | None = None,
) -> list[Weighed]:
    """The winners among all findings, best first; the findings best first.

    `forests` are those of texts unless others are given; `also` tells more signs of a finding.
    """
    forests = forests or trees.of_texts()
    known: dict[int, Support] = {}
    winners = contenders(asked, findings, story, forests.contest, also)[:CLOSE]
    rows: list[Features] = []
    for one in winners:
        passage = one.finding.passage
        if id(passage) not in known:
            known[id(passage)] = support(asked, passage, story)
        told = against(asked, one.finding, known[id(passage)], story)
        rows.append({**one.signs, **told})
    likely = forests.evidence.likelihoods(rows).tolist()
    return [
        Weighed(one.finding, signs, value)
        for one, signs, value in zip(winners, rows, likely, strict=True)
    ]


def against(asked: Asked, finding: Finding, support: Support, story: Story) -> Features:
    """The evidence, with what may be objected."""
    signs = evidence(asked, finding, support)
    if objected := objection(asked, finding, story):
        signs[f"objection: {'no' if objected.startswith('no ') else objected}"] = 1.0
    return signs
