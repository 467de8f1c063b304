"""The files of `languages/`: each is all that the program knows of a language other than English.

How its questions are read stands in the sections that `language.foreign` reads, what is said in it
in [replies], [interface] and [talk].
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from bot.errors import BotError

FOLDER = files("bot.languages")


@cache
def translations() -> Mapping[str, Mapping[str, Any]]:
    """What each file holds, by the code of its language, read once."""
    found = sorted(FOLDER.iterdir(), key=lambda file: file.name)
    return {
        file.name.removesuffix(".toml"): _read(file.name, file.read_text(encoding="utf-8"))
        for file in found
        if file.name.endswith(".toml")
    }


def spoken_in(section: str) -> tuple[str, ...]:
    """The codes of the languages whose files have a section."""
    return tuple(code for code, data in translations().items() if section in data)


def _read(name: str, text: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BotError(f"languages/{name} is no TOML: {error}.") from error
