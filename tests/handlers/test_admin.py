"""Reloading: for admins, one at a time, while questions go on."""

import pytest

from bot.domain import Change, Problem
from bot.errors import CorpusError
from bot.state import State
from tests.bot_api import BotApi
from tests.serving import EchoDesk, serving

pytest_plugins = ("tests.telegram_fixtures",)

CHANGE = Change(
    added=("a", "b"),
    removed=("c",),
    changed=("d",),
    sentences_before=10,
    sentences_after=12,
    problems=(Problem("e.txt", 3, "no date; write 'date: 2026-01-09'.", fatal=False),),
    seconds=0.34,
)


async def test_an_admin_reloads_and_is_told_what_changed(api: BotApi, echo: EchoDesk) -> None:
    boss = api.person("Boss")
    echo.change = CHANGE

    async with serving(api, echo, admins={boss.id}):
        boss.says("/reload")

        assert (await boss.hears()).text == (
            "Done: 12 sentences now, 10 before, read in 0.3 s.\n\n"
            "+ a, b\n− c\n~ d\n\n"
            "To look at:\n\ne.txt:3: no date; write 'date: 2026-01-09'."
        )


async def test_the_desk_learns_who_reloads(api: BotApi, echo: EchoDesk) -> None:
    boss, alice = api.person("Boss"), api.person("Alice")

    async with serving(api, echo, admins={boss.id}):
        alice.says("/reload")
        await alice.hears()
        boss.says("/reload")
        await boss.hears()

    assert echo.reloaded_by == [str(boss.id)]


async def test_a_reload_that_failed_is_written_down(
    api: BotApi, echo: EchoDesk, state: State
) -> None:
    boss = api.person("Boss")
    echo.change = CorpusError("a.txt: is empty; write the article into it.")

    async with serving(api, echo, admins={boss.id}, state=state):
        boss.says("/reload")
        await boss.hears()

    [action] = state.audit.latest()
    assert (action.who, action.what, action.about) == (str(boss.id), "reload", "failed")


async def test_an_admin_is_told_when_nothing_changed(api: BotApi, echo: EchoDesk) -> None:
    boss = api.person("Boss")

    async with serving(api, echo, admins={boss.id}):
        boss.says("/reload")

        assert (await boss.hears()).text == "Nothing has changed: 2 sentences, read in 0.1 s."


async def test_what_cannot_be_read_is_told_with_what_to_mend(api: BotApi, echo: EchoDesk) -> None:
    boss = api.person("Boss")
    echo.change = CorpusError("a.txt: is empty; write the article into it.")

    async with serving(api, echo, admins={boss.id}):
        boss.says("/reload")
        told = (await boss.hears()).text
        boss.says("Who?")

        assert "I go on with the ones I have" in told
        assert "a.txt: is empty; write the article into it." in told
        assert "You asked: Who?" in (await boss.hears()).text


async def test_questions_go_on_during_a_reload_and_a_second_one_must_wait(
    api: BotApi, echo: EchoDesk
) -> None:
    boss, alice = api.person("Boss"), api.person("Alice")
    echo.may_reload.clear()

    async with serving(api, echo, admins={boss.id}):
        boss.says("/reload")
        alice.says("Who?")
        boss.says("When?")
        assert "You asked: Who?" in (await alice.hears()).text
        assert "You asked: When?" in (await boss.hears()).text
        boss.says("/reload")
        assert "already reading" in (await boss.hears()).text

        echo.may_reload.set()
        assert "Nothing has changed" in (await boss.hears()).text
        boss.says("/reload")
        assert "Nothing has changed" in (await boss.hears()).text


async def test_others_are_refused_once_and_told_their_id(api: BotApi, echo: EchoDesk) -> None:
    boss, alice = api.person("Boss"), api.person("Alice")
    echo.change = AssertionError("nobody may reload")

    async with serving(api, echo, admins={boss.id}):
        alice.says("/reload")
        alice.says("/reload")
        alice.says("Who?")

        assert f"Your Telegram id is {alice.id}" in (await alice.hears()).text
        assert "You asked: Who?" in (await alice.hears()).text


async def test_without_admins_nobody_may_reload(api: BotApi, echo: EchoDesk) -> None:
    alice = api.person("Alice")

    async with serving(api, echo):
        alice.says("/reload")

        assert "Only the people who run this bot" in (await alice.hears()).text


async def test_a_reload_in_a_group_is_met_with_silence(api: BotApi, echo: EchoDesk) -> None:
    boss = api.person("Boss")
    group = api.group("Readers", boss)

    async with serving(api, echo, admins={boss.id}):
        boss.says("/reload@StoryTestBot", group)
        boss.says("/ask@StoryTestBot Last?", group)

        assert "Last?" in (await group.hears()).text
        assert group.is_quiet


async def test_a_bug_while_reloading_ends_in_an_apology_and_reloading_still_works(
    api: BotApi, echo: EchoDesk, caplog: pytest.LogCaptureFixture
) -> None:
    boss = api.person("Boss")
    echo.change = ZeroDivisionError("a bug")

    async with serving(api, echo, admins={boss.id}):
        boss.says("/reload")
        assert "Something went wrong" in (await boss.hears()).text
        echo.change = CHANGE
        boss.says("/reload")
        assert "Done: 12 sentences" in (await boss.hears()).text

    assert "a bug" in caplog.text
