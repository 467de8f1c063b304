"""What the bot says about itself: texts from `interface.toml`, filled with slots.

Plain text without markup.  Unlike the words of answers (`replies`), nothing here is proved: these
are the bot's own words about its use.  They are in the language of whoever is spoken to: those of a
further language stand in its file, `languages/xx.toml`.
"""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter

from bot.errors import BotError
from bot.languages import spoken_in, translations

ENGLISH = "en"
_spoken = ContextVar("spoken", default=ENGLISH)

# Every text there is, with its slots; `parse` refuses a file that has others.
SLOTS: Mapping[str, frozenset[str]] = {
    text: frozenset(slots.split())
    for text, slots in {
        "profile.description": "",
        "profile.short": "",
        "commands.ask": "",
        "commands.story": "",
        "commands.people": "",
        "commands.timeline": "",
        "commands.numbers": "",
        "commands.quotes": "",
        "commands.sources": "",
        "commands.help": "",
        "commands.privacy": "",
        "commands.reload": "",
        "commands.status": "",
        "commands.stats": "",
        "commands.unanswered": "",
        "commands.export": "",
        "commands.add": "",
        "commands.articles": "",
        "commands.remove": "",
        "commands.rollback": "",
        "start.private": "titles",
        "start.group": "bot",
        "start.privacy": "",
        "start.all_seen": "",
        "help.private": "bot",
        "help.group": "bot",
        "help.examples": "examples",
        "privacy.text": "",
        "ask.private": "",
        "ask.group": "bot",
        "sources.one": "",
        "sources.many": "count",
        "sources.sentence": "",
        "sources.sentences": "count",
        "list.more": "count",
        "button.later": "",
        "later.kept": "days",
        "later.full": "",
        "later.told": "question",
        "commands.forget": "",
        "forget.done": "count",
        "forget.nothing": "",
        "forget.anonymous": "",
        "glance.story": "",
        "glance.people": "",
        "glance.timeline": "",
        "glance.numbers": "",
        "glance.quotes": "",
        "glance.page": "heading page pages",
        "glance.back": "",
        "glance.on": "",
        "glance.none": "",
        "glance.updated": "",
        "glance.articles": "",
        "glance.caption": "heading count",
        "inline.nothing": "",
        "inline.open": "",
        "link.gone": "",
        "button.context": "",
        "button.more": "",
        "button.up": "",
        "button.down": "",
        "button.remove": "",
        "button.back": "",
        "button.next": "",
        "button.share": "",
        "press.gone": "",
        "press.updated": "",
        "press.nothing": "",
        "press.passages": "question",
        "press.thanks": "",
        "press.withdrawn": "",
        "press.not_yours": "",
        "press.removed": "",
        "renewed.changed": "",
        "renewed.gone": "",
        "reply.read_as": "question",
        "reply.months": "",
        "reply.sentence": "number",
        "reply.sentences": "first last",
        "reply.suggestions": "",
        "refused.command": "",
        "refused.too_many": "",
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
        "reload.sentences": "added removed",
        "change.refused": "reason",
        "change.by_other": "id told",
        "choose.publish": "",
        "choose.cancel": "",
        "choose.undo": "",
        "choose.view": "",
        "choose.ask": "",
        "choose.remove": "",
        "choose.rollback": "",
        "choose.list": "",
        "adding.how": "",
        "adding.new": "stem",
        "adding.replaces": "stem added removed",
        "adding.answers": "examples",
        "adding.lacks": "",
        "adding.no_date": "date",
        "adding.cancelled": "",
        "adding.gone": "",
        "shelves.heading": "",
        "shelves.one": "article stem",
        "shelves.gone": "stem",
        "shelves.unknown": "stem",
        "shelves.sure": "stem",
        "shelves.versions": "",
        "shelves.only_version": "",
        "shelves.no_version": "number",
        "shelves.sure_back": "version",
        "status.text": "version articles sentences uptime memory polled waiting groups",
        "status.sees_all": "",
        "status.sees_own": "",
        "stats.text": "days asked answered refused share up down median slow",
        "stats.nothing": "days",
        "stats.title": "days",
        "stats.answered": "",
        "stats.unanswered": "",
        "unanswered.heading": "days",
        "unanswered.nothing": "days",
        "export.done": "",
        "failure.apology": "id",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Interface:
    """The texts of each language, by `section.name`."""

    texts: Mapping[str, Mapping[str, str]]

    def fill(self, name: str, **slots: object) -> str:
        """The text in the language spoken, its slots filled; KeyError for one that is missing."""
        return self.texts[spoken()][name].format(**slots)


@contextmanager
def speaking(tag: str | None) -> Iterator[None]:
    """Within the block texts are in the language of an IETF tag: 'es-MX' is Spanish.

    English for a language that there are no texts in, and for None.
    """
    language = (tag or "").partition("-")[0].lower()
    token = _spoken.set(language if language in languages() else ENGLISH)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """The language that texts are in here."""
    return _spoken.get()


@cache
def languages() -> tuple[str, ...]:
    """Those that there are texts in, English first."""
    return ENGLISH, *spoken_in("interface")


@cache
def read_interface() -> Interface:
    """The shipped texts, read once."""
    english = files("bot").joinpath("interface.toml").read_text(encoding="utf-8")
    texts = {ENGLISH: parse(tomllib.loads(english))}
    for code in languages()[1:]:
        texts[code] = parse(translations()[code]["interface"], f"languages/{code}.toml")
    return Interface(texts)


def parse(
    sections: Mapping[str, Mapping[str, str]], file: str = "interface.toml"
) -> Mapping[str, str]:
    """The texts of a file.

    BotError names the text that is missing, unknown, or has other slots than the program fills.
    """
    texts = {
        f"{section}.{name}": words.strip()
        for section, entries in sections.items()
        for name, words in entries.items()
    }
    for name in SLOTS.keys() | texts.keys():
        if name not in texts:
            raise BotError(f"{file}: {name} is missing.")
        if name not in SLOTS:
            raise BotError(f"{file}: {name} is not a text the program uses.")
        if (slots := _slots(texts[name], file)) != SLOTS[name]:
            raise BotError(
                f"{file}: {name} has the slots {sorted(slots)}, not {sorted(SLOTS[name])}."
            )
    return texts


def _slots(text: str, file: str) -> frozenset[str]:
    """'{after} of {before}' -> after, before"""
    try:
        return frozenset(slot for _, slot, _, _ in Formatter().parse(text) if slot is not None)
    except ValueError as error:
        raise BotError(f"{file}: '{text}' cannot be filled: {error}.") from error
