"""Whom pronouns and nouns stand for, and when nobody can tell."""

import pytest
from spacy.language import Language

from tests.language.small_articles import article, meant

UNRESOLVED = [
    (("Ana Roe and Eva Lund left. | She was late.",), "She"),
    (("A nurse met Ana Roe. | The pilot spoke. | She was late.",), "She"),
    (("The Roe administration fell. | He was late.",), "He"),
    (("Ana Roe said the tanker was late and that it sank.",), "it"),
    (("It rained in Rota.",), "It"),
    (("Leo Falk spoke. | “He is tired,” said Eva Lund.",), "He"),
    (("Rota is far. | She was late.",), "She"),
    (("“I think his plan is good,” said Leo Falk.",), "his"),
    (("Eva Lund said voters had punished him.",), "him"),
    (
        ("Max Lund left. | Lund was late.", "Eva Lund spoke.", "Nobody slept. | Lund waved."),
        "Lund",
    ),
    (
        (
            "Max Lund left. | Lund was late.",
            "Eva Lund spoke.",
            "Leo Falk spoke. | We saw Lund. | He sat.",
        ),
        "He",
    ),
]


@pytest.mark.parametrize(("paragraphs", "word"), UNRESOLVED)
def test_a_pronoun_stays_open_when_none_or_two_fit(
    nlp: Language, paragraphs: tuple[str, ...], word: str
) -> None:
    lines, table = article(nlp, *paragraphs)

    assert meant(lines, table, word) == ""


PRONOUNS = [
    (("Ana Roe left. | She was late.",), "She", "Ana Roe"),
    (("Ana Roe left Rota with her crew.",), "her", "Ana Roe"),
    (("Leo Falk met his brother Max Lund as he left.",), "he", "Leo Falk"),
    (
        (
            "Ana Roe left.",
            "The ferry sank. | The sea was calm. | She was late.",
        ),
        "She",
        "Ana Roe",
    ),
    (
        ("“We wait,” Leo Falk said.", "The night was cold.", "“We hope,” he added."),
        "he",
        "Leo Falk",
    ),
    (("“I am tired,” said Leo Falk.",), "I", "Leo Falk"),
    (("Mr. Falk met Mrs. Lund. | She left.",), "She", "Lund"),
    (("The Harbor Union said it had warned the port.",), "it", "Harbor Union"),
    (("Norland freed ten men from its prisons.",), "its", "Norland"),
    (("The Harbor Union met. | Ana Roe, its president, spoke.",), "its", "Harbor Union"),
    (("As he left the port, Leo Falk waved.",), "he", "Leo Falk"),
    (
        (
            "Ana Lund was a nurse. | Eva Lund, Ana’s aunt, wept. | Her niece wanted to study, she said.",
        ),
        "she",
        "Eva Lund",
    ),
    (
        ("Leo Falk left Rota. | His father, Max Falk, a driver, died in 2017. | He likes boats.",),
        "He",
        "Leo Falk",
    ),
    (("Leo Falk met Eva Lund. | She was late.",), "She", "Eva Lund"),
    (
        (
            "Max Lund left. | Lund was late.",
            "They named Eva Lund.",
            "The port closed. | Lund waved.",
        ),
        "Lund",
        "Max Lund",
    ),
]


@pytest.mark.parametrize(("paragraphs", "word", "name"), PRONOUNS)
def test_a_pronoun_stands_for_the_only_one_that_fits(
    nlp: Language, paragraphs: tuple[str, ...], word: str, name: str
) -> None:
    lines, table = article(nlp, *paragraphs)

    assert meant(lines, table, word) == name


def test_gender_comes_from_kin_titles_and_pronouns_only(nlp: Language) -> None:
    _, table = article(nlp, "Leo Falk, a brother of Eva Falk, met Mrs. Lund and Ana Roe.")

    assert [(e.words, e.gender) for e in table.all] == [
        ("Leo Falk", "m"),
        ("Eva Falk", None),
        ("Lund", "f"),
        ("Ana Roe", None),
    ]


# -- nouns


OPEN_NOUNS = [
    (("Ana Roe, a lawyer, met Eva Lund, a lawyer. | The lawyer left.",), "lawyer"),
    (("Ana Roe, a lawyer, left. | The lawyer of the crew stayed.",), "lawyer"),
    (("Ana Roe left. | Her brother stayed.",), "brother"),
    (("The Harbor Union met. | The company left.",), "company"),
]


@pytest.mark.parametrize(("paragraphs", "word"), OPEN_NOUNS)
def test_a_noun_stays_open_when_none_or_two_fit(
    nlp: Language, paragraphs: tuple[str, ...], word: str
) -> None:
    lines, table = article(nlp, *paragraphs)

    assert meant(lines, table, word) == ""


NOUNS = [
    (("Ana Roe, a lawyer from Rota, left. | The lawyer was late.",), "lawyer", "Ana Roe"),
    (
        ("Leo Falk met his brother Max Lund. | Falk said his brother was ill.",),
        "brother",
        "Max Lund",
    ),
    (
        ("Ana Roe is president of the World Port Council. | Roe’s organization met.",),
        "organization",
        "World Port Council",
    ),
    (("The Harbor Union met Ana Roe. | The union was tired.",), "union", "Harbor Union"),
    (
        ("The Port Authority of Rota met. | The authority denies it.",),
        "authority",
        "Port Authority of Rota",
    ),
]


@pytest.mark.parametrize(("paragraphs", "word", "name"), NOUNS)
def test_a_noun_stands_for_the_one_described_so(
    nlp: Language, paragraphs: tuple[str, ...], word: str, name: str
) -> None:
    lines, table = article(nlp, *paragraphs)

    assert meant(lines, table, word) == name


def test_an_office_by_another_name_is_not_certain(nlp: Language) -> None:
    lines, table = article(
        nlp,
        "They were freed, according to the country's top diplomat.",
        "Foreign Minister Ana Roe left.",
    )
    mention = table.mention(0, next(t.i for t in lines[0].doc if t.text == "diplomat"))

    assert mention is not None and mention.entity is not None
    assert table.all[mention.entity].words == "Ana Roe"
    assert not mention.certain
