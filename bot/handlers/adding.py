"""Articles that admins send: a document, or text after /add; shown first, published at a press.

Each admin has one draft at a time, which a restart forgets.
"""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from telegram import Document, InlineKeyboardMarkup, Message, Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot import corpus
from bot.domain import Preview, Text
from bot.errors import BotError, CorpusError
from bot.handlers.about import entry
from bot.handlers.changes import FAMILY, Office, button, make
from bot.handlers.delivery import say
from bot.handlers.presses import Press, acknowledge
from bot.handlers.private import PRIVATE

# What an admin writes when a draft lacks it: '2026-01-09 The Daily'
HEAD_LINE = re.compile(r"\s*(?:date\s+)?(?P<day>\d{4}-\d{2}-\d{2})(?:\s+(?P<by>\S.*))?\s*")
COMMAND = re.compile(r"/add(?:@\w+)?\s*", re.IGNORECASE)


@dataclass
class Drafts:
    """What each admin is about to publish, by id."""

    _number: int = 0
    _of: dict[int, tuple[int, Text]] = field(default_factory=dict)

    def put(self, admin: int, text: Text) -> int:
        """In the place of the draft before; returns the draft's number."""
        self._number += 1
        self._of[admin] = self._number, text
        return self._number

    def take(self, admin: int, number: int) -> Text | None:
        """None when it was published, cancelled, or is an older one."""
        if self._of.get(admin, (0, None))[0] != number:
            return None
        return self._of.pop(admin)[1]

    def of(self, admin: int) -> Text | None:
        return self._of[admin][1] if admin in self._of else None


class _CompletesDraft(filters.MessageFilter):
    """A date, and maybe a publisher, from an admin who has a draft."""

    def __init__(self, drafts: Drafts) -> None:
        super().__init__()
        self._drafts = drafts

    def filter(self, message: Message) -> bool:
        sender = message.from_user
        waits = sender is not None and self._drafts.of(sender.id) is not None
        return waits and bool(HEAD_LINE.fullmatch(message.text or ""))


def handlers(office: Office) -> list[BaseHandler[Any, Any, Any]]:
    """Nothing here holds up questions, the admin's own neither."""
    drafts = Drafts()
    from_admin = PRIVATE & filters.User(office.admins)
    return [
        MessageHandler(
            from_admin & filters.Document.ALL, partial(read_document, office, drafts), block=False
        ),
        CommandHandler("add", partial(read_text, office, drafts), from_admin, block=False),
        MessageHandler(
            from_admin & _CompletesDraft(drafts), partial(complete, office, drafts), block=False
        ),
        CallbackQueryHandler(
            partial(decide, office, drafts), f"{FAMILY}:(?:publish|cancel|undo):", block=False
        ),
    ]


