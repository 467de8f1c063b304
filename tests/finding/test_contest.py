"""The ranker's best findings are ordered anew, each seen among the others."""

from itertools import pairwise

import numpy as np
import pytest
from spacy.language import Language

from bot.finding import contest, trees
from bot.finding.search import Finding, findings, passages
from bot.questions import Asked
from bot.story import Story
from tests.told import read, story_of


@pytest.fixture(scope="module")
def story(nlp: Language) -> Story:
    return story_of(nlp, "Ranger Ulla Fink found a wolf cub near Arlen in May. She fed the cub.")


@pytest.fixture(scope="module")
def asked(story: Story, nlp: Language) -> Asked:
    return read("Who found a wolf cub near Arlen?", story, nlp)


@pytest.fixture(scope="module")
def found(asked: Asked, story: Story) -> list[Finding]:
    return findings(asked, lambda *_: 1.0, passages(asked, story))


def test_the_winner_is_first(asked: Asked, found: list[Finding], story: Story) -> None:
    ordered = contest.contenders(asked, found, story, trees.of_texts().contest)

    won = [one.signs["won"] for one in ordered]
    assert won == sorted(won, reverse=True)
    assert {one.finding for one in ordered} == set(found[: contest.FIELD])
    assert "Ulla Fink" in words(ordered[0].finding)


def test_without_findings_nobody_wins(asked: Asked, story: Story) -> None:
    assert contest.contenders(asked, [], story, trees.of_texts().contest) == []


def test_names_are_whole_or_cut(asked: Asked, found: list[Finding], story: Story) -> None:
    rows = dict(zip(map(words, found), contest.signs(asked, found, story), strict=False))

    assert rows["Arlen"]["names whole"] == 1
    assert rows["Arlen"]["names cut"] == 0
    assert any(row["names cut"] for row in rows.values())


def test_the_likelihood_is_shared(asked: Asked, found: list[Finding], story: Story) -> None:
    for row in contest.signs(asked, found, story):
        shares = [0, row["own"], row["support"], row["here"], 1]
        assert all(less < more + 1e-9 for less, more in pairwise(shares))


def test_a_margin_is_over_words_apart(asked: Asked, found: list[Finding], story: Story) -> None:
    first, *others = contest.signs(asked, found, story)

    assert first["behind"] == 0
    assert first["margin"] >= 0
    assert all(row["margin"] <= row["margin elsewhere"] for row in (first, *others))


def test_the_standing_is_among_the_same_words_the_sentence_and_all() -> None:
    places = [(0, 0, 2), (0, 1, 2), (0, 5, 6), (1, 0, 3)]

    first, second, third, fourth = contest.standing(places, np.asarray([2.0, 1.0, 0.0, 1.5]))

    assert first["won rank"] == 0
    assert second["won behind"] == -1
    assert first["lead apart"] == first["lead elsewhere"] == 0.5
    assert third["lead apart"] == -2
    assert fourth["lead elsewhere"] == -0.5
    assert first["shared win"] == pytest.approx(first["own win"] + second["own win"])
    assert first["won here"] + fourth["own win"] == pytest.approx(1)


def test_who_stands_alone_leads_by_as_much_as_can_be() -> None:
    (only,) = contest.standing([(0, 0, 2)], np.asarray([0.3]))

    assert only["lead apart"] == only["lead elsewhere"] == contest.UNRIVALLED
    assert only["own win"] == 1


def words(finding: Finding) -> str:
    candidate = finding.candidate
    return finding.passage.reading.doc[candidate.start : candidate.end].text
