"""One number tells answer from silence; an objection is final."""

import pytest
from spacy.language import Language

from bot.finding import confidence
from bot.finding.search import Finding, findings, passages
from bot.questions import Asked
from bot.story import Story
from tests.told import read, story_of


@pytest.fixture(scope="module")
def story(nlp: Language) -> Story:
    return story_of(nlp, "Ranger Ulla Fink found a wolf cub near Arlen. She fed it for a week.")


def best(asked: Asked, story: Story) -> Finding:
    return findings(asked, lambda *_: 1.0, passages(asked, story))[0]


def test_confidence_is_a_likelihood(story: Story, nlp: Language) -> None:
    asked = read("Who found a wolf cub near Arlen?", story, nlp)

    assert 0 < confidence.confidence(asked, best(asked, story)) < 1


def test_what_is_told_in_full_is_surer_than_what_is_told_in_part(
    story: Story, nlp: Language
) -> None:
    told = read("Who found a wolf cub near Arlen?", story, nlp)
    other = read("Who found the stolen silver of the bank near Arlen?", story, nlp)

    assert confidence.confidence(told, best(told, story)) > confidence.confidence(
        other, best(other, story)
    )


@pytest.mark.parametrize("likely", [0.05, 0.12, 0.3, 0.9])
@pytest.mark.parametrize(
    ("question", "objected"),
    [
        ("Who found a wolf cub near Arlen?", False),
        ("Who found a wolf cub near Lisbon?", True),
        ("Who painted a wolf cub near Arlen?", True),
    ],
)
def test_an_objection_is_final(
    story: Story,
    nlp: Language,
    monkeypatch: pytest.MonkeyPatch,
    question: str,
    likely: float,
    *,
    objected: bool,
) -> None:
    monkeypatch.setattr(confidence, "confidence", lambda *_: likely)
    asked = read(question, story, nlp)

    accepted = confidence.accepts(asked, _named(asked, story), story)

    assert accepted == (likely >= confidence.SURE and not objected)


def _named(asked: Asked, story: Story) -> Finding:
    """'Ulla Fink' or more of her."""
    found = findings(asked, lambda *_: 1.0, passages(asked, story))
    return next(f for f in found if f.candidate.shape == "name" and f.candidate.label == "PER")
