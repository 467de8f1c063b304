"""The reply to a question: the kinds tried in their order, or what to say when the story does not."""

from bot.answers.answering import answer, quotations
from bot.answers.filling import prepare

__all__ = ["answer", "prepare", "quotations"]
