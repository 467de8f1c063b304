"""Whose count a figure is, and as of when: told beside the figure, and compared only where both count
the same."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from tests.told import says

STORY = """\
The coast guard said on Monday that 23 people were missing at sea. The Harbor Union spoke of 41 missing as
of Sunday. Fishers saved nine people. Six smugglers were held: three in Bergen, two in
Oslo and one in Stavanger.

Divers found 17 boats off Bergen on Tuesday, but only five were raised, the newspaper Norlys reported. The
Harbor Union counted 60 people who were arrested after a riot. Mara Lund owns two mills.
"""


@pytest.mark.parametrize(
    "question",
    [
        "How many people does the Harbor Union employ?",
        "How many boats did the Harbor Union count?",
        "How many mills does Leo Falk own?",
        "How many smugglers were held in Stavanger?",
        "How many boats were found off Bergen, according to the Harbor Union?",
    ],
)
def test_the_count_of_another_or_of_something_else_is_no_answer(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (
            "How many people were arrested?",
            "60 people, according to the Harbor Union",
        ),
        ("How many detainees did the Harbor Union count?", "60 people"),
        ("How many boats were raised?", "only five"),
        ("How many smugglers were held?", "Six smugglers"),
        ("How many smugglers were held in Oslo?", "two"),
        (
            "How many missing people does the Harbor Union count?",
            "41 missing as of Sunday (4 January 2026), according to the Harbor Union",
        ),
    ],
)
def test_a_figure_comes_with_who_counted_and_as_of_when(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(STORY, question), words)


def test_two_who_count_the_same_are_told_side_by_side(ask: Callable[[str, str], Reply]) -> None:
    reply = ask(STORY, "How many people are missing?")

    assert says(reply, "41 missing as of Sunday", "according to the Harbor Union")
    assert says(reply, "23 people, according to the coast guard")
    assert not says(reply, "nine")
    assert len(reply.citations) == 2


def test_who_counted_is_called_as_within_a_sentence(ask: Callable[[str, str], Reply]) -> None:
    story = "Police counted 60 boats. Nine people were hurt, according to the Harbor Union."

    assert says(ask(story, "How many boats were counted?"), "60 boats, according to police")
    assert says(
        ask(story, "How many people were hurt?"), "Nine people, according to the Harbor Union"
    )


def test_a_voice_is_known_by_whom_its_words_stand_for(ask: Callable[[str, str], Reply]) -> None:
    story = (
        "Ana Roe leads the Harbor Workers’ Union (HWU). The HWU said that 40 boats were lost in Vigo. "
        "The police said that 90 boats were lost in Vigo."
    )

    assert says(ask(story, "How many boats does the Harbor Workers’ Union say were lost?"), "40")
    assert says(ask(story, "How many boats do the police say were lost?"), "90")


def test_a_figure_with_another_year_behind_it_is_of_that_year(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "Ana Roe said that only six boat thefts were reported last year, down from 15 in 2024."

    assert "six" not in ask(story, "How many boat thefts were there in 2024?").short
    assert says(ask(story, "How many boat thefts were reported last year?"), "six")
