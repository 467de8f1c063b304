"""Readers who edit what they have asked."""

from collections.abc import Callable

import pytest

from bot.desk import Desk
from bot.state import State
from tests.bot_api import BotApi, bad_request
from tests.serving import serving

pytest_plugins = ("tests.telegram_fixtures",)

ASK = "/ask@StoryTestBot"


async def test_an_edited_question_edits_its_answer(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        question = nora.says("Who led the rescue?")
        answer = await nora.hears()
        nora.edits(question, "When was the ferry built?")
        edited = await nora.private.sees_edit()

    assert edited.id == answer.id
    assert "1998" in edited.text and "Ingrid" not in edited.text
    assert "Context" in edited.buttons
    assert nora.private.is_quiet


async def test_an_edit_after_a_restart_still_finds_its_answer(
    api: BotApi, desk_on: Callable[[str], Desk], state: State
) -> None:
    nora = api.person("Nora")
    group = api.group("Passengers", nora)

    async with serving(api, desk_on("ferry"), state=state):
        question = nora.says(f"{ASK} Who led the rescue?", group)
        answer = await group.hears()
    async with serving(api, desk_on("ferry"), state=state):
        nora.edits(question, f"{ASK} When was the ferry built?")
        edited = await group.sees_edit()

    assert edited.id == answer.id and "1998" in edited.text


async def test_an_edit_that_asks_the_same_changes_nothing(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        question = nora.says("Who led the rescue?")
        await nora.hears()
        nora.edits(question, "Who led the rescue?")  # as when somebody reacts to it
        nora.edits(question, "who led the  rescue")
        nora.says("When was the ferry built?")
        await nora.hears()

    assert not api.called("editMessageText")


async def test_a_question_that_is_edited_away_takes_its_answer_with_it(
    api: BotApi, ferry_desk: Desk
) -> None:
    api.world.privacy = False  # with it on, Telegram tells the bot of no such edit
    nora = api.person("Nora")
    group = api.group("Passengers", nora)

    async with serving(api, ferry_desk):
        question = nora.says(f"{ASK} Who led the rescue?", group)
        answer = await group.hears()
        nora.edits(question, "Never mind.")
        await api.until(lambda: answer.id not in group.messages)
        nora.edits(question, f"{ASK} Who led the rescue?")
        nora.says(f"{ASK} When was the ferry built?", group)

        assert "1998" in (await group.hears()).text  # and nothing before it
    assert group.is_quiet


async def test_in_private_an_edit_to_thanks_is_told_so_in_the_answers_place(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        question = nora.says("Who led the rescue?")
        answer = await nora.hears()
        nora.edits(question, "Thank you!")
        edited = await nora.private.sees_edit()

    assert (edited.id, edited.text) == (answer.id, "You are welcome.")


async def test_an_edit_of_what_the_bot_did_not_answer_is_met_with_silence(
    api: BotApi, ferry_desk: Desk
) -> None:
    api.world.privacy = False
    nora = api.person("Nora")
    group = api.group("Passengers", nora)

    async with serving(api, ferry_desk):
        chatter = nora.says("I was there.", group)
        nora.edits(chatter, "@StoryTestBot who led the rescue?")
        nora.says(f"{ASK} When was the ferry built?", group)

        assert "1998" in (await group.hears()).text
        assert group.is_quiet


async def test_an_edit_whose_answer_was_deleted_brings_none_back(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        question = nora.says("Who led the rescue?")
        await nora.hears()
        api.fails("editMessageText", bad_request("message to edit not found"))
        nora.edits(question, "When was the ferry built?")
        await api.until_called("editMessageText")
        nora.edits(question, "How many people were aboard?")
        nora.says("Who is Kjell Dahl?")

        assert "Transport Minister" in (await nora.hears()).text
    assert len(api.called("editMessageText")) == 1


@pytest.mark.usefixtures("bot")
async def test_an_answer_grows_and_shrinks_with_its_question(api: BotApi) -> None:
    nora = api.person("Nora")
    question = nora.says("Short?")
    answer = await nora.hears()

    nora.edits(question, "so " * 1_365)
    first, second = await nora.private.sees_edit(), await nora.hears()
    assert first.id == answer.id and first.buttons == [] and second.buttons
    nora.edits(question, "Short again?")

    assert "Short again?" in (await nora.private.sees_edit()).text
    await api.until(lambda: second.id not in nora.private.messages)
