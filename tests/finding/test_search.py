"""Sentences are held against the question; of each the words that could fill its hole are ranked."""

import pytest
from spacy.language import Language

from bot.corpus.article import read_article
from bot.domain import Corpus
from bot.finding.scoring import sentence_features
from bot.finding.search import DEPTH, findings, passages
from bot.story import Story
from tests.told import DAY, read, story_of

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


def test_what_the_sentence_before_tells_of_the_question_speaks_for_this_one(nlp: Language) -> None:
    text = "Fire destroyed the mill in Vigo. Nobody knew why it had burned. The harbor was built by Ana."
    story = story_of(nlp, text, "It was built in May.")
    asked = read("Why did the mill in Vigo burn?", story, nlp)
    told = {
        (p.reading.article, p.reading.place): sentence_features(p)["told before"]
        for p in passages(asked, story)
    }

    assert told[0, 0] == 0
    assert told[0, 1] > 0.3


def test_of_texts_that_are_no_news_a_sentence_stands_alone(nlp: Language) -> None:
    article, _ = read_article("a", "The mill\n\nThe mill burned.", file="a.txt", today=DAY)
    story = Story.read(Corpus((article,)), nlp)
    [mill, *_] = passages(read("Why did the mill burn?", story, nlp), story)

    assert "told before" not in sentence_features(mill)
