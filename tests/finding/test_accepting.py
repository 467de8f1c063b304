"""Words of a sentence that says something else are not accepted, and the reason is told."""

import pytest
from spacy.language import Language

from bot.finding.accepting import objection
from bot.finding.search import findings, passages
from bot.story import Story
from tests.told import read, story_of

TOLD = """\
Captain Ida Thorn sold the schooner Alma to Per Rask for 300 guilders in Bergen on Monday. The
schooner is red.

A storm in 1921 wrecked the pier. The goat chased the baker. He swore.

The mayor of Bergen is Ole Vang. Sailors feared the reef. Rask bought a sextant at the market.
"""


@pytest.fixture(scope="module")
def story(nlp: Language) -> Story:
    return story_of(nlp, TOLD)


def why_not(story: Story, nlp: Language, question: str, words: str) -> str:
    """The objection to these words of the first sentence that has them; "" when they may answer."""
    asked = read(question, story, nlp)
    for passage in passages(asked, story):
        for finding in findings(asked, lambda *_: 1.0, [passage]):
            candidate, doc = finding.candidate, passage.reading.doc
            if doc[candidate.start : candidate.end].text == words:
                return objection(asked, finding, story)
    raise AssertionError(f"{words} was not found")


@pytest.mark.parametrize(
    ("question", "words", "reason"),
    [
        ("Who sold the schooner to Per Rask?", "Ida Thorn", ""),
        ("Who paid for the schooner?", "Ida Thorn", "another deed"),
        ("Who is Ida Thorn's husband?", "Per Rask", "no husband"),
        ("Who bought a sextant?", "Rask", ""),
        ("What did the goat chase?", "the baker", ""),
        ("Who is the mayor of Bergen?", "Ole Vang", ""),
        ("When was the pier wrecked?", "1921", ""),
        ("Who sold the schooner to Ann Gray?", "Ida Thorn", "no Ann Gray"),
        ("Who sold the schooner in Lisbon?", "Ida Thorn", "no Lisbon"),
        ("Who sold the schooner for 500 guilders?", "Ida Thorn", "no 500 guilders"),
        ("Who sold the schooner on Friday?", "Ida Thorn", "no Friday"),
        ("Who sold the schooner in 1921?", "Ida Thorn", "no 1921"),
        ("Who painted the schooner?", "Ida Thorn", "another deed"),
        ("Who chased the goat?", "the baker", "other roles|another thing"),
        ("Who is the mayor of Bergen?", "Bergen", "the question's own words"),
        ("Who sold the schooner at the market?", "Ida Thorn", "no market"),
        ("What did Ole Vang buy?", "a sextant", "no Ole Vang"),
        ("Who did not sell the schooner to Per Rask?", "Ida Thorn", "the contrary"),
        ("Where didn't Rask buy a sextant?", "the market", "the contrary"),
    ],
)
def test_words_are_refused_for_what_their_sentence_does_not_say(
    story: Story, nlp: Language, question: str, words: str, reason: str
) -> None:
    assert why_not(story, nlp, question, words) in reason.split("|")


def test_a_pronoun_that_stands_for_nobody_known_does_not_answer(nlp: Language) -> None:
    story = story_of(nlp, "It rained. They swore at the clouds.")

    assert why_not(story, nlp, "Who swore at the clouds?", "They") == "nobody knows who"


TURNED = """\
Dockers ended the long strike on Friday. Alma Works owes nine banks money. A judge freed the nurse, and
the company, Alma Works, which had bought “The Grey Ships” from a dealer in Turin, paid. The dealer is
Otto Falk. Ida Voss hid three children from soldiers.
"""


@pytest.mark.parametrize(
    ("question", "words", "reason"),
    [
        ("When did the strike end?", "Friday", ""),
        ("Where did Alma Works buy the painting?", "Turin", ""),
        ("Who freed the nurse?", "A judge", ""),
        ("Who hid the soldiers?", "Ida Voss", "another thing"),
        ("When did the judge end the strike?", "Friday", "another thing"),
    ],
)
def test_a_deed_told_the_other_way_round_or_of_a_thing_by_its_title_is_the_same(
    nlp: Language, question: str, words: str, reason: str
) -> None:
    assert why_not(story_of(nlp, TURNED), nlp, question, words) == reason


NUMBERED = "Bus 41 left Vigo on Friday."


@pytest.mark.parametrize(
    ("question", "reason"),
    [("When did bus 41 leave Vigo?", ""), ("When did bus 37 leave Vigo?", "no 37")],
)
def test_another_number_is_another_thing(nlp: Language, question: str, reason: str) -> None:
    assert why_not(story_of(nlp, NUMBERED), nlp, question, "Friday") == reason
