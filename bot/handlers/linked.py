"""What a link into the bot opens: a question, which is answered, or an article."""

import asyncio
from urllib.parse import urlencode

from telegram import Message

from bot import links
from bot.handlers.about import at_a_glance
from bot.handlers.answering import Clerk
from bot.handlers.delivery import say, show
from bot.interface import spoken
from bot.links import Link
from bot.state.linked import LinkedQuestions


def payload_for(question: str, linked: LinkedQuestions) -> str:
    """The `?start=` that asks a question; one that it cannot carry is kept for it."""
    if payload := links.to_question(question):
        return payload
    linked.keep(question)
    return links.to_kept(question)


def to_share(question: str, bot: str, linked: LinkedQuestions) -> str:
    """The address by which Telegram sends a question to another chat, as a link that asks it."""
    link = links.address(bot, payload_for(question, linked))
    return "https://t.me/share/url?" + urlencode({"url": link, "text": question})


def opened_by(payload: str) -> Link | None:
    """The link of a payload; None for what others put behind `?start=`."""
    return links.read(payload.strip())


async def follow(message: Message, link: Link, clerk: Clerk, linked: LinkedQuestions) -> None:
    """Do what the link is for; say so where that is no longer there."""
    if question := link.question or linked.find(link.kept):
        await clerk.answer(message, question)
        return
    for article in clerk.desk.corpus.articles:
        if link.article == links.digest(article.source.stem):
            glance = clerk.desk.glance_in(spoken())
            page = await asyncio.to_thread(at_a_glance, article, glance, clerk.interface)
            await show(message, [page])
            return
    await say(message, clerk.interface.fill("link.gone"))
