"""What the bot says about itself: texts from `interface.toml`, filled with slots.

Plain text without markup.  Unlike the words of answers (`replies`), nothing here is proved: these
are the bot's own words about its use.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter

from bot.errors import BotError

FILE = "interface.toml"

# Every text there is, with its slots; `parse` refuses a file that has others.
SLOTS: Mapping[str, frozenset[str]] = {
    text: frozenset(slots.split())
    for text, slots in {
        "profile.description": "",
        "profile.short": "",
        "commands.ask": "",
        "commands.sources": "",
        "commands.help": "",
        "commands.reload": "",
        "start.private": "titles",
        "start.group": "bot",
        "help.private": "bot",
        "help.group": "bot",
        "ask.private": "",
        "ask.group": "bot",
        "sources.one": "",
        "sources.many": "count",
        "sources.sentence": "",
        "sources.sentences": "count",
        "list.more": "count",
        "reply.read_as": "question",
        "reply.sentence": "number",
        "reply.suggestions": "",
        "refused.command": "",
        "refused.not_text": "",
        "refused.reload": "id",
        "reload.running": "",
        "reload.unchanged": "after seconds",
        "reload.changed": "before after seconds",
        "reload.added": "stems",
        "reload.removed": "stems",
        "reload.edited": "stems",
        "reload.problems": "problems",
        "reload.kept": "problems",
        "failure.apology": "id",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Interface:
    """The texts, by `section.name`."""

    texts: Mapping[str, str]

    def fill(self, name: str, **slots: object) -> str:
        """The text with its slots filled; KeyError when the text or a slot is missing."""
        return self.texts[name].format(**slots)


@cache
def read_interface() -> Interface:
    """The texts of the shipped file, read once."""
    return parse(files("bot").joinpath(FILE).read_text(encoding="utf-8"))


def parse(text: str) -> Interface:
    """The texts of a file.

    BotError names the text that is missing, unknown, or has other slots than the program fills.
    """
    texts = {
        f"{section}.{name}": words.strip()
        for section, entries in tomllib.loads(text).items()
        for name, words in entries.items()
    }
    for name in SLOTS.keys() | texts.keys():
        if name not in texts:
            raise BotError(f"{FILE}: {name} is missing.")
        if name not in SLOTS:
            raise BotError(f"{FILE}: {name} is not a text the program uses.")
        if (slots := _slots(texts[name])) != SLOTS[name]:
            raise BotError(
                f"{FILE}: {name} has the slots {sorted(slots)}, not {sorted(SLOTS[name])}."
            )
    return Interface(texts)


def _slots(text: str) -> frozenset[str]:
    """'{after} of {before}' -> after, before"""
    try:
        return frozenset(slot for _, slot, _, _ in Formatter().parse(text) if slot is not None)
    except ValueError as error:
        raise BotError(f"{FILE}: '{text}' cannot be filled: {error}.") from error
