"""The application as a whole: it introduces itself, listens either way, keeps order, and stops."""

import asyncio
import logging
import os
import signal
import socket
import sys
from pathlib import Path

import httpx
import pytest

from bot import app
from bot.app import WithoutToken, build, running, serve, serve_until_stopped
from bot.errors import BotError, SettingsError
from bot.handlers import patience
from bot.handlers.admin import COMMANDS
from bot.settings import Address, Settings
from bot.state import State
from tests.bot_api import TOKEN, ApiError, BotApi, false_telegram, too_many_requests
from tests.serving import EchoDesk, serving, settings_for

pytest_plugins = ("tests.telegram_fixtures",)

ROOT = Path(__file__).parent.parent
SECRET = TOKEN.partition(":")[2]
MENU = ["ask", "story", "people", "timeline", "numbers", "quotes", "sources", "help", "privacy"]
MENU += ["forget"]


def names(commands: list[dict[str, str]]) -> list[str]:
    return [command["command"] for command in commands]


async def test_it_registers_menus_and_descriptions_when_it_starts(
    api: BotApi, echo: EchoDesk
) -> None:
    boss = api.person("Boss")

    async with serving(api, echo, admins={boss.id}):
        menus = {place: names(commands) for place, commands in api.world.commands.items()}

    for language in ("", "es"):
        assert {scope: menu for (scope, code), menu in menus.items() if code == language} == {
            "default": MENU,
            "all_private_chats": MENU,
            "all_group_chats": MENU,
            "all_chat_administrators": MENU,
            f"chat:{boss.id}": [*MENU, *COMMANDS],
        }
    assert "the sentence it rests on" in api.world.profile["description", ""]
    assert "news story" in api.world.profile["short_description", ""]
    assert "la frase que la prueba" in api.world.profile["description", "es"]
    assert "noticia" in api.world.profile["short_description", "es"]
    described = api.world.commands["default", "es"][0]
    assert described == {"command": "ask", "description": "Preguntar sobre la noticia"}


async def test_an_admin_who_never_wrote_to_the_bot_does_not_keep_it_from_starting(
    echo: EchoDesk, caplog: pytest.LogCaptureFixture
) -> None:
    async with false_telegram() as api:
        alice = api.person("Alice")
        api.fails("setMyDescription", too_many_requests(3600))

        async with serving(api, echo, admins={5}):
            alice.says("Who?")
            assert "You asked: Who?" in (await alice.hears()).text

    # 'chat not found', in either language: the menu comes with the next start
    assert len(api.refusals) == 2
    assert caplog.text.count("did not take a menu or description") == 3


async def test_it_asks_only_for_the_updates_that_it_handles(api: BotApi, echo: EchoDesk) -> None:
    alice = api.person("Alice")

    async with serving(api, echo):
        alice.says("Who?")
        await alice.hears()

    assert api.world.updates.allowed == {
        "message",
        "edited_message",
        "callback_query",
        "message_reaction",
        "inline_query",
        "chosen_inline_result",
        "guest_message",
    }


async def test_what_was_asked_while_it_was_away_is_answered_and_nothing_twice(
    api: BotApi, echo: EchoDesk
) -> None:
    alice = api.person("Alice")

    alice.says("Are you there?")
    async with serving(api, echo):
        assert "Are you there?" in (await alice.hears()).text
        alice.says("And now?")
        assert "And now?" in (await alice.hears()).text
    async with serving(api, echo):
        alice.says("Again?")
        assert "Again?" in (await alice.hears()).text

    assert [question for question, _ in echo.asked] == ["Are you there?", "And now?", "Again?"]


async def test_what_is_repeated_is_passed_over_but_not_what_only_looks_like_it(
    api: BotApi, echo: EchoDesk
) -> None:
    alice = api.person("Alice")

    async with serving(api, echo):
        for text, date in (("New?", int(api.world.now())), ("Undated?", 0)):
            message = {
                **api.world.post(alice.private, {"from": alice.user}, text=text),
                "date": date,
            }
            for _ in range(2):  # another server may number its updates from 1 each time
                api.world.updates.put("message", message)
                api.world.updates.waiting[-1]["update_id"] = 5
                await api.until(lambda: not api.world.updates.waiting)
        alice.says("Last?")
        await api.until(lambda: ("Last?", f"p{alice.id}") in echo.asked)

    assert [question for question, _ in echo.asked] == ["New?", "Undated?", "Undated?", "Last?"]


