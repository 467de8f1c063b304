"""Groups: the bot answers those who address it, and is silent to everything else."""

import re
from functools import partial
from typing import Any

from telegram import Message, MessageEntity, Update, User
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.desk import Desk
from bot.handlers.about import examples, sources
from bot.handlers.answering import answer, say
from bot.handlers.linked import follow
from bot.interface import Interface
from bot.state.linked import LinkedQuestions

GROUP = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE
COMMANDS = frozenset({"ask", "help", "privacy", "sources", "start"})


def handlers(
    desk: Desk, interface: Interface, linked: LinkedQuestions
) -> list[BaseHandler[Any, Any, Any]]:
    """One handler: whether a message is for the bot is decided in one place."""
    return [MessageHandler(GROUP, partial(hear, desk, interface, linked))]


async def hear(
    desk: Desk,
    interface: Interface,
    linked: LinkedQuestions,
    update: Update,
    context: ContextTypes.DEFAULT_TYPE,
) -> None:
    """Answer a message that is for the bot, under it and in its topic."""
    message, me = update.message, context.bot.bot
    assert message
    if not should_answer(message, me):
        return
    command, _ = command_in(message)
    question = question_in(message, me)
    if command == "start" and question:
        await follow(
            message,
            question,
            desk=desk,
            interface=interface,
            linked=linked,
            chat=memory_key(message),
        )
    elif command == "start":
        await say(message, interface.fill("start.group", bot=me.username))
    elif command == "help":
        help_ = interface.fill("help.group", bot=me.username)
        await say(message, help_ + examples(desk, interface))
    elif command == "privacy":
        await say(message, interface.fill("privacy.text"))
    elif command == "sources":
        await say(message, sources(desk.corpus, interface))
    elif question:
        await answer(message, question, desk=desk, chat=memory_key(message))
    else:
        await say(message, interface.fill("ask.group", bot=me.username))


def should_answer(message: Message, me: User) -> bool:
    """Whether somebody in a group addresses the bot.

    By `/ask@bot`, by a reply to one of its messages, or by a mention that Telegram knows as one;
    not by a command for another bot, nor by one without a name, which is for every bot there.
    """
    sender = message.from_user
    words = message.text or message.caption
    if not words or message.via_bot or message.forward_origin or message.is_automatic_forward:
        return False
    if sender and sender.is_bot and not message.sender_chat:
        return False  # another bot; anonymous admins write as a bot too, but for a chat
    command, bot = command_in(message)
    if bot:
        return bot == _name(me) and command in COMMANDS
    if command and command not in COMMANDS:
        return False
    return _is_reply_to(message, me) or bool(_mentions(message, me))


def question_in(message: Message, me: User) -> str:
    """What is asked, without the words that only address the bot; "" when nothing is left.

    '/ask@bot Who?' -> 'Who?'; 'Tell me, @bot, who?' -> 'Tell me, who?'
    """
    words = (message.text or message.caption or "").encode("utf-16-le")
    addresses = [*_mentions(message, me), *_commands(message)]
    for entity in sorted(addresses, key=lambda entity: entity.offset, reverse=True):
        start, end = entity.offset * 2, (entity.offset + entity.length) * 2
        words = words[:start] + words[end:]
    text = re.sub(r"\s+", " ", words.decode("utf-16-le"))
    text = re.sub(r" ?,(?= ?[,?!.])| (?=[?!.,])", "", text)  # ', @bot?' leaves ', ?'
    return text.strip(" ,:;–—-")


def command_in(message: Message) -> tuple[str, str]:
    """The command that a message opens with and the bot it names, both in lower case, or "".

    '/Ask@TheBot Who?' -> ('ask', 'thebot')
    """
    for entity in _commands(message):
        words = (message.text or message.caption or "")[1 : entity.length]  # ASCII, at the start
        command, _, bot = words.lower().partition("@")
        return command, bot
    return "", ""


def memory_key(message: Message) -> str:
    """One memory for each topic; never one that a private chat has."""
    topic = message.message_thread_id if message.is_topic_message else 0
    return f"g{message.chat_id}/{topic}"


def _commands(message: Message) -> list[MessageEntity]:
    return [
        entity
        for entity in (*message.entities, *message.caption_entities)
        if entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0
    ]


def _is_reply_to(message: Message, me: User) -> bool:
    """Whether it replies to what the bot wrote; in a topic all reply to what opened it."""
    target = message.reply_to_message
    return bool(target and target.from_user and target.from_user.id == me.id) and not (
        target and target.forum_topic_created
    )


def _mentions(message: Message, me: User) -> list[MessageEntity]:
    """Where the bot is named: '@bot' as its own word, or a name that links to it."""
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    found = message.parse_entities(kinds) | message.parse_caption_entities(kinds)
    return [
        entity
        for entity, text in found.items()
        if text.lower() == f"@{_name(me)}" or (entity.user and entity.user.id == me.id)
    ]


def _name(me: User) -> str:
    return (me.username or "").lower()
