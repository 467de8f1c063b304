"""Articles read from files: a folder of `.txt` and `.md`, or one file; and from what is sent."""

from bot.corpus.folder import Gathered, Look, gather, look, read
from bot.corpus.making import Reader
from bot.corpus.sending import receive

__all__ = ["Gathered", "Look", "Reader", "gather", "look", "read", "receive"]
