"""The bot about itself: in the reader's language, with examples that it really answers."""

from bot.desk import Desk
from tests.bot_api import BotApi
from tests.serving import serving

pytest_plugins = ("tests.telegram_fixtures",)


async def test_help_offers_three_questions_and_each_is_answered(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        nora.says("/help")
        lines = (await nora.hears()).text.splitlines()
        examples = [line.removeprefix("• ") for line in lines if line.startswith("• ")]
        answers = []
        for question in examples:
            nora.says(question)
            answers.append(await nora.hears())

    assert len(examples) == 3
    assert all("[1]" in answer.text.split("\n\n", 1)[0] for answer in answers)


async def test_a_reader_whose_telegram_is_spanish_is_spoken_to_in_spanish(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora, emil = api.person("Nora", language_code="es-MX"), api.person("Emil")

    async with serving(api, ferry_desk):
        nora.says("/help")
        emil.says("/help")

        assert "Por ejemplo:" in (await nora.hears()).text
        assert "For example:" in (await emil.hears()).text

        nora.says("/start")
        assert "Pregúntame" in (await nora.hears()).text


async def test_anybody_can_ask_what_the_bot_keeps(api: BotApi, ferry_desk: Desk) -> None:
    nora, emil = api.person("Nora"), api.person("Emil", language_code="es")
    group = api.group("Readers", nora, emil)

    async with serving(api, ferry_desk):
        nora.says("/privacy")
        assert "What I keep" in (await nora.hears()).text

        emil.says(f"/privacy@{api.world.username}", group)
        assert "Lo que guardo" in (await group.hears()).text


async def test_help_in_a_group_has_examples_too(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora")
    group = api.group("Readers", nora)

    async with serving(api, ferry_desk):
        nora.says(f"/help@{api.world.username}", group)

        assert "For example:" in (await group.hears()).text
