"""The chats of the false Telegram, and a message as a person's screen shows it."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from tests.bot_api.markup import JSON, part
from tests.bot_api.pulse import PATIENCE


@dataclass(frozen=True)
class Shown:
    """A message as a person sees it."""

    json: JSON

    @property
    def id(self) -> int:
        return int(self.json["message_id"])

    @property
    def text(self) -> str:
        return str(self.json.get("text", self.json.get("caption", "")))

    @property
    def entities(self) -> list[JSON]:
        return list(self.json.get("entities") or self.json.get("caption_entities") or [])

    def styled(self, kind: str) -> list[str]:
        """The words in a style: 'bold', 'expandable_blockquote', 'text_link', …"""
        return [part(self.text, entity) for entity in self.entities if entity["type"] == kind]

    @property
    def reply_to(self) -> int | None:
        """The number of the message that it replies to."""
        target = self.json.get("reply_to_message")
        return target["message_id"] if target else None

    @property
    def topic(self) -> int | None:
        return self.json.get("message_thread_id")

    @property
    def buttons(self) -> list[str]:
        rows = self.json.get("reply_markup", {}).get("inline_keyboard", [])
        return [button["text"] for row in rows for button in row]


@dataclass
class Place:
    """A chat.  `hears` gives what the bot wrote there, message after message."""

    id: int
    kind: str  # private, group, supergroup, channel
    name: str
    username: str = ""
    forum: bool = False
    members: dict[int, str] = field(default_factory=dict)  # user id -> status
    topics: dict[int, str] = field(default_factory=dict)  # thread id -> name; without General
    messages: dict[int, JSON] = field(default_factory=dict)
    bot_may_write: bool = True
    why_not: str = ""  # what the bot is told when it may not
    upgraded_to: int | None = None
    bot_spoke_last: bool = False  # among the bots: it gets commands without a name
    actions: list[JSON] = field(default_factory=list)  # "typing"
    edited: asyncio.Queue[JSON] = field(default_factory=asyncio.Queue)
    written: asyncio.Queue[JSON] = field(default_factory=asyncio.Queue)
    _last_message_id: int = 10

    def as_json(self) -> JSON:
        names = {"first_name": self.name} if self.kind == "private" else {"title": self.name}
        known = {"username": self.username} if self.username else {}
        forum = {"is_forum": True} if self.forum else {}
        return {"id": self.id, "type": self.kind, **names, **known, **forum}

    def as_full_json(self) -> JSON:
        """ChatFullInfo with everything that the Bot API always sends."""
        gifts = {
            "unlimited_gifts": True,
            "limited_gifts": True,
            "unique_gifts": True,
            "premium_subscription": True,
            "gifts_from_channels": True,
        }
        rest = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
        return {**self.as_json(), **rest}

    def next_message_id(self) -> int:
        """Each chat counts for itself, so the same number occurs in several."""
        self._last_message_id += 1
        return self._last_message_id

    async def hears(self, *, within: float = PATIENCE) -> Shown:
        """The next new message of the bot; TimeoutError when none comes."""
        return Shown(await asyncio.wait_for(self.written.get(), within))

    async def sees_edit(self, *, within: float = PATIENCE) -> Shown:
        """The next message of the bot that the bot has edited."""
        return Shown(await asyncio.wait_for(self.edited.get(), within))

    def lacks(self, message: Shown) -> bool:
        """Whether a message is there no more."""
        return message.id not in self.messages

    @property
    def is_quiet(self) -> bool:
        """Whether the bot wrote nothing that `hears` has not given."""
        return self.written.empty()


@dataclass
class Ask:
    """A question to the bot that must be answered once and in time: a press, an inline query."""

    id: str
    user: JSON
    asked: float
    lifetime: float  # seconds
    details: JSON = field(default_factory=dict)
    answer: asyncio.Future[JSON] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )

    async def answered(self, *, within: float = PATIENCE) -> JSON:
        """What the bot answered, as it sent it."""
        return await asyncio.wait_for(asyncio.shield(self.answer), within)


@dataclass
class StoredFile:
    id: str
    path: str
    name: str
    mime: str
    content: bytes

    def as_json(self, **more: Any) -> JSON:
        return {
            "file_id": self.id,
            "file_unique_id": f"u{self.id}",
            "file_name": self.name,
            "mime_type": self.mime,
            "file_size": len(self.content),
            **more,
        }
