"""Links into the bot: what `t.me/bot?start=…` carries, at most 64 of [A-Za-z0-9_-].

A question is in the link itself where it fits; a longer one is kept by the bot and the link has
its key.  An article is named by a digest of its stem, which may have any letters and any length.
"""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256

LONGEST = 64  # characters (Bot API, deep linking)
_DIGEST = 16  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class Link:
    """What a link opens; one of the three."""

    question: str = ""
    kept: str = ""  # the key of a question that the bot keeps
    article: str = ""  # `digest` of an article's stem


def to_question(question: str) -> str | None:
    """The payload that asks a question; None for one that is too long to be in it."""
    payload = "q" + urlsafe_b64encode(question.encode()).decode().rstrip("=")
    return payload if len(payload) <= LONGEST else None


def to_kept(question: str) -> str:
    """The payload that asks a question which the bot keeps under `digest(question)`."""
    return "k" + digest(question)


def to_article(stem: str) -> str:
    """The payload that opens an article."""
    return "a" + digest(stem)


def address(bot: str, payload: str) -> str:
    """Where a payload is opened, in a private chat with the bot of that name."""
    return f"https://t.me/{bot}?start={payload}"


def read(payload: str) -> Link | None:
    """What a payload opens; None for one that this bot never made."""
    kind, rest = payload[:1], payload[1:]
    if kind == "q" and rest:
        try:
            padded = rest + "=" * (-len(rest) % 4)
            return Link(question=urlsafe_b64decode(padded.encode("ascii")).decode("utf-8"))
        except (binascii.Error, UnicodeError):
            return None
    if len(rest) != _DIGEST:
        return None
    return {"k": Link(kept=rest), "a": Link(article=rest)}.get(kind)


def digest(text: str) -> str:
    """A short name for a text; texts of one bot do not share one but by a rare accident."""
    return sha256(text.encode()).hexdigest()[:_DIGEST]
