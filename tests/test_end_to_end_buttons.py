"""Readers who press the buttons under an answer, the real desk behind the bot."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.replies import Replies
from bot.state import State
from tests.bot_api import BotApi, Shown, bad_request
from tests.serving import serving

pytest_plugins = ("tests.telegram_fixtures",)

ASK = "/ask@StoryTestBot"
OLD = "date 2026-01-09 The Daily\n\nThe ferry reached Oslo. Ana Ruiz steered the ferry.\n"
NEW = "date 2026-01-10 The Daily\n\nThe ferry reached Bergen. Ana Ruiz steered the ferry.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "corpus"
    path.mkdir()
    (path / "ferry.txt").write_text(OLD, encoding="utf-8")
    return path


@pytest.fixture
def desk(folder: Path, nlp: Language, replies: Replies) -> Desk:
    return Desk(folder, nlp, replies)


def update(folder: Path, desk: Desk) -> None:
    (folder / "ferry.txt").write_text(NEW, encoding="utf-8")
    desk.reload()


async def test_an_answer_carries_its_buttons_in_three_rows_at_most(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        nora.says("Who led the rescue?")
        answer = await nora.hears()

    first, *questions = answer.json["reply_markup"]["inline_keyboard"]
    assert [button["text"] for button in first] == ["Context", "More", "👍", "👎", "Remove"]
    assert len(questions) == 2
    assert all(len(row) == 1 for row in questions)
    assert "Who led the rescue?" not in answer.buttons


async def test_context_shows_the_sentence_between_its_neighbours_and_back(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")
    (article,) = ferry_desk.corpus.articles

    async with serving(api, ferry_desk):
        nora.says("Who led the rescue?")
        answer = await nora.hears()
        said, buttons = answer.text, answer.buttons
        place = next(n for n, s in enumerate(article.sentences) if "led the rescue" in s.text)

        assert await nora.presses(answer, "Context").answered()
        opened = await nora.private.sees_edit()
        assert opened.id == answer.id
        for sentence in article.sentences[place - 1 : place + 2]:
            assert sentence.text in opened.text
        assert opened.styled("bold") == ["Ingrid Aasen"]
        assert article.sentences[place - 1].text in opened.styled("italic")

        assert await nora.presses(opened, "‹ Answer").answered()
        closed = await nora.private.sees_edit()

    assert (closed.text, closed.buttons) == (said, buttons)
    assert closed.styled("bold") == ["Ingrid Aasen", "Ingrid Aasen"]
    assert nora.private.is_quiet  # all of it happens in the one message


async def test_more_shows_further_sentences_page_by_page(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        nora.says("Who led the rescue?")
        answer = await nora.hears()
        (cited,) = answer.styled("expandable_blockquote")

        await nora.presses(answer, "More").answered()
        first = await nora.private.sees_edit()
        await nora.presses(first, "Next ›").answered()
        second = await nora.private.sees_edit()

    shown = [*first.styled("blockquote"), *second.styled("blockquote")]
    assert len(shown) > 3 and len(set(shown)) == len(shown)
    assert cited not in shown
    assert all(passage in ferry_desk.corpus.articles[0].text for passage in shown)


async def test_a_question_on_a_button_is_answered_in_a_message_of_its_own(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora, emil = api.person("Nora"), api.person("Emil")
    group = api.group("Passengers", nora, emil)

    async with serving(api, ferry_desk):
        nora.says(f"{ASK} Who led the rescue?", group)
        answer = await group.hears()
        for question in answer.buttons[-2:]:
            assert await emil.presses(answer, question).answered()
            told = await group.hears()

            assert told.text.startswith(f"{question}\n\n")
            assert told.reply_to == answer.id
            assert told.styled("expandable_blockquote")
    assert group.is_quiet


async def test_a_press_after_a_reload_says_so_and_gives_the_new_answer(
    api: BotApi, desk: Desk, folder: Path
) -> None:
    nora = api.person("Nora")

    async with serving(api, desk):
        nora.says("Which city did the ferry reach?")
        answer = await nora.hears()
        assert "Oslo" in answer.text
        update(folder, desk)

        for label in ("Context", "👍"):
            press = nora.presses(answer, label)
            if label == "Context":
                assert "has been updated" in (await press.answered())["text"]
                new = await nora.private.sees_edit()
                assert "Bergen" in new.text and "Oslo" not in new.text
                assert new.text.startswith("The story has been updated")
            else:
                assert (await press.answered())["text"] == "Thank you."


async def test_the_buttons_work_after_a_restart(
    api: BotApi, desk_on: Callable[[str], Desk], state: State
) -> None:
    nora = api.person("Nora")

    async with serving(api, desk_on("ferry"), state=state):
        nora.says("Who led the rescue?")
        answer = await nora.hears()
    async with serving(api, desk_on("ferry"), state=state):
        await nora.presses(answer, "Context").answered()
        assert "[1] Lt. Cmdr. Ingrid Aasen" in (await nora.private.sees_edit()).text


async def test_votes_count_once_and_can_be_taken_back(
    api: BotApi, ferry_desk: Desk, state: State
) -> None:
    nora, emil = api.person("Nora"), api.person("Emil")
    group = api.group("Passengers", nora, emil)

    async with serving(api, ferry_desk, state=state):
        nora.says(f"{ASK} Who led the rescue?", group)
        answer = await group.hears()
        for person, label, thanks, votes in (
            (emil, "👍", "Thank you.", (1, 0)),
            (nora, "👎", "Thank you.", (1, 1)),
            (emil, "👎", "Thank you.", (0, 2)),
            (emil, "👎", "Your vote is taken back.", (0, 1)),
        ):
            assert (await person.presses(answer, label).answered())["text"] == thanks
            (tally,) = state.votes.tallies()
            assert (tally.up, tally.down) == votes

    assert tally.question == "Who led the rescue?"
    assert tally.answer == "Ingrid Aasen [1]."


async def test_a_thumb_on_an_answer_is_a_vote(api: BotApi, ferry_desk: Desk, state: State) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk, state=state):
        question = nora.says("Who led the rescue?")
        answer = await nora.hears()
        for emoji, votes in ((("👍",), [(1, 0)]), (("👎",), [(0, 1)]), (("🔥",), []), ((), [])):
            nora.reacts(answer, *emoji)
            nora.reacts(question, "👍")  # not the bot's
            nora.says("thanks")
            await nora.hears()
            assert [(t.up, t.down) for t in state.votes.tallies()] == votes


async def test_only_the_asker_and_admins_can_remove_an_answer(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora, emil, boss = api.person("Nora"), api.person("Emil"), api.person("Boss")
    group = api.group("Passengers", nora, emil)
    group.members[boss.id] = "administrator"

    async with serving(api, ferry_desk):
        for remover in (nora, boss):
            nora.says(f"{ASK} Who led the rescue?", group)
            answer = await group.hears()

            refused = await emil.presses(answer, "Remove").answered()
            assert "Only who asked" in refused["text"] and refused["show_alert"]
            assert answer.id in group.messages

            await remover.presses(answer, "Remove").answered()
            await api.until(partial(group.lacks, answer))


@pytest.mark.parametrize("days", [0, 3])
async def test_an_answer_that_cannot_be_deleted_any_more_loses_its_words(
    api: BotApi, ferry_desk: Desk, state: State, days: int
) -> None:
    nora = api.person("Nora")
    group = api.group("Passengers", nora)

    async with serving(api, ferry_desk, state=state):
        nora.says(f"{ASK} Who led the rescue?", group)
        answer = await group.hears()
        if days:
            api.world.skipped += days * 24 * 3600
            nora.says(f"{ASK} thanks", group)  # answered after the first is noted
            await group.hears()
            sent = state.sent.with_message(group.id, answer.id)
            assert sent
            state.sent.keep(replace(sent, at=sent.at - timedelta(days=days)))
        else:  # Telegram knows more reasons
            api.fails("deleteMessage", bad_request("message can't be deleted"))
        await nora.presses(answer, "Remove").answered()
        left = await group.sees_edit()

    assert left.text == "This answer was taken back."
    assert left.buttons == []


async def test_a_press_on_an_answer_that_is_gone_is_answered_quietly(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        nora.says("Who led the rescue?")
        answer = await nora.hears()
        kept = Shown(dict(answer.json))
        nora.deletes(answer)
        api.fails("editMessageText", bad_request("message to edit not found"))
        await nora.presses(kept, "Context").answered()  # Telegram tells of it without its text
        await api.until_called("editMessageText")
        nora.says("When was the ferry built?")
        assert "1998" in (await nora.hears()).text


async def test_two_presses_at_once_are_both_answered_and_edit_once(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        nora.says("Who led the rescue?")
        answer = await nora.hears()
        first, second = nora.presses(answer, "Context"), nora.presses(answer, "Context")
        assert await first.answered() and await second.answered()
        assert "[1] Lt. Cmdr." in (await nora.private.sees_edit()).text
        nora.says("When was the ferry built?")
        await nora.hears()

    assert len(api.called("editMessageText")) == 1


async def test_an_edit_that_changes_nothing_is_no_matter(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        nora.says("Who led the rescue?")
        answer = await nora.hears()
        api.fails("editMessageText", bad_request("message is not modified: specified new …"))
        await nora.presses(answer, "Context").answered()
        await api.until_called("editMessageText")
        nora.says("When was the ferry built?")

        assert "1998" in (await nora.hears()).text
    assert nora.private.is_quiet


async def test_what_is_asked_is_counted_without_whom(
    api: BotApi, ferry_desk: Desk, state: State
) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk, state=state):
        for words in ("Who led the rescue?", "Who won the football match?", "thanks"):
            nora.says(words)
            await nora.hears()

    (day,) = state.asked.days(date.min)
    assert (day.asked, day.answered) == (2, 1)
    (missing,) = state.asked.unanswered(date.min)
    assert missing.text == "who won the football match"


async def test_an_answer_that_is_a_mere_greeting_offers_questions_only(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        nora.says("hello")
        hello = await nora.hears()

    assert len(hello.buttons) == 2 and all(label.endswith("?") for label in hello.buttons)


async def test_an_answer_is_shared_as_a_link_that_asks_its_question(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora, emil = api.person("Nora"), api.person("Emil", started=False)

    async with serving(api, ferry_desk):
        nora.says("Who led the rescue?")
        await nora.presses(await nora.hears(), "Context").answered()
        view = Shown(await nora.private.edited.get())
        [button] = [
            each
            for row in view.json["reply_markup"]["inline_keyboard"]
            for each in row
            if each["text"] == "Share"
        ]
        shared = parse_qs(urlsplit(button["url"]).query)
        payload = parse_qs(urlsplit(shared["url"][0]).query)["start"][0]
        emil.says(f"/start {payload}")

        assert "Ingrid Aasen" in (await emil.hears()).text
    assert shared["text"] == ["Who led the rescue?"]
