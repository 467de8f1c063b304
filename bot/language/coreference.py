"""Stub."""

from bot.language.draft import Draft


def resolve(draft: Draft) -> None:
    """Resolves nothing yet."""
