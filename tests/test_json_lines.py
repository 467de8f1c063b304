"""Questions and replies as JSON Lines: the fields of the contract, and a line for every line."""

import json
from typing import Any

import pytest

from bot import json_lines
from bot.domain import Source
from bot.errors import BotError
from bot.json_lines import LineError
from tests.serving import EchoDesk, article


def answer(line: str, desk: EchoDesk | None = None, *, explain: bool = False) -> dict[str, Any]:
    row = json_lines.answer(desk or EchoDesk(), json_lines.read(line), explain=explain)
    read: dict[str, Any] = json.loads(json_lines.write(row))
    return read


def test_a_reply_has_the_fields_of_the_contract() -> None:
    row = answer('{"id": "q-1", "question": "Did it sail?"}')

    assert row.pop("latency_ms") >= 0
    assert row == {
        "id": "q-1",
        "question": "Did it sail?",
        "answered": True,
        "kind": "echo",
        "answer": "You asked: Did it sail? [1]",
        "short": "",
        "citations": [
            {
                "number": 1,
                "article": "ferry",
                "title": "Ferry sails again",
                "source": "The Daily",
                "published": "2026-01-09",
                "sentence": 1,
                "start": 0,
                "end": 27,
                "text": "The ferry sailed on Friday.",
            }
        ],
    }


def test_a_trace_is_given_on_request_only() -> None:
    line = '{"id": 1, "question": "Q?"}'

    assert answer(line, explain=True)["trace"] == []
    assert "trace" not in answer(line)


@pytest.mark.parametrize("id_", ["a", 7, 1.5, None, True, ["a", 1], {"a": "é"}])
def test_the_id_comes_back_whatever_it_is(id_: object) -> None:
    assert answer(json.dumps({"id": id_, "question": "Q?"}))["id"] == id_


@pytest.mark.parametrize(("chat", "name"), [('"s1"', "s1"), ("7", "7"), ("null", ""), ('""', "")])
def test_a_chat_is_a_name_or_a_number_or_none(chat: str, name: str) -> None:
    desk = EchoDesk()
    answer(f'{{"id": 1, "question": "Q?", "chat": {chat}}}', desk)

    assert desk.asked == [("Q?", name)]


def test_a_line_may_leave_out_everything_but_the_question() -> None:
    assert answer('{"question": "Q?"}')["id"] is None


def test_other_scripts_and_emoji_are_written_as_they_are() -> None:
    row = json_lines.answer(EchoDesk(), {"question": "¿Quién?\n谁 🎉"}, explain=False)

    assert r'"¿Quién?\n谁 🎉"' in json_lines.write(row)


def test_half_a_character_comes_back_and_is_not_read() -> None:
    desk = EchoDesk()

    assert answer(r'{"id": 1, "question": "\ud83cWho?"}', desk)["question"] == "\ud83cWho?"
    assert desk.asked == [("Who?", "")]


def test_a_byte_order_mark_before_a_line_is_passed_over() -> None:
    assert answer('\ufeff{"id": 1, "question": "Who?"}')["question"] == "Who?"


def test_an_article_without_date_says_null() -> None:
    source = Source("a", "A", "", None)
    (citation,) = answer('{"question": "Q?"}', EchoDesk(article(source, "It sailed.")))["citations"]

    assert citation["published"] is None
    assert citation["source"] == ""


@pytest.mark.parametrize(
    "line",
    ["", "nonsense", '{"id": 1, "question": "Who', "{'id': 1}", "[" * 100_000, '{"id": NaN}',
     '{"id": -Infinity}', '{"id": 1e400}', "9" * 5000],
    ids=lambda line: line[:20],
)  # fmt: skip
def test_what_is_no_json_is_told(line: str) -> None:
    with pytest.raises(LineError, match="not JSON"):
        json_lines.read(line)


@pytest.mark.parametrize(
    ("row", "lacks"),
    [
        ([1, 2], "object"),
        ("Who?", "object"),
        (None, "object"),
        ({}, "question"),
        ({"question": 5}, "question"),
        ({"question": None}, "question"),
        ({"question": "Q?", "chat": ["a"]}, "chat"),
        ({"question": "Q?", "chat": 1.5}, "chat"),
        ({"question": "Q?", "article": 5}, "article"),
    ],
)
def test_a_line_that_asks_nothing_is_told_what_it_lacks(row: Any, lacks: str) -> None:
    with pytest.raises(BotError, match=lacks):
        json_lines.answer(EchoDesk(), row, explain=False)


@pytest.mark.parametrize(
    ("row", "id_", "question"),
    [(None, None, ""), ([1], None, ""), ({"id": 7}, 7, ""), ({"id": 7, "question": "Q?"}, 7, "Q?")],
)
def test_a_refusal_has_the_same_fields_and_what_is_known(
    row: Any, id_: object, question: str
) -> None:
    refused = json_lines.refusal(row, "Why not.")

    assert refused.keys() == answer('{"question": "Q?"}').keys()
    assert (refused["id"], refused["question"]) == (id_, question)
    assert (refused["answered"], refused["kind"], refused["answer"]) == (False, "error", "Why not.")
