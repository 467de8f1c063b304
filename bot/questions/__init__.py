"""What is asked: the question parsed, its hole, and what may fill it."""

from bot.questions.asked import OPENERS, WITHOUT, Asked, read

__all__ = ["OPENERS", "WITHOUT", "Asked", "read"]
