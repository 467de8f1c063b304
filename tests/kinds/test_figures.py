"""How many, how much, how old, how far, how long: a figure of the asked unit, counted and whole."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import amounts, figures
from bot.questions import Asked
from tests.told import says

STORY = """\
Some 40 firefighters and only six trucks reached the village of Arno, around 8 miles (13 kilometers) from
Lecce, on Friday. The fire destroyed 12 barns and burned for three days.

Farmer Gino Bassi, 61, lost 30% of his olives, worth $90,000. A tower 45 meters high collapsed. At least
two people were injured.

Ines Gallo fled with her son Ugo, 7, and her mother, Rosa Gallo, 80. Gallo came to Arno at the age of 12.
"""
KINDS = {kind.name: kind for kind in (figures.AGE, figures.HOW_MANY, *amounts.KINDS)}


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who counted them?", ""),
        ("How did they count?", ""),
        ("When did Leo Falk leave?", ""),
        ("What is the name of the boat?", ""),
        ("Did Leo Falk say how many left?", ""),
        ("How many boats sank?", "how many"),
        ("What is the number of boats?", "how many"),
        ("How much did it cost?", "how much"),
        ("What was the price of the boat?", "how much"),
        ("What percentage of boats sank?", "percentage"),
        ("How old is Leo Falk?", "how old"),
        ("What is the age of Mara Lund?", "how old"),
        ("How far is Bergen?", "how far"),
        ("How long did they wait?", "how long"),
        ("How tall is the mast?", "measure"),
    ],
)
def test_each_measure_is_asked_in_its_own_words(
    asked: Callable[[str], Asked], question: str, name: str
) -> None:
    found = [name for name, kind in KINDS.items() if kind.recognises(asked(question))]

    assert found[:1] == ([name] if name else [])


@pytest.mark.parametrize(
    "question",
    [
        "How many firefighters were injured?",
        "How many trucks burned?",
        "How many soldiers reached the village?",
        "How old is the tower?",
        "How old is Ines Gallo?",
        "How much did the tower cost?",
        "How long did the firefighters stay?",
        "How long was the village of Arno without power?",
        "How far is Arno from Rome?",
        "How many barns did the tower destroy?",
    ],
)
def test_a_figure_of_something_else_does_not_answer(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many firefighters reached the village?", "Some 40 firefighters"),
        ("How many trucks reached Arno?", "only six trucks"),
        ("How many barns were destroyed?", "12 barns"),
        ("How many people were injured?", "At least two people"),
        ("How old is Gino Bassi?", "61"),
        ("How old is Ugo?", "7"),
        ("How old is Ines Gallo's son?", "7"),
        ("How old is Rosa Gallo?", "80"),
        ("What is the number of barns that were destroyed?", "12 barns"),
        ("How far is Arno from Lecce?", "around 8 miles (13 kilometers)"),
        ("How long did the fire burn?", "three days"),
        ("What percentage of his olives did Bassi lose?", "30%"),
        ("How high was the tower?", "45 meters"),
    ],
)
def test_the_figure_comes_with_what_qualifies_it(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    reply = ask(STORY, question)

    assert says(reply) and words.casefold() in reply.text.casefold()


AGES = "Ada Lund, 61, waited for her brother, Jon Lund, in Vardo.\n"


def test_an_age_belongs_to_its_name(ask: Callable[[str, str], Reply]) -> None:
    assert ask(AGES, "How old is Ada Lund?").short == "61"
    assert not ask(AGES, "How old is Jon Lund?").answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many Italians were freed?", "five Italian citizens"),
        ("How many Americans were freed?", "three residents"),
        ("How many Norwegians were freed?", ""),
    ],
)
def test_citizens_are_counted_by_their_country(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    story = (
        "Ghana freed five Italian citizens. In May it freed three residents of the United States."
    )

    reply = ask(story, question)

    assert reply.answered == bool(words)
    assert not words or says(reply, words)


@pytest.mark.parametrize(
    ("question", "answered"),
    [("How tall is Max Rohe?", False), ("How high is the tower of Vidar?", True)],
)
def test_how_far_a_place_is_tells_nobodys_height(
    ask: Callable[[str, str], Reply], question: str, answered: bool
) -> None:
    story = "Max Rohe was born in Alta, 40 kilometers north of Sion. The tower of Vidar is 40 meters high."

    assert ask(story, question).answered is answered


HELD = """\
During a strike last year, the police said they detained 90 sailors. As of Dec. 29, 2025, 40 sailors were
held in Vigo, the union said. On Monday Chile freed 12 jailed sailors.
"""


@pytest.mark.parametrize(
    ("question", "words", "but"),
    [
        ("How many sailors are held?", "40 sailors", "90"),
        ("How many sailors were detained last year?", "90 sailors", "40"),
        ("How many sailors are in jail?", "", "12"),
    ],
)
def test_what_is_so_now_is_told_by_the_latest_count(
    ask: Callable[[str, str], Reply], question: str, words: str, but: str
) -> None:
    text = ask(HELD, question).text

    assert words in text and but not in text


@pytest.mark.parametrize(
    ("question", "words"),
    [("How long ago was Roe held?", "2021"), ("How long has Roe been held?", "2021")],
)
def test_how_long_is_told_by_since_when(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask("Ana Roe was held in 2021 in Vigo.", question), words)


def test_one_of_the_injured_is_no_count_of_them(ask: Callable[[str, str], Reply]) -> None:
    story = "Max Rohe pulled one of the injured, Ida Lund, out of the tower before it fell.\n"

    assert not ask(story, "How many people were injured?").answered


def test_what_is_left_is_what_is_counted(ask: Callable[[str, str], Reply]) -> None:
    story = "A rescue group counted 63 stray dogs in Arno as of May 3. Other dogs were adopted.\n"

    assert says(ask(story, "How many stray dogs are left?"), "63")


def test_a_share_tells_no_number_of_people(ask: Callable[[str, str], Reply]) -> None:
    story = "Ines Gallo received 8,220 votes, or 50.3%, in the ballot. Over 30% voted by mail.\n"

    assert not ask(story, "How many people voted?").answered
    assert says(ask(story, "What percentage of the votes did Ines Gallo receive?"), "50.3%")


AMOUNTS = """\
In Vardo, 480 millimeters of rain fell in a day. Jon Lund lost 14 kilograms. The storm destroyed three
quarters of the hay crop.

