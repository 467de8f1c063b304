"""The false Telegram refuses what the real one refuses, with the same status and words."""

import json
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest

from tests.bot_api import TOKEN, BotApi, false_telegram, too_many_requests

Answer = tuple[int, Any]  # the status; the result, or the description of the error
Call = Callable[..., Awaitable[Answer]]


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with false_telegram() as telegram:
        yield telegram


@pytest.fixture
async def call(api: BotApi) -> AsyncIterator[Call]:
    """Nested values are sent as JSON strings, as python-telegram-bot does."""
    async with httpx.AsyncClient() as client:

        async def send(method: str, token: str = TOKEN, **params: Any) -> Answer:
            form = {k: v if isinstance(v, str) else json.dumps(v) for k, v in params.items()}
            response = await client.post(f"{api.url}/bot{token}/{method}", data=form)
            body = response.json()
            assert body["ok"] == (response.status_code == 200)
            return response.status_code, body.get("result", body.get("description"))

        yield send


async def test_methods_and_tokens_that_do_not_exist_are_refused(call: Call) -> None:
    assert await call("sendMassage") == (404, "Not Found")
    assert await call("getMe", token="1:abc") == (401, "Unauthorized")
    assert await call("getMe", token="abc") == (404, "Not Found")
    assert (await call("GETME"))[1]["username"] == "StoryTestBot"


@pytest.mark.parametrize(
    ("params", "complaint"),
    [
        ({"text": " \n "}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "🎉" * 2049}, "message is too long"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't find end tag"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "x", "message_thread_id": 1}, "message thread not found"),
        ({"text": "x", "chat_id": 5}, "chat not found"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "y"}]]}}, "exactly one"),
        (
            {
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": "y", "callback_data": "é" * 33}]]},
            },
            "BUTTON_DATA_INVALID",
        ),
    ],
)
async def test_a_message_that_telegram_would_not_send_is_refused(
    api: BotApi, call: Call, params: dict[str, Any], complaint: str
) -> None:
    alice = api.person("Alice")

    status, description = await call("sendMessage", **{"chat_id": alice.id, **params})

    assert status == 400
    assert complaint in description
    assert len(api.refusals) == 1


async def test_markup_does_not_count_towards_the_length(api: BotApi, call: Call) -> None:
    alice = api.person("Alice")
    html = "<b>" + "&lt;" * 4096 + "</b>"

    status, message = await call("sendMessage", chat_id=alice.id, text=html, parse_mode="HTML")

    assert status == 200
    assert message["text"] == "<" * 4096
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]


async def test_a_quote_must_stand_in_the_message_replied_to(api: BotApi, call: Call) -> None:
    alice = api.person("Alice")
    asked = alice.says("🎉 Hello. Who sailed?")

    async def quoting(words: str) -> Answer:
        reply = {"message_id": asked.id, "quote": words}
        return await call("sendMessage", chat_id=alice.id, text="x", reply_parameters=reply)

    assert (await quoting("Who  sailed?"))[1] == "Bad Request: QUOTE_TEXT_INVALID"
    assert (await quoting("Who sailed?"))[1]["quote"]["position"] == 10


async def test_a_chat_out_of_reach_says_why(api: BotApi, call: Call) -> None:
    stranger, blocker, gone = api.person("S", started=False), api.person("B"), api.person("G")
    group, old = api.group("Readers", blocker), api.group("Old", blocker, kind="group")
    blocker.blocks()
    gone.deactivates()
    blocker.removes_bot(group)
    new = blocker.upgrades(old)

    assert await call("sendMessage", chat_id=stranger.id, text="x") == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    for chat, reason in {
        blocker.id: "bot was blocked by the user",
        gone.id: "user is deactivated",
        group.id: "bot was kicked from the supergroup chat",
    }.items():
        assert await call("sendMessage", chat_id=chat, text="x") == (403, f"Forbidden: {reason}")
    assert await call("sendMessage", chat_id=old.id, text="x") == (
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
    )
    assert api.calls[-1].error and api.calls[-1].error.parameters == {"migrate_to_chat_id": new.id}


async def test_an_edit_must_change_something_of_the_bots_own(api: BotApi, call: Call) -> None:
    alice = api.person("Alice")
    theirs = alice.says("Hello")
    _, mine = await call("sendMessage", chat_id=alice.id, text="x")

    async def edit(number: int, text: str) -> Answer:
        return await call("editMessageText", chat_id=alice.id, message_id=number, text=text)

    assert (await edit(mine["message_id"], "x"))[1].startswith("Bad Request: message is not modi")
    assert (await edit(theirs.id, "y"))[1] == "Bad Request: message can't be edited"
    assert (await edit(99, "y"))[1] == "Bad Request: message to edit not found"
    assert (await edit(mine["message_id"], "y"))[0] == 200
    assert (await alice.private.sees_edit()).text == "y"


