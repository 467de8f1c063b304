"""Answers for chats that the bot is not in: `@bot who was released` in any message field.

Each result is a message that the reader may send: the answer first, then sentences of the story.
A mention in a chat that has guest mode is answered by one such result.
"""

import logging
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import (
    BaseHandler,
    ChosenInlineResultHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot import links
from bot.desk import Desk
from bot.domain import Mark, Reply
from bot.handlers.addressing import question_in
from bot.handlers.answering import Clerk
from bot.handlers.delivery import refuses_buttons, refuses_markup
from bot.handlers.footing import footing_of
from bot.handlers.linked import payload_for
from bot.interface import spoken
from bot.pages import Page
from bot.render import source_line, to_card, to_list
from bot.state.kept import Inlined
from bot.state.linked import LinkedQuestions

logger = logging.getLogger(__name__)

PAGE = 8  # passages
DESCRIPTION = 200  # characters; phones show less
TITLE = 100

Heading = Callable[[Reply, bool], tuple[str, str]]  # title and description of a result


@dataclass(frozen=True, slots=True)
class Found:
    """A page of results."""

    replies: Sequence[Reply]
    more: str | None = None  # the offset of the page after it
    answered: bool = True  # whether the story answers what is asked


def handlers(clerk: Clerk, linked: LinkedQuestions) -> list[BaseHandler[Any, Any, Any]]:
    """Inline queries, and mentions where the bot is a guest."""
    return [
        InlineQueryHandler(partial(look_up, clerk, linked)),
        ChosenInlineResultHandler(partial(note_sent, clerk)),
        MessageHandler(filters.UpdateType.GUEST_MESSAGE, partial(answer_guest, clerk)),
    ]


async def look_up(
    clerk: Clerk, linked: LinkedQuestions, update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """The answer and the passages nearest to it; while nothing is asked, the story in short and
    what can be asked.

    Telegram keeps no result (`cache_time`), so that nobody gets one of an older corpus.
    """
    query, interface = update.inline_query, clerk.interface
    assert query
    asked = query.query.strip()
    start = int(query.offset) if query.offset.isdecimal() else 0
    work = partial(_find, clerk.desk, asked, start) if asked else partial(_examples, clerk.desk)
    found = await clerk.at_desk(work)
    button = None
    if not found.answered:
        payload = payload_for(asked, linked)
        button = InlineQueryResultsButton(interface.fill("inline.nothing"), start_parameter=payload)
    heading = _of_answer if asked else _of_example
    for plain in (False, True):
        results = _results(found.replies, clerk, heading, plain=plain, page=start)
        if not asked:
            results[:0] = _in_short(clerk, plain=plain)
        try:
            await context.bot.answer_inline_query(
                query.id,
                results,
                cache_time=0,
                is_personal=True,
                next_offset=found.more,
                button=button,
            )
        except BadRequest as error:
            if "query is too old" in error.message.lower():
                logger.info("An inline query was answered too late")
            elif plain or not (refuses_markup(error) or refuses_buttons(error)):
                raise
            else:
                continue
        return


async def answer_guest(clerk: Clerk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A mention where the bot is a guest: it sees that message alone and remembers nothing."""
    message = update.guest_message
    assert message and message.guest_query_id
    question = question_in(message, context.bot.bot)
    reply = await clerk.at_desk(partial(clerk.desk.ask, question, language=spoken()))
    for plain in (False, True):
        (result,) = _results([reply], clerk, _of_answer, plain=plain)
        try:
            await context.bot.answer_guest_query(message.guest_query_id, result)
        except BadRequest as error:
            if plain or not (refuses_markup(error) or refuses_buttons(error)):
                raise
        else:
            return


async def note_sent(clerk: Clerk, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Keep which answer somebody sent, to correct it; told where @BotFather's feedback is on."""
    chosen = update.chosen_inline_result
    assert chosen
    version, _colon, place = chosen.result_id.partition(":")
    asked = chosen.query.strip()
    examples = [] if asked else clerk.desk.examples_in(spoken())
    questions = {f"0:{number}": question for number, question in enumerate(examples or [asked])}
    if place not in questions or not chosen.inline_message_id:
        return
    answer = await clerk.look_up(questions[place])
    if answer.reply.answered and answer.reply.version == version:
        clerk.state.inlined.keep(
            Inlined(
                chosen.inline_message_id,
                questions[place],
                version,
                chosen.from_user.id,
                datetime.now(UTC),
                spoken(),
                footing_of(answer.reply),
            )
        )


def open_keyboard(question: str, clerk: Clerk) -> InlineKeyboardMarkup:
    """To the same question in a private chat; with it Telegram tells which message was sent."""
    address = links.address(clerk.post.username, payload_for(question, clerk.state.linked))
    label = clerk.interface.fill("inline.open")
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, url=address)]])


