"""How the bot fares, for the people who run it: its health, what was asked, what was missing."""

import asyncio
import statistics
import sys
import time
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, ContextTypes, filters

from bot.handlers import charts
from bot.handlers.about import few
from bot.handlers.alike import topics
from bot.handlers.changes import Office
from bot.handlers.delivery import say
from bot.handlers.polling import Polls
from bot.handlers.private import PRIVATE
from bot.interface import Interface
from bot.state import State
from bot.state.exporting import tables

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

DAYS = 30
SHOWN_TOPICS = 20
SHOWN_WORDINGS = 3  # of a topic


def handlers(office: Office, state: State, polls: Polls) -> list[BaseHandler[Any, Any, Any]]:
    """For admins; `admin.handlers` refuses the others."""
    from_admin = PRIVATE & filters.User(office.admins)
    interface, begun = office.interface, time.monotonic()
    return [
        CommandHandler("status", partial(show_status, office, polls, begun), from_admin),
        CommandHandler("stats", partial(show_stats, interface, state), from_admin),
        CommandHandler("unanswered", partial(show_unanswered, interface, state), from_admin),
        CommandHandler("export", partial(export, interface, state), from_admin),
    ]


async def show_status(
    office: Office,
    polls: Polls,
    begun: float,
    update: Update,
    context: ContextTypes.DEFAULT_TYPE,
) -> None:
    """What is served, since when, and whether Telegram is heard."""
    assert update.message
    interface, corpus = office.interface, office.desk.corpus
    me = await context.bot.get_me()
    uptime = timedelta(seconds=int(time.monotonic() - begun))
    seen = "status.sees_all" if me.can_read_all_group_messages else "status.sees_own"
    await say(
        update.message,
        interface.fill(
            "status.text",
            version=corpus.version,
            articles=len(corpus.articles),
            sentences=sum(len(article.sentences) for article in corpus.articles),
            uptime=uptime,
            memory=_megabytes(),
            polled=f"{polls.last:%H:%M:%S}" if polls.last else "–",
            waiting=context.application.update_queue.qsize(),
            groups=interface.fill(seen),
        ),
    )


async def show_stats(
    interface: Interface, state: State, update: Update, _: ContextTypes.DEFAULT_TYPE
) -> None:
    """The last days in numbers, and where one can be drawn in a picture."""
    assert update.message
    since = _days_ago(DAYS)
    days = state.asked.days(since)
    asked, answered = sum(day.asked for day in days), sum(day.answered for day in days)
    if not asked:
        await say(update.message, interface.fill("stats.nothing", days=DAYS))
        return
    up, down = state.votes.count(since)
    times = state.asked.latencies(since)
    told = interface.fill(
        "stats.text",
        days=DAYS,
        asked=asked,
        answered=answered,
        refused=asked - answered,
        share=round(100 * answered / asked),
        up=up,
        down=down,
        median=round(statistics.median(times)),
        slow=round(times[int(0.95 * (len(times) - 1))]),
    )
    picture = await asyncio.to_thread(
        charts.draw,
        days,
        _days_ago(0),
        DAYS,
        title=interface.fill("stats.title", days=DAYS),
        answered=interface.fill("stats.answered"),
        unanswered=interface.fill("stats.unanswered"),
    )
    if picture is None:
        await say(update.message, told)
    else:
        await update.message.reply_photo(picture, caption=told)


async def show_unanswered(
    interface: Interface, state: State, update: Update, _: ContextTypes.DEFAULT_TYPE
) -> None:
    """What readers asked and the story does not say: what is worth finding out."""
    assert update.message
    found = topics(state.asked.unanswered(_days_ago(DAYS)))
    if not found:
        await say(update.message, interface.fill("unanswered.nothing", days=DAYS))
        return
    lines = [
        f"{topic.times} × "
        + " / ".join(few([each.text for each in topic.questions], SHOWN_WORDINGS, interface))
        for topic in found
    ]
    heading = interface.fill("unanswered.heading", days=DAYS)
    await say(update.message, "\n\n".join([heading, *few(lines, SHOWN_TOPICS, interface)]))


async def export(
    interface: Interface, state: State, update: Update, _: ContextTypes.DEFAULT_TYPE
) -> None:
    """Two tables as files; nobody's name or chat is in them."""
    assert update.message
    for name, table in tables(state).items():
        await update.message.reply_document(table.encode("utf-8-sig"), filename=f"{name}.csv")
    await say(update.message, interface.fill("export.done"))


def _days_ago(count: int) -> date:
    return datetime.now(UTC).date() - timedelta(days=count)


def _megabytes() -> str:
    """The most memory that the program has had, or "?" where the system does not tell."""
    if resource is None:
        return "?"
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return str(most // (1024 * 1024 if sys.platform == "darwin" else 1024))
