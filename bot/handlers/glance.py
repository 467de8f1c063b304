"""The story at a glance in chats: a list a command, with buttons to turn its pages."""

import asyncio
import logging
from functools import partial
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes

from bot.glance import LISTS, Glance
from bot.handlers.about import linked_titles
from bot.handlers.answering import Clerk
from bot.handlers.delivery import Place, say
from bot.handlers.presses import Press, acknowledge
from bot.handlers.private import PRIVATE
from bot.interface import Interface, spoken
from bot.pages import Page, units
from bot.render import to_list

logger = logging.getLogger(__name__)

FAMILY = "g"  # of the data of these buttons
LONGEST_CAPTION = 1024  # UTF-16 units (Bot API: sendPhoto)


def handlers(clerk: Clerk) -> list[BaseHandler[Any, Any, Any]]:
    """The commands of private chats, and the buttons of all; `groups` hears those of groups."""
    return [
        *(CommandHandler(name, partial(answer, clerk, name), PRIVATE) for name in LISTS),
        CallbackQueryHandler(partial(turn, clerk), pattern=f"^{FAMILY}:"),
    ]


async def answer(clerk: Clerk, name: str, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """A list, from its first page."""
    assert update.message
    await show(update.message, name, clerk)


async def show(message: Message, name: str, clerk: Clerk) -> None:
    """Send the first page of a list; of the timeline the picture too, where one can be drawn."""
    glance, interface = clerk.desk.glance_in(spoken()), clerk.interface
    pages = (await asyncio.to_thread(glance.sheet, name)).pages
    if not pages:
        await say(message, interface.fill("glance.none"))
        return
    page, keyboard = _page(clerk, glance, name, 0), _keyboard(glance, name, 0, interface)
    if name == "timeline" and await _sent_as_picture(message, glance, page, keyboard, interface):
        return
    await clerk.post.send(Place.under_message(message), page, keyboard)


async def _sent_as_picture(
    message: Message,
    glance: Glance,
    page: Page,
    keyboard: InlineKeyboardMarkup | None,
    interface: Interface,
) -> bool:
    """Send the timeline as a picture, where one can be drawn; whether the list is its caption."""
    heading = interface.fill("glance.timeline")
    picture = await asyncio.to_thread(glance.picture, heading)
    if picture is None:
        return False
    fits = keyboard is None and units(page.text) <= LONGEST_CAPTION
    caption = page if fits else Page.plain(_caption(glance, interface))
    try:
        await message.reply_photo(picture, caption=caption.html, parse_mode="HTML")
    except Forbidden:
        raise
    except TelegramError as error:  # no pictures in this group, or on this server
        logger.warning("The timeline is sent without its picture: %s", error)
        return False
    return fits


async def turn(clerk: Clerk, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Show another page in the place of this one; of an updated story the first, and say so."""
    query, interface = update.callback_query, clerk.interface
    assert query
    press, glance = Press.read(query.data), clerk.desk.glance_in(spoken())
    if press is None or press.action not in LISTS or query.message is None:
        await acknowledge(query, interface.fill("press.gone"))
        return
    notice = "" if press.version == glance.version else interface.fill("glance.updated")
    await acknowledge(query, notice)
    pages = (await asyncio.to_thread(glance.sheet, press.action)).pages
    number = 0 if notice else min(press.number, len(pages) - 1)
    if pages:
        page = _page(clerk, glance, press.action, number, notice=notice)
        keyboard = _keyboard(glance, press.action, number, interface)
    else:
        page, keyboard = Page.plain(interface.fill("glance.none")), None
    await clerk.post.edit(query.message.chat.id, query.message.message_id, page, keyboard)


def _page(clerk: Clerk, glance: Glance, name: str, number: int, *, notice: str = "") -> Page:
    pages, interface = glance.sheet(name).pages, clerk.interface
    heading = interface.fill(f"glance.{name}")
    if len(pages) > 1:
        heading = interface.fill("glance.page", heading=heading, page=number + 1, pages=len(pages))
    is_story, corpus = name == "story", glance.story.corpus
    return to_list(
        pages[number],
        heading,
        titles=glance.is_of_several,
        quoting=not is_story,  # its sentences stand in full above
        notice=notice,
        footer=linked_titles(corpus, interface, clerk.post.username) if is_story else (),
    )


def _keyboard(
    glance: Glance, name: str, number: int, interface: Interface
) -> InlineKeyboardMarkup | None:
    """Buttons to the pages beside this one; None where there is no other."""
    last = len(glance.sheet(name).pages) - 1

    def button(label: str, page: int) -> InlineKeyboardButton:
        data = Press(FAMILY, name, glance.version, page).data
        return InlineKeyboardButton(interface.fill(f"glance.{label}"), callback_data=data)

    row = [button("back", number - 1)] if number > 0 else []
    row += [button("on", number + 1)] if number < last else []
    return InlineKeyboardMarkup([row]) if row else None


def _caption(glance: Glance, interface: Interface) -> str:
    heading, count = interface.fill("glance.timeline"), len(glance.sheet("timeline").lines)
    return interface.fill("glance.caption", heading=heading, count=count)
