"""Groups: an answer for everybody who addresses the bot, silence for everything else."""

import pytest

from tests.bot_api import BotApi, Person, Place, Shown, text_mention
from tests.serving import EchoDesk

pytest_plugins = ("tests.telegram_fixtures",)

pytestmark = pytest.mark.usefixtures("bot")
SENTINEL = "/ask@StoryTestBot Last?"  # messages of a chat are taken in order: this one comes last


@pytest.fixture
def alice(api: BotApi) -> Person:
    return api.person("Alice")


@pytest.fixture
def group(api: BotApi, alice: Person) -> Place:
    return api.group("Readers", alice)


async def test_ask_with_the_bots_name_is_answered_as_a_reply_to_the_asker(
    alice: Person, group: Place, echo: EchoDesk
) -> None:
    question = alice.says("/ask@StoryTestBot Who sailed?", group)
    answer = await group.hears()

    assert answer.text.startswith("You asked: Who sailed? [1]")
    assert answer.reply_to == question.id
    assert echo.asked == [("Who sailed?", f"g{group.id}/0")]


async def test_a_reply_to_the_bots_message_is_a_question(alice: Person, group: Place) -> None:
    alice.says("/ask@StoryTestBot Who sailed?", group)
    answer = await group.hears()

    follow_up = alice.says("And when?", group, reply_to=answer)

    second = await group.hears()
    assert "You asked: And when?" in second.text
    assert second.reply_to == follow_up.id


@pytest.mark.parametrize(
    "text",
    [
        "@StoryTestBot who sailed?",
        "🎉👩‍👩‍👧 who sailed, @storytestbot?",
        "@STORYTESTBOT: who sailed?",
    ],
)
async def test_a_mention_is_a_question_wherever_it_stands(
    api: BotApi, alice: Person, group: Place, text: str
) -> None:
    api.world.privacy = False  # with privacy mode on, Telegram keeps a bare mention back

    alice.says(text, group)
    answer = await group.hears()

    assert "who sailed?" in answer.text
    assert "@" not in answer.text


async def test_a_name_that_links_to_the_bot_is_a_mention(
    api: BotApi, alice: Person, group: Place
) -> None:
    api.world.privacy = False
    text = "😀 Story, who sailed?"

    alice.says(text, group, entities=[text_mention(text, "Story", api.world.bot_user)])

    assert "You asked: 😀, who sailed?" in (await group.hears()).text


async def test_the_words_under_a_picture_may_address_the_bot(alice: Person, group: Place) -> None:
    photo = {"file_id": "p", "file_unique_id": "p", "width": 90, "height": 90}

    alice.sends(group, photo=[photo], caption="/ask@StoryTestBot Who is this?")

    assert "You asked: Who is this?" in (await group.hears()).text


async def test_everything_that_is_not_for_the_bot_is_met_with_silence(
    api: BotApi, alice: Person, group: Place, echo: EchoDesk
) -> None:
    api.world.privacy = False
    api.world.bots_hear_bots = True
    api.world.updates.allowed = None
    bob, robot = api.person("Bob"), api.person("Robot", is_bot=True)
    news = api.group("News", kind="channel")
    chatter = alice.says("Who sailed?", group)

    bob.says("I do not know", group, reply_to=chatter)
    bob.edits(chatter, "@StoryTestBot who sailed?")
    alice.says("/ask Who sailed?", group)
    alice.says("/ask@OtherBot Who sailed?", group)
    alice.says("/weather@StoryTestBot", group)
    alice.says("Write to ask@StoryTestBot.example or see https://t.me/@StoryTestBot", group)
    alice.says("@StoryTestBots who sailed?", group)
    alice.says("@StoryTestBot who sailed?", group, via_bot=api.world.bot_user)
    alice.says("@StoryTestBot who?", group, forward_origin=forwarded_from(bob))
    own = Shown(api.world.post(group, {"from": api.world.bot_user}, text="An answer"))
    robot.says("Who sailed?", group, reply_to=own)
    alice.posts(news, "@StoryTestBot who sailed?", discussed_in=group)
    alice.sends(group, new_chat_members=[bob.user])
    alice.says(SENTINEL, group)

    assert "Last?" in (await group.hears()).text
    assert [question for question, _ in echo.asked] == ["Last?"]
    assert group.is_quiet


async def test_a_reply_to_an_answer_with_no_words_is_met_with_silence(
    alice: Person, group: Place, echo: EchoDesk
) -> None:
    alice.says("/ask@StoryTestBot First?", group)
    answer = await group.hears()

    alice.sends(group, reply_to=answer, photo=[])
    alice.says("/other@OtherBot", group, reply_to=answer)
    alice.says(SENTINEL, group)

    assert "Last?" in (await group.hears()).text
    assert len(echo.asked) == 2


async def test_privacy_mode_withholds_what_is_not_addressed(
    api: BotApi, alice: Person, group: Place
) -> None:
    alice.says("Who sailed?", group)
    alice.says("@StoryTestBot who sailed?", group)
    alice.says(SENTINEL, group)
    await group.hears()

    (sent,) = api.called("sendMessage")
    assert "Last?" in sent.text("text")


async def test_the_answer_goes_into_the_topic_of_the_question(
    api: BotApi, alice: Person, echo: EchoDesk
) -> None:
    forum = api.group("Forum", alice, forum=True)
    topic = alice.opens_topic(forum, "News")

    alice.says("/ask@StoryTestBot Who?", forum, topic=topic)
    answer = await forum.hears()
    alice.says("And when?", forum, reply_to=answer)
    second = await forum.hears()
    alice.says("/ask@StoryTestBot Where?", forum)  # in General, which is no thread
    general = await forum.hears()

    assert (answer.topic, second.topic, general.topic) == (topic, topic, None)
    assert [chat for _, chat in echo.asked] == [
        f"g{forum.id}/{topic}",
        f"g{forum.id}/{topic}",
        f"g{forum.id}/0",
    ]


async def test_a_reply_thread_outside_a_forum_is_no_topic(
    alice: Person, group: Place, echo: EchoDesk
) -> None:
    alice.says("/ask@StoryTestBot Who?", group, message_thread_id=77)  # tdlib/telegram-bot-api #447

    assert (await group.hears()).topic is None
    assert echo.asked == [("Who?", f"g{group.id}/0")]


async def test_a_question_deleted_meanwhile_is_answered_without_being_replied_to(
    alice: Person, group: Place
) -> None:
    question = alice.says("/ask@StoryTestBot Who?", group)
    alice.deletes(question)

    assert (await group.hears()).reply_to is None


async def test_an_anonymous_admin_is_a_person(alice: Person, group: Place) -> None:
    alice.anonymous_in.add(group.id)

    alice.says("/ask@StoryTestBot Who?", group)

    assert "You asked: Who?" in (await group.hears()).text


async def test_the_bots_own_commands_are_answered_when_they_name_it(
    alice: Person, group: Place, echo: EchoDesk
) -> None:
    for command, words in {
        "/start@StoryTestBot": "In a group I answer only when I am asked",
        "/help@storytestbot": "Write /ask@StoryTestBot",
        "/sources@StoryTestBot": "Ferry sails again",
        "/ask@StoryTestBot": "Write your question after the command",
        "/ask@StoryTestBot  ": "Write your question after the command",
    }.items():
        alice.says(command, group)
        assert words in (await group.hears()).text
    assert echo.asked == []


def forwarded_from(person: Person) -> dict[str, object]:
    return {"type": "user", "date": 1, "sender_user": person.user}
