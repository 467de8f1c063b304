"""How words reach a chat: whatever Telegram refuses of a message is left off, never the text."""

import logging
import re
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, Message, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, InvalidToken, TelegramError

from bot.handlers.addressing import Quote, topic_of
from bot.render import Page, split

logger = logging.getLogger(__name__)

REMEMBERED = 2_000  # edited messages

# What Telegram calls the loss of the message that is replied to, its dislike of buttons or of markup,
# and the loss of the message that is edited or deleted.
NO_TARGET = re.compile(r"(?:message to (?:be )?repl\w+|repl\w+ message) not found")
NO_BUTTONS = ("button_", "keyboard", "reply_markup", "reply markup")
UNREADABLE = ("can't parse", "entit", "unsupported start tag", "tag is not supported")
NO_MESSAGE = (
    "message to edit not found",
    "message to delete not found",
    "message can't be edited",
    "message can't be deleted",
    "message_id_invalid",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where to write: a chat, its topic, and under which message."""

    chat: int
    topic: int = 0  # 0: none, or a forum's General
    under: int = 0  # 0: under no message
    quote: Quote | None = None  # of the message it stands under

    @property
    def conversation(self) -> str:
        """Whose questions count as those before: private chats and topics are apart."""
        return f"g{self.chat}/{self.topic}" if self.chat < 0 else f"p{self.chat}"

    @classmethod
    def under_message(cls, message: Message) -> "Place":
        """As a reply to `message`; in private chats it is clear what is answered."""
        under = 0 if message.chat.type == message.chat.PRIVATE else message.message_id
        return cls(message.chat_id, topic_of(message), under)


class Style(Enum):
    """How much of a page's markup is sent."""

    FULL = "all"
    UNDATED = "what Telegram knew before Bot API 9.5"
    PLAIN = "none"


class Post:
    """The way out: every message of the bot goes through here."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        # What its messages were last made to show: Telegram refuses an edit that changes nothing.
        self._shown: OrderedDict[tuple[int, int], tuple[Page, object]] = OrderedDict()

    @property
    def username(self) -> str:
        """The bot's own name, without "@"."""
        return self._bot.username

    async def send(
        self, place: Place, page: Page, keyboard: InlineKeyboardMarkup | None = None
    ) -> Message:
        """Send a page.  TelegramError when it cannot be, however plain."""
        return await send(self._bot, place, page, keyboard)

    async def edit(
        self, chat: int, message: int, page: Page, keyboard: InlineKeyboardMarkup | None = None
    ) -> bool:
        """Whether the message now says this; False when it is gone or too old to be edited."""
        if self._shown.get((chat, message)) == (page, keyboard):
            return True  # two presses at once
        self._shown[chat, message] = page, keyboard
        while len(self._shown) > REMEMBERED:
            self._shown.popitem(last=False)
        shown = False
        try:
            shown = await self._edit(page, keyboard, chat_id=chat, message_id=message)
        finally:
            if not shown:
                self._shown.pop((chat, message), None)
        return shown

    async def edit_inline(self, message: str, page: Page, keyboard: InlineKeyboardMarkup) -> bool:
        """The same of a message that somebody sent by way of an inline query."""
        return await self._edit(page, keyboard, inline_message_id=message)

    async def _edit(self, page: Page, keyboard: InlineKeyboardMarkup | None, **which: Any) -> bool:
        style = Style.FULL
        while True:
            text, parse_mode = _written(page, style)
            try:
                await self._bot.edit_message_text(
                    text, **which, parse_mode=parse_mode, reply_markup=keyboard
                )
                return True
            except BadRequest as error:
                refused = error.message.lower()
                if "message is not modified" in refused:
                    return True
                if refused.startswith(NO_MESSAGE):
                    return False
                if keyboard and refuses_buttons(error):
                    keyboard = None
                else:
                    style, _ = _plainer(error, style, Place(0))

    async def delete(self, chat: int, messages: Iterable[int]) -> bool:
        """Whether all are gone; Telegram keeps some that are older than two days."""
        gone = True
        for message in messages:
            try:
                await self._bot.delete_message(chat, message)
            except (BadRequest, InvalidToken) as error:  # the latter for any method it lacks
                gone = gone and "message to delete not found" in error.message.lower()
        return gone

    async def type(self, chat: int, topic: int) -> None:
        """Show for five seconds that an answer is being written; no matter if that fails."""
        with suppress(TelegramError):
            await self._bot.send_chat_action(
                chat, ChatAction.TYPING, message_thread_id=topic or None
            )


async def send(
    bot: Bot, place: Place, page: Page, keyboard: InlineKeyboardMarkup | None = None
) -> Message:
    """Send a page.  TelegramError when it cannot be, however plain."""
    style = Style.FULL
    while True:
        text, parse_mode = _written(page, style)
        try:
            return await bot.send_message(
                place.chat,
                text,
                parse_mode=parse_mode,
                message_thread_id=place.topic or None,
                reply_parameters=_reply_parameters(place),
                reply_markup=keyboard,
            )
        except ChatMigrated as error:
            if place.chat > 0:  # a private chat stays where it is
                raise
            place = Place(error.new_chat_id)  # where messages have other numbers
        except BadRequest as error:
            if keyboard and refuses_buttons(error):
                logger.warning("Buttons refused, sent without: %s", error.message)
                keyboard = None
            else:
                style, place = _plainer(error, style, place)


async def say(message: Message, text: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
    """Send words of the bot's own, in as many messages as they need."""
    await show(message, [Page.plain(page) for page in split(text)], keyboard)


async def show(
    message: Message, pages: Sequence[Page], keyboard: InlineKeyboardMarkup | None = None
) -> None:
    """Send pages under a message, the buttons under the last."""
    for page in pages:
        last = keyboard if page is pages[-1] else None
        await send(message.get_bot(), Place.under_message(message), page, last)


def _written(page: Page, style: Style) -> tuple[str, ParseMode | None]:
    match style:
        case Style.FULL:
            return page.html, ParseMode.HTML
        case Style.UNDATED:
            return page.undated, ParseMode.HTML
        case Style.PLAIN:
            return page.text, None


def _reply_parameters(place: Place) -> ReplyParameters | None:
    if not place.under:
        return None
    return ReplyParameters(
        place.under,
        allow_sending_without_reply=True,  # the question may be deleted by now
        quote=place.quote.text if place.quote else None,
        quote_position=place.quote.position if place.quote else None,
    )


def _plainer(error: BadRequest, style: Style, place: Place) -> tuple[Style, Place]:
    """The same message without what Telegram refused; raises when nothing is to be left off."""
    refused = error.message.lower()
    if "quote_text_invalid" in refused and place.quote:  # edited since it was read
        return style, replace(place, quote=None)
    if NO_TARGET.match(refused) and place.under:
        return style, replace(place, under=0, quote=None)
    if refuses_markup(error) and style is not Style.PLAIN:
        logger.warning("Markup refused, sent as plain text: %s", error.message)
        undated = style is Style.FULL and "tg-time" in refused
        return Style.UNDATED if undated else Style.PLAIN, place
    raise error


def refuses_markup(error: BadRequest) -> bool:
    """Whether Telegram could not read the HTML of a message."""
    return any(words in error.message.lower() for words in UNREADABLE)


def refuses_buttons(error: BadRequest) -> bool:
    """Whether it is the buttons that Telegram does not take."""
    return any(words in error.message.lower() for words in NO_BUTTONS)
