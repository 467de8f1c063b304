"""A loose match alone is no answer: the words take part in the asked deed, the story has the thing."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from tests.told import says

STORY = """\
The council of Halm let ten sailors go on Monday. Mayor Ida Roe saw hope in the releases.

Fire Chief Per Lund took a train to Oslo. A storm in northern Halm hurt two bakers. Nobody knows yet
what caused the flood. Tora Vik came to Halm in May and sold her house to Leo Falk. Lund met the
other four, who live 30 kilometers away. Roe, 34, has two children. Her father, Olav Roe, died in 2017.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who was let go?", "ten sailors"),
        ("Who walked free?", "ten sailors"),
        ("Who was hurt?", "two bakers"),
        ("Who sold her house?", "Tora Vik"),
        ("Who came to Halm?", "Tora Vik"),
        ("Who took a train?", "Per Lund"),
        ("What caused the flood?", "Nobody knows yet"),
    ],
)
def test_who_takes_the_asked_part_answers(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(STORY, question), words)


@pytest.mark.parametrize(
    "question",
    [
        "Who won?",  # "take" can mean "win", among much else
        "Who was robbed?",
        "Who was fired?",  # no deed but an office
        "Who came home?",  # of a light verb the rest tells what is done
        "Who sold the yacht?",
        "Who found the treasure?",
        "How many yachts did Tora Vik sell?",
        "Which yacht did Tora Vik sell?",
        "What car does Tora Vik drive?",
        "How many children does Per Lund have?",
        "How tall is Ida Roe?",
        "Why was Per Lund fired?",
        "When did Ida Roe die?",
    ],
)
def test_who_takes_no_part_in_it_does_not_answer(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "pronoun"),
    [("What did she sell?", "she"), ("Who hurt him?", "him"), ("Where is her house?", "her")],
)
def test_who_is_meant_is_asked_where_a_pronoun_stands_for_nobody(
    ask: Callable[[str, str], Reply], question: str, pronoun: str
) -> None:
    reply = ask(STORY, question)

    assert not reply.answered
    assert reply.text == f"I cannot tell whom you mean by “{pronoun}”. Ask with the name."


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did Tora Vik sell her house?", "in May"),
        ("Who said “he was there”?", ""),
        ("Which sailor said that he was free?", ""),
    ],
)
def test_a_pronoun_that_can_stand_for_somebody_is_not_asked_about(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    reply = ask(STORY, question)

    assert "whom you mean" not in reply.text
    assert not words or says(reply, words)


def test_a_member_of_a_set_did_only_what_is_told_of_the_set(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "Police arrested two bakers. Two bakers, Ida Roe and Per Lund, were arrested in Halm."

    assert ask(story, "Was Per Lund arrested?").answered
    assert not ask(story, "Did Per Lund cry?").answered


def test_what_is_told_of_another_person_is_not_quoted(ask: Callable[[str, str], Reply]) -> None:
    story = "Ida Roe met Per Lund. Lund was held on Monday and charged with robbing Roe's shop."

    assert says(ask(story, "What is Per Lund charged with?"), "robbing Roe's shop")
    assert not ask(story, "What is Ida Roe charged with?").answered


def test_who_is_free_is_not_counted_among_the_held(ask: Callable[[str, str], Reply]) -> None:
    story = "The union met five freed detainees on Monday."

    assert not ask(story, "How many people are held?").answered
    assert says(ask("Two jailed bakers were freed.", "How many bakers were freed?"), "Two")


def test_who_was_killed_died_but_who_died_need_not_have_been_killed(
    ask: Callable[[str, str], Reply],
) -> None:
    assert says(ask("A fire killed two bakers.", "How many people died?"), "two bakers")
    assert says(ask("A fire killed two bakers.", "Who died?"), "two bakers")
    assert not ask("Two bakers died in May.", "Who was killed?").answered


def test_what_was_made_is_not_what_was_paid(ask: Callable[[str, str], Reply]) -> None:
    story = "Halm Glass, a maker of lamps, sued. Per Lund bought Halm Glass for $47 million."

    assert says(ask(story, "What does Halm Glass make?"), "lamps")
    assert not ask(story, "What does Per Lund make?").answered


@pytest.mark.parametrize(
    "question",
    [
        "Who let ten sailors go in Drumlanrig?",
        "Where did Wilbur Quist sell her house?",
        "Was Drumlanrig hit by a storm?",
    ],
)
def test_of_a_name_that_the_story_has_not_nothing_is_told(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    reply = ask(STORY, question)

    assert not reply.answered
    assert reply.text.startswith("The story does not mention ")


def test_an_earlier_one_of_the_kind_is_another(ask: Callable[[str, str], Reply]) -> None:
    story = (
        "An avalanche buried a camp on Mount Okra, and three climbers died. In 2009 an avalanche on the"
        " same mountain killed six soldiers.\n\nThe avalanche struck the camp before dawn on Jan. 7.\n"
    )

    assert "Jan. 7" in ask(story, "When did the avalanche happen?").text


def test_what_a_council_wants_is_not_what_somebody_wants(ask: Callable[[str, str], Reply]) -> None:
    story = "Ana Roe sang. The village council wants to name the bridge after Ana Roe."

    assert not ask(story, "What does Ana Roe want?").answered
    assert says(ask(story, "What does the council want?"), "bridge")


def test_who_became_something_is_not_dated_by_what_is_told_beside(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "The flood was seen on Tuesday, Water Secretary Ana Roe said."

    assert not ask(story, "When did Ana Roe become secretary?").answered


def test_a_country_that_denies_it_did_not_do_it(ask: Callable[[str, str], Reply]) -> None:
    story = "Ana Roe was arrested in Chile in May and accused of theft — a charge denied by Peru."

    assert not ask(story, "Why did Peru arrest Ana Roe?").answered
    assert says(ask(story, "Why was Ana Roe arrested?"), "theft")


def test_who_announced_it_said_all_of_it(ask: Callable[[str, str], Reply]) -> None:
    story = """\
The union named only five freed sailors, but advocates said they expected more to be freed.

The Danish government said Thursday that five of its sailors had been freed.
"""

    assert "Danish government" in ask(story, "Who announced the release of the five sailors?").short


def test_an_inner_deed_or_the_other_way_is_not_told(ask: Callable[[str, str], Reply]) -> None:
    story = "Ana Roe was accused of plotting to sink it. The bell will be flown from Rome to Lugo on May 5."

    assert not ask(story, "What is Ana Roe accused of stealing?").answered
    assert not ask(story, "When will the bell be flown to Rome?").answered
    assert says(ask(story, "When will the bell be flown to Lugo?"), "May 5")
