"""The bot as a whole: wires desk and handlers to Telegram, and serves until it is told to stop."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from telegram import LinkPreviewOptions, Update
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError
from telegram.ext import Application, ApplicationBuilder, Defaults

from bot.desk import Desk
from bot.errors import BotError, SettingsError
from bot.handlers import (
    adding,
    admin,
    buttons,
    corrections,
    edits,
    failures,
    glance,
    groups,
    inline,
    insight,
    later,
    presses,
    private,
    shelves,
)
from bot.handlers.answering import Clerk
from bot.handlers.changes import Office
from bot.handlers.delivery import Post
from bot.handlers.introduction import introduce
from bot.handlers.patience import Again, Patience
from bot.handlers.polling import Polls
from bot.handlers.turns import InOrderPerChat
from bot.interface import ENGLISH, read_interface
from bot.settings import Settings
from bot.state import State, open_state
from bot.upkeep import after_each_change, either, follow, reload_when, tidy_now_and_then

logger = logging.getLogger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]
Builder = ApplicationBuilder[Any, Any, Any, Any, Any, Any]

# What the handlers handle; Telegram keeps the rest back.
ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MESSAGE_REACTION,
    Update.INLINE_QUERY,
    Update.CHOSEN_INLINE_RESULT,
    Update.GUEST_MESSAGE,
)
STARTS = (1.0, 2.0, 4.0)  # seconds until Telegram is sought again
POLLING = "Updater:start_polling:polling_task"  # python-telegram-bot's name for it
PATIENCE, CLERK = "patience", "clerk"  # where the application keeps them

# httpx logs addresses at INFO; python-telegram-bot logs whole messages at DEBUG.
QUIETED = {"httpx": logging.WARNING, "httpcore": logging.WARNING, "telegram": logging.INFO}


def build(settings: Settings, desk: Desk, state: State, *, builder: Builder | None = None) -> App:
    """The application with everything in its place, not yet connected.  BotError for bad texts.

    `builder` knows another way to Telegram than the one that the settings name.
    """
    interface = read_interface()
    polls, patience = Polls(), Patience()
    application = (
        (builder or _way_to_telegram(settings, polls))
        .defaults(
            Defaults(
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                allow_sending_without_reply=True,  # the question may be deleted by now
            )
        )
        .rate_limiter(patience)
        .concurrent_updates(InOrderPerChat(state.handled))
        .post_init(partial(introduce, settings.admins, interface))
        .build()
    )
    post = Post(application.bot)
    limits = {"person_limit": settings.person_limit, "group_limit": settings.group_limit}
    clerk = Clerk(desk, interface, state, post, **limits)
    application.bot_data[PATIENCE], application.bot_data[CLERK] = patience, clerk
    application.bot_data[failures.REVOKED] = asyncio.Event()
    # Only the first handler that matches runs: admins' commands and the lists stand before the
    # private chats' handler for commands nobody knows.
    office = Office(desk, interface, settings.admins, notify=settings.notify_admins)
    application.add_handlers(adding.handlers(office))
    application.add_handlers(shelves.handlers(office))
    application.add_handlers(insight.handlers(office, state, polls))
    application.add_handlers(admin.handlers(office, state.audit))
    application.add_handlers(glance.handlers(clerk))
    application.add_handlers(later.handlers(clerk))
    application.add_handlers(private.handlers(clerk, state.linked))
    application.add_handlers(groups.handlers(clerk, state.linked))
    application.add_handlers(edits.handlers(clerk))
    application.add_handlers(buttons.handlers(clerk))
    application.add_handlers(inline.handlers(clerk, state.linked))
    application.add_handlers(presses.handlers(interface))  # whose presses nothing above knows
    application.add_error_handler(partial(failures.report, interface))
    return application


def _way_to_telegram(settings: Settings, polls: Polls) -> Builder:
    builder = Application.builder().token(settings.token)
    builder = builder.base_url(f"{settings.api_url}/bot").base_file_url(
        f"{settings.api_url}/file/bot"
    )
    return builder.request(Again()).get_updates_request(polls)


@asynccontextmanager
async def running(settings: Settings, application: App) -> AsyncIterator[None]:
    """The application, connected and answering; at the end it answers what it has fetched.

    BotError when it cannot start: no connection, or settings that Telegram refuses.
    """
    updater = application.updater
    assert updater
    try:
        await _start(settings, application)
        try:
            clerk: Clerk = application.bot_data[CLERK]
            works = partial(later.tell, clerk), partial(corrections.correct, clerk)
            async with after_each_change(clerk.desk, *works):
                yield
        finally:
            application.bot_data[PATIENCE].closing.set()
            with suppress(InvalidToken):  # of a poll that has ended with it; said already
                await updater.stop()
            await application.stop()
    finally:
        await application.shutdown()
        await application.bot.shutdown()  # of a start that failed, the line above closes nothing


async def _start(settings: Settings, application: App) -> None:
    """Each way in which it can fail is a sentence for the person who can mend it."""
    assert application.post_init
    try:
        await _reach(application)
        await application.post_init(application)
        turns = application.update_processor
        assert isinstance(turns, InOrderPerChat)
        for update in turns.left(application.bot):
            application.update_queue.put_nowait(update)
        await _listen(settings, application)
        await application.start()
    except InvalidToken:
        # from None: the library's message holds the token
        raise SettingsError(
            "Telegram refused TELEGRAM_BOT_TOKEN; ask @BotFather for the bot's present token."
        ) from None
    except BadRequest as error:
        raise SettingsError(f"Telegram refused BOT_WEBHOOK_URL: {error}.") from error
    except TelegramError as error:
        raise BotError(f"{settings.api_url} could not be reached: {error}.") from error
    except OSError as error:
        at = settings.webhook_listen
        raise SettingsError(
            f"BOT_WEBHOOK_LISTEN: cannot listen on {at.host}:{at.port}: {error.strerror}."
        ) from error


async def _reach(application: App) -> None:
    """Ask Telegram who the bot is: first a few times, for both may have been started together."""
    for pause in STARTS:
        try:
            await application.initialize()
        except BadRequest:
            raise
        except NetworkError as error:
            logger.warning("Telegram is not reached yet: %s", error)
            await asyncio.sleep(pause)
        else:
            return
    await application.initialize()


async def _listen(settings: Settings, application: App) -> None:
    """By webhook where there is an address for it, else by long polling; nothing is dropped."""
    updater = application.updater
    assert updater
    if settings.webhook_url:
        await updater.start_webhook(
            listen=settings.webhook_listen.host,
            port=settings.webhook_listen.port,
            url_path=urlsplit(settings.webhook_url).path.lstrip("/"),
            webhook_url=settings.webhook_url,
            secret_token=settings.webhook_secret,
            allowed_updates=ALLOWED_UPDATES,
        )
    else:

        def report(error: TelegramError) -> None:
            application.create_task(application.process_error(update=None, error=error))

        await updater.start_polling(allowed_updates=ALLOWED_UPDATES, error_callback=report)
        for task in asyncio.all_tasks():
            if task.get_name() == POLLING:  # it ends by itself only when the token is refused
                task.add_done_callback(lambda _: application.bot_data[failures.REVOKED].set())


def serve(settings: Settings, opened: Callable[[State], Desk]) -> None:
    """Answer in Telegram until SIGINT or SIGTERM, with the desk that `opened` gives.

    BotError when it cannot start.
    """
    if not settings.token:
        raise SettingsError(
            "TELEGRAM_BOT_TOKEN is not set; copy .env.example to .env and write in the token "
            "that @BotFather gave you."
        )
    logging.basicConfig(
        level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    keep_secrets_out_of_logs(settings.token)
    with closing(open_state(settings.data)) as state:
        desk = opened(state)
        _ = desk.examples_in(ENGLISH)  # found now, they keep nobody waiting for the first answer
        asyncio.run(serve_until_stopped(settings, build(settings, desk, state), desk, state))


async def serve_until_stopped(
    settings: Settings, application: App, desk: Desk, state: State
) -> None:
    """Connect, answer, and on a signal end what was begun.

    SettingsError when Telegram takes the token no longer.
    """
    stopped, reread = asyncio.Event(), asyncio.Event()
    revoked: asyncio.Event = application.bot_data[failures.REVOKED]
    meanings = {"SIGINT": stopped, "SIGTERM": stopped, "SIGHUP": reread}
    with suppress(NotImplementedError):  # Windows, where Ctrl-C ends asyncio.run by itself
        for name, event in meanings.items():
            asyncio.get_running_loop().add_signal_handler(getattr(signal, name), event.set)
    async with running(settings, application):
        logger.info("Answering as @%s", application.bot.username)
        beside = [
            asyncio.create_task(task)
            for task in (
                tidy_now_and_then(state),
                follow(desk, watch=settings.watch),
                reload_when(reread, desk),
            )
        ]
        await either(stopped, revoked)
        for task in beside:
            task.cancel()
    if not stopped.is_set():
        raise SettingsError(
            "Telegram takes TELEGRAM_BOT_TOKEN no longer: it was revoked, or another was made; "
            "ask @BotFather for the bot's present token."
        )
    logger.info("Stopped")


class WithoutToken(logging.Filter):
    """Blots the token out of what is logged, traces included; and updates, which hold what people write.

    The library logs an update whole when it cannot read it.
    """

    def __init__(self, token: str) -> None:
        super().__init__()
        _, _, self._secret = token.partition(":")  # the number before it is the bot's public id

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("telegram") and isinstance(record.args, dict):
            record.args = dict.fromkeys(record.args, "…")
        record.msg, record.args = record.getMessage().replace(self._secret, "…"), None
        if record.exc_info:
            trace = logging.Formatter().formatException(record.exc_info)
            record.exc_text = trace.replace(self._secret, "…")
        return True


def keep_secrets_out_of_logs(token: str) -> None:
    """Neither the token is logged, which is part of every address, nor what people write."""
    for name, level in QUIETED.items():
        logging.getLogger(name).setLevel(level)
    for handler in logging.getLogger().handlers:
        handler.addFilter(WithoutToken(token))
