"""The reply to a question: the kinds tried in their order, or what to say when the story does not."""

from bot.answers.answering import answer, quotations

__all__ = ["answer", "quotations"]
