"""A short message picks one of what was offered, or none."""

import pytest

from bot.conversation.picking import Choice, name_members, pick

ANA = Choice(
    "Ana Roe", (frozenset({"ana", "roe"}), frozenset({"mayor", "vigo"}), frozenset({"sail"}))
)
LEO = Choice(
    "Leo Roe", (frozenset({"leo", "roe"}), frozenset({"sailor", "ana"}), frozenset({"sink"}))
)
OFFERED = Choice("Who is Ana Roe?")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "?",
        "Roe",
        "the third",
        "0",
        "the mayor of Lugo",
        "Who is Ana?",
        "where",
        "ana told us all about the boat yesterday",
        "yes",
    ],
)
def test_what_fits_none_or_several_picks_nothing(typed: str) -> None:
    assert pick(typed, [ANA, LEO]) is None


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("Ana", ANA),
        ("ana roe please", ANA),
        ("the mayor", ANA),
        ("The sailor.", LEO),
        ("the sinking one", LEO),
        ("the first", ANA),
        ("2", LEO),
        ("no, the second one", LEO),
        ("the latter", LEO),
        ("la primera", ANA),
    ],
)
def test_a_name_a_description_or_a_place_picks(typed: str, choice: Choice) -> None:
    assert pick(typed, [ANA, LEO]) is choice


def test_a_question_offered_is_picked_by_its_number_only() -> None:
    assert pick("1", [OFFERED]) is OFFERED
    assert pick("Ana", [OFFERED]) is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("How old is the second one?", "How old is Leo?"),
        ("Where did the last person live?", "Where did Leo live?"),
        ("Who was the first woman in space?", "Who was Ana in space?"),
        ("Where is the fourth one?", "Where is the fourth one?"),
        ("Was it the first time?", "Was it the first time?"),
    ],
)
def test_a_member_is_named_for_its_number(typed: str, read: str) -> None:
    assert name_members(typed, ["Ana", "Leo"]) == read
