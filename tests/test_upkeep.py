"""Beside the answering: articles are followed, and what goes wrong there stops nothing."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from spacy.language import Language

from bot.articles.library import Library
from bot.desk import Desk
from bot.domain import Text
from bot.replies import Replies
from bot.state import State, open_state
from bot.state.kept import Subscription
from bot.upkeep import follow, reload, tidy_now_and_then

BOATS = "date 2026-01-09 The Daily\n\nThe ferry reached Oslo.\n"
PLANES = "date 2026-01-09 The Daily\n\nThe plane reached Rome.\n"


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with closing(open_state(tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "boats.txt").write_text(BOATS, encoding="utf-8")
    return folder


@pytest.fixture
def desk(folder: Path, state: State, nlp: Language, replies: Replies) -> Desk:
    return Desk(folder, nlp, replies, library=Library(folder, state))


async def until_it_serves(desk: Desk, count: int, *, watch: bool) -> None:
    following = asyncio.create_task(follow(desk, watch=watch, every=0.001))
    async with asyncio.timeout(20):
        while len(desk.corpus.articles) != count:
            await asyncio.sleep(0.001)
    following.cancel()
    with suppress(asyncio.CancelledError):
        await following


async def test_a_file_put_into_a_watched_folder_is_served(desk: Desk, folder: Path) -> None:
    (folder / "planes.txt").write_text(PLANES, encoding="utf-8")

    await until_it_serves(desk, 2, watch=True)

    assert desk.editor.versions[0].who == "watch"


async def test_what_the_command_line_publishes_is_served_though_the_folder_is_not_watched(
    desk: Desk, state: State, folder: Path
) -> None:
    (folder / "trains.txt").write_text(PLANES.replace("plane", "train"), encoding="utf-8")
    other = Library(folder, state)
    other.publish(other.added(Text("planes.txt", PLANES)), "terminal")

    await until_it_serves(desk, 2, watch=False)

    assert [a.source.stem for a in desk.corpus.articles] == ["boats", "planes"]


async def test_a_reload_that_fails_is_logged_and_tried_again_when_the_file_is_mended(
    desk: Desk, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "boats.txt").write_text("", encoding="utf-8")
    await reload(desk, "signal")
    assert "boats.txt: is empty" in caplog.text and "stay as they are" in caplog.text

    (folder / "boats.txt").write_text(BOATS, encoding="utf-8")
    (folder / "planes.txt").write_text(PLANES, encoding="utf-8")
    await until_it_serves(desk, 2, watch=True)


async def test_a_bug_in_following_is_logged_and_following_goes_on(
    desk: Desk, folder: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = Desk.follow

    def failing(_: Desk) -> None:
        monkeypatch.setattr(Desk, "follow", honest)
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(Desk, "follow", failing)
    (folder / "planes.txt").write_text(PLANES, encoding="utf-8")

    await until_it_serves(desk, 2, watch=True)

    assert "a bug" in caplog.text


async def test_a_reload_tells_the_log_what_came_of_it(
    desk: Desk, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "planes.txt").write_text("The plane reached Rome.\n", encoding="utf-8")

    with caplog.at_level(logging.INFO):
        await reload(desk, "signal")

    assert "1 added, 0 removed, 0 changed; 2 sentences (+1 −0)" in caplog.text
    assert "planes.txt: has no date" in caplog.text


async def test_what_has_run_out_is_dropped_now_and_then(state: State) -> None:
    past = datetime.now(UTC) - timedelta(days=1)
    state.subscriptions.add(Subscription(5, 5, 0, 1, "Who?", past))

    tidying = asyncio.create_task(tidy_now_and_then(state, every=0.001))
    async with asyncio.timeout(20):
        while state.subscriptions.all(past - timedelta(days=1)):
            await asyncio.sleep(0.001)
    tidying.cancel()
