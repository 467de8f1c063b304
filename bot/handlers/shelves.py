"""The articles and their versions, for admins: looked at, taken out, brought back, rolled back."""

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    filters,
)

from bot.domain import Article, Change
from bot.handlers.about import entry
from bot.handlers.changes import FAMILY, Office, button, make
from bot.handlers.delivery import say
from bot.handlers.presses import Press, acknowledge
from bot.handlers.private import PRIVATE
from bot.render import short_date, split
from bot.state.kept import Version

PAGE = 6  # articles with a button each
SHOWN_VERSIONS = 8
LABEL = 40  # characters on a button


def handlers(office: Office) -> list[BaseHandler[Any, Any, Any]]:
    """For admins; `admin.handlers` refuses the others."""
    from_admin = PRIVATE & filters.User(office.admins)
    return [
        CommandHandler("articles", partial(list_articles, office), from_admin),
        CommandHandler("remove", partial(ask_to_remove, office), from_admin),
        CommandHandler("rollback", partial(ask_to_roll_back, office), from_admin),
        CallbackQueryHandler(partial(turn, office), f"{FAMILY}:", block=False),
    ]


async def list_articles(office: Office, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """What is served and what could be again."""
    assert update.message
    await _show(update.message, office.interface.fill("shelves.heading"), _page(office, 0))


async def ask_to_remove(office: Office, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/remove id`; without the id the list, to pick from."""
    assert update.message
    stem = " ".join(context.args or ())
    served = {article.source.stem for article in office.desk.corpus.articles}
    if not stem:
        await list_articles(office, update, context)
    elif stem in served:
        await _show(update.message, *_sure(office, "remove", stem))
    else:
        await say(update.message, office.interface.fill("shelves.unknown", stem=stem))


async def ask_to_roll_back(
    office: Office, update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """`/rollback 3`; without the number the versions, to pick from."""
    assert update.message
    number = "".join(context.args or ())
    versions = office.desk.editor.versions
    version = next((each for each in versions if str(each.number) == number), None)
    if version:
        await _show(update.message, *_sure_to_roll_back(office, version))
    elif number:
        await say(update.message, office.interface.fill("shelves.no_version", number=number))
    else:
        rows = [
            [button(office, "back", each.number, _version_line(each))]
            for each in versions[1 : SHOWN_VERSIONS + 1]
        ]
        heading = "shelves.versions" if rows else "shelves.only_version"
        await _show(update.message, office.interface.fill(heading), rows)


async def turn(office: Office, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A press: what it asks for is shown in place; a change is told below."""
    query = update.callback_query
    assert query
    press = Press.read(query.data)
    if press is None or query.from_user.id not in office.admins:
        await acknowledge(query, office.interface.fill("adding.gone"))
        return
    message, who = query.message, query.from_user.id
    if not isinstance(message, Message):
        await acknowledge(query, office.interface.fill("adding.gone"))
        return
    await acknowledge(query)
    change = _change(office, press, str(who))
    if change:
        await message.edit_reply_markup(None)  # a second press must not do it again
        await make(office, context.bot, message, who, change)
        return
    text, rows = _view(office, press)
    if press.action == "view":
        await message.reply_document(text.encode(), filename=f"{_stem(office, press.number)}.txt")
    else:
        await message.edit_text(split(text)[0], reply_markup=InlineKeyboardMarkup(rows))


def _change(office: Office, press: Press, who: str) -> Callable[[], Change] | None:
    """What a press changes; None when it only shows something."""
    editor, stem = office.desk.editor, _stem(office, press.number)
    if press.action == "remove":
        return lambda: editor.remove(stem, who)
    if press.action == "restore":
        return lambda: editor.restore(stem, who)
    if press.action == "rollback":
        return lambda: editor.roll_back(press.number, who)
    return None


def _view(office: Office, press: Press) -> tuple[str, list[list[InlineKeyboardButton]]]:
    """The text and the buttons that a press leads to."""
    interface = office.interface
    article = _article(office, press.number)
    version = next((v for v in office.desk.editor.versions if v.number == press.number), None)
    if press.action == "back" and version:
        return _sure_to_roll_back(office, version)
    if article and press.action == "view":
        return article.text, []
    if article and press.action == "ask":
        return _sure(office, "remove", article.source.stem)
    if article and press.action == "open":
        key = press.number
        actions = [button(office, "view", key), button(office, "ask", key)]
        words = interface.fill(
            "shelves.one", article=entry(article, interface), stem=article.source.stem
        )
        return words, [actions, [button(office, "list")]]
    page = press.number if press.action == "list" else 0
    return interface.fill("shelves.heading"), _page(office, page)


def _page(office: Office, page: int) -> list[list[InlineKeyboardButton]]:
    """A button for each article of a page, then the removed ones, then the way on."""
    articles = office.desk.corpus.articles
    entries = [button(office, "open", key(a.source.stem), _short(a.source.title)) for a in articles]
    entries += [
        button(
            office, "restore", key(stem), office.interface.fill("shelves.gone", stem=_short(stem))
        )
        for stem in office.desk.editor.gone
    ]
    last = max(0, (len(entries) - 1) // PAGE)
    page = min(page, last)
    rows = [[each] for each in entries[page * PAGE : (page + 1) * PAGE]]
    turns = [
        button(office, "list", n, sign)
        for n, sign in ((page - 1, "◀"), (page + 1, "▶"))
        if 0 <= n <= last
    ]
    return [*rows, turns] if turns else rows


def _sure(office: Office, action: str, stem: str) -> tuple[str, list[list[InlineKeyboardButton]]]:
    words = office.interface.fill("shelves.sure", stem=stem)
    return words, [[button(office, action, key(stem)), button(office, "list")]]


def _sure_to_roll_back(
    office: Office, version: Version
) -> tuple[str, list[list[InlineKeyboardButton]]]:
    words = office.interface.fill("shelves.sure_back", version=_version_line(version))
    return words, [[button(office, "rollback", version.number), button(office, "list")]]


def _version_line(version: Version) -> str:
    """'3 · 9 Jan 2026 14:05 · add ferry · 2'"""
    at = f"{short_date(version.at.date())} {version.at:%H:%M}"
    return f"{version.number} · {at} · {version.why} · {version.articles}"


def key(stem: str) -> int:
    """A number for an article, short enough for a button."""
    return int(hashlib.sha256(stem.encode()).hexdigest()[:10], 16)


def _article(office: Office, number: int) -> Article | None:
    found = (a for a in office.desk.corpus.articles if key(a.source.stem) == number)
    return next(found, None)


def _stem(office: Office, number: int) -> str:
    """Of an article that is served or was; "" when it is neither."""
    served = [article.source.stem for article in office.desk.corpus.articles]
    known = (*served, *office.desk.editor.gone)
    return next((stem for stem in known if key(stem) == number), "")


def _short(title: str) -> str:
    return title if len(title) <= LABEL else title[: LABEL - 1] + "…"


async def _show(
    message: Message, text: str, rows: Sequence[Sequence[InlineKeyboardButton]]
) -> None:
    await say(message, text, InlineKeyboardMarkup(rows) if rows else None)
