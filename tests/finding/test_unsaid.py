"""A sentence without the asked verb answers where its words are bound to the asked thing."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from tests.told import says

STORY = """\
The council declared a curfew for 30 days on Monday. A truce signed in Rota in 2019 broke down after five
months, and 12 soldiers were hurt.

Ines Gallo was jailed in May with her aunt. She was given two years for theft; her lawyer worked on the
case for three weeks. Marco Bassi praised the truce for six hours.

Gallo told reporters at the station that she was tired. The vote at the town hall was delayed.
"""
Ask = Callable[[str, str], Reply]


@pytest.mark.parametrize(
    "question",
    [
        "How long did the vote last?",
        "How long did the theft last?",
        "How long was Marco Bassi jailed?",
        "How long was the lawyer jailed?",
        "Where did Bassi speak to reporters?",
    ],
)
def test_a_figure_or_place_of_another_thing_is_none(ask: Ask, question: str) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How long will the curfew last?", "30 days"),
        ("How long did the truce last?", "five months"),
        ("How long was Ines Gallo's sentence?", "two years"),
        ("Where did Gallo talk to reporters?", "at the station"),
        ("Where did the vote take place?", "town hall"),
    ],
)
def test_what_hangs_on_the_asked_thing_answers(ask: Ask, question: str, words: str) -> None:
    assert says(ask(STORY, question), words)


TOWN = """\
Julio Roe was born in Alta, a village of 600 people in Chile. From the sea it cannot be seen.

Troops imposed a curfew in Alta from 8 p.m. to 5 a.m. on Monday. Roe missed a friendly in
Osorno on Friday with a cold. His widow, Gulnara Roe, was promised a pension by the union.
Dockers ended a 16-day strike.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many people live in Alta?", "600 people"),
        ("What time does the curfew begin?", "8 p.m."),
        ("Where will the friendly be played?", "Osorno"),
        ("What was Roe's widow promised?", "pension"),
        ("How long did the strike last?", "16"),
        ("How many people live in Osorno?", ""),
        ("What time does the strike begin?", ""),
        ("Where was the strike held?", ""),
        ("What was Roe's sister promised?", ""),
        ("How long did the curfew last?", ""),
    ],
)
def test_nouns_tell_what_verbs_would(ask: Ask, question: str, words: str) -> None:
    reply = ask(TOWN, question)

    assert says(reply, words) if words else not reply.answered
