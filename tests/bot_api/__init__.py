"""A false Telegram for the tests: a strict Bot API server on loopback, with people in it.

Nothing but the wire's other end is false: the bot speaks real HTTP to it and is refused what the
real server refuses, in the real server's words (see `errors`, `markup`, `content`).
"""

from tests.bot_api.errors import (
    ApiError,
    bad_request,
    conflict,
    forbidden,
    too_many_requests,
    upgraded,
)
from tests.bot_api.people import Person
from tests.bot_api.places import Ask, Place, Shown
from tests.bot_api.server import BotApi, false_telegram
from tests.bot_api.world import BOT_ID, TOKEN, World, text_mention

__all__ = [
    "BOT_ID",
    "TOKEN",
    "ApiError",
    "Ask",
    "BotApi",
    "Person",
    "Place",
    "Shown",
    "World",
    "bad_request",
    "conflict",
    "false_telegram",
    "forbidden",
    "text_mention",
    "too_many_requests",
    "upgraded",
]
