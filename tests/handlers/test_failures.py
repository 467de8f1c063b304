"""When something goes wrong: one sentence for who asked, the trace for who runs the bot."""

import logging
import re

import pytest

from bot.errors import BotError
from tests.bot_api import ApiError, BotApi, bad_request, forbidden, too_many_requests, upgraded
from tests.serving import EchoDesk

pytest_plugins = ("tests.telegram_fixtures",)

pytestmark = pytest.mark.usefixtures("bot")


async def test_a_bug_is_apologised_for_and_logged_whole_but_without_the_question(
    api: BotApi, echo: EchoDesk, caplog: pytest.LogCaptureFixture
) -> None:
    alice = api.person("Alice")
    echo.failure = ZeroDivisionError("a bug")

    alice.says("My secret question?")
    apology = (await alice.hears()).text

    number = re.search(r"Error ([0-9a-f]{6})", apology)
    assert number and f"Error {number[1]}" in caplog.text
    assert "ZeroDivisionError: a bug" in caplog.text
    assert "secret" not in caplog.text


async def test_the_bot_answers_again_after_a_bug(api: BotApi, echo: EchoDesk) -> None:
    alice = api.person("Alice")
    echo.failure = ZeroDivisionError("a bug")
    alice.says("Who?")
    await alice.hears()

    echo.failure = None
    alice.says("Who?")

    assert "You asked: Who?" in (await alice.hears()).text


async def test_what_a_person_can_mend_is_told_in_its_own_words(api: BotApi, echo: EchoDesk) -> None:
    alice = api.person("Alice")
    echo.failure = BotError("The data folder is full; make room.")

    alice.says("Who?")

    assert (await alice.hears()).text == "The data folder is full; make room."


async def test_in_a_group_only_who_addressed_the_bot_is_apologised_to(
    api: BotApi, echo: EchoDesk
) -> None:
    api.world.privacy = False
    alice = api.person("Alice")
    group = api.group("Readers", alice)
    echo.failure = ZeroDivisionError("a bug")

    alice.says("Who sailed?", group)
    question = alice.says("/ask@StoryTestBot Who sailed?", group)

    apology = await group.hears()
    assert "Something went wrong" in apology.text
    assert apology.reply_to == question.id
    assert group.is_quiet


@pytest.mark.parametrize(
    ("error", "level"),
    [
        (forbidden("bot was blocked by the user"), logging.INFO),
        (upgraded(-100123), logging.INFO),
        (too_many_requests(7), logging.WARNING),
    ],
    ids=str,
)
async def test_an_answer_that_cannot_be_delivered_is_a_line_in_the_log(
    api: BotApi, caplog: pytest.LogCaptureFixture, error: ApiError, level: int
) -> None:
    caplog.set_level(logging.INFO, logger="bot")
    alice, bob = api.person("Alice"), api.person("Bob")
    api.fails("sendMessage", error)

    alice.says("Who?")
    await api.until_called("sendMessage")
    bob.says("When?")

    assert "You asked: When?" in (await bob.hears()).text
    assert [record.levelno for record in caplog.records if record.name.startswith("bot")] == [level]
    assert alice.private.is_quiet


@pytest.mark.parametrize("why", ["chat not found", "TOPIC_CLOSED", "message is not modified: x"])
async def test_a_chat_where_nothing_can_be_written_is_no_bug(
    api: BotApi, caplog: pytest.LogCaptureFixture, why: str
) -> None:
    caplog.set_level(logging.INFO, logger="bot")
    alice = api.person("Alice")
    api.fails("sendMessage", bad_request(why))

    alice.says("Who?")
    alice.says("When?")

    assert "You asked: When?" in (await alice.hears()).text
    assert "could not be delivered" in caplog.text and "ERROR" not in caplog.text
