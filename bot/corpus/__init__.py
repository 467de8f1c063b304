"""Articles read from files: a folder of `.txt` and `.md`, or one file."""

from bot.corpus.folder import read

__all__ = ["read"]
