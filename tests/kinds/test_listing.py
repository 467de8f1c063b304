"""Who they all were: the members of a group, from every sentence that names some, counted."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import listing
from bot.questions import Asked
from tests.told import not_yet, says

STORY = """\
Five climbers were rescued from a glacier in Austria on Thursday. Among them was the guide Silva Rast.
The army identified the other four as Ben Adler, Kim Sato, Lou Marsh and Ana Wolf.

Two helicopters were damaged. Three pilots, including Dana Frey, won medals. Journalists and doctors waited
in the valley.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Who is Leo Falk?",
        "How many boats sank?",
        "What kinds of boats sank?",
        "When did the boats sink?",
        "Which boat sank?",
        "Were the five saved?",
    ],
)
def test_one_thing_or_a_figure_asks_for_no_list(
    asked: Callable[[str], Asked], question: str
) -> None:
    assert not listing.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Name the sailors.",
        "List the sailors who were saved.",
        "Which sailors were saved?",
        "What are the names of the sailors?",
        "Who were the five?",
        "Who else was saved?",
        "Who was saved?",
    ],
)
def test_many_or_their_names_ask_for_a_list(asked: Callable[[str], Asked], question: str) -> None:
    assert listing.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Name the journalists.",
        not_yet("Which climbers won medals?", why="the deed of another group"),
        "Who were the six climbers?",
        "Name the climbers who died.",
        "Which doctors were rescued?",
        "Who damaged the helicopters?",
    ],
)
def test_no_group_stands_for_another(ask: Callable[[str, str], Reply], question: str) -> None:
    assert not ask(STORY, question).answered


FIVE = ("Five climbers", "Silva Rast", "Ben Adler", "Kim Sato", "Lou Marsh", "Ana Wolf")


@pytest.mark.parametrize(
    "question",
    [
        "Who was rescued from a glacier?",
        "Name the climbers.",
        "Which climbers were rescued?",
        "Who were the five climbers?",
        "What are the names of the five climbers?",
    ],
)
def test_all_members_are_named_each_with_its_sentence(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    reply = ask(STORY, question)

    assert says(reply, *FIVE)
    assert len(reply.citations) == 3
    assert "journalists" not in reply.text.casefold()


def test_of_a_group_that_is_not_named_whole_the_reply_says_so(
    ask: Callable[[str, str], Reply],
) -> None:
    reply = ask(STORY, "Which pilots won medals?")

    assert says(reply, "Three pilots", "Dana Frey", "of whom the story names")


def test_what_is_told_of_one_member_is_not_told_of_all(ask: Callable[[str, str], Reply]) -> None:
    story = (
        "Five climbers were rescued from a glacier on Monday. The police identified the climbers as "
        "Ada Berg, Bo Carlsen, Cy Dahl, Di Egeland and Ed Falk. Another rescued climber, Ed Falk, "
        "was fined in 2019."
    )

    reply = ask(story, "Who was fined?")

    assert not says(reply, "Ada Berg")


TRIAL = """\
Prosecutors charged four bakers with fraud on Monday. One of them is Rota Mill's director, Ada Berg, 52.
Judge Cy Dahl named the others as Bo Carlsen, who ran the mill; Di Egeland, the mayor of Lutz; and Ed Falk.

Two of them, Berg and Egeland, were arrested on Tuesday. The other two are at home. Nobody knows the names
of the three farmers who were hurt, the Rota Post reported.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Who were the five bakers?",
        "Who are the three farmers who were hurt?",
        "Which two farmers were hurt?",
    ],
)
def test_less_than_the_asked_number_is_no_answer(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(TRIAL, question).answered


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        ("Which four bakers were charged?", "Berg Carlsen Egeland Falk", ""),
        ("Who was charged with fraud?", "Berg Carlsen Egeland Falk", ""),
        ("Who was arrested on Tuesday?", "Berg Egeland", "Carlsen Falk"),
        ("Who were the others?", "Carlsen Egeland Falk", "Berg"),
        ("Who are the other two?", "Carlsen Falk", "Berg Egeland"),
        ("Who else was charged besides Ada Berg?", "Carlsen Egeland Falk", "Berg"),
        ("Who named the others?", "Cy Dahl", "Carlsen Berg"),
    ],
)
def test_what_is_told_of_a_part_or_of_the_rest_is_told_of_those_only(
    ask: Callable[[str, str], Reply], question: str, told: str, others: str
) -> None:
    reply = ask(TRIAL, question)

    assert says(reply, *told.split())
    assert not any(name in reply.short for name in others.split())


def test_the_name_of_somebodys_wife_is_nobodys_of_a_list(ask: Callable[[str, str], Reply]) -> None:
    story = "Two sailors drowned. The dead were identified as Max Rohe, 40, and Ida Lund, 31.\n"

    assert not ask(story, "What is the name of Max Rohe's wife?").answered
    assert ask(story, "What are the names of the dead sailors?").kind == "list"


STATES = """\
Three sailors were brought ashore alive on Monday. Police named them as Ana Roe, Leo Falk and Ida Holm.

The dead were the captain, Olaf Dahl, 60, his nephew Per Lund, 23, and a Greek cook, Rita Voss. Two of the
sailors, Roe and Falk, have broken arms.
"""


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who was rescued?", "Ana Roe, Leo Falk, Ida Holm"),
        ("Who survived?", "Ana Roe, Leo Falk, Ida Holm"),
        ("Who died?", "Olaf Dahl, Per Lund, Rita Voss"),
        ("Which three people died?", "Olaf Dahl, Per Lund, Rita Voss"),
        ("Which sailors have broken arms?", "Ana Roe, Leo Falk"),
    ],
)
def test_those_in_a_state_are_named_where_its_deed_is_asked(
    ask: Callable[[str, str], Reply], question: str, names: str
) -> None:
    assert ask(STATES, question).short == names


def test_who_sent_them_is_not_who_returned(ask: Callable[[str, str], Reply]) -> None:
    story = """\
Chile said that five sailors would soon return home. Among them was Ana Roe. The minister named the others
as Leo Falk, Ida Lund, Tom Ray and Kim Aas.
"""

    assert "Roe" not in ask(story, "Who sent them back?").text
    assert "Falk" not in ask(story, "How many sailors did Ana Roe name?").short


HARBORS = """\
The navy said on Monday that 900 people had fled from three villages, and that the evacuation was over. The
first village to be emptied was Rota. Ana Wolf, the mayor, named the other villages as Vigo and Lugo.

Two trains were late. A bridge was bombed.
"""


@pytest.mark.parametrize(
    "question",
    ["Which three villages were evacuated?", "List the three villages that were evacuated."],
)
def test_a_set_that_alone_is_so_many_is_the_asked_one_whatever_its_deed_is_called(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert says(ask(HARBORS, question), "three villages", "Rota", "Vigo", "Lugo")


@pytest.mark.parametrize(
    "question",
    [
        "Which three villages were flooded?",  # a deed of which there is no word
        "Which two villages were evacuated?",
        "Which three trains were evacuated?",
        "Which three villages in Peru were evacuated?",
    ],
)
def test_another_deed_number_or_thing_is_not_told_of_it(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not says(ask(HARBORS, question), "Vigo")


def test_who_left_a_place_are_those_freed_from_it(ask: Callable[[str, str], Reply]) -> None:
    story = (
        "Two Chilean sailors were released from prison on Monday. The minister identified them as Ana Roe "
        "and Leo Falk."
    )

    assert says(ask(story, "Which sailors left prison?"), "Ana Roe", "Leo Falk")
