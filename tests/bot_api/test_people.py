"""What people do reaches the bot in a form that python-telegram-bot can read."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot, ChatMember, InlineQueryResultArticle, InputTextMessageContent, Update
from telegram.error import BadRequest, Forbidden

from tests.bot_api import BOT_ID, TOKEN, BotApi, Person, false_telegram


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with false_telegram() as telegram:
        yield telegram


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, f"{api.url}/bot", f"{api.url}/file/bot") as bot:
        yield bot


@pytest.fixture
def alice(api: BotApi) -> Person:
    return api.person("Alice")


async def fetch(bot: Bot) -> list[Update]:
    return list(await bot.get_updates(allowed_updates=Update.ALL_TYPES))


async def test_coming_and_going_is_told(api: BotApi, bot: Bot, alice: Person) -> None:
    await fetch(bot)
    group, bob = api.group("Readers", alice), api.person("Bob")
    bob.joins(group)
    bob.leaves(group)
    alice.removes_bot(group)
    alice.adds_bot(group, "administrator")
    alice.blocks()
    alice.unblocks()

    joined, left, removed, added, welcomed, blocked, unblocked = await fetch(bot)

    assert joined.message and joined.message.new_chat_members[0].first_name == "Bob"
    assert left.message and left.message.left_chat_member
    assert welcomed.message and welcomed.message.new_chat_members[0].id == BOT_ID
    changes = [update.my_chat_member for update in (removed, added, blocked, unblocked)]
    assert [(c.old_chat_member.status, c.new_chat_member.status) for c in changes if c] == [
        (ChatMember.MEMBER, ChatMember.BANNED),
        (ChatMember.LEFT, ChatMember.ADMINISTRATOR),
        (ChatMember.MEMBER, ChatMember.BANNED),
        (ChatMember.BANNED, ChatMember.MEMBER),
    ]


async def test_topics_open_and_go_with_what_is_in_them(
    api: BotApi, bot: Bot, alice: Person
) -> None:
    forum = api.group("Forum", alice, forum=True)
    topic = alice.opens_topic(forum, "News")
    asked = alice.says("/ask@StoryTestBot Who?", forum, topic=topic)

    opened, said = await fetch(bot)
    assert opened.message and opened.message.forum_topic_created
    assert said.message and said.message.is_topic_message
    assert said.message.message_thread_id == topic

    await bot.send_chat_action(forum.id, "typing", message_thread_id=topic)
    assert forum.actions == [{"action": "typing", "topic": topic}]
    alice.deletes_topic(forum, topic)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum.id, "x", message_thread_id=topic)
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(forum.id, "x", reply_to_message_id=asked.id)


async def test_an_anonymous_admin_writes_as_the_group_and_presses_as_themselves(
    api: BotApi, bot: Bot, alice: Person
) -> None:
    group = api.group("Readers", alice)
    alice.anonymous_in.add(group.id)
    alice.says("/ask@StoryTestBot Who?", group)
    keyboard = {"inline_keyboard": [[{"text": "More", "callback_data": "m"}]]}
    await bot.send_message(group.id, "x", api_kwargs={"reply_markup": keyboard})
    press = alice.presses(await group.hears(), "More")

    said, pressed = await fetch(bot)
    assert said.message and said.message.sender_chat and said.message.sender_chat.id == group.id
    assert pressed.callback_query and pressed.callback_query.from_user.id == alice.id
    await bot.answer_callback_query(press.id)
    assert press.answer.done()


async def test_a_group_that_is_upgraded_tells_its_new_number(
    api: BotApi, bot: Bot, alice: Person
) -> None:
    group = api.group("Readers", alice, kind="group")
    new = alice.upgrades(group)

    there, here = await fetch(bot)
    assert there.message and there.message.migrate_to_chat_id == new.id
    assert here.message and here.message.migrate_from_chat_id == group.id


async def test_a_guest_question_is_answered_with_one_result(bot: Bot, alice: Person) -> None:
    ask = alice.asks_as_guest("@StoryTestBot who?")

    (update,) = await fetch(bot)
    assert update.guest_message and update.guest_message.guest_query_id == ask.id
    content = InputTextMessageContent("Ann")
    await bot.answer_guest_query(ask.id, InlineQueryResultArticle("1", "t", content))
    assert (await ask.answered())["message"]["text"] == "Ann"


async def test_what_the_bot_asks_about_chats_and_members_is_whole(
    api: BotApi, bot: Bot, alice: Person
) -> None:
    group = api.group("Readers", alice, bot="administrator")

    assert (await bot.get_chat(group.id)).title == "Readers"
    assert (await bot.get_chat_member(group.id, alice.id)).status == ChatMember.MEMBER
    assert [each.user.id for each in await bot.get_chat_administrators(group.id)] == [BOT_ID]
    shown = alice.says("Hello", group)
    await bot.set_message_reaction(group.id, shown.id, "👍")
    with pytest.raises(BadRequest, match="Reaction_invalid"):
        await bot.set_message_reaction(group.id, shown.id, "x")
    await bot.delete_message(group.id, shown.id)
    await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="not a member"):
        await bot.send_message(group.id, "x")


async def test_menus_and_profile_are_kept_for_each_scope_and_language(
    bot: Bot,
) -> None:
    await bot.set_my_commands([("ask", "Ask")])
    await bot.set_my_commands([("ask", "Preguntar")], language_code="es")
    await bot.set_my_description("A bot")
    await bot.set_my_short_description("Short")

    assert (await bot.get_my_commands())[0].description == "Ask"
    assert (await bot.get_my_commands(language_code="es"))[0].description == "Preguntar"
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == ()
    assert (await bot.get_my_description()).description == "A bot"
    assert (await bot.get_my_short_description()).short_description == "Short"
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([("Ask!", "Ask")])
