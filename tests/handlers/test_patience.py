"""Telegram is asked again where that helps, and nobody else waits for it."""

import logging

import pytest

from bot.handlers import patience
from tests.bot_api import ApiError, BotApi, Person, too_many_requests

pytest_plugins = ("tests.telegram_fixtures",)

pytestmark = pytest.mark.usefixtures("bot")

OUT = ApiError(502, "Bad Gateway")


@pytest.fixture
def alice(api: BotApi, monkeypatch: pytest.MonkeyPatch) -> Person:
    monkeypatch.setattr(patience, "PAUSES", (0.0, 0.0))
    return api.person("Alice")


async def test_an_answer_arrives_though_telegram_was_out_of_reach_for_a_moment(
    api: BotApi, alice: Person
) -> None:
    api.fails("sendMessage", OUT, OUT)

    alice.says("Who?")

    assert "You asked: Who?" in (await alice.hears()).text
    assert alice.private.is_quiet and len(api.called("sendMessage")) == 3


async def test_who_stays_out_of_reach_is_a_line_in_the_log_and_the_bot_goes_on(
    api: BotApi, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    api.fails("sendMessage", OUT, OUT, OUT)

    alice.says("Who?")
    await api.until(lambda: len(api.called("sendMessage")) == 3)
    alice.says("When?")

    assert "You asked: When?" in (await alice.hears()).text
    assert [r.levelno for r in caplog.records if r.name.startswith("bot")] == [logging.WARNING]


async def test_who_is_to_wait_waits_with_all_that_goes_there_and_nobody_else_does(
    api: BotApi, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    bob = api.person("Bob")
    alice.says("Who?")
    answer = await alice.hears()
    api.fails("sendMessage", too_many_requests(1))
    api.fails("answerCallbackQuery", too_many_requests(1))

    alice.says("/help")
    await api.until(lambda: len(api.called("sendMessage")) == 2)
    press = alice.presses(answer, "Context")
    bob.says("/help")

    assert "Write a question" in (await bob.hears()).text
    assert alice.private.is_quiet and not api.called("editMessageText")
    assert "Write a question" in (await alice.hears()).text
    assert await press.answered()
    await alice.private.sees_edit()
    assert "wait for 1 s" in caplog.text
