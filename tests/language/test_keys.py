"""What two words can be matched by: first of all, unlike words share nothing."""

import pytest

from bot.language.keys import COUNTRY, FAMILY, is_content, keys
from tests.told import parsed


def strength(one: str, other: str) -> float:
    """How well the first words of two hand-made sentences match; 0: not at all."""
    a, b = keys(parsed(one)[0]), keys(parsed(other)[0])
    return max((min(a[key], b[key]) for key in a.keys() & b.keys()), default=0.0)


FREED = "freed/VBN/free>:root"
SHARED = [
    ("ports/NNS/port>:root", "sports/NNS/sport>:root", 0.0),
    (FREED, "detained/VBN/detain>:root", 0.0),
    ("sold/VBD/sell>:root", "bought/VBD/buy>:root", 0.0),
    ("polish/VB>:root", "Poland/NNP>:root", 0.0),
    ("Spain/NNP>:root", "Portugal/NNP>:root", 0.0),
    ("16/CD>:root", "6/CD>:root", 0.0),
    ("tried/VBD/try>:root swim/VB>tried:xcomp", "trial/NN>:root", 0.0),
    ("let/VBD>:root the/DT>boat:det boat/NN>let:obj", "released/VBD/release>:root", 0.0),
    ("shut/VBD>:root", "ended/VBD/end>:root", 0.0),
    ("took/VBD/take>:root a/DT>boat:det boat/NN>took:obj", "arrested/VBD/arrest>:root", 0.0),
    ("Ports/NNPS/Ports>:root", "port/NN>:root", 1.0),
    ("sold/VBD/sell>:root", "selling/VBG/sell>:root", 1.0),
    ("José/NNP>:root", "Jose/NNP>:root", 1.0),
    ("2,000/CD>:root", "2000/CD>:root", 1.0),
    ("ten/CD>:root", "10/CD>:root", 1.0),
    ("tried/VBD/try>:root", "trial/NN>:root", FAMILY),
    (FREED, "released/VBD/release>:root", FAMILY),
    ("release/NN>:root", FREED, FAMILY),
    ("sale/NN>:root", "sold/VBD/sell>:root", FAMILY),
    ("let/VBD>:root her/PRP>let:obj go/VB>let:xcomp", "released/VBD/release>:root", FAMILY),
    ("shut/VBD>:root down/RP>shut:compound:prt", "closed/VBD/close>:root", FAMILY),
    (
        "took/VBD/take>:root her/PRP>took:obj into/IN>custody:case custody/NN>took:obl",
        "arrested/VBD/arrest>:root",
        FAMILY,
    ),
    ("Spanish/JJ>:root", "Spain/NNP>:root", COUNTRY),
    ("Spaniards/NNS/Spaniard>:root", "Spain/NNP>:root", COUNTRY),
]


@pytest.mark.parametrize(("one", "other", "expected"), SHARED)
def test_words_match_by_form_family_event_or_country(one: str, other: str, expected: float) -> None:
    assert strength(one, other) == strength(other, one) == expected


def test_every_word_matches_itself_fully() -> None:
    for one, other, _ in SHARED:
        assert strength(one, one) == strength(other, other) == 1.0


@pytest.mark.parametrize("rows", ["May/NNP>:root", "Will/NNP>:root", "Who/NNP>:root"])
def test_a_name_that_looks_like_a_function_word_is_content(rows: str) -> None:
    assert is_content(parsed(rows)[0])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("The/DT>harbor:det harbor/NN>:root", "harbor"),
        ("He/PRP>her:dep saw/VBD/see>:root her/PRP>saw:obj", "saw"),
        ("Who/WP>sank:nsubj sank/VBD/sink>:root it/PRP>sank:obj ?/.>sank:punct", "sank"),
        ("Was/VBD/be>sold:aux it/PRP>sold:nsubj not/RB>sold:advmod sold/VBN>:root", "not sold"),
        ("Who/WP>held:nsubj:pass got/VBD/get>held:aux:pass held/VBN/hold>:root", "held"),
        ("in/IN>Oslo:case Oslo/NNP>:root 2024/CD>Oslo:nummod", "Oslo 2024"),
        ("Did/VBD/do>ask:aux the/DT>US:det US/NNP>ask:nsubj ask/VB>:root us/PRP>ask:obj", "US ask"),
    ],
)
def test_only_words_of_content_tell_of_the_subject(rows: str, expected: str) -> None:
    doc = parsed(rows)

    assert " ".join(token.text for token in doc if is_content(token)) == expected
