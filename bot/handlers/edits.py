"""Questions that are edited: their answer changes with them."""

from functools import partial
from typing import Any

from telegram import Message, Update, User
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.conversation.following import same_question
from bot.handlers.addressing import command_in, question_in, should_answer
from bot.handlers.answering import Clerk, sender_of
from bot.handlers.delivery import Place
from bot.handlers.meters import Verdict

EDITED = filters.UpdateType.EDITED_MESSAGE & (filters.ChatType.PRIVATE | filters.ChatType.GROUPS)


def handlers(clerk: Clerk) -> list[BaseHandler[Any, Any, Any]]:
    """For messages that were answered; the others' edits are nothing to the bot."""
    return [MessageHandler(EDITED, partial(answer_again, clerk))]


async def answer_again(clerk: Clerk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Change the answer; take it back when its question is none any more."""
    message = update.edited_message
    assert message
    sent = clerk.state.sent.to_question(message.chat_id, message.message_id)
    if sent is None:
        return
    text = _asked_in(message, context.bot.bot)
    if not text:
        await clerk.remove(sent)
        return
    before = await clerk.recall(sent)
    if same_question(before.reply.question, text) or same_question(sent.text, text):
        return  # also comes when a link gets a preview, or somebody reacts
    if clerk.verdict(sender_of(message), message.chat_id) is not Verdict.YES:
        return
    place = Place.under_message(message)
    answer = await clerk.ask(text, place, chat=place.conversation, after=sent.text)
    await clerk.rewrite(sent, answer)


def _asked_in(message: Message, me: User) -> str:
    """The question that the message now asks the bot; "" when it asks none."""
    if message.chat.type == message.chat.PRIVATE:
        command, _ = command_in(message)
        return question_in(message, me) if command in {"", "ask"} else ""
    return question_in(message, me) if should_answer(message, me) else ""
