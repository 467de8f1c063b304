"""A story understood: its sentences parsed, what is found in them, and the words to find them by."""

from bot.story.reading import Reading
from bot.story.story import PRONOUN, Story

__all__ = ["PRONOUN", "Reading", "Story"]