async def read_document(
    office: Office, drafts: Drafts, update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """A file: published at once if its caption is /add and nothing is wrong with it."""
    message = update.message
    assert message and message.document and message.from_user
    at_once = bool(COMMAND.match(message.caption or ""))
    await _receive(office, drafts, message, message.document, context, at_once=at_once)


async def read_text(
    office: Office, drafts: Drafts, update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """What follows the command, or the message that it replies to."""
    message = update.message
    assert message and message.from_user
    answered = message.reply_to_message
    if answered and answered.document:
        await _receive(office, drafts, message, answered.document, context, at_once=False)
        return
    text = COMMAND.sub("", message.text or "", count=1)
    if not text.strip() and answered:
        text = answered.text or answered.caption or ""
    if not text.strip():
        await say(message, office.interface.fill("adding.how"))
        return
    named = corpus.name_for(text.strip().split("\n", 1)[0])
    await _offer(office, drafts, message, Text(named, text))


async def complete(
    office: Office, drafts: Drafts, update: Update, _: ContextTypes.DEFAULT_TYPE
) -> None:
    """The day and publisher that the draft lacked."""
    message = update.message
    assert message and message.from_user
    found, draft = HEAD_LINE.fullmatch(message.text or ""), drafts.of(message.from_user.id)
    if draft is None or found is None:  # published meanwhile
        return
    try:
        day = date.fromisoformat(found["day"])
        draft = corpus.with_head(draft, day, found["by"] or "")
    except ValueError:
        await say(message, office.interface.fill("adding.no_date", date=found["day"]))
    except CorpusError as error:
        await say(message, office.interface.fill("change.refused", reason=error))
    else:
        await _offer(office, drafts, message, draft)


async def decide(
    office: Office, drafts: Drafts, update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """A press of Publish, Cancel or Undo; each does its work once."""
    query = update.callback_query
    assert query
    press = Press.read(query.data)
    if press is None or query.from_user.id not in office.admins:
        await acknowledge(query, office.interface.fill("adding.gone"))
        return
    message = query.message
    who = query.from_user.id
    draft = None if press.action == "undo" else drafts.take(who, press.number)
    if not isinstance(message, Message) or (draft is None and press.action != "undo"):
        await acknowledge(query, office.interface.fill("adding.gone"))
        return
    await acknowledge(query)
    await message.edit_reply_markup(None)  # a second press must not do it again
    editor, bot = office.desk.editor, context.bot
    if press.action == "undo":
        await make(office, bot, message, who, lambda: editor.undo(press.number, str(who)))
    elif press.action == "publish" and draft:
        text = draft
        await make(office, bot, message, who, lambda: editor.add(text, str(who)))
    else:
        await say(message, office.interface.fill("adding.cancelled"))


async def _receive(
    office: Office,
    drafts: Drafts,
    message: Message,
    document: Document,
    context: ContextTypes.DEFAULT_TYPE,
    *,
    at_once: bool,
) -> None:
    """Fetch a file and offer it, or say what is wrong with it."""
    assert message.from_user
    who, name = message.from_user.id, document.file_name or "article.txt"
    try:
        corpus.refuse_large(name, document.file_size or 0)  # before it is fetched
        file = await document.get_file()
        text = corpus.receive(name, bytes(await file.download_as_bytearray()))
        preview = await asyncio.to_thread(office.desk.preview, text)
    except BotError as error:
        await say(message, office.interface.fill("change.refused", reason=error))
        return
    if at_once and not preview.problems:
        editor = office.desk.editor
        await make(office, context.bot, message, who, lambda: editor.add(text, str(who)))
    else:
        await _show(office, drafts, message, text, preview)


async def _offer(office: Office, drafts: Drafts, message: Message, text: Text) -> None:
    """Show what would be published, or say why it cannot be."""
    try:
        preview = await asyncio.to_thread(office.desk.preview, text)
    except BotError as error:
        await say(message, office.interface.fill("change.refused", reason=error))
        return
    await _show(office, drafts, message, text, preview)


async def _show(
    office: Office, drafts: Drafts, message: Message, text: Text, preview: Preview
) -> None:
    """What was understood, with the buttons that decide."""
    assert message.from_user
    number = drafts.put(message.from_user.id, text)
    row = [button(office, "publish", number), button(office, "cancel", number)]
    told = "\n\n".join(_paragraphs(office, preview))
    await say(message, told, InlineKeyboardMarkup([row]))


def _paragraphs(office: Office, preview: Preview) -> Iterator[str]:
    """The article, what it would change, what to mend, what it answers, what it lacks."""
    interface, source = office.interface, preview.article.source
    yield entry(preview.article, interface)
    if preview.replaces:
        change = preview.change
        yield interface.fill(
            "adding.replaces",
            stem=source.stem,
            added=change.sentences_added,
            removed=change.sentences_removed,
        )
    else:
        yield interface.fill("adding.new", stem=source.stem)
    if preview.problems:
        problems = "\n".join(map(str, preview.problems))
        yield interface.fill("reload.problems", problems=problems)
    if preview.questions:
        asked = "\n".join(f"• {question}" for question in preview.questions)
        yield interface.fill("adding.answers", examples=asked)
    if not source.published or not source.publisher:
        yield interface.fill("adding.lacks")
