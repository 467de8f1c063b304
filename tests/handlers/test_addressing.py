"""Whether a group's message is for the bot, and what it asks; as pure functions."""

from typing import Any

import pytest
from telegram import Message, User

from bot.handlers.addressing import (
    Quote,
    command_in,
    question_in,
    quote_of,
    should_answer,
    topic_of,
)
from tests.bot_api.markup import find_entities

ME = User(7, "Story", is_bot=True, username="StoryBot")
PERSON = {"id": 8, "is_bot": False, "first_name": "Alice"}
ROBOT = {"id": 9, "is_bot": True, "first_name": "Robot"}
GROUP = {"id": -5, "type": "supergroup", "title": "Readers"}


def message(text: str = "", **more: Any) -> Message:
    data = {"message_id": 2, "date": 1, "chat": GROUP, "from": PERSON, **more}
    if text:
        data = {"text": text, "entities": find_entities(text), **data}
    found = Message.de_json(data, None)
    assert found
    return found


def by(user: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"message_id": 1, "date": 1, "chat": GROUP, "from": user, "text": "…", **more}


MINE = by(ME.to_dict())


@pytest.mark.parametrize(
    "silent",
    [
        message("Who sailed?"),
        message("Who sailed?", reply_to_message=by(PERSON)),
        message("Who sailed?", reply_to_message=by(PERSON, via_bot=ME.to_dict())),
        message(
            "Who?", reply_to_message={**MINE, "forum_topic_created": {"name": "N", "icon_color": 1}}
        ),
        message("/ask Who sailed?"),
        message("/ask@OtherBot Who sailed?"),
        message("/ask@OtherBot Who sailed?", reply_to_message=MINE),
        message("/stop", reply_to_message=MINE),
        message("/reload@StoryBot"),
        message("mail ask@StoryBot.example"),
        message("@StoryBots who sailed?"),
        message("StoryBot who sailed?"),
        message("@StoryBot who sailed?", via_bot=ROBOT),
        message("Who sailed?", reply_to_message=MINE, **{"from": ROBOT}),
        message("@StoryBot?", forward_origin={"type": "user", "date": 1, "sender_user": PERSON}),
        message("@StoryBot who?", is_automatic_forward=True),
        message(new_chat_members=[ME.to_dict()]),
        message(reply_to_message=MINE, photo=[]),
    ],
    ids=lambda silent: silent.text or "no words",
)
def test_silence(silent: Message) -> None:
    assert not should_answer(silent, ME)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("/ask@StoryBot Who sailed?", "Who sailed?"),
        ("/ASK@storybot   Who\nsailed?", "Who sailed?"),
        ("/ask@StoryBot", ""),
        ("/start@StoryBot payload", "payload"),
        ("@StoryBot", ""),
        ("@storybot, who sailed?", "who sailed?"),
        ("Who sailed, @StoryBot?", "Who sailed?"),
        ("Who sailed @StoryBot ?", "Who sailed?"),
        ("🇻🇪🎉 @StoryBot: who sailed?", "🇻🇪🎉 : who sailed?"),
        ("Tell me, @StoryBot, who sailed?", "Tell me, who sailed?"),
        ("@StoryBot who is @alice_w?", "who is @alice_w?"),
        ("@StoryBot @StoryBot who?", "who?"),
    ],
)
def test_what_names_the_bot_is_for_it_and_its_name_is_no_part_of_the_question(
    text: str, question: str
) -> None:
    asked = message(text)

    assert should_answer(asked, ME)
    assert question_in(asked, ME) == question


def test_a_reply_to_the_bot_is_for_it() -> None:
    assert should_answer(message("And when?", reply_to_message=MINE), ME)
    assert should_answer(message("/ask And when?", reply_to_message=MINE), ME)


def test_somebody_who_writes_for_a_chat_is_no_bot() -> None:
    anonymous = message("@StoryBot who?", **{"from": ROBOT}, sender_chat=GROUP)

    assert should_answer(anonymous, ME)


def test_a_command_is_what_a_message_opens_with() -> None:
    assert command_in(message("/Ask@StoryBot Who?")) == ("ask", "storybot")
    assert command_in(message("/ask Who?")) == ("ask", "")
    assert command_in(message("Use /ask@StoryBot")) == ("", "")
    assert command_in(message("Who?")) == ("", "")


def test_the_question_is_quoted_where_it_stands_in_utf16() -> None:
    asked = message("🎉 I was there. Who won? 🎉")

    assert quote_of(asked, "Who won?") == Quote("Who won?", 16)


@pytest.mark.parametrize(
    "asked",
    [
        message("Who lost?"),
        message("x" * 1017 + " Who won?"),
        message("Who won?", entities=[{"type": "bold", "offset": 4, "length": 3}]),
    ],
    ids=["not there", "fits", "in bold"],
)
def test_what_telegram_would_refuse_is_not_quoted(asked: Message) -> None:
    long = "x" * 1017 + " Who won?"

    assert quote_of(asked, long if asked.text == long else "Who won?") is None


def test_general_is_no_topic() -> None:
    general = message("Who?", message_thread_id=1, is_topic_message=True)
    thread = message("Who?", message_thread_id=7)
    topic = message("Who?", message_thread_id=7, is_topic_message=True)

    assert [topic_of(each) for each in (general, thread, topic)] == [0, 0, 7]


def test_another_bot_must_name_this_one() -> None:
    assert should_answer(message("@StoryBot who sailed?", **{"from": ROBOT}), ME)
    assert should_answer(message("/ask@StoryBot who?", **{"from": ROBOT}), ME)
    assert not should_answer(message("who?", reply_to_message=MINE, **{"from": ROBOT}), ME)
