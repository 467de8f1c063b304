"""Sets of people that an article counts and names over several sentences."""

import pytest
from spacy.language import Language

from bot.language.entities import Entities
from tests.language.small_articles import article

Found = list[tuple[str, int | None, list[str]]]


def groups(table: Entities) -> Found:
    return [
        (g.noun, g.size, [table.all[m.entity].words for m in g.members if m.entity is not None])
        for g in table.groups
    ]


NO_GROUPS = [
    ("Pilots, nurses and other workers were among those freed.",),
    ("Five sailors were freed. | Ana Roe said so.",),
    (
        "Five sailors were freed.",
        "The sea was calm.",
        "The port was shut.",
        "Among them was Ana Roe.",
    ),
    ("Among them was Ana Roe.",),
    ("Ana Roe was among those hoping to leave.",),
    ("Five sailors were freed. | Ana Roe named the other three as Leo Falk and Eva Lund.",),
    ("Five sailors were freed. | Three of them, pilots and nurses, were ill.",),
]


@pytest.mark.parametrize("paragraphs", NO_GROUPS)
def test_kinds_far_counts_and_wrong_sums_make_no_group(
    nlp: Language, paragraphs: tuple[str, ...]
) -> None:
    _, table = article(nlp, *paragraphs)

    assert groups(table) == []


GROUPS = [
    (("Five sailors were freed. | Among them was pilot Ana Roe.",), [("sailor", 5, ["Ana Roe"])]),
    (
        ("Two of its citizens were freed.", "One of them is Ana Roe, 41."),
        [("citizen", 2, ["Ana Roe"])],
    ),
    (
        (
            "Three sailors were freed. | Among them was Ana Roe.",
            "Max Lund identified the other sailors freed as Leo Falk and Eva Lund.",
        ),
        [("sailor", 3, ["Ana Roe", "Leo Falk", "Eva Lund"])],
    ),
    (
        (
            "Three sailors were freed. | Among them was Ana Roe.",
            "The other two were Leo Falk and Eva Lund.",
        ),
        [("sailor", 3, ["Ana Roe", "Leo Falk", "Eva Lund"])],
    ),
    (
        ("Three sailors, including Ana Roe and Leo Falk, were freed.",),
        [("sailor", 3, ["Ana Roe", "Leo Falk"])],
    ),
    (
        ("The victims were Ana Roe, Leo Falk and Eva Lund.",),
        [("victim", None, ["Ana Roe", "Leo Falk", "Eva Lund"])],
    ),
    (
        ("Ana Roe and Leo Falk were among the five sailors freed.",),
        [("sailor", 5, ["Ana Roe", "Leo Falk"])],
    ),
    (
        ("Police named the victims as Ana Roe, 30, and Leo Falk, 41.",),
        [("victim", None, ["Ana Roe", "Leo Falk"])],
    ),
    (
        ("Three sailors were freed. | Two of them, Ana Roe and Leo Falk, were ill.",),
        [("sailor", 3, ["Ana Roe", "Leo Falk"]), ("sailor", 2, ["Ana Roe", "Leo Falk"])],
    ),
    (
        (
            "Three sailors were freed. | Among them was Ana Roe.",
            "Another freed sailor, Leo Falk, was ill.",
        ),
        [("sailor", 3, ["Ana Roe", "Leo Falk"])],
    ),
]


@pytest.mark.parametrize(("paragraphs", "found"), GROUPS)
def test_members_are_gathered_over_sentences(
    nlp: Language, paragraphs: tuple[str, ...], found: Found
) -> None:
    _, table = article(nlp, *paragraphs)

    assert groups(table) == found


def test_a_part_knows_its_whole(nlp: Language) -> None:
    _, table = article(
        nlp, "Three sailors were freed. | Two of them, Ana Roe and Leo Falk, were ill."
    )

    assert [g.parent for g in table.groups] == [None, 0]
    assert [g.complete for g in table.groups] == [False, True]


def test_anchors_are_the_words_that_speak_of_the_group(nlp: Language) -> None:
    lines, table = article(nlp, "Five sailors were freed. | Among them was Ana Roe.")
    (group,) = table.groups
    words = [lines[a.sentence_index].doc[a.start : a.end].text for a in group.anchors]

    assert words == ["Five sailors", "Among them"]
