"""What the bot said and the story says no longer: its message is edited, once, and says so."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.handlers import corrections
from bot.replies import Replies
from bot.state import State, open_state
from tests.bot_api import BotApi, bad_request, too_many_requests
from tests.serving import serving
from tests.told import desk_of, file_of

pytest_plugins = ("tests.telegram_fixtures",)

OSLO = "The ferry Aurora reached Oslo. Ana Ruiz steered the ferry. It carried 40 passengers."
BERGEN = "The ferry Aurora reached Bergen. Ana Ruiz steered the ferry. It carried 40 passengers."
SILENT = "Ana Ruiz steered the ferry. It carried 40 passengers."
REACHED, STEERED = "Which city did the ferry reach?", "Who steered the ferry?"
CHANGED, GONE = "The story has been updated; this is the answer now:", "no longer says"
ASK = "/ask@StoryTestBot"
UNIX = datetime.fromtimestamp(0, UTC)


@pytest.fixture
def desk(tmp_path: Path, nlp: Language, replies: Replies) -> Desk:
    return desk_of(tmp_path, nlp, replies, OSLO)


@pytest.fixture
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[State]:
    with closing(open_state(tmp_path_factory.mktemp("state"))) as kept:
        yield kept


async def becomes(desk: Desk, folder: Path, text: str) -> None:
    """The articles change while the bot runs."""
    (folder / "a.txt").write_text(file_of(text), encoding="utf-8")
    await asyncio.to_thread(desk.reload)


async def test_an_answer_whose_sentence_changed_is_edited_once_and_says_so(
    api: BotApi, desk: Desk, tmp_path: Path
) -> None:
    nora = api.person("Nora")

    async with serving(api, desk):
        nora.says(REACHED)
        answer = await nora.hears()
        nora.says(STEERED)
        await nora.hears()
        assert "Oslo" in answer.text
        await becomes(desk, tmp_path, BERGEN)
        corrected = await nora.private.sees_edit()
        await becomes(desk, tmp_path, BERGEN + " It was Monday.")
        nora.says("How many passengers did the ferry carry?")
        await nora.hears()

        assert corrected.id == answer.id and corrected.text.startswith(CHANGED)
        assert "Bergen" in corrected.text and "Oslo" not in corrected.text
        assert corrected.styled("expandable_blockquote") == ["The ferry Aurora reached Bergen."]
        assert len(api.called("editMessageText")) == 1  # not the others, and not again


async def test_buttons_of_a_corrected_answer_are_of_the_present_story(
    api: BotApi, desk: Desk, state: State, tmp_path: Path
) -> None:
    nora = api.person("Nora")

    async with serving(api, desk, state=state):
        nora.says(REACHED)
        await nora.hears()
        await becomes(desk, tmp_path, BERGEN)
        corrected = await nora.private.sees_edit()
        assert (await nora.presses(corrected, "👍").answered())["text"] == "Thank you."
        assert "text" not in await nora.presses(corrected, "Context").answered()
        assert "Ana Ruiz" in (await nora.private.sees_edit()).text

    [vote] = state.votes.tallies()
    assert (vote.version, vote.up) == (desk.version, 1) and "Bergen" in vote.answer


async def test_what_the_story_says_no_longer_is_taken_back_in_the_same_message(
    api: BotApi, desk: Desk, tmp_path: Path
) -> None:
    nora = api.person("Nora")

    async with serving(api, desk):
        nora.says(REACHED)
        answer = await nora.hears()
        await becomes(desk, tmp_path, SILENT)
        corrected = await nora.private.sees_edit()

    assert corrected.id == answer.id and GONE in corrected.text.splitlines()[0]
    assert "Oslo" not in corrected.text
    assert "Tell me if the story answers this" in corrected.buttons
    assert nora.private.is_quiet


async def test_in_a_topic_the_answer_there_is_edited_and_no_other_chat_hears_of_it(
    api: BotApi, desk: Desk, tmp_path: Path
) -> None:
    nora, emil = api.person("Nora"), api.person("Emil")
    forum = api.group("Forum", nora, emil, forum=True)
    topic = nora.opens_topic(forum, "News")

    async with serving(api, desk):
        nora.says(f"{ASK} {REACHED}", forum, topic=topic)
        answer = await forum.hears()
        emil.says(STEERED)
        await emil.hears()
        await becomes(desk, tmp_path, BERGEN)
        corrected = await forum.sees_edit()

    assert (corrected.id, corrected.topic) == (answer.id, topic) and "Bergen" in corrected.text
    assert forum.is_quiet and emil.private.is_quiet and nora.private.is_quiet
    assert emil.private.edited.empty()


async def test_a_question_that_was_pressed_still_stands_above_its_corrected_answer(
    api: BotApi, nlp: Language, replies: Replies, tmp_path: Path
) -> None:
    nora, question = api.person("Nora"), "Who is Ana Ruiz?"
    desk = desk_of(tmp_path, nlp, replies, OSLO + " Ana Ruiz is a captain from Vigo.")

    async with serving(api, desk):
        nora.says("Hello")
        await nora.presses(await nora.hears(), question).answered()
        assert "from Vigo" in (await nora.hears()).text
        await becomes(desk, tmp_path, OSLO + " Ana Ruiz is a captain from Bilbao.")
        corrected = await nora.private.sees_edit()

    said, asked, *_ = corrected.text.splitlines()
    assert (said, asked) == (CHANGED, question) and "from Bilbao" in corrected.text


async def test_what_changed_while_the_bot_was_away_is_corrected_when_it_is_back(
    api: BotApi, desk: Desk, state: State, tmp_path: Path
) -> None:
    nora = api.person("Nora", language_code="es")

    async with serving(api, desk, state=state):
        nora.says(REACHED)
        await nora.hears()
    await becomes(desk, tmp_path, BERGEN)
    async with serving(api, desk, state=state):
        corrected = await nora.private.sees_edit()

    assert "Bergen" in corrected.text and corrected.text.startswith("La noticia se ha actualizado")


@pytest.mark.parametrize(("text", "first"), [(BERGEN, CHANGED), (SILENT, GONE)])
async def test_an_answer_that_was_sent_inline_is_corrected_where_telegram_told_of_it(
    api: BotApi, desk: Desk, state: State, tmp_path: Path, text: str, first: str
) -> None:
    nora, emil = api.person("Nora"), api.person("Emil")
    elsewhere = api.group("Elsewhere", nora, emil, bot="left")

    async with serving(api, desk, state=state):
        answers = (await nora.asks_inline(REACHED).answered())["results"]
        said = nora.picks(answers[0], elsewhere, query=REACHED)
        passage = nora.picks(answers[1], elsewhere, query=REACHED)
        while not state.inlined.to_review(UNIX, "", most=9):
            await asyncio.sleep(0.01)
        quoted = passage.text
        await becomes(desk, tmp_path, text)
        await api.until_called("editMessageText")

        assert said.text.splitlines()[1] == REACHED and first in said.text.splitlines()[0]
        assert ("Bergen" in said.text) == (text == BERGEN) and "Oslo" not in said.text
        assert said.buttons == ["Ask on in private"] and passage.text == quoted
        nora.says("/forget")
        assert "deleted: 1 " in (await nora.hears()).text


async def test_old_answers_stay_as_they_were(
    api: BotApi, desk: Desk, state: State, tmp_path: Path
) -> None:
    nora = api.person("Nora")

    async with serving(api, desk, state=state):
        question = nora.says(REACHED)
        old = await nora.hears()
        nora.says(REACHED)
        new = await nora.hears()  # by now the first is kept
        sent = state.sent.to_question(nora.id, question.id)
        assert sent
        state.sent.keep(replace(sent, at=sent.at - corrections.RECENT - timedelta(seconds=1)))
        await becomes(desk, tmp_path, BERGEN)
        assert (await nora.private.sees_edit()).id == new.id != old.id
        nora.says(STEERED)
        await nora.hears()

    assert nora.private.edited.empty()


async def test_who_blocked_the_bot_or_deleted_the_answer_stops_no_other_correction(
    api: BotApi, desk: Desk, state: State, tmp_path: Path
) -> None:
    nora, emil, kim = api.person("Nora"), api.person("Emil"), api.person("Kim")

    async with serving(api, desk, state=state):
        asked = {}
        for person in (kim, emil, nora):
            asked[person.id] = person.says(REACHED)
            answer = await person.hears()
            if person is emil:
                emil.deletes(answer)
        nora.blocks()
        await becomes(desk, tmp_path, BERGEN)
        assert "Bergen" in (await kim.private.sees_edit()).text
        kept = [state.sent.to_question(person, number.id) for person, number in asked.items()]

    assert [sent is not None for sent in kept] == [True, False, False]
    refused = [call.error.description for call in api.calls if call.error]
    assert len([why for why in refused if "blocked" in why or "to edit not found" in why]) == 2
    api.calls.clear()  # of blocking and deleting a bot is not told before


async def test_a_correction_waits_when_telegram_asks_it_to(
    api: BotApi, desk: Desk, tmp_path: Path
) -> None:
    nora = api.person("Nora")

    async with serving(api, desk):
        nora.says(REACHED)
        await nora.hears()
        api.fails("editMessageText", too_many_requests(1), bad_request("can't parse entities: x"))
        await becomes(desk, tmp_path, BERGEN)

        assert "Bergen" in (await nora.private.sees_edit()).text


async def test_an_answer_in_the_same_words_is_left_alone(
    api: BotApi, desk: Desk, tmp_path: Path
) -> None:
    nora = api.person("Nora")

    async with serving(api, desk):
        nora.says(STEERED)
        await nora.hears()
        nora.says(REACHED)
        await nora.hears()
        text = BERGEN.replace("Ana Ruiz steered the ferry.", "Ana Ruiz steered the ferry calmly.")
        await becomes(desk, tmp_path, text)
        corrected = await nora.private.sees_edit()
        await becomes(desk, tmp_path, text + " It was Monday.")
        nora.says("How many passengers did the ferry carry?")
        await nora.hears()

    assert "Bergen" in corrected.text and nora.private.edited.empty()
