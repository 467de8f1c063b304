"""What is said of names beside them: titles, appositions, kin."""

import pytest
from spacy.language import Language

from tests.language.small_articles import article

NOT_DESCRIBED = [
    "In Rota, the mayor spoke.",
    "Ana Roe, Leo Falk and a nurse left.",
    "On Friday Ana Roe left.",
    "The ferry left the harbor of Rota.",
    "Ana Roe, the nurses say, left.",
    "The ferry, Ana Roe said, left.",
]


@pytest.mark.parametrize("text", NOT_DESCRIBED)
def test_what_stands_beside_a_name_need_not_describe_it(nlp: Language, text: str) -> None:
    _, table = article(nlp, text)

    assert [table.descriptions(e.id) for e in table.all if table.descriptions(e.id)] == []


DESCRIBED = [
    ("Ana Roe, a nurse from Rota, left.", "apposition", "a nurse from Rota"),
    ("Ana Roe, 60, a nurse, left.", "apposition", "a nurse"),
    (
        "Ana Roe, a pilot at the port in Rota, Norland, left.",
        "apposition",
        "a pilot at the port in Rota, Norland",
    ),
    (
        "Ana Roe, president of the Harbor Union, left.",
        "apposition",
        "president of the Harbor Union",
    ),
    ("Another freed detainee, Ana Roe, left.", "apposition", "Another freed detainee"),
    ("The mayor's doctor, Ana Roe of Rota, left.", "apposition", "The mayor's doctor"),
    ("The seismologist, Ana Roe, left.", "apposition", "The seismologist"),
    ("Ana Roe, the MP for Lower Halm, left.", "apposition", "the MP for Lower Halm"),
    ("The lawyer, Ana Roe, left.", "apposition", "The lawyer"),
    ("Opposition leader Ana Roe left.", "title", "Opposition leader"),
    (
        "The boat took prominent lawyer and human rights activist Ana Roe home.",
        "title",
        "prominent lawyer and human rights activist",
    ),
    ("Acting President Ana Roe left.", "title", "Acting President"),
    ("Governor of Norland Ana Roe said so.", "title", "Governor of Norland"),
    ("Ana Roe, a Halm Free MP, said so.", "apposition", "a Halm Free MP"),
    ("Ana Roe is a nurse from Rota.", "copula", "a nurse from Rota"),
    ("Ana Roe, who led the rescue, left.", "relative", "who led the rescue"),
    ("Chief executive Ana Roe left.", "title", "Chief executive"),
    ("A lawyer for ten of them, Ana Roe, left.", "apposition", "A lawyer for ten of them"),
    ("Leo Falk came with his sister Ana Roe.", "kin", "sister"),
    (
        "Ana Roe, sister of acting President Leo Falk and head of the port, left.",
        "kin",
        "sister of acting President Leo Falk and head of the port",
    ),
]


@pytest.mark.parametrize(("text", "form", "words"), DESCRIBED)
def test_what_a_person_is_stands_beside_the_name(
    nlp: Language, text: str, form: str, words: str
) -> None:
    lines, table = article(nlp, text)
    (ana,) = table.find("Ana Roe")

    assert [(d.form, lines[0].doc[d.start : d.end].text) for d in table.descriptions(ana.id)] == [
        (form, words)
    ]


def test_what_a_place_or_organisation_is_stands_beside_its_name(nlp: Language) -> None:
    lines, table = article(
        nlp, "The Harbor Union, a group for pilots based in Rota, met in the town of Rota."
    )
    found = [
        (e.words, lines[0].doc[d.start : d.end].text)
        for e in table.all
        for d in table.descriptions(e.id)
    ]

    assert found == [("Harbor Union", "a group for pilots based in Rota"), ("Rota", "the town")]


def test_a_pronoun_can_be_described(nlp: Language) -> None:
    lines, table = article(nlp, "Ana Roe left. | She was a pilot in Rota.")
    (description,) = table.descriptions(0)

    assert lines[1].doc[description.start : description.end].text == "a pilot in Rota"


KIN = [
    ("Leo Falk came with his sister Ana Roe.", "Ana Roe", "sister", "Leo Falk"),
    ("Ana Roe, sister of acting President Leo Falk, left.", "Ana Roe", "sister", "Leo Falk"),
    ("Leo Falk left. | His sister, Ana Roe, stayed.", "Ana Roe", "sister", "Leo Falk"),
    ("Ana Roe, 60, a mother of three, left.", "Ana Roe", "mother", ""),
]


@pytest.mark.parametrize(("text", "who", "noun", "of"), KIN)
def test_kin_are_known_by_whose_they_are(
    nlp: Language, text: str, who: str, noun: str, of: str
) -> None:
    _, table = article(nlp, text)
    (kin,) = table.kin

    assert table.all[kin.who].words == who
    assert kin.noun == noun
    assert ("" if kin.of is None else table.all[kin.of].words) == of
