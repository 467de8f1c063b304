"""The README tells what is true: its settings, fields, commands and limits are the program's."""

import io
import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from bot import json_lines, terminal
from bot.cli import main
from bot.desk import Desk
from tests.serving import EchoDesk

REPOSITORY = Path(__file__).parent.parent
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_its_example_is_what_the_bot_says(desk_on: Callable[[str], Desk]) -> None:
    found = re.search(r'\$ python -m bot ask "(.+)"\n((?:    .*\n|\n)+)', README)
    assert found
    screen = Console(file=io.StringIO())

    terminal.show(screen, desk_on("venezuela").ask(found[1]))

    assert isinstance(screen.file, io.StringIO)
    assert screen.file.getvalue().strip() == textwrap.dedent(found[2]).strip()


def test_every_setting_is_told() -> None:
    example = (REPOSITORY / ".env.example").read_text(encoding="utf-8")

    told = re.findall(r"^\| `([A-Z_]+)`", README, re.MULTILINE)

    assert told == re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)


def test_every_field_of_json_lines_is_told() -> None:
    row = json_lines.answer(EchoDesk(), {"question": "Q?"}, explain=True)

    for field in [*row, *row["citations"][0], "corrected", "chat", "article"]:
        assert f"`{field}`" in README, field


def test_every_command_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])

    commands = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert commands == ["serve", "chat", "ask", "check", "articles", "add", "remove", "versions",
                        "rollback", "export"]  # fmt: skip
    for command in commands:
        assert f"`story-bot {command}" in README


def test_ci_runs_what_the_readme_says() -> None:
    ci = (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8")

    assert "-m pytest\n" in README and "-m pytest\n" in ci
    assert "requirements.lock" in README and "requirements.lock" in ci
