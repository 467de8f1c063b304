"""What did it to what: whatever stands in the asked part."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import what
from bot.questions import Asked
from tests.told import not_yet, says

STORY = """\
A landslide buried the road to Brenn on Tuesday. Engineers built a bridge of steel cables.

The bridge carries trucks. Ulla Hart, a teacher, bought a lantern and wrote a letter to the governor.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Who won?",
        "When did it sink?",
        "Did Mara Lund say what sank?",
        "How many sank?",
        "Whose is it?",
    ],
)
def test_other_words_ask_for_something_else(asked: Callable[[str], Asked], question: str) -> None:
    assert not what.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "What did Mara Lund buy?",
        "Which is older?",
        "What is the boat made of?",
        "What sank the boat?",
    ],
)
def test_what_and_which_ask_for_anything(asked: Callable[[str], Asked], question: str) -> None:
    assert what.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "What did Ulla Hart sell?",
        "What buried the bridge?",
        not_yet(
            "What did the governor write?",
            why="the governor is only written to: an agent found in another part still agrees",
        ),
        "What did the landslide build?",
    ],
)
def test_a_thing_of_another_deed_does_not_answer(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What buried the road?", "landslide"),
        ("What did engineers build?", "bridge"),
        ("What does the bridge carry?", "trucks"),
        ("What did Ulla Hart buy?", "lantern"),
        ("What did Ulla Hart write?", "letter"),
        ("What is the bridge made of?", "steel"),
    ],
)
def test_what_stands_in_the_asked_part_answers(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(STORY, question), words)


def test_what_a_thing_is_only_what_it_is_told_to_be(ask: Callable[[str, str], Reply]) -> None:
    story = "Tests found chlorine in the air. Ozone, a blue gas, was found too."

    assert says(ask(story, "What is ozone?"), "blue gas")
    assert ask(story, "What is chlorine?").kind == "anything"


CHARGED = """\
Broker Lea Holm faces fraud charges in Vigo. Captain Per Roe was arrested on charges of sinking a ferry.
"""


@pytest.mark.parametrize(
    ("question", "words", "but"),
    [
        ("What is Lea Holm charged with?", "", "Vigo"),
        ("What are the charges against Lea Holm?", "raud", "Captain"),
        ("What was Per Roe charged with?", "sinking a ferry", "fraud"),
    ],
)
def test_a_place_beside_the_thing_is_not_the_thing(
    ask: Callable[[str, str], Reply], question: str, words: str, but: str
) -> None:
    text = ask(CHARGED, question).text

    assert words in text and (not words or but not in text)
    assert not text.startswith(("Vigo", "In Vigo"))


def test_no_place_is_a_date_that_stands_beside_it(ask: Callable[[str, str], Reply]) -> None:
    story = "Union leader Ana Roe speaks to workers outside Gate 4 in Puerto Lindo, July 2, 2024."

    assert not ask(story, "What is Puerto Lindo?").short.startswith("July")


def test_what_somebody_wants_to_do_is_asked_of_the_deed(ask: Callable[[str, str], Reply]) -> None:
    story = "Chile sold two boats so Peru can oversee the port. Chile tried to control the bay."

    assert not says(ask(story, "What does Chile want to control?"), "Peru")


def test_a_sentence_without_the_name_does_not_tell_the_name(
    ask: Callable[[str, str], Reply],
) -> None:
    assert not ask(
        "A trawler sank off Vigo on Monday.", "What is the name of the trawler?"
    ).answered


def test_one_pillar_is_none_of_five(ask: Callable[[str, str], Reply]) -> None:
    story = "Pebbles are thrown at a pillar. Fasting is one of the five pillars of the old faith.\n"

    assert "old faith" not in ask(story, "What is the pillar?").short


def test_what_a_show_is_about_stands_behind_about(ask: Callable[[str, str], Reply]) -> None:
    story = "The curator of the show at the University of Rota spoke.\n"

    assert ask(story, "What is the show about?").kind == "anything"


def test_what_is_broadcast_is_not_what_is_said(ask: Callable[[str, str], Reply]) -> None:
    story = (
        "Southland had recently started to broadcast propaganda from loudspeakers. The broadcasts began on"
        " Monday and Southland says the broadcasts will continue.\n"
    )

    reply = ask(story, "What does Southland broadcast?")

    assert says(reply, "propaganda") and "continue" not in reply.text


THREE = """\
Mara Lund bought a boat, a net and an anchor in Lugo on Monday. Leo Falk sold two bicycles.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What three things did Mara Lund buy?", ["boat", "net", "anchor"]),
        ("List everything that Mara Lund bought.", ["boat", "net", "anchor"]),
        ("What things did Leo Falk sell?", ["two bicycles"]),
    ],
)
def test_things_are_whatever_is_told_all_of_it(
    ask: Callable[[str, str], Reply], question: str, words: list[str]
) -> None:
    assert says(ask(THREE, question), *words)


def test_of_another_number_of_things_the_sentence_is_but_quoted(
    ask: Callable[[str, str], Reply],
) -> None:
    assert ask(THREE, "What four things did Mara Lund buy?").kind == "anything"
