"""What Telegram refuses of an answer is left off; the answer itself arrives."""

import pytest

from bot.handlers import answering
from tests.bot_api import ApiError, BotApi, Person, Place, bad_request, too_many_requests
from tests.serving import EchoDesk

pytest_plugins = ("tests.telegram_fixtures",)

pytestmark = pytest.mark.usefixtures("bot")

ASK = "/ask@StoryTestBot"
LONG = f"{ASK} I was there. Who sailed? Thanks."


@pytest.fixture
def alice(api: BotApi) -> Person:
    return api.person("Alice")


@pytest.fixture
def group(api: BotApi, alice: Person) -> Place:
    return api.group("Readers", alice)


async def test_of_several_sentences_the_answer_quotes_the_one_that_asks(
    alice: Person, group: Place, echo: EchoDesk
) -> None:
    question = alice.says(LONG, group)
    answer = await group.hears()

    assert answer.json["quote"]["text"] == "Who sailed?"
    assert answer.reply_to == question.id
    assert [asked for asked, _ in echo.asked] == ["Who sailed?"]


async def test_a_question_in_bold_is_not_quoted_for_telegram_would_refuse_it(
    alice: Person, group: Place
) -> None:
    bold = {"type": "bold", "offset": LONG.index("Who"), "length": len("Who sailed?")}
    command = {"type": "bot_command", "offset": 0, "length": len(ASK)}

    question = alice.says(LONG, group, entities=[command, bold])
    answer = await group.hears()

    assert "quote" not in answer.json and answer.reply_to == question.id


async def test_a_question_that_is_the_whole_message_is_not_quoted(
    alice: Person, group: Place
) -> None:
    alice.says(f"{ASK} Who sailed?", group)

    assert "quote" not in (await group.hears()).json


@pytest.mark.parametrize(
    ("refusal", "quoted", "replied"),
    [
        (bad_request("QUOTE_TEXT_INVALID"), False, True),
        (bad_request("message to be replied not found"), False, False),
        (bad_request("message to reply not found"), False, False),
        (bad_request("reply message not found"), False, False),
    ],
)
async def test_an_answer_comes_without_the_quote_or_the_target_that_is_refused(
    api: BotApi, alice: Person, group: Place, refusal: ApiError, quoted: bool, replied: bool
) -> None:
    api.fails("sendMessage", refusal)

    question = alice.says(LONG, group)
    answer = await group.hears()
    api.world.unasked.clear()  # what replies to nothing answers this question all the same

    assert ("quote" in answer.json) is quoted
    assert answer.reply_to == (question.id if replied else None)
    assert answer.styled("bold")


async def test_a_server_that_knows_no_dates_gets_the_rest_of_the_markup(
    api: BotApi, alice: Person
) -> None:
    api.fails("sendMessage", bad_request('can\'t parse entities: unsupported start tag "tg-time"'))

    alice.says("Who sailed?")

    assert (await alice.hears()).styled("bold")


@pytest.mark.parametrize(
    "why", ["unsupported start tag", "ENTITY_TEXTURL_INVALID", "can't parse message text"]
)
async def test_an_answer_whose_markup_is_refused_in_whatever_words_is_plain_text(
    api: BotApi, alice: Person, why: str
) -> None:
    api.fails("sendMessage", bad_request(why))

    alice.says("Who sailed?")
    answer = await alice.hears()

    assert answer.text.startswith("You asked: Who sailed? [1]") and answer.entities == []


@pytest.mark.parametrize("why", ["BUTTON_DATA_INVALID", "can't parse inline keyboard button"])
async def test_an_answer_whose_buttons_are_refused_comes_without(
    api: BotApi, alice: Person, why: str
) -> None:
    api.fails("sendMessage", bad_request(why))

    alice.says("Who sailed?")
    answer = await alice.hears()

    assert answer.styled("bold") and answer.buttons == []


async def test_an_edit_whose_markup_is_refused_is_plain_text(api: BotApi, alice: Person) -> None:
    question = alice.says("Who?")
    await alice.hears()
    api.fails("editMessageText", bad_request("can't parse entities: unexpected end tag"))

    alice.edits(question, "When?")
    edited = await alice.private.sees_edit()

    assert edited.text.startswith("You asked: When? [1]") and not edited.styled("bold")


async def test_an_answer_waits_as_long_as_telegram_asks_and_others_do_not(
    api: BotApi, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    bob = api.person("Bob")
    api.fails("sendMessage", too_many_requests(1))

    alice.says("Who?")
    await api.until_called("sendMessage")
    bob.says("When?")

    assert "You asked: When?" in (await bob.hears()).text
    assert alice.private.is_quiet
    assert "You asked: Who?" in (await alice.hears()).text
    assert "wait for 1 s" in caplog.text


async def test_an_answer_follows_its_group_when_that_becomes_a_supergroup(
    api: BotApi, alice: Person
) -> None:
    group = api.group("Readers", alice, kind="group")

    async with api.holding("sendMessage", group):
        alice.says(f"{ASK} Who?", group)
        new = alice.upgrades(group)
    answer = await new.hears()

    assert "You asked: Who?" in answer.text and answer.reply_to is None
    await alice.presses(answer, "Remove").answered()
    await api.until(lambda: new.lacks(answer))


async def test_a_topic_that_is_gone_is_a_line_in_the_log(
    api: BotApi, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="bot")
    forum = api.group("Forum", alice, forum=True)
    topic = alice.opens_topic(forum, "News")
    api.fails("sendMessage", bad_request("message thread not found"))

    alice.says(f"{ASK} Who?", forum, topic=topic)
    alice.says(f"{ASK} When?", forum)

    assert "When?" in (await forum.hears()).text
    assert "could not be delivered" in caplog.text and "ERROR" not in caplog.text


async def test_typing_is_shown_when_an_answer_takes_long_and_only_then(
    api: BotApi, alice: Person, echo: EchoDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    forum = api.group("Forum", alice, forum=True)
    topic = alice.opens_topic(forum, "News")
    alice.says(f"{ASK} Quick?", forum, topic=topic)
    await forum.hears()
    assert forum.actions == []

    monkeypatch.setattr(answering, "SLOW", 0.01)
    echo.may_answer.clear()
    alice.says(f"{ASK} Slow?", forum, topic=topic)
    await api.until(lambda: bool(forum.actions))
    echo.may_answer.set()

    assert "Slow?" in (await forum.hears()).text
    assert forum.actions[0] == {"action": "typing", "topic": topic}


async def test_a_press_is_answered_while_a_slow_answer_is_being_made(
    api: BotApi, alice: Person, echo: EchoDesk
) -> None:
    bob = api.person("Bob")
    bob.says("Who?")
    answer = await bob.hears()

    echo.may_answer.clear()
    alice.says("Slow?")
    await api.until(lambda: ("Slow?", f"p{alice.id}") in echo.asked)
    assert (await bob.presses(answer, "👍").answered())["text"] == "Thank you."
    echo.may_answer.set()

    assert "Slow?" in (await alice.hears()).text
