"""One number tells answer from silence; an objection asks for more of it."""

import pytest
from spacy.language import Language

from bot import confidence
from bot.questions import Asked
from bot.search import Finding, findings, passages
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


@pytest.mark.parametrize(
    ("objection", "is_pointed", "least"),
    [
        ("", False, confidence.SURE),
        ("", True, confidence.SURE),
        ("another deed", True, confidence.NAMED),
        ("no Ulla", True, confidence.NAMED),
        ("no Ulla", False, 1.0),
    ],
)
def test_an_objection_asks_for_more(
    story: Story, nlp: Language, objection: str, is_pointed: bool, least: float
) -> None:
    asked = read("Who found a wolf cub near Arlen?", story, nlp)
    finding = best(asked, story)

    for likely in (0.05, 0.12, 0.3, 0.9):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(confidence, "confidence", lambda *_, likely=likely: likely)
            accepted = confidence.accepts(asked, finding, objection, is_pointed=is_pointed)
        assert accepted == (likely >= least)
