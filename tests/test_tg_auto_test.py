"""The same bot over another false Telegram than our own: tg-auto-test's, which is one private chat.

It needs Python 3.12 or later; on 3.11 these flows are passed over.
"""

import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.app import build
from bot.desk import Desk
from bot.settings import Settings
from tests.serving import state_of_its_own

if sys.version_info < (3, 12):
    pytest.skip("tg-auto-test needs Python 3.12 or later", allow_module_level=True)
serverless = pytest.importorskip(
    "tg_auto_test.test_utils.serverless_telegram_client",
    reason="the extra other-telegram is not installed",
)

pytest_plugins = ("tests.telegram_fixtures",)

LED = "Who led the rescue?"


@pytest.fixture
async def client(ferry_desk: Desk) -> AsyncIterator[Any]:
    """Its Telethon-like client, with our application behind it."""
    with state_of_its_own() as state:
        client = serverless.ServerlessTelegramClient(
            lambda builder: build(Settings(), ferry_desk, state, builder=builder),
            bot_username="StoryTestBot",
        )
        await client.connect()
        try:
            yield client
        finally:
            await client.disconnect()


@pytest.fixture
async def chat(client: Any) -> AsyncIterator[Any]:
    async with client.conversation("StoryTestBot") as conversation:
        yield conversation


def labels(message: Any) -> list[str]:
    return [button.text for row in message.buttons or [] for button in row]


async def asked(chat: Any, text: str) -> Any:
    """What the bot answers to a message."""
    await chat.send_message(text, parse_mode=None)
    return await chat.get_response()


async def test_a_question_gets_its_answer_and_the_sentence_behind_it(chat: Any) -> None:
    answer = await asked(chat, LED)

    assert "Ingrid Aasen" in answer.text.split("[1]")[0] and "\n[1] " in answer.text
    assert {type(entity).__name__ for entity in answer.entities} >= {"MessageEntityBold"}


async def test_a_follow_up_is_about_the_question_before(chat: Any) -> None:
    await asked(chat, LED)

    assert "Ingrid Aasen" in (await asked(chat, "And what did she say?")).text


async def test_what_the_story_does_not_say_is_not_answered(chat: Any) -> None:
    answer = await asked(chat, "Who painted the ferry?")

    assert not answer.text.splitlines()[0].endswith("[1].")
    assert "Tell me if the story answers this" in labels(answer)


async def test_every_example_of_the_help_is_answered(chat: Any) -> None:
    told = await asked(chat, "/help")
    examples = [line[2:] for line in told.text.splitlines() if line.startswith("• ")]

    assert len(examples) == 3
    for question in examples:
        assert "[1]" in (await asked(chat, question)).text


async def test_context_opens_in_the_message_and_closes_again(chat: Any) -> None:
    answer = await asked(chat, LED)

    await answer.click(text="Context")
    opened = await chat.get_edit()
    assert opened.id == answer.id and len(opened.text) != len(answer.text)
    await opened.click(text="‹ Answer")

    # here question and answer may have one number, and then the question stands above
    assert (await chat.get_edit()).text.endswith(answer.text)


async def test_a_vote_is_thanked_for_and_taken_back(chat: Any) -> None:
    answer = await asked(chat, LED)

    assert (await answer.click(text="👍")).message == "Thank you."
    assert "taken back" in (await answer.click(text="👍")).message


async def test_a_suggested_question_is_answered_at_a_press(chat: Any) -> None:
    answer = await asked(chat, LED)
    question = labels(answer)[-1]

    await answer.click(text=question)

    assert (await chat.get_response()).text.startswith(question)


@pytest.mark.parametrize("name", ["story", "people", "timeline", "numbers", "quotes"])
async def test_each_list_of_the_story_is_shown(chat: Any, name: str) -> None:
    shown = await asked(chat, f"/{name}")
    if shown.photo:
        shown = shown if "\n" in shown.text else await chat.get_response()

    assert shown.text.count("\n") > 1


async def test_a_file_is_refused_and_its_caption_is_answered(chat: Any) -> None:
    await chat.send_file(b"some file", force_document=True)
    assert "only read text" in (await chat.get_response()).text

    await chat.send_file(b"some file", force_document=True, caption=LED)
    assert "Ingrid Aasen" in (await chat.get_response()).text
