"""What the buttons under an answer do; and reactions, which count as votes."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from telegram import CallbackQuery, ReactionType, ReactionTypeEmoji, Update
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ContextTypes,
    MessageReactionHandler,
)

from bot.handlers.answering import Answer, Clerk, heading_of
from bot.handlers.delivery import Place
from bot.handlers.excerpts import in_context
from bot.handlers.keyboards import FAMILY, view_keyboard
from bot.handlers.linked import to_share
from bot.handlers.meters import Verdict
from bot.handlers.presses import Press, acknowledge
from bot.pages import Page
from bot.render import excerpt_pages, passage_pages
from bot.state.kept import Sent

VIEWS = frozenset({"context", "more", "answer"})
UP, DOWN = "👍", "👎"
ADMINS = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})
MOST_PASSAGES = 9


def handlers(clerk: Clerk) -> list[BaseHandler[Any, Any, Any]]:
    """For the presses of this family of buttons alone."""
    return [
        CallbackQueryHandler(partial(press, clerk), pattern=f"^{FAMILY}:"),
        MessageReactionHandler(
            partial(react, clerk),
            message_reaction_types=MessageReactionHandler.MESSAGE_REACTION_UPDATED,
        ),
    ]


async def press(clerk: Clerk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Each press is answered before anything else is done; one on an old story with the new."""
    query = update.callback_query
    assert query
    pressed, fill = Press.read(query.data), clerk.interface.fill
    if pressed is None or query.message is None:
        await acknowledge(query, fill("press.gone"))
        return
    chat, number = query.message.chat.id, query.message.message_id
    sent = clerk.state.sent.with_message(chat, number)
    if pressed.action == "remove":
        await _remove(clerk, query, sent, context)
    elif sent is None:
        await acknowledge(query, fill("press.gone"))
    elif pressed.version != clerk.desk.corpus.version:
        await acknowledge(query, fill("press.updated"))
        await clerk.renew(sent, await clerk.recall(sent))
    elif pressed.action in VIEWS:
        await _look(clerk, query, sent, pressed)
    elif pressed.action in {"up", "down"}:
        await _vote(clerk, query, sent, up=pressed.action == "up")
    elif pressed.action == "ask":
        await _ask(clerk, query, sent, pressed.number)
    else:
        await acknowledge(query, fill("press.gone"))


async def _look(clerk: Clerk, query: CallbackQuery, sent: Sent, pressed: Press) -> None:
    """Show something else in the message of the answer, or the answer again."""
    await acknowledge(query)
    answer = await clerk.recall(sent)
    if pressed.action == "answer":
        page, keyboard = answer.pages(heading_of(sent))[-1], clerk.keyboard(answer)
    else:
        pages = await _pages(clerk, answer, pressed.action)
        number = min(pressed.number, len(pages) - 1)
        page, version = pages[number], answer.reply.version
        share = to_share(answer.question, clerk.post.username, clerk.state.linked)
        keyboard = view_keyboard(
            pressed.action, number, len(pages), version, clerk.interface, share=share
        )
    await clerk.post.edit(sent.chat, sent.answers[-1], page, keyboard)


async def _pages(clerk: Clerk, answer: Answer, view: str) -> list[Page]:
    """At least one."""
    if view == "context":
        excerpts = in_context(answer.reply, clerk.desk.corpus)
        pages = excerpt_pages(excerpts, titles=answer.titles)
    else:
        cited = {citation.sentence for citation in answer.reply.citations}
        held = await clerk.passages(answer.question, MOST_PASSAGES + len(cited))
        found = [c.sentence for reply in held for c in reply.citations if c.sentence not in cited]
        heading = clerk.interface.fill("press.passages", question=answer.question)
        pages = passage_pages(found[:MOST_PASSAGES], heading, titles=answer.titles)
    return pages or [Page.plain(clerk.interface.fill("press.nothing"))]


async def _ask(clerk: Clerk, query: CallbackQuery, sent: Sent, number: int) -> None:
    """Answer a question that was offered, in a message of its own."""
    if clerk.verdict(query.from_user.id, sent.chat) is not Verdict.YES:
        await acknowledge(query, clerk.interface.fill("refused.too_many"))
        return
    await acknowledge(query)
    following = (await clerk.recall(sent)).next
    if number < len(following):
        under = sent.answers[-1] if sent.chat < 0 else 0
        place = Place(sent.chat, sent.topic, under)
        answer = await clerk.ask(following[number], place, chat=place.conversation)
        await clerk.send(answer, place, asker=query.from_user.id, heading=following[number])


async def _vote(clerk: Clerk, query: CallbackQuery, sent: Sent, *, up: bool) -> None:
    """Anybody may vote, once; the same vote again takes it back."""
    said = (await clerk.recall(sent)).reply.text
    voter, votes = query.from_user.id, clerk.state.votes
    today = datetime.now(UTC).date()
    if votes.cast(voter, sent.text, said, sent.version, up=up, day=today):
        await acknowledge(query, clerk.interface.fill("press.thanks"))
    else:
        votes.withdraw(voter, sent.text, said, sent.version)
        await acknowledge(query, clerk.interface.fill("press.withdrawn"))


async def _remove(
    clerk: Clerk, query: CallbackQuery, sent: Sent | None, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """For the asker and for the group's admins."""
    assert query.message
    chat, person = query.message.chat.id, query.from_user.id
    asked_it = chat == person or (sent is not None and sent.asker == person)
    if not asked_it and not await _is_admin(chat, person, context):
        await acknowledge(query, clerk.interface.fill("press.not_yours"), alert=True)
        return
    await acknowledge(query)
    if sent:
        await clerk.remove(sent)
    else:
        await clerk.post.delete(chat, [query.message.message_id])


async def _is_admin(chat: int, person: int, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """False where Telegram does not tell."""
    try:
        member = await context.bot.get_chat_member(chat, person)
    except TelegramError:
        return False
    return member.status in ADMINS


async def react(clerk: Clerk, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """A thumb up or down on an answer is a vote, until it is taken away."""
    reaction = update.message_reaction
    assert reaction
    sent = clerk.state.sent.with_message(reaction.chat.id, reaction.message_id)
    if sent is None or reaction.user is None or sent.version != clerk.desk.corpus.version:
        return
    new, old = _thumbs(reaction.new_reaction), _thumbs(reaction.old_reaction)
    said, voter = (await clerk.recall(sent)).reply.text, reaction.user.id
    if new - old:
        up, today = UP in new - old, datetime.now(UTC).date()
        clerk.state.votes.cast(voter, sent.text, said, sent.version, up=up, day=today)
    elif old and not new:
        clerk.state.votes.withdraw(voter, sent.text, said, sent.version)


def _thumbs(reactions: Iterable[ReactionType]) -> set[str]:
    """Of all emoji those that are votes."""
    emoji = {str(each.emoji) for each in reactions if isinstance(each, ReactionTypeEmoji)}
    return emoji & {UP, DOWN}
