"""Ask once, be told later: whoever waits for an answer gets it when an article has it, once."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.replies import Replies
from bot.state import State, open_state
from bot.state.kept import Subscription
from bot.state.subscriptions import MOST_OF_A_PERSON
from tests.bot_api import BotApi
from tests.serving import serving
from tests.told import desk_of, file_of

pytest_plugins = ("tests.telegram_fixtures",)

BEFORE = "The ferry Aurora left Vigo with 40 passengers. Nobody knows who steered the ferry."
AFTER = "The ferry Aurora left Vigo with 40 passengers. Ana Rota steered the ferry."
ASK, WAIT = "When was the ferry Aurora built?", "Tell me if the story answers this"
BUILT = BEFORE + " The ferry Aurora was built in 1998."


@pytest.fixture
def desk(tmp_path: Path, nlp: Language, replies: Replies) -> Desk:
    return desk_of(tmp_path, nlp, replies, BEFORE)


@pytest.fixture
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[State]:
    with closing(open_state(tmp_path_factory.mktemp("state"))) as kept:
        yield kept


async def becomes(desk: Desk, folder: Path, text: str) -> None:
    """The articles change while the bot runs."""
    (folder / "a.txt").write_text(file_of(text), encoding="utf-8")
    await asyncio.to_thread(desk.reload)


async def test_who_asked_to_be_told_gets_the_cited_answer_under_the_question_once(
    api: BotApi, desk: Desk, state: State, tmp_path: Path
) -> None:
    nora, emil = api.person("Nora"), api.person("Emil")

    async with serving(api, desk, state=state):
        question = nora.says(ASK)
        unanswered = await nora.hears()
        kept = await nora.presses(unanswered, WAIT).answered()
        emil.says(ASK)
        await emil.hears()
        await becomes(desk, tmp_path, AFTER)
        assert nora.private.is_quiet
        await becomes(desk, tmp_path, BUILT)
        told = await nora.hears()
        text, buttons = told.text, told.buttons
        await becomes(desk, tmp_path, AFTER)
        await becomes(desk, tmp_path, BUILT + " It is white.")
        nora.says("Who steered the ferry?")
        await nora.hears()

    assert "30 days" in kept["text"]
    assert told.reply_to == question.id
    assert text.startswith(f"You asked to be told: {ASK}") and "1998" in text
    assert "[1] The Daily" in text and WAIT not in buttons
    assert emil.private.is_quiet and nora.private.is_quiet


async def test_in_a_group_the_answer_comes_in_the_topic_of_the_question(
    api: BotApi, desk: Desk, state: State, tmp_path: Path
) -> None:
    nora, emil = api.person("Nora"), api.person("Emil")
    forum = api.group("Forum", nora, emil, forum=True)
    topic = nora.opens_topic(forum, "News")

    async with serving(api, desk, state=state):
        question = nora.says(f"/ask@StoryTestBot {ASK}", forum, topic=topic)
        await emil.presses(await forum.hears(), WAIT).answered()
        await becomes(desk, tmp_path, BUILT)
        told = await forum.hears()

    assert (told.topic, told.reply_to) == (topic, question.id) and "1998" in told.text


async def test_what_changed_while_the_bot_was_away_is_told_when_it_is_back(
    api: BotApi, desk: Desk, state: State, tmp_path: Path
) -> None:
    nora = api.person("Nora")

    async with serving(api, desk, state=state):
        nora.says(ASK)
        await nora.presses(await nora.hears(), WAIT).answered()
    await becomes(desk, tmp_path, BUILT)
    async with serving(api, desk, state=state):
        assert "1998" in (await nora.hears()).text


async def test_nobody_is_told_who_blocked_the_bot_or_waited_too_long(
    api: BotApi, desk: Desk, state: State, tmp_path: Path
) -> None:
    nora, emil, kim = api.person("Nora"), api.person("Emil"), api.person("Kim")
    past = datetime.now(UTC) - timedelta(seconds=1)

    async with serving(api, desk, state=state):
        for person in (nora, kim):
            person.says(ASK)
            await person.presses(await person.hears(), WAIT).answered()
        state.subscriptions.add(Subscription(emil.id, emil.id, 0, 1, ASK, past))
        nora.blocks()
        await becomes(desk, tmp_path, BUILT)
        assert "1998" in (await kim.hears()).text

    assert emil.private.is_quiet and nora.private.is_quiet
    waiting = state.subscriptions.all(past - timedelta(days=1))
    assert [wanted.person for wanted in waiting] == [emil.id]  # until he is tidied away
    api.calls[:] = [call for call in api.calls if not (call.error and call.error.status == 403)]


async def test_forget_drops_what_is_kept_and_says_how_much(
    api: BotApi, desk: Desk, state: State, tmp_path: Path
) -> None:
    nora = api.person("Nora")

    async with serving(api, desk, state=state):
        nora.says(ASK)
        await nora.presses(await nora.hears(), WAIT).answered()
        nora.says("/forget")
        told = await nora.hears()
        nora.says("/forget")
        again = await nora.hears()
        await becomes(desk, tmp_path, BUILT)
        nora.says("Who steered the ferry?")
        await nora.hears()

    assert told.text.startswith("I have forgotten you; deleted: 2 ")
    assert again.text == "I keep nothing on you."
    assert nora.private.is_quiet


async def test_in_a_group_forget_drops_what_is_kept_on_its_sender_alone(
    api: BotApi, desk: Desk, state: State
) -> None:
    nora, emil = api.person("Nora"), api.person("Emil")
    group = api.group("Passengers", nora, emil)

    async with serving(api, desk, state=state):
        for person in (nora, emil):
            person.says(f"/ask@StoryTestBot {ASK}", group)
            await person.presses(await group.hears(), WAIT).answered()
        nora.says("/forget@StoryTestBot", group)
        told = await group.hears()
        emil.anonymous_in.add(group.id)
        emil.says("/forget@StoryTestBot", group)
        refused = await group.hears()
        nora.says("/forget", group)  # for every bot there: not for this one

    assert told.text.startswith("I have forgotten you; deleted: 2 ")
    assert "write /forget to me in private" in refused.text
    assert [wanted.person for wanted in state.subscriptions.all(datetime.now(UTC))] == [emil.id]
    assert group.is_quiet


async def test_nobody_waits_for_more_answers_than_are_kept(
    api: BotApi, desk: Desk, state: State
) -> None:
    nora = api.person("Nora")
    later = datetime.now(UTC) + timedelta(days=1)
    for number in range(MOST_OF_A_PERSON):
        state.subscriptions.add(Subscription(nora.id, nora.id, 0, number, f"Q{number}?", later))

    async with serving(api, desk, state=state):
        nora.says(ASK)
        press = nora.presses(await nora.hears(), WAIT)

        assert "as many answers as I can keep" in (await press.answered())["text"]


async def test_an_answered_question_offers_no_waiting(api: BotApi, desk: Desk) -> None:
    nora = api.person("Nora")

    async with serving(api, desk):
        nora.says("How many passengers left with the ferry Aurora?")

        assert WAIT not in (await nora.hears()).buttons
