"""What a message says to the bot: whether it is meant at all, and which of its words are asked."""

import re
from dataclasses import dataclass

from telegram import Message, MessageEntity, User

from bot.glance import LISTS
from bot.render import units

COMMANDS = frozenset({"ask", "forget", "help", "privacy", "sources", "start", *LISTS})
LONGEST_QUOTE = 1024  # UTF-16 units (Bot API: ReplyParameters)
# What a quote must repeat exactly; rather none than one that is refused.
STYLES = frozenset(
    [
        MessageEntity.BOLD,
        MessageEntity.ITALIC,
        MessageEntity.UNDERLINE,
        MessageEntity.STRIKETHROUGH,
        MessageEntity.SPOILER,
        MessageEntity.CUSTOM_EMOJI,
        MessageEntity.DATE_TIME,
    ]
)
GENERAL = 1  # the topic of a forum that is none to the Bot API


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a message, as they stand there."""

    text: str
    position: int  # UTF-16 units before them


def should_answer(message: Message, me: User) -> bool:
    """Whether somebody in a group addresses the bot.

    By `/ask@bot`, by a reply to one of its messages, or by a mention that Telegram knows as one;
    not by a command for another bot, nor by one without a name, which is for every bot there.
    Bots must name it: two that answer each other's replies would never stop.
    """
    words = message.text or message.caption
    if not words or message.via_bot or message.forward_origin or message.is_automatic_forward:
        return False
    command, bot = command_in(message)
    if bot:
        return bot == _name(me) and command in COMMANDS
    if command and command not in COMMANDS:
        return False
    if _mentions(message, me):
        return True
    return is_reply_to(message, me) and not is_from_bot(message)


def is_from_bot(message: Message) -> bool:
    """Whether another bot wrote it; anonymous admins write as a bot too, but for a chat."""
    sender = message.from_user
    return bool(sender and sender.is_bot and not message.sender_chat)


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


def quote_of(message: Message, words: str) -> Quote | None:
    """Where words stand in a message; None where they do not, or cannot be quoted."""
    text = message.text or message.caption or ""
    start = text.find(words)
    if start < 0 or units(words) > LONGEST_QUOTE:
        return None
    position = units(text[:start])
    styled = [
        entity
        for entity in (*message.entities, *message.caption_entities)
        if entity.type in STYLES
        and entity.offset < position + units(words)
        and entity.offset + entity.length > position
    ]
    return None if styled else Quote(words, position)


def command_in(message: Message) -> tuple[str, str]:
    """The command that a message opens with and the bot it names, both in lower case, or "".

    '/Ask@TheBot Who?' -> ('ask', 'thebot')
    """
    for entity in _commands(message):
        words = (message.text or message.caption or "")[1 : entity.length]  # ASCII, at the start
        command, _, bot = words.lower().partition("@")
        return command, bot
    return "", ""


def is_reply_to(message: Message, me: User) -> bool:
    """Whether it replies to what the bot wrote; in a topic all reply to what opened it."""
    target = message.reply_to_message
    return bool(target and target.from_user and target.from_user.id == me.id) and not (
        target and target.forum_topic_created
    )


def topic_of(message: Message) -> int:
    """The thread of a forum topic; 0 in General, which Telegram takes for none, and elsewhere."""
    thread = message.message_thread_id if message.is_topic_message else 0
    return thread if thread and thread != GENERAL else 0


def _commands(message: Message) -> list[MessageEntity]:
    return [
        entity
        for entity in (*message.entities, *message.caption_entities)
        if entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0
    ]


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
