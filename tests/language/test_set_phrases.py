"""Words that speak of a set, and how: a new one, all of it, a part, or what is left over."""

import pytest
from spacy.language import Language

from bot.language.set_phrases import phrases

Told = list[tuple[str, str, int | None, str]]


def told(nlp: Language, text: str) -> Told:
    doc = nlp(text)
    return [(doc[p.start : p.end].text, str(p.way), p.size, p.noun) for p in phrases(doc)]


@pytest.mark.parametrize(
    "text",
    [
        "She walked home alone.",
        "The first boat race was lost.",
        "On the other hand, it rained.",
        "The closed door was painted.",
        "They waited for three days.",
        "In 2024 she left.",
        "Ana Roe was among those waiting.",
    ],
)
def test_one_thing_a_time_or_nothing_is_no_set(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Five sailors were freed.", ("Five sailors", "new", 5, "sailor")),
        ("It freed five of its citizens.", ("five of its citizens", "new", 5, "citizen")),
        ("Two of them were ill.", ("Two of them", "part", 2, "")),
        ("One of them is Ana Roe.", ("One of them", "part", 1, "")),
        ("The oldest of them is Ana Roe.", ("The oldest of them", "part", 1, "")),
        ("The first boat to be found was Aurora.", ("The first boat", "part", 1, "boat")),
        ("Four of the seven are Italian.", ("Four of the seven", "part", 4, "")),
        ("The other four were ill.", ("The other four", "rest", 4, "")),
        ("Police named the others on Monday.", ("the others", "rest", None, "")),
        (
            "He named the remaining two sailors.",
            ("the remaining two sailors", "rest", 2, "sailor"),
        ),
        ("The five hikers were found.", ("The five hikers", "all", 5, "hiker")),
        ("The dead were identified.", ("The dead", "all", None, "dead")),
        ("Among them was Ana Roe.", ("Among them", "all", None, "")),
        ("Of the nine men, two were ill.", ("two", "part", 2, "man")),
    ],
)
def test_words_for_a_set_say_how_many_of_whom(
    nlp: Language, text: str, found: tuple[str, str, int | None, str]
) -> None:
    assert told(nlp, text) == [found]
