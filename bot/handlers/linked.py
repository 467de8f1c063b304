"""What a link into the bot opens: a question, which is answered, or an article."""

from telegram import Message

from bot import links
from bot.desk import Desk
from bot.handlers.about import entry
from bot.handlers.answering import answer, say
from bot.interface import Interface
from bot.state.linked import LinkedQuestions


def payload_for(question: str, linked: LinkedQuestions) -> str:
    """The `?start=` that asks a question; one that it cannot carry is kept for it."""
    if payload := links.to_question(question):
        return payload
    linked.keep(question)
    return links.to_kept(question)


async def follow(
    message: Message,
    payload: str,
    *,
    desk: Desk,
    interface: Interface,
    linked: LinkedQuestions,
    chat: str,
) -> None:
    """Do what the link is for; say so where that is no longer there."""
    link = links.read(payload)
    question = link and (link.question or linked.find(link.kept))
    if question:
        await answer(message, question, desk=desk, chat=chat)
        return
    for article in desk.corpus.articles:
        if link and link.article == links.digest(article.source.stem):
            await say(message, entry(article, interface))
            return
    await say(message, interface.fill("link.gone"))
