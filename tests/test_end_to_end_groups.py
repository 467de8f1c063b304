"""Readers in a group, the real desk behind the bot."""

from bot.desk import Desk
from tests.bot_api import BotApi
from tests.serving import serving

pytest_plugins = ("tests.telegram_fixtures",)

ASK = "/ask@StoryTestBot"


async def test_a_group_with_privacy_mode_on_asks_follows_up_and_is_otherwise_left_alone(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora, emil = api.person("Nora"), api.person("Emil")
    group = api.group("Passengers", nora, emil)

    async with serving(api, ferry_desk):
        nora.says("/start@StoryTestBot", group)
        assert ASK in (await group.hears()).text

        nora.says("Who led the rescue?", group)
        question = nora.says(f"{ASK} Who led the rescue?", group)
        answer = await group.hears()
        assert "Ingrid Aasen" in answer.text
        assert answer.reply_to == question.id

        follow_up = emil.says("When was the ferry built?", group, reply_to=answer)
        second = await group.hears()
        assert "1998" in second.text
        assert second.reply_to == follow_up.id

        assert group.is_quiet
        assert nora.private.is_quiet and emil.private.is_quiet


async def test_each_topic_of_a_forum_gets_its_own_answers(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora")
    forum = api.group("Passengers", nora, forum=True)
    rescue, ship = nora.opens_topic(forum, "Rescue"), nora.opens_topic(forum, "Ship")

    async with serving(api, ferry_desk):
        nora.says(f"{ASK} Who led the rescue?", forum, topic=rescue)
        first = await forum.hears()
        nora.says(f"{ASK} When was the ferry built?", forum, topic=ship)
        second = await forum.hears()

    assert "Ingrid Aasen" in first.text and first.topic == rescue
    assert "1998" in second.text and second.topic == ship


async def test_a_mention_is_answered_where_the_bot_may_read_everything(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")
    group = api.group("Passengers", nora, bot="administrator")

    async with serving(api, ferry_desk):
        nora.says("Nobody asked you.", group)
        nora.says("🚢 When was the ferry built, @StoryTestBot?", group)

        assert "1998" in (await group.hears()).text
        assert group.is_quiet
