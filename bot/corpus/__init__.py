"""Articles read from files: a folder of `.txt` and `.md`, or one file; and from what is sent."""

from bot.corpus.folder import Gathered, Look, gather, look, read
from bot.corpus.making import Reader
from bot.corpus.sending import name_for, receive, refuse_large, with_head

__all__ = [
    "Gathered",
    "Look",
    "Reader",
    "gather",
    "look",
    "name_for",
    "read",
    "receive",
    "refuse_large",
    "with_head",
]
