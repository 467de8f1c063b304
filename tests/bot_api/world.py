"""Everything the false Telegram knows: the bot, people, chats, files, open questions."""

import time
from dataclasses import dataclass, field
from typing import Any

from tests.bot_api.errors import bad_request, forbidden, upgraded
from tests.bot_api.markup import JSON, find_entities, part, utf16
from tests.bot_api.places import Ask, Place, StoredFile
from tests.bot_api.updates import Updates

TOKEN = "987654:Test-token_that-must-never-be-logged"
BOT_ID = 987654
ANONYMOUS_ADMIN = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
ANONYMOUS_ADMIN |= {"username": "GroupAnonymousBot"}
SERVICE_MESSAGES = frozenset(
    [
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "group_chat_created",
        "pinned_message",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "forum_topic_created",
        "forum_topic_closed",
    ]
)


@dataclass
class World:
    """The state; people change it from one side (`people`), the bot from the other (`methods`)."""

    privacy: bool = True  # the bot's privacy mode, on as @BotFather makes it
    bots_hear_bots: bool = False  # the bot-to-bot mode
    username: str = "StoryTestBot"
    updates: Updates = field(default_factory=Updates)
    places: dict[int, Place] = field(default_factory=dict)
    users: dict[int, JSON] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    asks: dict[str, Ask] = field(default_factory=dict)  # callback, inline and guest queries
    inline_messages: dict[str, JSON] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[JSON]] = field(default_factory=dict)  # scope, language
    profile: dict[tuple[str, str], str] = field(default_factory=dict)  # field, language
    reactions: dict[tuple[int, int, int], list[JSON]] = field(
        default_factory=dict
    )  # chat, message, user
    addressing: set[tuple[int, int]] = field(
        default_factory=set
    )  # chat, message: what people said to the bot in groups
    unasked: list[str] = field(default_factory=list)  # what the bot said there to nobody
    skipped: float = 0.0  # seconds that tests let pass without waiting
    _last_id: int = 1000

    @property
    def bot(self) -> JSON:
        return {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": "Story",
            "username": self.username,
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": True,
        }

    @property
    def bot_user(self) -> JSON:
        """The bot as the sender of a message; the rest only getMe tells."""
        return {key: self.bot[key] for key in ("id", "is_bot", "first_name", "username")}

    def now(self) -> float:
        return time.time() + self.skipped

    def new_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def reachable(self, chat_id: str) -> Place:
        """The chat that the bot wants to write to, or why it cannot."""
        place = self.known(chat_id)
        if place.upgraded_to:
            raise upgraded(place.upgraded_to)
        if not place.bot_may_write:
            raise forbidden(place.why_not)
        return place

    def known(self, chat_id: str) -> Place:
        if not chat_id:
            raise bad_request("chat_id is empty")
        for place in self.places.values():
            if chat_id in {str(place.id), f"@{place.username}"}:
                return place
        raise bad_request("chat not found")

    def message(self, place: Place, number: int, otherwise: str) -> JSON:
        if number not in place.messages:
            raise bad_request(otherwise)
        return place.messages[number]

    def post(self, place: Place, sender: JSON, **content: Any) -> JSON:
        """A new message in a chat, as everybody there sees it."""
        message = {
            "message_id": place.next_message_id(),
            "date": int(self.now()),
            "chat": place.as_json(),
            **sender,
            **content,
        }
        if target := message.get("reply_to_message"):
            message["reply_to_message"] = {
                key: value for key, value in target.items() if key != "reply_to_message"
            }  # never nested further
        for words, found in (("text", "entities"), ("caption", "caption_entities")):
            if words in message and found not in message:
                message[found] = find_entities(message[words])
        place.messages[message["message_id"]] = message
        self.note_address(place, message)
        return message

    def note_address(self, place: Place, message: JSON) -> None:
        """Remember it when it speaks to the bot: by name, or in reply to it."""
        if message.get("reply_to_message", {}).get("from", {}).get("id") == BOT_ID:
            self.addressing.add((place.id, message["message_id"]))
        text = str(message.get("text") or message.get("caption") or "")
        for entity in message.get("entities") or message.get("caption_entities") or []:
            named = part(text, entity).lower().partition("@")[2] == self.username.lower()
            if entity.get("user", {}).get("id") == BOT_ID or (
                named and entity["type"] in {"bot_command", "mention"}
            ):
                self.addressing.add((place.id, message["message_id"]))

    def note_speech(self, place: Place, target: int | None, text: str) -> None:
        """Remember what the bot says in a group to nobody who spoke to it.

        To go on from a message of its own is no harm: people press buttons there.
        """
        if place.kind not in {"group", "supergroup"}:
            return
        before = {old.id for old in self.places.values() if old.upgraded_to == place.id}
        moved = any(chat in before for chat, _ in self.addressing)
        own = place.messages.get(target or 0, {}).get("from", {}).get("id") == BOT_ID
        if not (moved or own or (place.id, target) in self.addressing):
            self.unasked.append(f"{place.name}: {text}")

    def bot_gets(self, place: Place, message: JSON) -> bool:
        """Whether a message reaches the bot (core.telegram.org/bots/features, privacy mode)."""
        sender = message.get("from", {})
        if sender.get("is_bot") and "sender_chat" not in message and not self.bots_hear_bots:
            return False
        if place.kind in {"private", "channel"}:
            return True
        status = place.members.get(BOT_ID)
        if status is None:
            return False
        if not self.privacy or status == "administrator" or SERVICE_MESSAGES & message.keys():
            return True
        if message.get("via_bot", {}).get("id") == BOT_ID:
            return True
        if message.get("reply_to_message", {}).get("from", {}).get("id") == BOT_ID:
            return True
        return self._is_command_for_the_bot(place, message)

    def _is_command_for_the_bot(self, place: Place, message: JSON) -> bool:
        """/ask@TheBot anywhere; /ask only if the bot was the last bot to write."""
        text = str(message.get("text") or message.get("caption") or "")
        for entity in message.get("entities") or message.get("caption_entities") or []:
            if entity["type"] == "bot_command":
                _, _, name = part(text, entity).partition("@")
                if name.lower() == self.username.lower():
                    return True
                if not name and place.bot_spoke_last:
                    return True
        return False

    def open_ask(self, user: JSON, lifetime: float, **details: Any) -> Ask:
        ask = Ask(str(self.new_id()), user, self.now(), lifetime, details)
        self.asks[ask.id] = ask
        return ask

    def answer_ask(self, ask_id: str, kind: str, answer: JSON) -> Ask:
        """Each is answered once, within its time, by the method that is for it."""
        ask = self.asks.get(ask_id)
        if (
            ask is None
            or ask.details["kind"] != kind
            or ask.answer.done()
            or self.now() > ask.asked + ask.lifetime
        ):
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        ask.answer.set_result(answer)
        return ask

    def store_file(self, name: str, mime: str, content: bytes) -> StoredFile:
        number = self.new_id()
        stored = StoredFile(f"file{number}", f"documents/file_{number}", name, mime, content)
        self.files[stored.id] = stored
        return stored


def text_mention(text: str, words: str, user: JSON) -> JSON:
    """The entity by which `words` in `text` mention a person or bot without a username."""
    offset = utf16(text[: text.index(words)])
    return {"type": "text_mention", "offset": offset, "length": utf16(words), "user": user}
