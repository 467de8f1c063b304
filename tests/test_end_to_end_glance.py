"""Readers look at the story at a glance: lists, their pages, the picture; in private and in groups."""

from pathlib import Path

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.glance import LISTS, picture
from bot.interface import read_interface
from bot.replies import Replies
from tests.bot_api import BotApi, bad_request
from tests.serving import serving
from tests.told import desk_of, file_of

pytest_plugins = ("tests.telegram_fixtures",)

BOATS = " ".join(f"A boat sank on {day} May 2025." for day in range(1, 20))
LATER = "The harbour was built in 1998. It was closed on Thursday."


@pytest.fixture
def boats(tmp_path: Path, nlp: Language, replies: Replies) -> Desk:
    """A desk of its own on a story of many days, for reloading."""
    return desk_of(tmp_path, nlp, replies, BOATS)


@pytest.fixture
def unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """As without matplotlib: lists only."""
    monkeypatch.setattr(picture, "draw", lambda *_: None)


async def test_who_is_who_comes_with_its_sources_folded(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        nora.says("/people")
        people = await nora.hears()

    assert people.text.startswith("Who is who – page 1 of 3\n\n")
    assert "• Tomas Brekke, 58: chief engineer [" in people.text
    assert "Tomas Brekke" in people.styled("bold")
    (folded,) = people.styled("expandable_blockquote")
    assert "[1] Nordic News Agency, 14 Mar 2025, sentence 5\nLt. Cmdr. Ingrid Aasen" in folded
    assert people.buttons == ["More ›"]


async def test_pages_are_turned_in_place_and_back(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        nora.says("/people")
        first = await nora.hears()
        pressed = nora.presses(first, "More ›")
        second = await nora.private.sees_edit()
        nora.presses(second, "More ›")
        third = await nora.private.sees_edit()
        nora.presses(third, "‹ Back")
        await nora.private.sees_edit()
        nora.presses(second, "‹ Back")
        again = await nora.private.sees_edit()

    assert "text" not in await pressed.answered()
    assert second.id == third.id == again.id == first.id
    assert "page 2 of 3" in second.text and "Karin Holm: " in second.text
    assert second.buttons == ["‹ Back", "More ›"]
    assert "page 3 of 3" in third.text and "Sigrid Thorsen: Prime Minister" in third.text
    assert third.buttons == ["‹ Back"]
    assert again.text == first.text and again.buttons == first.buttons
    assert nora.private.is_quiet


async def test_the_story_in_short_names_the_articles(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        nora.says("/story")
        story = await nora.hears()

    assert "A ferry with 214 people on board ran aground" in story.text
    assert "[1] Nordic News Agency, 14 Mar 2025, sentence 2" in story.text
    assert story.text.endswith(f"I have read:\n• {ferry_desk.corpus.articles[0].source.title}")


async def test_every_article_that_is_named_opens_at_a_tap_also_from_a_group(
    api: BotApi, tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    nora = api.person("Nora", started=False)
    group = api.group("Readers", nora)
    (tmp_path / "b.txt").write_text("date 2026-01-12 The Weekly\n\nRain fell in Bergen.\n")
    desk = desk_of(tmp_path, nlp, replies, LATER)

    async with serving(api, desk):
        for command in ("/story", "/sources"):
            nora.says(f"{command}@StoryTestBot", group)
            shown = await group.hears()
            links = {e["url"] for e in shown.entities if e["type"] == "text_link"}
            assert len(shown.styled("text_link")) == len(links) == 2
        opened = []
        for link in sorted(links):
            assert link.startswith("https://t.me/StoryTestBot?start=a")
            nora.says(f"/start {link.partition('=')[2]}")
            opened.append((await nora.hears()).text)

    for words in ("The harbour was built in 1998.", "Rain fell in Bergen."):
        assert [words in text for text in opened].count(True) == 1
    assert any("The Weekly, 12 Jan 2026, 1 sentence" in text for text in opened)


@pytest.mark.parametrize(
    ("command", "words"),
    [("/numbers", "At least 17 people were injured"), ("/quotes", "Karin Holm: “We wrote three")],
)
async def test_figures_and_quotations_are_listed(
    api: BotApi, ferry_desk: Desk, command: str, words: str
) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        nora.says(command)
        page = await nora.hears()
        while words not in page.text:
            nora.presses(page, "More ›")
            page = await nora.private.sees_edit()


async def test_the_timeline_is_a_picture_and_a_list(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        nora.says("/timeline")
        photo, dated = await nora.hears(), await nora.hears()
        nora.says("/timeline")
        await nora.hears()
        await nora.hears()

    assert photo.json["photo"][0]["width"] == 1080
    assert photo.text == "What happened when: 12 dated events. The list below has their sources."
    assert "\n\n1998\n• The Solveig was built in 1998 [1]." in dated.text
    assert "1998" in dated.styled("bold")
    first, second = api.called("sendPhoto")
    assert first.uploads["photo"].content == second.uploads["photo"].content


async def test_a_short_timeline_is_the_caption_of_its_picture(
    api: BotApi, tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    nora = api.person("Nora")

    async with serving(api, desk_of(tmp_path, nlp, replies, LATER)):
        nora.says("/timeline")
        photo = await nora.hears()

    assert photo.json["photo"] and "1998\n• The harbour was built in 1998 [1]." in photo.text
    assert nora.private.is_quiet


@pytest.mark.usefixtures("unpainted")
async def test_without_a_picture_the_timeline_is_a_list(api: BotApi, ferry_desk: Desk) -> None:
    ferry_desk.glance_in("en")._pictures.clear()
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        nora.says("/timeline")

        assert "The Solveig was built in 1998" in (await nora.hears()).text
    assert api.called("sendPhoto") == []
    ferry_desk.glance_in("en")._pictures.clear()


@pytest.mark.usefixtures("unpainted")
async def test_a_press_on_a_list_of_an_older_story_shows_the_new_one_and_says_so(
    api: BotApi, boats: Desk, tmp_path: Path
) -> None:
    nora = api.person("Nora")

    async with serving(api, boats):
        nora.says("/timeline")
        old = await nora.hears()
        (tmp_path / "a.txt").write_text(file_of(LATER), encoding="utf-8")
        boats.reload()
        press = nora.presses(old, "More ›")
        new = await nora.private.sees_edit()

    assert (await press.answered())["text"] == "The story was updated; this is the new list."
    assert new.id == old.id
    assert new.text.startswith("The story was updated; this is the new list.\n\nWhat happened when")
    assert "The harbour was built in 1998" in new.text and new.buttons == []


@pytest.mark.usefixtures("unpainted")
async def test_two_quick_presses_of_the_same_button_are_both_answered(
    api: BotApi, boats: Desk
) -> None:
    nora = api.person("Nora")

    async with serving(api, boats):
        nora.says("/timeline")
        page = await nora.hears()
        one, two = nora.presses(page, "More ›"), nora.presses(page, "More ›")
        await one.answered()
        await two.answered()
        assert "page 2" in (await nora.private.sees_edit()).text
        nora.says("thanks")
        await nora.hears()

    assert len(api.called("editMessageText")) == 1  # Telegram refuses one that changes nothing


async def test_a_story_without_people_says_so(
    api: BotApi, tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    nora = api.person("Nora")

    async with serving(api, desk_of(tmp_path, nlp, replies, "The sea was calm.")):
        nora.says("/people")

        assert (await nora.hears()).text == "The story has nothing for this list."


async def test_a_group_gets_a_list_when_it_names_the_bot_and_in_the_topic(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora, emil = api.person("Nora"), api.person("Emil")
    forum = api.group("Forum", nora, emil, forum=True)
    topic = nora.opens_topic(forum, "News")

    async with serving(api, ferry_desk):
        asked = nora.says("/people@StoryTestBot", forum, topic=topic)
        people = await forum.hears()
        emil.presses(people, "More ›")
        turned = await forum.sees_edit()
        nora.says("/people@OtherBot", forum, topic=topic)
        nora.says("/people", forum, topic=topic)
        nora.says("/timeline@StoryTestBot", forum, topic=topic)
        photo = await forum.hears()

    assert people.reply_to == asked.id and people.topic == photo.topic == topic
    assert "page 2" in turned.text and photo.json["photo"]


async def test_markup_that_telegram_refuses_is_sent_as_plain_text(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")
    api.fails("sendMessage", bad_request("can't parse entities: unsupported start tag"))

    async with serving(api, ferry_desk):
        nora.says("/people")
        people = await nora.hears()

    assert "Tomas Brekke, 58: chief engineer" in people.text and people.styled("bold") == []
    assert people.buttons == ["More ›"]


def test_every_list_is_in_the_help() -> None:
    for audience in ("private", "group"):
        text = read_interface().fill(f"help.{audience}", bot="b")
        assert [name for name in LISTS if f"/{name}" not in text] == []
