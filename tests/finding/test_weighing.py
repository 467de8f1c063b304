"""Of a text of no date that is named the likeliest finding answers, if it is likely enough."""

from collections.abc import Sequence

import numpy as np
import pytest
from spacy.language import Language

from bot.corpus.article import read_article
from bot.domain import Corpus
from bot.finding import trees, weighing
from bot.finding.search import Finding, findings, passages
from bot.questions import Asked
from bot.story import Story
from tests.told import DAY, read, story_of


@pytest.fixture(scope="module")
def story(nlp: Language) -> Story:
    return story_of(nlp, "Ranger Ulla Fink found a wolf cub near Arlen. She fed it for a week.")


def best(asked: Asked, story: Story) -> list[Finding]:
    return findings(asked, lambda *_: 1.0, passages(asked, story))


def weighed(question: str, story: Story, nlp: Language) -> list[weighing.Weighed]:
    asked = read(question, story, nlp)
    return list(weighing.weigh(asked, best(asked, story), story))


def likeliest(question: str, story: Story, nlp: Language) -> float:
    return max(one.likely for one in weighed(question, story, nlp))


def test_the_few_best_get_a_likelihood(story: Story, nlp: Language) -> None:
    found = weighed("Who found a wolf cub near Arlen?", story, nlp)

    assert all(0 < one.likely < 1 for one in found)
    assert len(found) == weighing.CLOSE


def test_the_likeliest_is_first(
    story: Story, nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weighing, "LEAST", 0.0)
    asked = read("Who found a wolf cub near Arlen?", story, nlp)
    found = best(asked, story)

    first = next(weighing.likeliest(asked, found, story))

    every = weighing.weigh(asked, found, story)
    assert first is max(every, key=lambda one: one.likely).finding


@pytest.mark.parametrize(
    "other",
    [
        "Who found the stolen silver of the bank near Arlen?",
        "Who didn't find a wolf cub near Arlen?",
        "Who found a bear cub near Arlen?",
        "Who found a wolf cub near Vardo in 1921?",
    ],
)
def test_what_is_told_as_asked_is_surer_than_a_near_miss(
    story: Story, nlp: Language, other: str
) -> None:
    told = "Who found a wolf cub near Arlen?"

    assert likeliest(told, story, nlp) > likeliest(other, story, nlp)


@pytest.mark.parametrize("likely", [0.01, 0.12, 0.33, 0.9])
def test_what_is_not_likely_enough_does_not_answer(
    story: Story, nlp: Language, monkeypatch: pytest.MonkeyPatch, likely: float
) -> None:
    _believe(monkeypatch, likely)
    asked = read("Who found a wolf cub near Arlen?", story, nlp)

    found = list(weighing.likeliest(asked, best(asked, story), story))

    assert bool(found) == (likely >= weighing.LEAST)


def test_an_objection_is_a_sign_among_others(story: Story, nlp: Language) -> None:
    assert any(
        one.signs.get("objection: no")
        for one in weighed("Who found a wolf cub near Lisbon?", story, nlp)
    )
    assert not any(
        one.signs.get("objection: no")
        for one in weighed("Who found a wolf cub near Arlen?", story, nlp)
    )


@pytest.mark.parametrize(
    ("head", "named", "decides"),
    [("", True, True), ("", False, False), ("date 2026-01-09 The Daily\n\n", True, False)],
)
def test_the_trees_decide_where_a_text_without_a_date_is_named(
    nlp: Language, head: str, named: bool, decides: bool
) -> None:
    text = f"{head}Ranger Ulla Fink found a wolf cub near Arlen. She fed it for a week."
    article, _ = read_article("a", text, file="a.txt", today=DAY)
    story = Story.read(Corpus((article,)), nlp)

    assert weighing.decides(story, 0 if named else None) is decides


def _believe(monkeypatch: pytest.MonkeyPatch, likely: float) -> None:
    """Let the trees say the same of everything."""

    def same(_trees: trees.Trees, rows: Sequence[object]) -> trees.Numbers:
        return np.full(len(rows), likely)

    monkeypatch.setattr(trees.Trees, "likelihoods", same)


def test_of_a_long_article_less_is_asked(nlp: Language) -> None:
    short = story_of(nlp, "Ranger Ulla Fink found a wolf cub near Arlen.")
    long = story_of(nlp, "Ranger Ulla Fink found a wolf cub near Arlen. " + "It rained. " * 15)

    asked = [
        weighing.least(best(read("Who found a cub?", told, nlp), told)[0], told)
        for told in (short, long)
    ]

    assert asked == [weighing.LEAST, weighing.LEAST_OF_MANY]
