"""Which of the best findings answers a question about a named article, if any.

They are weighed again by boosted trees (`trees`) over all that speaks for and against them
(`evidence`), the objections of `accepting` among it.  Where no article is named objections are
final (`confidence`): the trees know encyclopaedias, and on the story exam they would cost two points
of the answers' being right.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from bot import trees
from bot.accepting import objection
from bot.evidence import evidence
from bot.questions import Asked
from bot.scoring import Features
from bot.search import Finding
from bot.story import Story
from bot.support import Support, support

CLOSE = 5  # findings weighed again
# Least likelihoods, on articles that the trees have not seen: 0.35 brings SQuAD 1.1 an F1 of 52.3 and
# 2.0 of 55.4 with the paragraph given; 0.6 would bring 37.2 and 60.8.  Nobody who asks tells which set
# the question is of: this is about the most silence that leaves SQuAD 1.1 above 51.1.
LEAST = 0.35
LEAST_OF_MANY = 0.1  # where words of so many sentences compete, each is less likely
MANY = 12  # sentences


@dataclass(frozen=True, eq=False, slots=True)
class Weighed:
    """A finding, with all that speaks for and against it."""

    finding: Finding
    signs: Features

    @property
    def likely(self) -> float:
        """How likely it is right, (0, 1)."""
        return float(trees.of_evidence().likelihoods([self.signs])[0])


def likeliest(asked: Asked, findings: Iterable[Finding], story: Story) -> Iterator[Finding]:
    """Those of the first few findings that are likely enough, likeliest first."""
    likely = [(one.likely, one.finding) for one in weigh(asked, findings, story)]
    likely.sort(key=lambda pair: -pair[0])
    yield from (finding for value, finding in likely if value >= least(finding, story))


def least(finding: Finding, story: Story) -> float:
    """How likely a finding must be to answer."""
    article = story.corpus.articles[finding.passage.reading.article]
    return LEAST if len(article.sentences) <= MANY else LEAST_OF_MANY


def weigh(asked: Asked, findings: Iterable[Finding], story: Story) -> Iterator[Weighed]:
    """The first few findings, in their order."""
    known: dict[int, Support] = {}
    for place, finding in enumerate(islice(findings, CLOSE)):
        passage = finding.passage
        if id(passage) not in known:
            known[id(passage)] = support(asked, passage, story)
        signs = {**evidence(asked, finding, known[id(passage)]), "place": float(place)}
        if objected := objection(asked, finding, story):
            signs[f"objection: {'no' if objected.startswith('no ') else objected}"] = 1.0
        yield Weighed(finding, signs)
