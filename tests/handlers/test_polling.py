"""Servers that are not quite Telegram's, and updates that nobody foresaw: the bot answers on."""

import asyncio
from typing import Any

import pytest

from bot.desk import Desk
from bot.handlers.polling import readable
from bot.interface import read_interface
from tests.bot_api import BotApi, Person
from tests.bot_api.server import METHODS
from tests.serving import EchoDesk, serving

pytest_plugins = ("tests.telegram_fixtures",)

NEEDED = {"getme", "sendmessage"}


@pytest.fixture
def alice(api: BotApi) -> Person:
    return api.person("Alice")


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("message", {"message_id": 5, "chat": {"id": 7, "type": "private"}}),
        ("message", "no message"),
        ("callback_query", {"id": "1", "from": {"id": 1}, "data": "x"}),
        ("inline_query", None),
        ("message", {"message_id": 5, "date": 1, "chat": {"id": 7, "type": "private"}, "text": 5}),
        ("what_comes_next_year", {"id": 1}),
    ],
)
async def test_an_update_that_cannot_be_read_holds_up_no_other(
    api: BotApi, alice: Person, echo: EchoDesk, kind: str, payload: Any
) -> None:
    async with serving(api, echo):
        await api.until(lambda: api.world.updates.is_polled)
        api.world.updates.allowed = None
        api.world.updates.put(kind, payload)
        alice.says("Who?")
        assert "You asked: Who?" in (await alice.hears()).text
        await api.until(lambda: not api.world.updates.waiting)


async def test_fields_that_nobody_knows_yet_change_nothing(
    api: BotApi, alice: Person, echo: EchoDesk
) -> None:
    async with serving(api, echo):
        alice.says("Who?", hologram={"depth": 3}, suggested_mood="calm")

        assert "You asked: Who?" in (await alice.hears()).text


async def test_a_private_message_without_its_sender_is_answered(
    api: BotApi, alice: Person, echo: EchoDesk
) -> None:
    async with serving(api, echo):
        for text in ("Who?", "/reload", "/forget", "/help"):
            message = api.world.post(alice.private, {}, text=text)
            api.world.updates.put("message", message)
            assert "went wrong" not in (await alice.hears()).text


async def test_a_command_is_known_though_the_server_does_not_mark_it(
    api: BotApi, alice: Person, echo: EchoDesk
) -> None:
    async with serving(api, echo):
        message = api.world.post(alice.private, {"from": alice.user}, text="/privacy")
        del message["entities"]
        api.world.updates.put("message", message)

        assert (await alice.hears()).text == read_interface().fill("privacy.text")


def test_what_only_looks_like_a_command_is_left_as_it_is() -> None:
    texts = ["/usr/bin", "1/2 of them?", "/é", "", "/" + "x" * 40]
    updates = [{"update_id": n, "message": _message(text)} for n, text in enumerate(texts)]

    assert all("entities" not in update["message"] for update in readable(updates))


async def test_a_server_with_only_the_methods_that_answering_needs_is_enough(
    api: BotApi, alice: Person, ferry_desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    api.lacks = frozenset(METHODS) - NEEDED

    async with serving(api, ferry_desk):
        alice.says("Who led the rescue?")
        answer = await alice.hears()
        alice.says("/timeline")
        assert "1998" in (await alice.hears()).text
        press = alice.presses(answer, "Context")
        await api.until_called("editMessageText")
        alice.says("Who led the rescue?")
        assert "Ingrid Aasen" in (await alice.hears()).text
        press.answer.set_result({})  # which this server cannot be told

    assert "did not take a menu or description" in caplog.text
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_a_server_that_does_not_wait_with_its_answers_is_not_asked_without_pause(
    api: BotApi, alice: Person, echo: EchoDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.bot_api.updates.LONGEST_POLL", 0)

    async with serving(api, echo):
        await api.until_called("getUpdates")
        await asyncio.sleep(0.3)
        assert len(api.called("getUpdates")) < 6
        alice.says("Who?")
        assert "You asked: Who?" in (await alice.hears()).text


def _message(text: str) -> dict[str, Any]:
    return {"message_id": 5, "date": 1, "chat": {"id": 7, "type": "private"}, "text": text}
