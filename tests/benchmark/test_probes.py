"""Short questions are made of every name, by what it is a name of."""

from spacy.language import Language

from tests.benchmark.probes import probes
from tests.told import story_of


def test_each_name_is_asked_about_as_what_it_is(nlp: Language) -> None:
    asked = [
        *probes(story_of(nlp, "The baker Ana Roe left Bergen on Friday. Ana Roe was tired.\n"))
    ]

    assert asked[0] == "What happened?"
    assert "How old is Ana Roe?" in asked and "How many people live in Bergen?" in asked
    assert "How old is Bergen?" not in asked and len(asked) == len(set(asked))
