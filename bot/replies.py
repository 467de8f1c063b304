"""The bot's own words: templates from `replies.toml`, filled with slots.

A template is plain text with `{slots}`.  Filling gives parts, so that `proof` can tell the fixed
words from the words of the story.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from bot.domain import Mark, Part, Slot, Words
from bot.errors import SettingsError
from bot.languages import translations

_SLOT = re.compile(r"\{(\w+)\}")

# Every slot a template may have; a template with another is refused when the program starts.
SLOTS = frozenset(
    "answer mark name speaker quote when count asked evidence second extra first other".split()
)

Filling = Part | Iterable[Part]


@dataclass(frozen=True)
class Replies:
    """The templates of one language, by `section.key`."""

    templates: Mapping[str, str]

    @classmethod
    def load(cls, language: str = "en") -> "Replies":
        """The templates shipped for a language; SettingsError on an unknown slot."""
        if language == "en":
            name = "replies.toml"
            sections = tomllib.loads(files("bot").joinpath(name).read_text(encoding="utf-8"))
        else:
            name = f"languages/{language}.toml"
            sections = translations()[language]["replies"]
        templates = {
            f"{section}.{key}": text
            for section, entries in sections.items()
            for key, text in entries.items()
        }
        for key, text in templates.items():
            if unknown := set(_SLOT.findall(text)) - SLOTS:
                raise SettingsError(f"{name}: {key} has the unknown slot {{{unknown.pop()}}}.")
        return cls(templates)

    def fill(self, key: str, **slots: Filling) -> tuple[Part, ...]:
        """The parts of a reply.  KeyError when the template or one of its slots is missing."""
        parts: list[Part] = []
        for number, piece in enumerate(_SLOT.split(self.templates[key])):
            if number % 2 == 0:
                if piece:
                    parts.append(Words(piece))
                continue
            filling = slots[piece]
            parts.extend([filling] if isinstance(filling, Words | Slot | Mark) else filling)
        return tuple(parts)

    @cached_property
    def fixed(self) -> frozenset[str]:
        """Every fixed piece of every template: what `Words` of a reply may be."""
        return frozenset(
            piece
            for text in self.templates.values()
            for number, piece in enumerate(_SLOT.split(text))
            if number % 2 == 0 and piece
        )
