"""Readers in a group, the real desk behind the bot."""

from collections.abc import Callable

from spacy.language import Language

from bot.desk import Desk
from bot.replies import Replies
from bot.state import State
from tests.bot_api import BotApi
from tests.bot_api.markup import utf16
from tests.golden import STORIES
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


async def test_a_reply_to_an_older_answer_goes_on_from_that_one(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora, emil = api.person("Nora"), api.person("Emil")
    group = api.group("Passengers", nora, emil)

    async with serving(api, ferry_desk):
        nora.says(f"{ASK} Who owns the Solveig?", group)
        older = await group.hears()
        emil.says(f"{ASK} What did Nora Eide say?", group)
        newer = await group.hears()

        nora.says("When was it built?", group, reply_to=older)
        built = await group.hears()
        emil.says("How old is she?", group, reply_to=newer)
        age = await group.hears()

    assert "1998" in built.text
    assert "34" in age.text


async def test_a_conversation_goes_on_after_a_restart_by_a_reply(
    api: BotApi, desk_on: Callable[[str], Desk], state: State
) -> None:
    nora = api.person("Nora")
    group = api.group("Passengers", nora)

    async with serving(api, desk_on("ferry"), state=state):
        nora.says(f"{ASK} What did Nora Eide say?", group)
        answer = await group.hears()
    desk_on("ferry").ask("Who led the rescue?", chat=f"g{group.id}/0")  # others went on meanwhile
    async with serving(api, desk_on("ferry"), state=state):
        nora.says("How old is she?", group, reply_to=answer)

        assert "34" in (await group.hears()).text


async def test_what_is_asked_in_private_is_not_known_in_a_group(
    api: BotApi, nlp: Language, replies: Replies
) -> None:
    nora = api.person("Nora")
    group = api.group("Passengers", nora)

    async with serving(api, Desk(STORIES["ferry"], nlp, replies)):
        nora.says("Who is Nora Eide?")
        await nora.hears()
        nora.says(f"{ASK} How old is she?", group)

        assert "34" not in (await group.hears()).text


async def test_who_says_so_gets_the_source_of_the_answer_replied_to(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")
    group = api.group("Passengers", nora)

    async with serving(api, ferry_desk):
        nora.says(f"{ASK} How long had the captain been awake?", group)
        older = await group.hears()
        nora.says(f"{ASK} Who led the rescue?", group)
        await group.hears()
        for words in ("Who says so?", "source?"):
            nora.says(words, group, reply_to=older)
            source = await group.hears()
            assert "20 hours" in source.styled("expandable_blockquote")[0]


async def test_quoted_words_of_an_answer_get_the_source_of_that_claim(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")
    group = api.group("Passengers", nora)

    async with serving(api, ferry_desk):
        nora.says(f"{ASK} Who were the last to leave the ferry?", group)
        answer = await group.hears()
        assert "Tomas Brekke" in answer.text and "Maria Lunde" in answer.text
        sources = {}
        for name in ("Tomas Brekke", "Maria Lunde"):
            nora.says("source?", group, reply_to=answer, quote=quoted(answer.text, name))
            (sources[name],) = (await group.hears()).styled("expandable_blockquote")

    assert sources["Tomas Brekke"].startswith("Among them was chief engineer Tomas Brekke")
    assert sources["Maria Lunde"].startswith("Transport Minister Kjell Dahl identified")


async def test_start_tells_how_much_telegram_shows_the_bot(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora")
    group = api.group("Passengers", nora)

    async with serving(api, ferry_desk):
        nora.says("/start@StoryTestBot", group)
        assert "privacy mode is on" in (await group.hears()).text

        api.world.privacy = False  # @BotFather was told so meanwhile
        nora.says("/start@StoryTestBot", group)
        assert "privacy mode is off" in (await group.hears()).text


def quoted(text: str, words: str) -> dict[str, object]:
    return {"text": words, "position": utf16(text[: text.index(words)]), "is_manual": True}
