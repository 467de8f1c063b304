"""Stand-in."""

from collections.abc import Collection


def truecase(question: str, names: Collection[str]) -> str:
    """To be written."""
    return question
