"""An admin who exchanges the articles while people ask."""

import shutil
from pathlib import Path

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.replies import Replies
from tests.bot_api import BotApi
from tests.serving import serving

pytest_plugins = ("tests.telegram_fixtures",)

STORY = Path(__file__).parent / "stories" / "ferry.txt"
SECOND = """+++
title = "Lighthouse lit again"
date = 2025-04-02
source = "The Coast Post"
+++

The lighthouse of Harvik was lit again on Tuesday. The keeper, Sven Olsen, repaired the lamp.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(STORY, tmp_path / "ferry.txt")
    return tmp_path


@pytest.fixture
def desk(folder: Path, nlp: Language, replies: Replies) -> Desk:
    return Desk(folder, nlp, replies)


async def test_an_article_that_is_added_is_answered_from_after_a_reload(
    api: BotApi, desk: Desk, folder: Path
) -> None:
    boss, nora = api.person("Boss"), api.person("Nora")

    async with serving(api, desk, admins={boss.id}):
        nora.says("Who repaired the lamp?")
        assert "Sven Olsen" not in (await nora.hears()).text

        (folder / "lighthouse.txt").write_text(SECOND, encoding="utf-8")
        boss.says("/reload")
        told = (await boss.hears()).text
        assert told.startswith("Done:") and "+ lighthouse" in told

        nora.says("Who repaired the lamp?")
        answer = (await nora.hears()).text
        assert "Sven Olsen" in answer
        assert "The Coast Post, 2 Apr 2025, “Lighthouse lit again”, sentence 2" in answer

        nora.says("/sources")
        assert "I answer from 2 articles" in (await nora.hears()).text


async def test_a_corpus_that_cannot_be_read_leaves_the_old_one_in_service(
    api: BotApi, desk: Desk, folder: Path
) -> None:
    boss, nora = api.person("Boss"), api.person("Nora")

    async with serving(api, desk, admins={boss.id}):
        (folder / "ferry.txt").write_bytes(b"\xff\xfe\x00broken")
        boss.says("/reload")
        told = (await boss.hears()).text
        assert "I go on with the ones I have" in told and "ferry.txt" in told

        nora.says("Who led the rescue?")
        assert "Ingrid Aasen" in (await nora.hears()).text

        shutil.copy(STORY, folder / "ferry.txt")
        boss.says("/reload")
        assert "Nothing has changed" in (await boss.hears()).text


async def test_a_reader_cannot_reload(api: BotApi, desk: Desk, folder: Path) -> None:
    boss, nora = api.person("Boss"), api.person("Nora")
    (folder / "lighthouse.txt").write_text(SECOND, encoding="utf-8")

    async with serving(api, desk, admins={boss.id}):
        nora.says("/reload")
        assert "Only the people who run this bot" in (await nora.hears()).text

        nora.says("/sources")
        assert "I answer from one article" in (await nora.hears()).text
