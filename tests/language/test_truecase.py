"""Hasty questions get the capitals, accents and word breaks of the corpus; careful ones stay."""

import pytest

from bot.language.truecase import truecase

NAMES = (
    "Ana Róta",
    "Rosa San Telmo",
    "Rodrigo de la Vega",
    "Anna-Lise Moe",
    "Will May",
    "Norrland Assembly",
    "Foro Azul",
    "El Faro",
    "University of Rota",
    "Jorge Ibáñez",
    "Jorge Ibanez",
)


@pytest.mark.parametrize(
    "question",
    [
        "",
        "?",
        "Who is Ana Róta?",
        "Who is Jorge Ibanez?",
        "Will the government mark the day in May?",
        "Did they polish the turkey for us?",
        "What did the assembly say?",
        "What will the university do?",
        "¿Quién es Ana Róta?",
        "Is NATO in the U.S.?",
    ],
)
def test_what_is_right_stays(question: str) -> None:
    assert truecase(question, NAMES) == question


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("will may come", "Will May come"),
        ("may the ferry sail", "May the ferry sail"),
        ("will they mark it", "Will they mark it"),
        ("who is ana rota", "Who is Ana Róta"),
        ("Who is Ana Rota?", "Who is Ana Róta?"),
        ("is rota's brother free", "Is Róta's brother free"),
        ("who is rosa santelmo", "Who is Rosa San Telmo"),
        ("what is elfaro?", "What is El Faro?"),
        ("ROSA SANTELMO AGE", "Rosa San Telmo age"),
        ("what did rodrigo de la vega say", "What did Rodrigo de la Vega say"),
        ("when did anna-lise moe leave", "When did Anna-Lise Moe leave"),
        ("what is the norrland assembly", "What is the Norrland Assembly"),
        ("who runs foro azul", "Who runs Foro Azul"),
        ("how many spanish citizens left", "How many Spanish citizens left"),
        ("a venezuelan-spanish lawyer", "A Venezuelan-Spanish lawyer"),
        ("what happened on thursday", "What happened on Thursday"),
        ("what happened on may 3", "What happened on May 3"),
        ("did they march in march", "Did they march in March"),
        ("who left the us", "Who left the US"),
        ("where is the u.s. fleet", "Where is the U.S. fleet"),
        ("is new york in el salvador", "Is New York in El Salvador"),
        ("what can i do", "What can I do"),
        ("¿quién es ana rota?", "¿Quién es Ana Róta?"),
    ],
)
def test_names_get_the_spelling_of_the_corpus(typed: str, read: str) -> None:
    assert truecase(typed, NAMES) == read


def test_words_the_corpus_also_writes_small_are_no_names_by_themselves() -> None:
    assert truecase("what is azul", NAMES) == "What is Azul"
    assert truecase("what is azul", NAMES, ordinary={"azul"}) == "What is azul"
    assert truecase("what is foro azul", NAMES, ordinary={"azul"}) == "What is Foro Azul"


def test_nothing_changes_the_second_time() -> None:
    once = truecase("who is rosa santelmo of new york", NAMES)
    assert truecase(once, NAMES) == once
