"""The table of deeds shows what a story tells, in its own words."""

from spacy.language import Language

from tests.benchmark.deeds import deeds
from tests.told import story_of


def lines(nlp: Language, text: str) -> list[str]:
    story = story_of(nlp, text)
    return [str(deed) for reading in story.readings for deed in deeds(story, reading)]


def test_a_deed_has_its_agent_patient_place_and_time(nlp: Language) -> None:
    told = lines(nlp, "The guards released two sailors in Lisbon on Thursday.")

    assert told == ["The guards | release | two sailors | in Lisbon | Thursday"]


def test_what_is_not_told_is_left_open(nlp: Language) -> None:
    assert lines(nlp, "Two sailors were not arrested on charges of theft.") == [
        "– | not arrest | Two sailors | – | –"
    ]


def test_a_negation_is_shown_once(nlp: Language) -> None:
    assert lines(nlp, "The cause is not clear.") == ["The cause | not be | clear | – | –"]


def test_verbs_without_tense_are_not_shown(nlp: Language) -> None:
    told = lines(nlp, "The captain wanted to sail.")

    assert [line.split(" | ")[1] for line in told] == ["want"]
