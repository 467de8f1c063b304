"""Names in a row, with what stands between them and is no member."""

import pytest
from spacy.language import Language

from bot.language import name_lists
from tests.language.entity_gold import named
from tests.language.small_articles import NAMES

AS = "They named them as "


def members(nlp: Language, text: str) -> list[str]:
    doc = nlp(AS + text)
    row = name_lists.row(doc, named(doc, NAMES), 4)
    return [doc[name.start : name.end].text for name in row.names]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("two bakers and a nurse.", []),
        ("a baker, Ana Roe said.", []),
        ("Ana Roe and Leo Falk, Max Lund said.", ["Ana Roe", "Leo Falk"]),
        ("Ana Roe, Leo Falk, Max Lund said.", ["Ana Roe", "Leo Falk"]),
        ("Ana Roe, Leo Falk and Eva Lund, the minister said.", ["Ana Roe", "Leo Falk", "Eva Lund"]),
        ("Ana Roe, a brother of Max Lund, and Leo Falk.", ["Ana Roe", "Leo Falk"]),
        ("Max Lund's nephew, Leo Falk, 30.", ["Leo Falk"]),
        ("the Rota Post reporter Ana Roe and Leo Falk of the Rota Post.", ["Ana Roe", "Leo Falk"]),
    ],
)
def test_who_speaks_or_only_stands_by_is_no_member(
    nlp: Language, text: str, row: list[str]
) -> None:
    assert members(nlp, text) == row


@pytest.mark.parametrize(
    "text",
    [
        "Ana Roe, 52, a driver, Leo Falk, 30, and Eva Lund, who sings in Rota.",
        "the nurse Ana Roe, who worked in Rota; Leo Falk, the mayor of Rota; and Eva Lund, 12.",
        "Ana Roe, 34, a nurse from Rota; her husband, Leo Falk, 36; and their friend Eva Lund.",
        "former lawyer and human rights activist Ana Roe, Leo Falk and Eva Lund on Monday.",
        "the twins Ana Roe and Leo Falk, cook Eva Lund and four bakers from Rota.",
    ],
)
def test_ages_and_roles_stand_between_members(nlp: Language, text: str) -> None:
    assert members(nlp, text) == ["Ana Roe", "Leo Falk", "Eva Lund"]


def test_those_who_are_only_counted_are_told_apart(nlp: Language) -> None:
    doc = nlp(AS + "Ana Roe, Leo Falk and four bakers from Rota.")

    assert name_lists.row(doc, named(doc, NAMES), 4).unnamed == 4


def test_a_row_is_found_from_its_end(nlp: Language) -> None:
    doc = nlp("Nurse Ana Roe, 52, Leo Falk and Eva Lund, 30, were among them.")
    end = next(token.i for token in doc if token.text == "were")

    row = name_lists.before(doc, named(doc, NAMES), end)

    assert [doc[name.start : name.end].text for name in row] == ["Ana Roe", "Leo Falk", "Eva Lund"]
