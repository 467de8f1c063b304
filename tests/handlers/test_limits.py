"""Who asks too much is told so once; two bots cannot keep each other busy."""

from collections.abc import AsyncIterator

import pytest

from bot.handlers.answering import BOTS
from tests.bot_api import BotApi
from tests.serving import EchoDesk, serving

pytest_plugins = ("tests.telegram_fixtures",)

ASK = "/ask@StoryTestBot"


@pytest.fixture(autouse=True)
async def bot(api: BotApi, echo: EchoDesk) -> AsyncIterator[None]:
    async with serving(api, echo, person_limit=3, group_limit=5):
        yield


async def test_a_person_is_told_once_that_it_is_too_much(api: BotApi, echo: EchoDesk) -> None:
    alice, bob = api.person("Alice"), api.person("Bob")

    for number in range(6):
        alice.says(f"Question {number}?")
    for number in range(3):
        assert f"Question {number}?" in (await alice.hears()).text
    assert "a lot of questions" in (await alice.hears()).text
    bob.says("Mine?")

    assert "Mine?" in (await bob.hears()).text
    assert alice.private.is_quiet
    assert len(echo.asked) == 4


async def test_a_group_is_told_once_whoever_asks(api: BotApi) -> None:
    people = [api.person(name) for name in ("Alice", "Bob", "Cleo")]
    group = api.group("Readers", *people)

    for person in people:
        for number in range(3):
            person.says(f"{ASK} Question {number}?", group)
    for _ in range(5):
        assert "You asked" in (await group.hears()).text
    assert "a lot of questions" in (await group.hears()).text
    people[0].says("Mine?")
    await people[0].hears()

    assert group.is_quiet


async def test_questions_on_buttons_count_too(api: BotApi) -> None:
    alice = api.person("Alice")
    alice.says("Who?")
    answer = await alice.hears()

    for _ in range(2):
        await alice.presses(answer, "Who sailed?").answered()
        await alice.hears()
    last = await alice.presses(answer, "Who sailed?").answered()

    assert "a lot of questions" in last["text"]
    assert alice.private.is_quiet


async def test_a_bot_that_names_this_one_is_answered_but_not_for_ever(
    api: BotApi, echo: EchoDesk
) -> None:
    api.world.privacy, api.world.bots_hear_bots = False, True
    alice, robot = api.person("Alice"), api.person("Robot", is_bot=True)
    group = api.group("Readers", alice)

    answer = None
    for number in range(BOTS + 3):
        robot.says(f"@StoryTestBot question {number}?", group, reply_to=answer)
        if number < 5:
            answer = await group.hears()
            assert f"question {number}?" in answer.text
        robot.says("Thanks, what else?", group, reply_to=answer)
    alice.says(f"{ASK} Last?", api.group("Others", alice))
    await api.until(lambda: echo.asked[-1][0] == "Last?")

    assert group.is_quiet  # also no word about limits