async def test_one_chats_slow_answer_keeps_its_order_and_holds_up_nobody_else(
    api: BotApi, echo: EchoDesk
) -> None:
    alice, bob = api.person("Alice"), api.person("Bob")

    async with serving(api, echo):
        async with api.holding("sendMessage", alice.private):
            alice.says("First?")
            alice.says("Second?")
            bob.says("Mine?")
            assert "Mine?" in (await bob.hears()).text
            assert alice.private.is_quiet
            assert ("Second?", f"p{alice.id}") not in echo.asked
        assert "First?" in (await alice.hears()).text
        assert "Second?" in (await alice.hears()).text


async def test_it_answers_what_it_has_fetched_before_it_stops(api: BotApi, echo: EchoDesk) -> None:
    alice = api.person("Alice")

    async with serving(api, echo), api.holding("sendMessage", alice.private):
        alice.says("First?")
        alice.says("Second?")
        await api.until(lambda: not api.world.updates.waiting)

    assert "First?" in (await alice.hears()).text
    assert "Second?" in (await alice.hears()).text


async def test_a_webhook_delivers_with_its_secret_and_takes_nothing_without_it(
    api: BotApi, echo: EchoDesk
) -> None:
    alice, port = api.person("Alice"), free_port()
    url = f"http://127.0.0.1:{port}/hook"
    listen = Address("127.0.0.1", port)

    async with serving(api, echo, webhook_url=url, webhook_secret="s3cret", webhook_listen=listen):
        alice.says("Who?")
        assert "You asked: Who?" in (await alice.hears()).text

        async with httpx.AsyncClient() as stranger:
            forged = await stranger.post(url, json={"update_id": 1})
        assert forged.status_code == 403

    assert api.world.updates.failed_deliveries == 0
    assert not api.called("getUpdates")


