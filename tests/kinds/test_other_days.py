"""A date is of the asked deed: not of its anniversary, of a noun of its own or of another clause."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from tests.told import says

Ask = Callable[[str, str], Reply]

BRIDGE = """\
Rota celebrated the opening of the first bridge on Tuesday. On Jan. 6, 1996, the Alta Bridge was opened by
Queen Marga.

Poet Ana Lund came. Her new book coincides with the 20th anniversary of her brother's death in 2006.

The match was the last one at Alta Park, which was built in 1931. It will be pulled down in March to make
way for a hall, which is to cost millions and to open in 2028. Next year's match will be played in Vigo.

This is not the first time deadly crashes have taken place, with the deadliest crash during the 1991 Alta
Rally, in which 26 fans were hurt. It was Rota's first win since 1958.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When was the first bridge opened?", "1996"),
        ("When did Lund's brother die?", "2006"),
        ("When will the park be demolished?", "March"),
        ("When was the match?", ""),
        ("When did the crash happen?", ""),
        ("When is the next win?", ""),
    ],
)
def test_a_date_is_of_what_is_asked(ask: Ask, question: str, words: str) -> None:
    reply = ask(BRIDGE, question)

    assert says(reply, words) if words else not reply.answered


def test_an_earlier_paper_is_not_the_study(ask: Ask) -> None:
    story = (
        "The study was published in the Vigo Review on Wednesday. Results of earlier studies, published in"
        " a paper by Ada Moe in 1989, show that herring shrink."
    )

    assert says(ask(story, "When was the study published?"), "Wednesday")


def test_the_first_time_in_years_is_no_date(ask: Ask) -> None:
    story = "Rota won the final for the first time in 41 years on Sunday."

    assert says(ask(story, "When was the final?"), "Sunday")
