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
    ("Two sailors were freed. | The sailors were named as Ana Roe, Leo Falk and Eva Lund.",),
    ("The parents of Ana Roe and Leo Falk wept.",),
    ("Five crews were held. | Among those waiting was Ana Roe.",),
]


@pytest.mark.parametrize("paragraphs", NO_GROUPS)
def test_kinds_far_counts_and_wrong_sums_make_no_group(
    nlp: Language, paragraphs: tuple[str, ...]
) -> None:
    _, table = article(nlp, *paragraphs)

    assert groups(table) == []


GROUPS = [
    (
        (
            "Four sailors were freed. | The first sailor to be freed was Ana Roe. | The minister named the "
            "other sailors as Leo Falk, Eva Lund and Max Lund.",
        ),
        [("sailor", 4, ["Ana Roe", "Leo Falk", "Eva Lund", "Max Lund"])],
    ),
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
        ("Three sailors were hurt, among them Ana Roe, who was flown to Norland.",),
        [("sailor", 3, ["Ana Roe"])],
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
    (
        (
            "Three sailors were freed. | One of them is Rota Post's reporter, Ana Roe, 40.",
            "Max Lund named the others as nurse Leo Falk, who sang, and Eva Lund, a cook at Rota Post.",
        ),
        [("sailor", 3, ["Ana Roe", "Leo Falk", "Eva Lund"])],
    ),
    (
        (
            "Three hikers were lost.",
            "Nobody slept.",
            "Two of the three are from Norland: Ana Roe, 30; and Leo Falk, a nurse.",
        ),
        [("hiker", 3, ["Ana Roe", "Leo Falk"]), ("hiker", 2, ["Ana Roe", "Leo Falk"])],
    ),
    (
        (
            "The fire killed two workers. | It took 50 firefighters to put it out.",
            "The weather was calm.",
            "The dead were identified as Ana Roe, 52, a driver, and Leo Falk, 29, who sang.",
        ),
        [("worker", 2, ["Ana Roe", "Leo Falk"])],
    ),
    (
        (
            "Six sailors were held: three in Rota, two in Norland and one at sea. | The two held in"
            " Norland are the cook, Ana Roe, and his helper, Leo Falk.",
        ),
        [("sailor", 6, ["Ana Roe", "Leo Falk"]), ("sailor", 2, ["Ana Roe", "Leo Falk"])],
    ),
    (
        (
            "Four sailors were freed.",
            "The freed men came at noon: captain Ana Roe, 51, Leo Falk and two cooks from Rota.",
            "It rained. | Nobody spoke.",
            "Eva Lund was ill.",
            "Of the four men, two were taken to a hospital: Falk and one of the cooks.",
        ),
        [("sailor", 4, ["Ana Roe", "Leo Falk"]), ("sailor", 2, ["Leo Falk"])],
    ),
    (
        ("Five sailors were freed. | Among those freed were Ana Roe and Leo Falk.",),
        [("sailor", 5, ["Ana Roe", "Leo Falk"])],
    ),
    (
        ("Families left the towns of Rota and Norland.",),
        [("town", None, ["Rota", "Norland"])],
    ),
    (
        (
            "Three sailors were freed. | They are Ana Roe, Leo Falk and Eva Lund.",
            "The three sailors were Ana Roe, Leo Falk and Eva Lund. | Two of them, Ana Roe and Leo"
            " Falk, were ill. | The other one was well. | The others were well.",
        ),
        [
            ("sailor", 3, ["Ana Roe", "Leo Falk", "Eva Lund"]),
            ("sailor", 2, ["Ana Roe", "Leo Falk"]),
            ("sailor", 1, ["Eva Lund"]),
        ],
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


def test_an_anchor_knows_whom_it_names(nlp: Language) -> None:
    _, table = article(
        nlp,
        "Three sailors were freed. | Among them was Ana Roe.",
        "The other two were Leo Falk and Eva Lund.",
    )
    (group,) = table.groups

    assert [anchor.brings for anchor in group.anchors] == [(), (0,), (1, 2)]
    assert [str(anchor.way) for anchor in group.anchors] == ["new", "all", "rest"]


def test_them_named_are_the_last_set_of_as_many(nlp: Language) -> None:
    _, table = article(
        nlp,
        "Three sailors were saved, six days after two pilots left.",
        "The survivors are two Poles and a Kenyan. | Police named them as Ana Roe, Leo Falk and Eva Lund.",
    )

    assert groups(table) == [("sailor", 3, ["Ana Roe", "Leo Falk", "Eva Lund"])]
    assert len(table.groups[0].anchors) == 3  # "The survivors" among them
