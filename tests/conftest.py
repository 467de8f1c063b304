"""What tests share: a Telegram of their own, and a bot in it."""

from collections.abc import AsyncIterator

import pytest

from tests.bot_api import BotApi, false_telegram
from tests.serving import EchoDesk, serving


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A false Telegram; the bot must not have asked it for anything that Telegram refuses."""
    async with false_telegram() as telegram:
        yield telegram
        assert telegram.refusals == []


@pytest.fixture
def echo() -> EchoDesk:
    return EchoDesk()


@pytest.fixture
async def bot(api: BotApi, echo: EchoDesk) -> AsyncIterator[None]:
    """The application, answering with the echo desk."""
    async with serving(api, echo):
        yield
