"""A message with several questions: each is answered, in order, with one set of citations."""

import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from spacy.language import Language

from bot import proof
from bot.chat import converse
from bot.conversation.several import questions_in
from bot.desk import Desk
from bot.json_lines import answer
from bot.replies import Replies
from tests.told import desk_of

STORY = """The ferry Aurora left Vigo with 40 passengers on Thursday. Ana Ruiz steered the ferry.
Nobody knows why the ferry stopped."""


@pytest.fixture
def desk(tmp_path: Path, nlp: Language, replies: Replies) -> Desk:
    return desk_of(tmp_path, nlp, replies, STORY)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Who won?", ["Who won?"]),
        ("who won", ["who won"]),
        ("I was there. Who won?", ["Who won?"]),
        ("Who won? When?", ["Who won?", "When?"]),
        ("Hello all! Did Mr. Roe win? Thanks.", ["Did Mr. Roe win?"]),
        ("I was there. Tell me who won.", ["I was there. Tell me who won."]),
        ("Who\nwon?", ["Who\nwon?"]),
        ("Is it 2.5 million?", ["Is it 2.5 million?"]),
        ("", [""]),
        ("Who won? And when", ["Who won?", "And when"]),
        ("Who won? When I was there.", ["Who won?"]),
        ("A? " * 6, ["A? " * 6]),
        ("Who won and where does she live?", ["Who won?", "where does she live?"]),
        ("Who won and when?", ["Who won and when?"]),
        ("Who ran and won?", ["Who ran and won?"]),
        ("I know who won and when did he?", ["I know who won and when did he?"]),
    ],
)
def test_of_several_sentences_those_that_ask_are_the_question(text: str, asked: list[str]) -> None:
    assert questions_in(text) == asked


def test_both_questions_are_answered_and_a_sentence_is_cited_once(desk: Desk) -> None:
    reply = desk.ask("Who steered the ferry? How many passengers left with it? And when?")

    assert reply.answered and reply.text.startswith("Ana Ruiz [1]. 40 passengers [2].")
    assert "8 January 2026" in reply.text and reply.text.endswith("[2].")
    assert [citation.number for citation in reply.citations] == [1, 2]
    assert reply.short.startswith("Ana Ruiz; 40; ")
    assert proof.objections(reply, desk.corpus, Replies.load().fixed) == []


def test_what_is_not_said_is_told_by_its_question(desk: Desk) -> None:
    reply = desk.ask("Who steered the ferry? Who painted it?")

    assert reply.text == "Ana Ruiz [1]. The story does not say: “Who painted it?”"


def test_in_spanish_it_is_told_in_spanish(desk: Desk) -> None:
    reply = desk.ask("¿Quién dirigió el ferry? ¿Quién lo pintó?")

    assert "La noticia no dice: “¿Quién lo pintó?”" in reply.text or not reply.answered
    assert reply.language == "es"


def test_small_talk_beside_a_question_is_not_answered(desk: Desk) -> None:
    assert desk.ask("How are you? Who steered the ferry?").text == "Ana Ruiz [1]."


def test_the_next_message_is_about_the_last_question(desk: Desk) -> None:
    desk.ask("Who steered the ferry? When did the ferry leave Vigo?", chat="x")

    assert "8 January" in desk.ask("And when exactly?", chat="x").text


def test_a_line_of_json_with_two_questions_gets_one_line(desk: Desk) -> None:
    asked = "I was there. Who steered the ferry? How many passengers left with it?"
    row = answer(desk, {"id": 1, "question": asked}, explain=False)

    assert row["question"] == asked and row["answer"] == "Ana Ruiz [1]. 40 passengers [2]."
    assert [citation["number"] for citation in row["citations"]] == [1, 2]
    assert json.dumps(row)


def test_the_terminal_answers_both(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = iter(["Who steered the ferry? How many passengers left with it?", "/quit"])
    monkeypatch.setattr("builtins.input", lambda: next(lines))
    written = StringIO()

    converse(desk, Console(file=written, width=100), interactive=False)

    assert "Ana Ruiz [1]. 40 passengers [2]." in written.getvalue()