def _find(desk: Desk, asked: str, start: int) -> Found:
    """The answer, on the first page, and so many passages beside it."""
    passages = desk.passages(asked, start=start, count=PAGE, language=spoken())
    more = str(start + PAGE) if len(passages) == PAGE else None
    best = desk.ask(asked, language=spoken())
    others = [reply for reply in passages if reply.citations != best.citations]
    if start:
        return Found(others, more)
    return Found([best, *others] if best.answered else others, more, best.answered)


def _examples(desk: Desk) -> Found:
    """The answers to what can be asked."""
    return Found([desk.ask(example) for example in desk.examples_in(spoken())])


def _in_short(clerk: Clerk, *, plain: bool) -> list[InlineQueryResultArticle]:
    """The story at a glance, where it has a lead."""
    glance = clerk.desk.glance_in(spoken())
    pages = glance.sheet("story").pages
    if not pages:
        return []
    heading = clerk.interface.fill("glance.story")
    page = to_list(pages[0], heading, titles=glance.is_of_several, quoting=False)
    return [_article(f"{glance.version}:story", heading, page, pages[0].text, plain=plain)]


def _results(
    replies: Iterable[Reply], clerk: Clerk, heading: Heading, *, plain: bool, page: int = 0
) -> list[InlineQueryResultArticle]:
    """Named by corpus and place, so that no two versions of an answer share a name."""
    corpus = clerk.desk.corpus
    titles = len(corpus.articles) > 1
    results = []
    for number, reply in enumerate(replies):
        title, description = heading(reply, titles)
        card = to_card(reply, titles=titles)
        name = f"{corpus.version}:{page}:{number}"
        bare = plain or reply.kind == "passage"
        keyboard = None if bare else open_keyboard(reply.question, clerk)
        results.append(_article(name, title, card, description, plain=plain, keyboard=keyboard))
    return results


def _article(
    name: str,
    title: str,
    page: Page,
    description: str,
    *,
    plain: bool,
    keyboard: InlineKeyboardMarkup | None = None,
) -> InlineQueryResultArticle:
    text, mode = (page.text, None) if plain else (page.html, ParseMode.HTML)
    return InlineQueryResultArticle(
        name,
        title,
        InputTextMessageContent(text, parse_mode=mode),
        description=_shorten(description, DESCRIPTION),
        reply_markup=keyboard,
    )


def _of_answer(reply: Reply, titles: bool) -> tuple[str, str]:
    """The answer and the sentence behind it; of a passage, its sentence and where that stands."""
    if not reply.citations:
        return _shorten(reply.text, TITLE), ""
    cited = reply.citations[0]
    source = source_line(cited, titles=titles)
    if reply.kind == "passage":
        return _shorten(cited.sentence.text, TITLE), source
    below = f"{source}: {cited.sentence.text}"
    return _shorten(_without_marks(reply), TITLE), _shorten(below, DESCRIPTION)


def _of_example(reply: Reply, titles: bool) -> tuple[str, str]:
    """The question and its answer."""
    del titles
    return _shorten(reply.question, TITLE), _shorten(_without_marks(reply), DESCRIPTION)


def _without_marks(reply: Reply) -> str:
    words = "".join(part.text for part in reply.parts if not isinstance(part, Mark))
    return re.sub(r" +(?=[.;,]|$)", "", words)


def _shorten(text: str, most: int) -> str:
    """At most so many characters, cut between words: 'The ferry sailed …'"""
    whole = " ".join(text.split())
    return whole if len(whole) <= most else whole[: most - 1].rpartition(" ")[0] + " …"
