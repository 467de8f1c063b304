"""What is so because something was done: who died is dead, who survived is alive."""

from functools import cache

from bot.language.english import plain
from bot.language.word_tables import split, table


def deed_of(adjective: str) -> str:
    """'dead' -> 'die', 'alive' -> 'survive'; "" where no verb makes it so"""
    return _deeds().get(plain(adjective), "")


@cache
def _deeds() -> dict[str, str]:
    states = table("verbs")["states"].items()
    return {adjective: verb for verb, members in states for adjective in split(members)}
