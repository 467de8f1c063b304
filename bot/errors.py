"""What can go wrong that a person can mend.

A `BotError` carries a sentence for its reader: what was wrong, where, and what to do.  Every other
exception is a bug.  Only `handlers/failures.py` and `cli.py` turn either into output.
"""


class BotError(Exception):
    """Something a person can mend; `str(error)` tells them how."""


class SettingsError(BotError):
    """The environment or `.env` holds something the program cannot use."""


class CorpusError(BotError):
    """No article could be read; the text has one line for each file."""


class StateError(BotError):
    """What the bot keeps between runs cannot be read or written."""


class OvertakenError(StateError):
    """Somebody else changed the same meanwhile; done once more on theirs, it may well succeed."""