async def test_a_second_bot_with_the_same_token_is_told_of_in_the_log(
    api: BotApi, echo: EchoDesk, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving(api, echo), httpx.AsyncClient() as second:
        await api.until(lambda: api.world.updates.is_polled)
        await second.post(f"{api.url}/bot{TOKEN}/getUpdates", json={"timeout": 0})
        while "terminated by other getUpdates" not in caplog.text:
            await asyncio.sleep(0.01)

    assert SECRET not in caplog.text


async def test_a_token_that_telegram_refuses_is_an_error_for_who_set_it(
    echo: EchoDesk, api: BotApi, state: State
) -> None:
    settings = Settings(token="1:wrong-and-secret", api_url=api.url)

    with pytest.raises(SettingsError, match="refused TELEGRAM_BOT_TOKEN") as refused:
        async with running(settings, build(settings, echo, state)):
            pass

    assert "secret" not in str(refused.value)
    assert refused.value.__suppress_context__
    api.calls.clear()  # the refusal is what this test is about


async def test_a_telegram_that_is_started_at_the_same_time_is_waited_for(
    api: BotApi, echo: EchoDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PAUSES", ())
    monkeypatch.setattr(app, "STARTS", (0.0, 0.0))
    alice, out = api.person("Alice"), ApiError(502, "Bad Gateway")
    api.fails("getMe", out, out)

    async with serving(api, echo):
        alice.says("Who?")
        assert "You asked: Who?" in (await alice.hears()).text


async def test_an_address_where_nothing_answers_is_an_error_that_names_it(
    echo: EchoDesk, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PAUSES", ())
    monkeypatch.setattr(app, "STARTS", ())
    url = f"http://127.0.0.1:{free_port()}"
    settings = Settings(token=TOKEN, api_url=url)

    with pytest.raises(BotError, match=f"{url} could not be reached"):
        async with running(settings, build(settings, echo, state)):
            pass


# tornado leaves open the socket that it could not bind
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_a_webhook_that_cannot_be_is_an_error_that_names_the_setting(
    echo: EchoDesk,
) -> None:
    async with false_telegram() as api:
        with pytest.raises(SettingsError, match="BOT_WEBHOOK_URL: Bad webhook"):
            async with serving(api, echo, webhook_url="http://bot.example", webhook_secret="s"):
                pass
        with socket.create_server(("127.0.0.1", 0)) as taken:
            listen = Address("127.0.0.1", taken.getsockname()[1])
            url = "https://bot.example/hook"
            with pytest.raises(SettingsError, match=f"BOT_WEBHOOK_LISTEN.*{listen.port}"):
                async with serving(
                    api, echo, webhook_url=url, webhook_secret="s", webhook_listen=listen
                ):
                    pass


def test_serving_without_a_token_says_where_to_get_one(echo: EchoDesk) -> None:
    with pytest.raises(SettingsError, match="BotFather"):
        serve(Settings(), lambda _: echo)


async def test_it_serves_until_sigterm_and_logs_neither_token_nor_questions(
    api: BotApi, tmp_path: Path
) -> None:
    alice = api.person("Alice")
    program = (
        "from bot.app import serve; from bot.settings import Settings; "
        "from tests.serving import EchoDesk; import os; "
        "serve(Settings.read(os.environ), lambda _: EchoDesk())"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        program,
        cwd=ROOT,
        env={
            **os.environ,
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api.url,
            "BOT_DATA": str(tmp_path),
            "BOT_LOG_LEVEL": "DEBUG",
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    alice.says("Who?")
    assert "You asked: Who?" in (await alice.hears(within=20)).text

    process.send_signal(signal.SIGTERM)
    output, _ = await process.communicate()

    assert process.returncode == 0
    log = output.decode()
    assert "Answering as @StoryTestBot" in log and "Stopped" in log
    assert SECRET not in log
    assert "Who?" not in log


async def test_a_token_that_is_revoked_meanwhile_ends_it_with_a_clear_error(
    api: BotApi, echo: EchoDesk, state: State
) -> None:
    alice, settings = api.person("Alice"), settings_for(api)
    application = build(settings, echo, state)
    served = asyncio.create_task(serve_until_stopped(settings, application, echo, state))
    alice.says("Who?")
    await alice.hears()

    api.revoked = True
    api.world.updates.pulse.beat()
    alice.says("And now?")

    with pytest.raises(SettingsError, match="takes TELEGRAM_BOT_TOKEN no longer"):
        await asyncio.wait_for(served, 20)
    api.calls.clear()  # the refusals are what this test is about


async def test_a_method_that_the_server_does_not_have_ends_nothing(
    api: BotApi, echo: EchoDesk
) -> None:
    alice = api.person("Alice")

    async with serving(api, echo):
        alice.says("Who?")
        answer = await alice.hears()
        api.fails("deleteMessage", ApiError(404, "Not Found"))
        await alice.presses(answer, "Remove").answered()
        assert "taken back" in (await alice.private.sees_edit()).text


async def test_an_interrupt_from_the_keyboard_stops_it_too(
    api: BotApi, echo: EchoDesk, state: State
) -> None:
    alice, settings = api.person("Alice"), settings_for(api)
    application = build(settings, echo, state)
    served = asyncio.create_task(serve_until_stopped(settings, application, echo, state))
    alice.says("Who?")
    await alice.hears()

    signal.raise_signal(signal.SIGINT)

    await asyncio.wait_for(served, 5)


async def test_a_hangup_reloads_the_articles(api: BotApi, echo: EchoDesk, state: State) -> None:
    alice, settings = api.person("Alice"), settings_for(api)
    application = build(settings, echo, state)
    served = asyncio.create_task(serve_until_stopped(settings, application, echo, state))
    alice.says("Who?")
    await alice.hears()

    signal.raise_signal(signal.SIGHUP)
    while not echo.reloaded_by:
        await asyncio.sleep(0.01)
    signal.raise_signal(signal.SIGINT)

    await asyncio.wait_for(served, 5)
    assert echo.reloaded_by == ["signal"]


def test_the_token_is_blotted_out_of_messages_arguments_and_traces() -> None:
    try:
        raise ValueError(f"https://api.telegram.org/bot{TOKEN}/getMe failed")
    except ValueError as error:
        record = logging.LogRecord(
            "x", logging.ERROR, "x.py", 1, "with %s", (TOKEN,), (type(error), error, None)
        )

    assert WithoutToken(TOKEN).filter(record)

    shown = logging.Formatter().format(record)
    assert "ValueError" in shown and "with" in shown
    assert SECRET not in shown


def test_what_people_write_is_not_logged_by_the_library() -> None:
    update = {"update_id": 5, "message": {"text": "a secret"}}
    record = logging.LogRecord("telegram.ext.Updater", 50, "x.py", 1, "not: %r", update, None)

    assert WithoutToken(TOKEN).filter(record)

    assert "update_id" in record.getMessage() and "a secret" not in record.getMessage()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
