"""Who was spoken of before the name came."""

import pytest
from spacy.language import Language

from tests.language.small_articles import article, meant


@pytest.mark.parametrize(
    ("before", "name", "words"),
    [
        (
            "Norland's port minister said so.",
            "The minister, Ana Roe, left.",
            "Norland's port minister",
        ),
        ("A nurse in Rota helped them.", "The nurse, Ana Roe, left.", "A nurse"),
    ],
)
def test_words_that_tell_more_are_of_the_one_named_later(
    nlp: Language, before: str, name: str, words: str
) -> None:
    lines, table = article(nlp, f"{before} | It rained. | {name}")

    (ana,) = table.find("Ana Roe")
    told = [lines[d.sentence_index].doc[d.start : d.end].text for d in table.descriptions(ana.id)]
    assert words in told
    assert meant(lines, table, words.rsplit(maxsplit=1)[-1], 0) == "Ana Roe"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("His lawyer, Leo Falk, said so.", "The lawyer, Ana Roe, left."),
        ("The lawyer said so.", "The lawyer, Ana Roe, left."),
        ("Two lawyers said so.", "The lawyer, Ana Roe, left."),
        ("A young lawyer said so.", "A lawyer, Ana Roe, left."),
        ("A young nurse said so.", "The lawyer, Ana Roe, left."),
    ],
)
def test_another_one_is_not_taken_for_the_one_named_later(
    nlp: Language, before: str, name: str
) -> None:
    _, table = article(nlp, f"{before} | {name}")

    (ana,) = table.find("Ana Roe")
    assert all(d.sentence_index == 1 for d in table.descriptions(ana.id))
