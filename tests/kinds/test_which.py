"""Which of its class: the class must be that of the question."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import which
from bot.questions import Asked
from tests.told import says

STORY = """\
The newspaper Nordlicht reported Monday that the tanker Aurora had left the port of Kiel. The University of
Lund will study the spill.

A Danish biologist, Mette Holm, found oil on Fyn. Fishermen blamed the company Baltoil.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Who left?",
        "What sank?",
        "Which is bigger?",
        "When did the boat sink?",
    ],
)
def test_bare_question_words_ask_for_no_class(asked: Callable[[str], Asked], question: str) -> None:
    assert not which.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Which boat sank?",
        "What newspaper reported it?",
        "From which port did it sail?",
        "What kind of boat sank?",
    ],
)
def test_a_noun_after_what_or_which_is_the_class(
    asked: Callable[[str], Asked], question: str
) -> None:
    assert which.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Which airline left the port?",
        "Which newspaper blamed the company?",
        "Which mayor found oil?",
        "Which port did Mette Holm leave?",
    ],
)
def test_nothing_of_another_class_answers(ask: Callable[[str, str], Reply], question: str) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Which newspaper reported it?", "Nordlicht"),
        ("Which tanker left the port?", "Aurora"),
        ("Which port did the tanker leave?", "Kiel"),
        ("Which university will study the spill?", "Lund"),
        ("Which company did the fishermen blame?", "Baltoil"),
    ],
)
def test_a_name_of_the_class_answers(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(STORY, question), words)


def test_only_a_country_answers_which_country(ask: Callable[[str, str], Reply]) -> None:
    story = "The tanker left the port on Monday. The Harbour Office sent it to Norway on Tuesday."

    assert says(ask(story, "Which country was the tanker sent to?"), "Norway")
    assert "Office" not in ask(story, "Which country sent the tanker?").text


def test_only_the_one_who_did_it_answers_which_did(ask: Callable[[str, str], Reply]) -> None:
    story = (
        "Norway sent home over 200 Danes whom the Harbour Office had expelled to Iceland. Chile said "
        "that five of its citizens would soon return to Peru."
    )

    assert says(ask(story, "Which country sent home the Danes?"), "Norway")
    assert not ask(story, "Which country expelled the Danes?").answered
    assert not ask(story, "Which country deported the Chileans?").answered


COUNT = """\
The harbor office is in Vigo. Roe's office said that as of Dec. 29, 2025, there were 40 boats in the bay.
Skippers, nurses and teachers were freed on Monday. Among them was the nurse Ida Holm.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Which office counted 40 boats?", "Roe’s office"),
        ("Who is the nurse that was freed?", "Ida Holm"),
    ],
)
def test_who_tells_a_number_counted_it(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(COUNT.replace("'", "’"), question), words)


def test_a_body_with_a_mountain_in_its_name_is_no_mountain(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "The Halm Mountain Guides Association said that the group had refused to wait."

    assert not ask(story, "Which mountain was climbed?").answered


PAID = """\
The work was paid for by Chile, Peru and Japan. Ana Roe and Leo Falk opened the new library on Monday.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Which three countries paid for the work?", ["Chile", "Peru", "Japan"]),
        ("List the countries that paid for the work.", ["Chile", "Peru", "Japan"]),
    ],
)
def test_so_many_are_told_as_are_joined_though_nobody_counted_them(
    ask: Callable[[str, str], Reply], question: str, words: list[str]
) -> None:
    assert says(ask(PAID, question), *words)


def test_fewer_or_more_than_asked_are_not_told(ask: Callable[[str, str], Reply]) -> None:
    reply = ask(PAID, "Which two countries paid for the work?")

    assert reply.kind == "anything" or not reply.answered
