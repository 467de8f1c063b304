"""The false Telegram hands out updates as the real one does."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from aiohttp import web

from tests.bot_api import BOT_ID, TOKEN, BotApi, false_telegram


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with false_telegram() as telegram:
        yield telegram


@pytest.fixture
async def client(api: BotApi) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"{api.url}/bot{TOKEN}/") as client:
        yield client


async def updates(client: httpx.AsyncClient, **params: Any) -> list[int]:
    response = await client.post("getUpdates", json=params)
    return [update["update_id"] for update in response.json()["result"]]


async def test_updates_come_again_until_a_higher_offset_confirms_them(
    api: BotApi, client: httpx.AsyncClient
) -> None:
    alice = api.person("Alice")
    for number in range(3):
        alice.says(str(number))

    first = await updates(client)
    again = await updates(client, limit=2)
    rest = await updates(client, offset=first[1])

    assert len(first) == 3
    assert again == first[:2]
    assert rest == first[1:]
    assert await updates(client, offset=first[2] + 1) == []


async def test_a_poll_waits_for_the_next_update(api: BotApi, client: httpx.AsyncClient) -> None:
    poll = asyncio.create_task(updates(client, timeout=50))
    await api.until(lambda: api.world.updates.is_polled)

    api.person("Alice").says("Hello")

    assert len(await poll) == 1


async def test_the_second_poller_ends_the_first_ones_poll(
    api: BotApi, client: httpx.AsyncClient
) -> None:
    first = asyncio.create_task(client.post("getUpdates", json={"timeout": 50}))
    await api.until(lambda: api.world.updates.is_polled)

    assert (await client.post("getUpdates", json={})).status_code == 200

    refused = await first
    assert refused.status_code == 409
    assert "terminated by other getUpdates request" in refused.json()["description"]


async def test_kinds_that_are_not_allowed_do_not_come_and_not_given_keeps_the_last(
    api: BotApi, client: httpx.AsyncClient
) -> None:
    alice = api.person("Alice")
    await updates(client, allowed_updates=["edited_message"])

    message = alice.says("One")
    alice.edits(message, "Two")

    (update,) = (await client.post("getUpdates", json={})).json()["result"]
    assert update["edited_message"]["text"] == "Two"


async def test_reactions_come_only_when_they_are_asked_for(
    api: BotApi, client: httpx.AsyncClient
) -> None:
    alice = api.person("Alice")
    message = alice.says("One")

    alice.reacts(message, "👍")
    assert len(await updates(client)) == 1
    await updates(client, allowed_updates=["message_reaction"])
    alice.reacts(message)

    *_, update = (await client.post("getUpdates", json={})).json()["result"]
    assert update["message_reaction"]["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert update["message_reaction"]["new_reaction"] == []


async def test_a_webhook_gets_each_update_until_it_takes_it(
    api: BotApi, client: httpx.AsyncClient
) -> None:
    taken: list[tuple[str | None, str]] = []

    async def hook(request: web.Request) -> web.Response:
        update = await request.json()
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        taken.append((secret, update["message"]["text"]))
        return web.Response(status=500 if len(taken) == 1 else 200)

    application = web.Application()
    application.router.add_post("/hook", hook)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    url = f"http://127.0.0.1:{port}/hook"

    await client.post("setWebhook", json={"url": url, "secret_token": "s3cret"})
    polled = await client.post("getUpdates", json={})
    alice = api.person("Alice")
    alice.says("One")
    alice.says("Two")
    await api.until(lambda: not api.world.updates.waiting)
    info = (await client.post("getWebhookInfo")).json()["result"]
    await client.post("deleteWebhook", json={"drop_pending_updates": True})
    await runner.cleanup()

    assert polled.status_code == 409
    assert "can't use getUpdates method while webhook is active" in polled.json()["description"]
    assert taken == [("s3cret", "One"), ("s3cret", "One"), ("s3cret", "Two")]
    assert info == {"url": url, "has_custom_certificate": False, "pending_update_count": 0}
    assert await updates(client) == []


async def test_privacy_mode_lets_through_what_telegram_lets_through(
    api: BotApi, client: httpx.AsyncClient
) -> None:
    alice = api.person("Alice")
    group = api.group("Readers", alice)
    mine = (await client.post("sendMessage", json={"chat_id": group.id, "text": "Hi"})).json()
    said = await group.hears()
    assert said.json == mine["result"]

    alice.says("hello", group)
    alice.says("@StoryTestBot hello", group)
    alice.says("/ask@OtherBot hello", group)
    alice.says("/ask@StoryTestBot 1", group)
    alice.says("/ask 2", group)  # the bot was the last bot to write
    alice.says("3", group, reply_to=said)
    alice.says("4", group, via_bot=api.world.bot_user)
    api.group("Elsewhere", alice).members.pop(BOT_ID)

    got = (await client.post("getUpdates", json={})).json()["result"]
    assert [update["message"]["text"][-1] for update in got] == ["1", "2", "3", "4"]
