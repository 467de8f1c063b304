"""A reader in a private chat, the real desk behind the bot: questions in, proof out."""

import asyncio
from datetime import date

from spacy.language import Language
from telegram import Update

from bot.cli import bundled_corpus
from bot.desk import Desk
from bot.handlers.turns import InOrderPerChat
from bot.replies import Replies
from bot.state import State
from tests.bot_api import BotApi
from tests.serving import serving

pytest_plugins = ("tests.telegram_fixtures",)

FIVE = ("Rocío San Miguel", "Miguel Moreno", "Ernesto Gorbe", "José María Basoa", "Andrés Martínez")


async def test_a_reader_starts_asks_and_sees_the_sentence_that_proves_it(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora", started=False)

    async with serving(api, ferry_desk):
        nora.says("/start")
        assert ferry_desk.corpus.articles[0].source.title in (await nora.hears()).text

        nora.says("Who led the rescue?")
        answer = await nora.hears()

    said = answer.text.split("\n\n", 1)[0]
    assert "Ingrid Aasen" in said and "[1]" in said
    assert "Ingrid Aasen" in answer.styled("bold")[0]
    assert "[1] Nordic News Agency, 14 Mar 2025, sentence " in answer.text
    (quoted,) = answer.styled("expandable_blockquote")
    assert quoted in ferry_desk.corpus.articles[0].text
    assert quoted.startswith("Lt. Cmdr. Ingrid Aasen, who led the rescue")


async def test_what_the_story_does_not_say_is_said_to_be_so(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        nora.says("Who won the football match?")

        assert "not in the story" in (await nora.hears()).text


async def test_sources_tells_what_the_answers_come_from(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora")
    (story,) = ferry_desk.corpus.articles

    async with serving(api, ferry_desk):
        nora.says("/sources")
        told = (await nora.hears()).text

    assert story.source.title in told
    assert f"Nordic News Agency, 14 Mar 2025, {len(story.sentences)} sentences" in told


async def test_two_readers_at_once_each_get_their_own_answer(api: BotApi, ferry_desk: Desk) -> None:
    nora, emil = api.person("Nora"), api.person("Emil")

    async with serving(api, ferry_desk):
        nora.says("Who led the rescue?")
        emil.says("When was the ferry built?")

        assert "Ingrid Aasen" in (await nora.hears()).text
        assert "1998" in (await emil.hears()).text


async def test_the_headline_question_names_all_five_and_says_when(
    api: BotApi, nlp: Language, replies: Replies
) -> None:
    nora = api.person("Nora")
    desk = Desk(bundled_corpus(), nlp, replies)

    async with serving(api, desk):
        nora.says("Who was released and when?")
        answer = await nora.hears()

    said = answer.text.split("\n\n", 1)[0]
    assert [name for name in FIVE if name not in said] == []
    assert "Thursday" in said and "8 January 2026" in said
    assert len(answer.styled("expandable_blockquote")) >= 2


async def test_an_update_that_telegram_brings_again_is_answered_once(
    api: BotApi, ferry_desk: Desk, state: State
) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk, state=state):
        nora.says("Who led the rescue?")
        (update,) = api.world.updates.waiting
        await nora.hears()
    api.world.updates.waiting.append(update)
    async with serving(api, ferry_desk, state=state):
        nora.says("When was the ferry built?")

        assert "1998" in (await nora.hears()).text


async def test_questions_that_waited_when_the_program_was_killed_are_answered_by_the_next(
    api: BotApi, ferry_desk: Desk, state: State
) -> None:
    nora = api.person("Nora")
    killed = InOrderPerChat(state.handled)
    begun = []
    for number, text in enumerate(("Who led the rescue?", "When was the ferry built?")):
        message = api.world.post(nora.private, {"from": nora.user}, text=text)
        update = Update.de_json({"update_id": number, "message": message}, None)
        turn = killed.do_process_update(update, asyncio.Future())
        begun.append(asyncio.create_task(turn))
    await asyncio.sleep(0)
    for task in begun:
        task.cancel()
    await asyncio.wait(begun)

    async with serving(api, ferry_desk, state=state):
        assert "Ingrid Aasen" in (await nora.hears()).text
        assert "1998" in (await nora.hears()).text
    async with serving(api, ferry_desk, state=state):
        nora.says("Who is the captain?")
        assert "Erik Solberg" in (await nora.hears()).text


async def test_what_was_asked_is_kept_for_the_newsroom_without_the_reader(
    api: BotApi, ferry_desk: Desk, state: State
) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk, state=state):
        for said in ("Hello!", "Who led the rescue?", "Who won the football match?"):
            nora.says(said)
            await nora.hears()

    [day] = state.asked.days(date.min)
    assert (day.asked, day.answered) == (2, 1)
    [missed] = state.asked.unanswered(date.min)
    assert missed.text == "who won the football match"
