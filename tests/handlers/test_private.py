"""Private chats: everything is a question, a command, or politely refused."""

import pytest

from tests.bot_api import BotApi, bad_request
from tests.serving import EchoDesk

pytest_plugins = ("tests.telegram_fixtures",)

pytestmark = pytest.mark.usefixtures("bot")


async def test_a_text_is_a_question_and_its_answer_names_the_source(
    api: BotApi, echo: EchoDesk
) -> None:
    alice = api.person("Alice")

    alice.says("When did it sail?")
    answer = await alice.hears()

    assert answer.text == (
        "You asked: When did it sail? [1]\n\n"
        "[1] The Daily, 9 Jan 2026, sentence 1\nThe ferry sailed on Friday."
    )
    assert answer.styled("bold") == ["When did it sail?", "ferry"]
    assert answer.styled("expandable_blockquote") == ["The ferry sailed on Friday."]
    assert answer.styled("text_link") == ["The Daily"]
    assert answer.reply_to is None  # in private it is clear what is answered
    assert echo.asked == [("When did it sail?", f"p{alice.id}")]


async def test_no_answer_shows_a_link_preview(api: BotApi) -> None:
    alice = api.person("Alice")

    alice.says("When?")
    await alice.hears()

    (sent,) = api.called("sendMessage")
    assert sent.nested("link_preview_options") == {"is_disabled": True}


async def test_questions_of_one_person_are_answered_in_order(api: BotApi) -> None:
    alice = api.person("Alice")

    for number in range(20):
        alice.says(f"Question {number}?")

    for number in range(20):
        assert f"Question {number}?" in (await alice.hears()).text


async def test_words_under_a_picture_are_a_question(api: BotApi) -> None:
    alice = api.person("Alice")

    alice.sends(photo=[PHOTO], caption="Who is this?")

    assert "Who is this?" in (await alice.hears()).text


async def test_ask_takes_the_question_after_it_and_hints_when_there_is_none(
    api: BotApi, echo: EchoDesk
) -> None:
    alice = api.person("Alice")

    alice.says("/ask Who   sailed?")
    assert "Who sailed?" in (await alice.hears()).text
    alice.says("/ask")
    assert "Write your question" in (await alice.hears()).text
    assert len(echo.asked) == 1


async def test_start_names_the_articles_and_help_tells_how_to_ask(
    api: BotApi, echo: EchoDesk
) -> None:
    alice = api.person("Alice", started=False)

    alice.says("/start")
    assert "• Ferry sails again" in (await alice.hears()).text
    alice.says("/help")
    assert "/ask@StoryTestBot" in (await alice.hears()).text
    assert echo.asked == []


async def test_sources_tells_title_publisher_date_length_and_address(api: BotApi) -> None:
    alice = api.person("Alice")

    alice.says("/sources")

    assert (await alice.hears()).text == (
        "I answer from one article:\n\n"
        "Ferry sails again\nThe Daily, 9 Jan 2026, 2 sentences\nhttps://daily.example/1"
    )


async def test_a_command_that_nobody_knows_gets_a_line(api: BotApi, echo: EchoDesk) -> None:
    alice = api.person("Alice")

    for command in ("/weather", "/ask@OtherBot Who?"):
        alice.says(command)
        assert "do not know that command" in (await alice.hears()).text
    assert echo.asked == []


async def test_what_is_not_text_gets_one_polite_line(api: BotApi) -> None:
    alice = api.person("Alice")

    for message in ({"voice": VOICE}, {"sticker": STICKER}, {"photo": [PHOTO]}):
        alice.sends(**message)
        assert "only read text" in (await alice.hears()).text


async def test_an_album_is_refused_once(api: BotApi) -> None:
    alice = api.person("Alice")

    for _ in range(3):
        alice.sends(photo=[PHOTO], media_group_id="7")
    alice.says("Done?")

    assert "only read text" in (await alice.hears()).text
    assert "Done?" in (await alice.hears()).text


async def test_the_words_under_an_album_are_answered_and_the_rest_of_it_is_not(
    api: BotApi,
) -> None:
    alice = api.person("Alice")

    alice.sends(photo=[PHOTO], media_group_id="7", caption="Who is this?")
    alice.sends(photo=[PHOTO], media_group_id="7")
    alice.says("Done?")

    assert "Who is this?" in (await alice.hears()).text
    assert "Done?" in (await alice.hears()).text


async def test_edits_inline_results_service_messages_and_bots_are_silent(
    api: BotApi, echo: EchoDesk
) -> None:
    api.world.bots_hear_bots = True
    alice, robot = api.person("Alice"), api.person("Robot", is_bot=True)
    first = alice.says("First?")
    await alice.hears()

    api.world.updates.allowed = None  # as if Telegram still sent what an older version asked for
    inline = alice.says("An answer", via_bot=api.world.bot_user)
    alice.edits(inline, "Another answer?")
    alice.sends(pinned_message=first.json)
    robot.says("Who are you?")
    alice.says("Last?")

    assert "Last?" in (await alice.hears()).text
    assert [question for question, _ in echo.asked] == ["First?", "Last?"]
    assert robot.private.is_quiet


async def test_markup_that_telegram_refuses_is_sent_again_as_plain_text(
    api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    alice = api.person("Alice")
    api.fails("sendMessage", bad_request("can't parse entities: unsupported start tag"))

    alice.says("Why?")
    answer = await alice.hears()

    assert answer.text.startswith("You asked: Why? [1]\n\n[1] The Daily")
    assert answer.styled("bold") == []
    assert "sent as plain text" in caplog.text


async def test_an_answer_longer_than_a_message_comes_in_several(api: BotApi) -> None:
    alice = api.person("Alice")

    alice.says("so " * 1_365)  # a question as long as a message may be, given back by the echo
    first, second = await alice.hears(), await alice.hears()

    assert 1_000 < first.text.count("so") < 1_365
    assert (first.text + " " + second.text).count("so") == 1_365
    assert second.styled("expandable_blockquote") == ["The ferry sailed on Friday."]


PHOTO = {"file_id": "p", "file_unique_id": "p", "width": 90, "height": 90}
VOICE = {"file_id": "v", "file_unique_id": "v", "duration": 3}
STICKER = {
    "file_id": "s",
    "file_unique_id": "s",
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
}


async def test_the_bots_own_name_in_a_question_is_no_part_of_it(
    api: BotApi, echo: EchoDesk
) -> None:
    alice = api.person("Alice")

    alice.says("@StoryTestBot who sailed?")
    await alice.hears()

    assert [question for question, _ in echo.asked] == ["who sailed?"]
