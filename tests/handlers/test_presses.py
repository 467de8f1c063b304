"""Buttons: what their data says, and that no press is left without an answer."""

import pytest

from bot.handlers.presses import Press
from tests.bot_api import ApiError, BotApi, Person, Shown, bad_request

pytest_plugins = ("tests.telegram_fixtures",)


def button(person: Person, data: str) -> Shown:
    """A message of the bot with a button, as an older version of it may have left it."""
    keyboard = {"inline_keyboard": [[{"text": "Press", "callback_data": data}]]}
    world = person.world
    return Shown(
        world.post(person.private, {"from": world.bot_user}, text="x", reply_markup=keyboard)
    )


def test_the_data_of_a_button_comes_back_as_it_was() -> None:
    press = Press("a", "context", "0123456789ab", 7)

    assert Press.read(press.data) == press
    assert len(press.data.encode()) <= 64


@pytest.mark.parametrize("data", [None, "", "a", "a:b:c", "a:b:c:x", "a:b:c:-1", "a:b:c:1:d"])
def test_other_data_is_no_press(data: str | None) -> None:
    assert Press.read(data) is None


@pytest.mark.usefixtures("bot")
async def test_a_button_that_nothing_knows_is_answered_all_the_same(api: BotApi) -> None:
    alice = api.person("Alice")

    press = alice.presses(button(alice, "unknown:1"), "Press")

    assert "nothing any more" in (await press.answered())["text"]


@pytest.mark.usefixtures("bot")
async def test_a_press_does_not_wait_for_the_answer_that_is_being_sent(api: BotApi) -> None:
    alice = api.person("Alice")

    async with api.holding("sendMessage", alice.private):
        alice.says("Who?")
        assert await alice.presses(button(alice, "unknown:1"), "Press").answered()
        assert alice.private.is_quiet
    await alice.hears()


async def test_a_press_that_came_too_late_is_a_line_in_the_log(
    api: BotApi, bot: None, caplog: pytest.LogCaptureFixture
) -> None:
    del bot
    alice = api.person("Alice")
    caplog.set_level("INFO", logger="bot")
    old = button(alice, "unknown:1")
    api.fails("answerCallbackQuery", too_old())

    press = alice.presses(old, "Press")
    await api.until_called("answerCallbackQuery")
    press.answer.set_result({})  # arranged: it never comes
    alice.says("Who?")

    await alice.hears()
    assert [record.getMessage() for record in caplog.records if record.name.startswith("bot")] == [
        "A press came too late to be answered."
    ]


def too_old() -> ApiError:
    return bad_request("query is too old and response timeout expired or query ID is invalid")
