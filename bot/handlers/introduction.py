"""What the bot tells Telegram about itself: its descriptions, and its commands for each kind of chat."""

import asyncio
import logging
from collections.abc import Awaitable, Collection
from typing import Any

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError
from telegram.ext import Application

from bot.glance import LISTS
from bot.handlers import admin
from bot.interface import ENGLISH, Interface, languages, speaking

logger = logging.getLogger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]

MENU = ("ask", *LISTS, "sources", "help", "privacy", "forget")
ADMIN_MENU = (*MENU, *admin.COMMANDS)


async def introduce(admins: Collection[int], interface: Interface, application: App) -> None:
    """Tell Telegram what the bot is and which commands it has, for each kind of chat.

    The bot works without; what Telegram refuses is only logged.
    """
    menus: list[tuple[BotCommandScope, tuple[str, ...]]] = [
        (BotCommandScopeDefault(), MENU),
        (BotCommandScopeAllPrivateChats(), MENU),
        (BotCommandScopeAllGroupChats(), MENU),
        (BotCommandScopeAllChatAdministrators(), MENU),
        *((BotCommandScopeChat(admin_id), ADMIN_MENU) for admin_id in sorted(admins)),
    ]
    bot = application.bot
    steps: list[Awaitable[bool]] = []
    for language in languages():
        code = None if language == ENGLISH else language  # None: whoever has no other
        with speaking(language):
            description = interface.fill("profile.description")
            steps.append(bot.set_my_description(description, language_code=code))
            short = interface.fill("profile.short")
            steps.append(bot.set_my_short_description(short, language_code=code))
            for scope, menu in menus:
                commands = [BotCommand(name, interface.fill(f"commands.{name}")) for name in menu]
                steps.append(bot.set_my_commands(commands, scope, language_code=code))
    for failure in await asyncio.gather(*steps, return_exceptions=True):
        if isinstance(failure, TelegramError):  # an admin who never wrote to the bot: no such chat
            logger.warning("Telegram did not take a menu or description: %s", failure)
        elif isinstance(failure, BaseException):
            raise failure