A study from 2022, seen by the Peruvian Post, spoke of a cost of $85,000. Italy sent $12 million. The wind
blew at 90 miles per hour.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How much rain fell in Vardo?", "480 millimeters"),
        ("How much weight did Jon Lund lose?", "14 kilograms"),
        ("What share of the hay crop was destroyed?", "three quarters"),
        ("How much money did Italy give?", "$12 million"),
        ("How strong was the wind?", "90 miles per hour"),
        ("How much money did Jon Lund lose?", ""),
        ("How much snow fell in Vardo?", ""),
        ("How much money did Peru give?", ""),
    ],
)
def test_an_amount_is_of_the_asked_thing_and_unit(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    reply = ask(AMOUNTS, question)

    assert says(reply, words) if words else not reply.answered


FAMILY = """\
The dead were named as Max Tully, 52, a driver, and Ines Rota, 29, who had worked at the mill for six weeks.
Rota leaves a daughter, Lucia, who is four.

A teacher, Jon Lund, saved six pupils. A fifth man, Leo Falk, died. Rota got 90 votes. Jon Lund won by 12
votes. Leo Falk finished ninth in the race.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How long had Ines Rota worked at the mill?", "six weeks"),
        ("How old is Lucia?", "four"),
        ("By how many votes did Jon Lund win?", "12"),
        ("What position did Leo Falk finish in?", "ninth"),
        ("How long had Max Tully worked at the mill?", ""),
        ("How many children does Jon Lund have?", ""),
        ("How many men died?", ""),
        ("By how many votes did Rota win?", ""),
    ],
)
def test_figures_are_of_whom_the_text_tells_them(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    reply = ask(FAMILY, question)

    assert says(reply, words) if words else not reply.answered


def test_all_who_died_are_not_those_of_one_place(ask: Callable[[str, str], Reply]) -> None:
    story = (
        "A storm tore across the north, killing at least 47 people. Soldiers reached the village of Alta,"
        " where a school collapsed and 22 people died.\n"
    )

    assert says(ask(story, "How many people died?"), "47")
    assert says(ask(story, "How many people died in Alta?"), "22")


def test_the_dead_of_last_week_are_others(ask: Callable[[str, str], Reply]) -> None:
    story = (
        "Over 345 pilgrims have been killed in a crush near Alta, the ministry said. Last month, at least"
        " 76 people were killed when a hotel collapsed.\n"
    )

    assert says(ask(story, "How many people died?"), "345")


def test_a_hyphen_joins_a_figure_to_what_it_counts(ask: Callable[[str, str], Reply]) -> None:
    story = "The 131-page report was found on a road by a passer-by.\n"

    assert says(ask(story, "How many pages does the report have?"), "131")
    assert not ask(story, "How many reports were found?").answered


def test_a_time_limit_is_no_length(ask: Callable[[str, str], Reply]) -> None:
    story = "The army said the broadcasts must stop within 48 hours.\n"

    assert not ask(story, "How long were there broadcasts?").answered


def test_who_is_now_so_old_is_so_old(ask: Callable[[str, str], Reply]) -> None:
    story = "The trainer, Kim Dahl, now 66, wept. By the port of Rota, now 12 boats lie idle.\n"

    assert says(ask(story, "How old is Dahl?"), "66")
    assert not ask(story, "How old is Rota?").answered
