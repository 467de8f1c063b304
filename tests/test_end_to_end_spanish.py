"""A reader whose Telegram is Spanish: whatever the bot says of its own is Spanish, everywhere."""

import asyncio
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.glance import picture
from bot.languages import translations
from bot.replies import Replies
from tests.bot_api import BotApi
from tests.serving import serving
from tests.told import desk_of, file_of

pytest_plugins = ("tests.telegram_fixtures",)

STORY = """The ferry Aurora left Vigo with 40 passengers on Thursday. Ana Ruiz, the captain of the
ferry, said “We were lucky.” Ana Ruiz steered the ferry on 3 March 2025. The ferry reached Oslo."""
NEWER = STORY.replace("Oslo", "Bergen") + " The ferry Aurora was built in 1998."
LISTS = ["story", "people", "timeline", "numbers", "quotes"]
REACHED, BUILT = "¿A qué ciudad llegó el ferry?", "¿Cuándo fue construido el ferry Aurora?"


def words_of(*sections: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """The fixed words of texts, piece by piece."""
    for entries in (entries for section in sections for entries in section.values()):
        for text in entries.values():
            yield from (piece.strip() for piece in re.split(r"\{\w+\}|\n", text))


def english() -> set[str]:
    """Words of the bot's own that are English and nothing else."""
    own = [
        tomllib.loads(files("bot").joinpath(name).read_text(encoding="utf-8"))
        for name in ("interface.toml", "replies.toml")
    ]
    told = translations()["es"]
    spanish = "\n".join(words_of(told["interface"], told["replies"]))
    words = set(words_of(*own))
    return {one for one in words if len(one) > 5 and one not in spanish and one[0] != "/"}


def strings(value: Any) -> Iterator[str]:
    """All texts in what was sent, also those in JSON."""
    if isinstance(value, str) and value.startswith(("[", "{")):
        with suppress(ValueError):  # '[1] The Daily' is none
            value = json.loads(value)
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, str):
        yield value


@pytest.fixture
def desk(tmp_path: Path, nlp: Language, replies: Replies, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(picture, "draw", lambda *_: None)
    return desk_of(tmp_path, nlp, replies, STORY)


async def test_no_word_of_the_bots_own_is_english(api: BotApi, desk: Desk, tmp_path: Path) -> None:
    nora = api.person("Nora", language_code="es")
    group = api.group("Lectores", nora)

    async with serving(api, desk):
        for name in [
            "start",
            "start q",
            *LISTS,
            "help",
            "privacy",
            "sources",
            "ask",
            "what",
            "reload",
        ]:
            nora.says(f"/{name}")
            await nora.hears()
        for text in (
            REACHED,
            "hola",
            "?",
            "Wer fuhr nach Oslo?",
            "gracias",
            "¿Quién pintó la Luna?",
        ):
            nora.says(text)
            await nora.hears()
        nora.sends(dice={"emoji": "🎲", "value": 3})
        await nora.hears()
        for name in ("start", "help", "ask", "story", "privacy"):
            nora.says(f"/{name}@StoryTestBot", group)
            await group.hears()
        question = nora.says(REACHED)
        answer = await nora.hears()
        for label in ("Contexto", "‹ Respuesta", "Más", "‹ Respuesta", "👍", "👍"):
            await nora.presses(answer, label).answered()
            if len(label) > 2:
                await nora.private.sees_edit()
        nora.says(BUILT)
        unsaid = await nora.hears()
        await nora.presses(unsaid, "Avísame si la noticia lo responde").answered()
        for query in ("", "Oslo", "xyzzy"):
            await nora.asks_inline(query).answered()
        (tmp_path / "a.txt").write_text(file_of(NEWER), encoding="utf-8")
        await asyncio.to_thread(desk.reload)
        told = await nora.hears()
        assert "1998" in told.text and told.text.startswith(f"Pediste que te avisara: {BUILT}")
        assert "Bergen" in (await nora.private.sees_edit()).text
        nora.edits(question, "¿Quién dirigió el ferry?")
        await nora.private.sees_edit()
        nora.says("/forget")
        await nora.hears()

    said = "\n".join(
        text
        for call in api.calls
        if call.method.startswith(("sendM", "edit", "answer"))
        for text in strings(dict(call.params))
    )
    said = re.sub("Leído como: .*", "", said)  # that is how it was understood
    assert {words for words in english() if words in said} == set()
    assert "ene 2026" in said and "frase 1" in said


async def test_examples_and_questions_to_go_on_with_are_spanish_and_answered(
    api: BotApi, desk: Desk
) -> None:
    nora = api.person("Nora", language_code="es")

    async with serving(api, desk):
        nora.says("/help")
        lines = (await nora.hears()).text.splitlines()
        examples = [line.removeprefix("• ") for line in lines if line.startswith("• ")]
        for question in examples:
            nora.says(question)
            assert "[1]" in (await nora.hears()).text
        nora.says(REACHED)
        answer = await nora.hears()

    assert examples and all(example.startswith("¿") for example in examples)
    assert answer.buttons[-1].startswith("¿")


async def test_her_english_question_is_answered_in_english_and_a_bare_name_in_spanish(
    api: BotApi, desk: Desk
) -> None:
    nora = api.person("Nora", language_code="es")

    async with serving(api, desk):
        nora.says("When did the ferry Aurora burn?")
        answer = await nora.hears()
        nora.says("Ana Ruiz")
        named = await nora.hears()

    assert "The story does not" in answer.text and "Avísame" in answer.buttons[0]
    assert named.text.startswith("La noticia dice:")  # a name is of no language
