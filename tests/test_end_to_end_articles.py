"""An admin keeps the articles from within Telegram; readers are answered from what is published."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from spacy.language import Language

from bot.articles.library import Library
from bot.desk import Desk
from bot.replies import Replies
from bot.state import State, open_state
from tests.bot_api import BotApi
from tests.bot_api.people import Person
from tests.bot_api.places import Shown
from tests.serving import serving

pytest_plugins = ("tests.telegram_fixtures",)

FERRY = "date 2026-01-09 The Daily\n\nThe ferry sailed from Oslo on Friday. It carried 40 people.\n"
MUSEUM = "date 2026-01-10 The Daily\n\nThe museum in Bergen opened a new hall on Monday.\n"
PLAIN = "Museum opens a hall\n\nThe museum in Bergen opened a new hall on Monday.\n"


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with closing(open_state(tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
def desk(tmp_path: Path, state: State, nlp: Language, replies: Replies) -> Desk:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return Desk(folder, nlp, replies, library=Library(folder, state))


def labels(message: Shown) -> list[str]:
    markup = message.json.get("reply_markup", {"inline_keyboard": []})
    return [button["text"] for row in markup["inline_keyboard"] for button in row]


def stems(desk: Desk) -> list[str]:
    return [article.source.stem for article in desk.corpus.articles]


async def press(person: Person, message: Shown, label: str) -> None:
    await person.presses(message, label).answered()


async def test_a_file_with_the_caption_add_is_published_at_once_and_can_be_undone(
    api: BotApi, desk: Desk, state: State
) -> None:
    boss, alice = api.person("Boss"), api.person("Alice")

    async with serving(api, desk, admins={boss.id}, state=state):
        boss.uploads("museum.txt", MUSEUM.encode(), caption="/add")
        told = await boss.hears()
        alice.says("What did the museum open?")
        answer = (await alice.hears()).text
        await press(boss, told, "Undo")
        undone = await boss.hears()

    assert "+ museum" in told.text
    assert "a new hall" in answer.casefold()
    assert "− museum" in undone.text
    assert stems(desk) == ["ferry"]
    assert [action.what for action in state.audit.latest()][:2] == ["undo", "add"]


async def test_a_file_without_the_caption_is_shown_first_and_published_at_a_press(
    api: BotApi, desk: Desk, state: State
) -> None:
    boss = api.person("Boss")

    async with serving(api, desk, admins={boss.id}, state=state):
        boss.uploads("museum.txt", MUSEUM.encode())
        shown = await boss.hears()
        assert stems(desk) == ["ferry"]
        assert labels(shown) == ["Publish", "Cancel"]
        await press(boss, shown, "Publish")
        await boss.hears()

    assert "The Daily, 10 Jan 2026, 1 sentence" in shown.text
    assert "New, as “museum”." in shown.text
    assert stems(desk) == ["ferry", "museum"]


async def test_what_is_cancelled_is_not_published_and_old_buttons_do_nothing(
    api: BotApi, desk: Desk, state: State
) -> None:
    boss = api.person("Boss")

    async with serving(api, desk, admins={boss.id}, state=state):
        boss.uploads("museum.txt", MUSEUM.encode())
        shown = await boss.hears()
        publish = Shown({**shown.json})
        await press(boss, shown, "Cancel")
        assert "nothing was changed" in (await boss.hears()).text
        answer = await boss.presses(publish, "Publish").answered()

    assert "no longer here" in answer["text"]
    assert stems(desk) == ["ferry"]


async def test_a_pasted_text_is_asked_for_its_day_and_publisher(
    api: BotApi, desk: Desk, state: State
) -> None:
    boss = api.person("Boss")

    async with serving(api, desk, admins={boss.id}, state=state):
        boss.says(f"/add {PLAIN}")
        shown = await boss.hears()
        boss.says("2026-01-10 The Daily")
        again = await boss.hears()
        await press(boss, again, "Publish")
        await boss.hears()

    assert "When was it published, and by whom?" in shown.text
    assert "When was it published" not in again.text
    assert "The Daily, 10 Jan 2026" in again.text
    source = desk.corpus.articles[-1].source
    assert (source.stem, source.title) == ("museum-opens-a-hall", "Museum opens a hall")
    assert (source.publisher, str(source.published)) == ("The Daily", "2026-01-10")


async def test_add_in_reply_to_a_message_takes_that_message(
    api: BotApi, desk: Desk, state: State
) -> None:
    boss = api.person("Boss")

    async with serving(api, desk, admins={boss.id}, state=state):
        forwarded = boss.says(MUSEUM)
        await boss.hears()  # a question, as far as the bot knows
        boss.says("/add", reply_to=forwarded)

        assert "New, as" in (await boss.hears()).text


async def test_an_article_of_the_same_name_shows_what_would_change(
    api: BotApi, desk: Desk, state: State
) -> None:
    boss = api.person("Boss")

    async with serving(api, desk, admins={boss.id}, state=state):
        boss.uploads("ferry.txt", FERRY.replace("40", "44").encode())
        shown = await boss.hears()

    assert "In the place of “ferry”; sentences: +1 −1." in shown.text


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("museum.pdf", b"%PDF-1.7", "neither .txt nor .md"),
        ("museum.txt", b"PK\x03\x04....", "a zip archive"),
        ("museum.txt", b"\xff\xfeT\x00", "UTF-16"),
        ("museum.txt", b"caf\xe9", "is not UTF-8"),
        ("museum.txt", b"", "is empty"),
        ("museum.txt", b"x" * 2_000_001, "is too large"),
        ("../museum.txt", MUSEUM.encode(), "a name that cannot be an article's"),
        ("copy.txt", FERRY.encode(), "is served already, as “ferry”"),
    ],
)
async def test_a_file_that_is_no_article_is_told_why_and_nothing_is_changed(
    api: BotApi, desk: Desk, state: State, name: str, content: bytes, told: str
) -> None:
    boss = api.person("Boss")

    async with serving(api, desk, admins={boss.id}, state=state):
        boss.uploads(name, content, caption="/add")
        answer = (await boss.hears()).text

    assert "Nothing was changed." in answer and told in answer
    assert stems(desk) == ["ferry"]


async def test_an_article_is_removed_only_when_the_admin_is_sure_and_comes_back_at_a_press(
    api: BotApi, desk: Desk, state: State
) -> None:
    boss = api.person("Boss")

    async with serving(api, desk, admins={boss.id}, state=state):
        boss.uploads("museum.txt", MUSEUM.encode(), caption="/add")
        await boss.hears()
        boss.says("/remove museum")
        sure = await boss.hears()
        assert stems(desk) == ["ferry", "museum"]
        await press(boss, sure, "Yes, remove it")
        assert "− museum" in (await boss.hears()).text
        boss.says("/articles")
        listed = await boss.hears()
        await press(boss, listed, "× museum")
        assert "+ museum" in (await boss.hears()).text

    assert stems(desk) == ["ferry", "museum"]


async def test_the_list_opens_an_article_and_sends_its_text(
    api: BotApi, desk: Desk, state: State
) -> None:
    boss = api.person("Boss")
    title = desk.corpus.articles[0].source.title

    async with serving(api, desk, admins={boss.id}, state=state):
        boss.says("/articles")
        listed = await boss.hears()
        await press(boss, listed, title if len(title) <= 40 else title[:39] + "…")
        opened = Shown(await boss.private.edited.get())
        assert "Its id: ferry" in opened.text
        await press(boss, opened, "View")
        document = (await boss.hears()).json["document"]

    assert api.world.files[document["file_id"]].content.decode() == FERRY


async def test_the_articles_go_back_to_an_earlier_version(
    api: BotApi, desk: Desk, state: State
) -> None:
    boss = api.person("Boss")

    async with serving(api, desk, admins={boss.id}, state=state):
        boss.uploads("museum.txt", MUSEUM.encode(), caption="/add")
        await boss.hears()
        boss.says("/rollback 1")
        sure = await boss.hears()
        await press(boss, sure, "Yes, go back")
        assert "− museum" in (await boss.hears()).text
        boss.says("/rollback 99")
        assert "no version 99" in (await boss.hears()).text
        boss.says("/rollback")
        listed = await boss.hears()

    assert stems(desk) == ["ferry"]
    assert [label.split(" · ")[0] for label in labels(listed)] == ["2", "1"]


async def test_the_other_admins_are_told_where_that_is_wanted(
    api: BotApi, desk: Desk, state: State
) -> None:
    boss, chief = api.person("Boss"), api.person("Chief")

    async with serving(api, desk, admins={boss.id, chief.id}, state=state, notify_admins=True):
        boss.uploads("museum.txt", MUSEUM.encode(), caption="/add")
        told = (await chief.hears()).text

    assert f"The admin {boss.id} changed the articles." in told and "+ museum" in told


async def test_nobody_else_changes_anything(api: BotApi, desk: Desk, state: State) -> None:
    boss, alice = api.person("Boss"), api.person("Alice")

    async with serving(api, desk, admins={boss.id}, state=state):
        alice.uploads("museum.txt", MUSEUM.encode(), caption="/add")
        await alice.hears()
        alice.says("/articles")
        assert "Only the people who run this bot" in (await alice.hears()).text
        boss.says("/remove ferry")
        sure = await boss.hears()
        await alice.presses(sure, "Yes, remove it").answered()

    assert stems(desk) == ["ferry"]