async def test_a_press_is_answered_once_and_in_time(api: BotApi, call: Call) -> None:
    alice = api.person("Alice")
    keyboard = {"inline_keyboard": [[{"text": "More", "callback_data": "m"}]]}
    await call("sendMessage", chat_id=alice.id, text="x", reply_markup=keyboard)
    shown = await alice.hears()
    assert shown.buttons == ["More"]

    press, late = alice.presses(shown, "More"), alice.presses(shown, "More")
    assert (await call("answerCallbackQuery", callback_query_id=press.id, text="Here"))[0] == 200
    assert (await press.answered())["text"] == "Here"
    again = await call("answerCallbackQuery", callback_query_id=press.id)
    api.world.skipped += 3600
    too_late = await call("answerCallbackQuery", callback_query_id=late.id)

    for status, description in (again, too_late):
        assert status == 400
        assert "query is too old and response timeout expired" in description


async def test_inline_results_are_checked_and_can_be_picked(api: BotApi, call: Call) -> None:
    alice = api.person("Alice")
    group = api.group("Readers", alice)
    content = {"message_text": "<b>Ann</b> sailed", "parse_mode": "HTML"}
    result = {"type": "article", "id": "1", "title": "Ann", "input_message_content": content}

    ask = alice.asks_inline("who sailed")
    twice = await call("answerInlineQuery", inline_query_id=ask.id, results=[result, result])
    assert twice == (400, "Bad Request: RESULT_ID_DUPLICATE")
    assert (await call("answerInlineQuery", inline_query_id=ask.id, results=[result]))[0] == 200
    (offered,) = (await ask.answered())["results"]

    shown = alice.picks(offered, group)
    assert shown.text == "Ann sailed" and shown.styled("bold") == ["Ann"]


async def test_files_go_up_and_down(api: BotApi) -> None:
    alice = api.person("Alice")
    sent = alice.uploads("story.txt", b"The ferry sailed.", caption="A new story")

    async with httpx.AsyncClient(base_url=api.url) as client:
        file_id = sent.json["document"]["file_id"]
        found = (await client.get(f"/bot{TOKEN}/getFile", params={"file_id": file_id})).json()
        path = found["result"]["file_path"]
        down = await client.get(f"/file/bot{TOKEN}/{path}")
        up = await client.post(
            f"/bot{TOKEN}/sendDocument",
            data={"chat_id": str(alice.id), "document": "attach://it", "caption": "Back"},
            files={"it": ("back.txt", down.content, "text/plain")},
        )

    assert down.content == b"The ferry sailed."
    assert up.status_code == 200
    shown = await alice.hears()
    assert shown.text == "Back" and shown.json["document"]["file_name"] == "back.txt"


async def test_a_failure_that_a_test_arranges_happens_once(api: BotApi, call: Call) -> None:
    alice = api.person("Alice")
    api.fails("sendMessage", too_many_requests(7))

    refused = await call("sendMessage", chat_id=alice.id, text="x")
    sent = await call("sendMessage", chat_id=alice.id, text="x")

    assert refused == (429, "Too Many Requests: retry after 7")
    assert sent[0] == 200
    assert api.refusals == []


@pytest.mark.parametrize(
    ("width", "height", "complaint"),
    [(6000, 4001, "PHOTO_INVALID_DIMENSIONS"), (100, 2001, "PHOTO_INVALID_DIMENSIONS")],
)
async def test_pictures_too_large_or_too_long_are_refused(
    api: BotApi, width: int, height: int, complaint: str
) -> None:
    alice = api.person("Alice")

    status, answer = await upload(api, alice.id, png(width, height))

    assert status == 400 and complaint in answer


async def test_a_picture_has_its_own_size_and_what_is_none_is_refused(api: BotApi) -> None:
    alice = api.person("Alice")

    _, message = await upload(api, alice.id, png(1080, 1900))
    status, complaint = await upload(api, alice.id, b"GIF89a")

    assert (message["photo"][0]["width"], message["photo"][0]["height"]) == (1080, 1900)
    assert status == 400 and "IMAGE_PROCESS_FAILED" in complaint


def png(width: int, height: int) -> bytes:
    """The first bytes of one."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height)


async def upload(api: BotApi, chat: int, photo: bytes) -> Answer:
    async with httpx.AsyncClient() as client:
        response = await client.post(
            f"{api.url}/bot{TOKEN}/sendPhoto",
            data={"chat_id": chat},
            files={"photo": ("p.png", photo, "image/png")},
        )
    body = response.json()
    return response.status_code, body.get("result", body.get("description"))
