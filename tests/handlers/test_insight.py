"""What admins see of how the bot fares; nobody else sees it."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.state import State
from bot.state.kept import Asked
from tests.bot_api import BotApi
from tests.serving import EchoDesk, serving

pytest_plugins = ("tests.telegram_fixtures",)

TODAY = datetime.now(UTC).date()


def note(state: State, text: str, *, answered: bool, times: int = 1, ago: int = 0) -> None:
    for number in range(times):
        day = TODAY - timedelta(days=ago)
        state.asked.note(Asked(text, day, "who", answered=answered, milliseconds=10 + number))


async def test_status_tells_what_is_served_and_how_groups_are_heard(
    api: BotApi, echo: EchoDesk
) -> None:
    boss = api.person("Boss")

    async with serving(api, echo, admins={boss.id}):
        boss.says("/status")
        told = (await boss.hears()).text
        api.world.privacy = False
        boss.says("/status")
        later = (await boss.hears()).text

    assert f"Corpus {echo.corpus.version}; articles: 1; sentences: 2." in told
    assert "Privacy mode is on" in told
    assert re.search(r"last poll at \d\d:\d\d:\d\d UTC", told)
    assert "Privacy mode is off" in later


async def test_stats_count_answers_votes_and_time(
    api: BotApi, echo: EchoDesk, state: State
) -> None:
    boss = api.person("Boss")
    note(state, "who sailed", answered=True, times=3)
    note(state, "who paid", answered=False)
    note(state, "long ago", answered=False, ago=40)
    state.votes.cast(5, "Who?", "Ana.", "1", up=True, day=TODAY)

    async with serving(api, echo, admins={boss.id}, state=state):
        boss.says("/stats")
        shown = (await boss.hears()).json

    assert api.world.files[shown["photo"][0]["file_id"]].content.startswith(b"\x89PNG")
    told = shown["caption"]
    assert "4 questions, 3 answered (75 %), 1 not." in told
    assert "Votes: 1 👍, 0 👎." in told
    assert "10 ms at the median" in told


async def test_unanswered_groups_what_is_alike_and_puts_the_most_asked_first(
    api: BotApi, echo: EchoDesk, state: State
) -> None:
    boss = api.person("Boss")
    note(state, "who paid for the rescue", answered=False, times=2)
    note(state, "is the mayor ill", answered=False, times=2)
    note(state, "why is the mayor ill", answered=False)
    note(state, "who sailed", answered=True, times=9)

    async with serving(api, echo, admins={boss.id}, state=state):
        boss.says("/unanswered")
        _, first, second = (await boss.hears()).text.split("\n\n")

    assert first == "3 × is the mayor ill / why is the mayor ill"
    assert second == "2 × who paid for the rescue"


async def test_export_sends_the_tables_as_files(api: BotApi, echo: EchoDesk, state: State) -> None:
    boss = api.person("Boss")
    note(state, "who paid", answered=False)

    async with serving(api, echo, admins={boss.id}, state=state):
        boss.says("/export")
        files = [(await boss.hears()).json["document"] for _ in range(2)]

    assert [file["file_name"] for file in files] == ["votes.csv", "unanswered.csv"]
    assert b"who paid" in api.world.files[files[1]["file_id"]].content


@pytest.mark.parametrize("command", ["stats", "unanswered"])
async def test_what_nobody_asked_is_said_plainly(api: BotApi, echo: EchoDesk, command: str) -> None:
    boss = api.person("Boss")

    async with serving(api, echo, admins={boss.id}):
        boss.says(f"/{command}")

        assert "last 30 days" in (await boss.hears()).text


@pytest.mark.parametrize("command", ["status", "stats", "unanswered", "export"])
async def test_strangers_are_refused(api: BotApi, echo: EchoDesk, command: str) -> None:
    alice, boss = api.person("Alice"), api.person("Boss")

    async with serving(api, echo, admins={boss.id}):
        alice.says(f"/{command}")

        assert "Only the people who run this bot" in (await alice.hears()).text
