"""Sentences are held against the question; of each the words that could fill its hole are ranked."""

import pytest
from spacy.language import Language

from bot.finding.search import DEPTH, findings, passages
from bot.story import Story
from tests.told import read, story_of

FIRST = """\
Ranger Ulla Fink found a wolf cub near Arlen on Monday. She fed the cub for three weeks.

A farmer shot two foxes. The ministry fined the farmer 600 francs.
"""
SECOND = "A wolf cub was released in Arlen. Fink wept.\n"


@pytest.fixture(scope="module")
def story(nlp: Language) -> Story:
    return story_of(nlp, FIRST, SECOND)


@pytest.mark.parametrize(
    "question", ["Who won the marathon?", "Where?", "?", "Zzyzx qwrt", "Was it so?"]
)
def test_without_a_common_word_no_sentence_is_held(
    story: Story, nlp: Language, question: str
) -> None:
    assert passages(read(question, story, nlp), story) == []


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Who found the wolf cub?", "Ranger"),
        ("Who fed the cub?", "She fed"),
        ("How many foxes were shot?", "A farmer"),
        ("Who was fined?", "The ministry"),
        ("Where was the cub released?", "A wolf cub"),
    ],
)
def test_the_sentence_that_says_most_of_it_comes_first(
    story: Story, nlp: Language, question: str, begins: str
) -> None:
    best = passages(read(question, story, nlp), story)[0]

    assert best.reading.sentence.text.startswith(begins)
    assert 0 < best.alignment.coverage <= 1 and 0 <= best.likeness <= 1


def test_only_the_named_article_is_searched(story: Story, nlp: Language) -> None:
    asked = read("Who found the wolf cub?", story, nlp)

    for article in (0, 1):
        held = passages(asked, story, article=article)
        assert held and {passage.reading.article for passage in held} == {article}


def test_no_more_sentences_than_a_depth_are_looked_into(nlp: Language) -> None:
    story = story_of(nlp, " ".join(f"Wolf {n} ran." for n in range(DEPTH + 8)))

    assert len(passages(read("Which wolf ran?", story, nlp), story)) == DEPTH


def test_nothing_that_does_not_fit_is_found(story: Story, nlp: Language) -> None:
    asked = read("Who found the wolf cub?", story, nlp)
    held = passages(asked, story)

    assert findings(asked, lambda *_: 0.0, held) == []
    names = findings(asked, lambda _, __, c: float(c.shape == "name"), held)
    assert names and {finding.candidate.shape for finding in names} == {"name"}


def test_findings_are_ranked_and_their_likelihoods_are_shares(story: Story, nlp: Language) -> None:
    asked = read("Who found the wolf cub?", story, nlp)
    found = findings(asked, lambda *_: 1.0, passages(asked, story))
    scores = [finding.score for finding in found]

    assert scores == sorted(scores, reverse=True)
    for finding in found:
        own, support, here = finding.standing
        assert 0 < own <= support <= here <= 1 + 1e-9
    assert sum(finding.standing[0] for finding in found) == pytest.approx(1.0)


def test_every_finding_tells_what_speaks_for_it(story: Story, nlp: Language) -> None:
    asked = read("Who found the wolf cub?", story, nlp)
    best = findings(asked, lambda *_: 1.0, passages(asked, story))[0]

    assert best.features["coverage"] == pytest.approx(best.passage.alignment.coverage)
    assert any(name.startswith("shape=") for name in best.features)
