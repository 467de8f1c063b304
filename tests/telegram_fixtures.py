"""Fixtures of the tests that talk to the bot: a Telegram of their own, and a bot in it.

A test module that wants them names this file in `pytest_plugins`; the others stay free of it.
"""

import os
from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from bot.desk import Desk
from bot.state import State
from tests.bot_api import BotApi, false_telegram
from tests.serving import EchoDesk, serving, state_of_its_own

os.environ["PTB_TIMEDELTA"] = "true"  # durations in the library's coming form: it warns of the old


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A false Telegram, where the bot must behave.

    It asks for nothing that Telegram refuses, leaves no press unanswered, and says nothing in a
    group to people who did not speak to it.
    """
    async with false_telegram() as telegram:
        yield telegram
        assert telegram.refusals == []
        assert telegram.unanswered == []
        assert telegram.world.unasked == []


@pytest.fixture
def state() -> Iterator[State]:
    """An empty state, in a file of its own."""
    with state_of_its_own() as opened:
        yield opened


@pytest.fixture
def echo() -> EchoDesk:
    return EchoDesk()


@pytest.fixture
async def bot(api: BotApi, echo: EchoDesk) -> AsyncIterator[None]:
    """The application, answering with the echo desk."""
    async with serving(api, echo):
        yield


@pytest.fixture
def ferry_desk(desk_on: Callable[[str], Desk]) -> Desk:
    """The real desk on an invented story; not to be reloaded."""
    return desk_on("ferry")
