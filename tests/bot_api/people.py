"""The people's side: what a person does in Telegram, and what the bot is told of it."""

from dataclasses import dataclass, field
from typing import Any

from tests.bot_api.content import in_topic
from tests.bot_api.errors import bad_request
from tests.bot_api.markup import JSON, find_entities
from tests.bot_api.methods_bot import as_member
from tests.bot_api.places import Ask, Place, Shown
from tests.bot_api.world import ANONYMOUS_ADMIN, BOT_ID, World

INLINE_LIFETIME = 30.0  # seconds that the server keeps an inline query (telegram.md, 2.1)
PRESS_LIFETIME = 15.0  # seconds until a client stops waiting for an answer to a press
GUEST_LIFETIME = 600.0


@dataclass
class Person:
    """Somebody with an account, who writes to the bot in private unless a place is given."""

    world: World
    user: JSON
    private: Place
    anonymous_in: set[int] = field(default_factory=set)  # groups where they write as the group

    @property
    def id(self) -> int:
        return int(self.user["id"])

    async def hears(self, **options: float) -> Shown:
        """The next message of the bot in the private chat."""
        return await self.private.hears(**options)

    def says(self, text: str, place: Place | None = None, **more: Any) -> Shown:
        """A text message; `topic`, `reply_to` and fields of Message may be added."""
        return self.sends(place, text=text, **more)

    def sends(
        self,
        place: Place | None = None,
        *,
        topic: int | None = None,
        reply_to: Shown | None = None,
        **content: Any,
    ) -> Shown:
        """A message of any kind, by the fields of the Bot API's Message."""
        place = place or self.private
        if place is self.private and self.private.why_not.startswith("bot can't initiate"):
            place.bot_may_write = True
        if reply_to:
            content["reply_to_message"] = reply_to.json
            topic = topic or (reply_to.topic if place.forum else None)
        message = self.world.post(place, self._sender(place), **content, **in_topic(topic))
        if self.world.bot_gets(place, message):
            self.world.updates.put("message", message)
        return Shown(message)

    def edits(self, message: Shown, text: str) -> Shown:
        """The text of their own message, changed; the bot gets an `edited_message`."""
        place = self.world.places[message.json["chat"]["id"]]
        kept = {**place.messages[message.id], "edit_date": int(self.world.now())}
        edited = {**kept, "text": text, "entities": find_entities(text)}
        place.messages[message.id] = edited
        self.world.note_address(place, edited)
        if self.world.bot_gets(place, edited):
            self.world.updates.put("edited_message", edited)
        return Shown(edited)

    def deletes(self, message: Shown) -> None:
        """Bots are not told of this."""
        del self.world.places[message.json["chat"]["id"]].messages[message.id]

    def uploads(
        self,
        name: str,
        content: bytes,
        place: Place | None = None,
        *,
        caption: str = "",
        **more: Any,
    ) -> Shown:
        """A file; the bot can fetch it with getFile."""
        document = self.world.store_file(name, "text/plain", content).as_json()
        words: JSON = {"caption": caption} if caption else {}
        return self.sends(place, document=document, **words, **more)

    def presses(self, message: Shown, label: str) -> Ask:
        """A button under a message of the bot; anonymous admins press as themselves."""
        rows = message.json["reply_markup"]["inline_keyboard"]
        button = next(button for row in rows for button in row if button["text"] == label)
        ask = self.world.open_ask(self.user, PRESS_LIFETIME, kind="callback")
        chat = message.json["chat"]["id"]
        self.world.updates.put(
            "callback_query",
            {
                "id": ask.id,
                "from": self.user,
                "message": self.world.places[chat].messages.get(message.id)
                or {"chat": message.json["chat"], "message_id": message.id, "date": 0},
                "chat_instance": str(chat),
                "data": button["callback_data"],
            },
        )
        return ask

    def asks_inline(self, query: str, *, offset: str = "", chat_type: str = "sender") -> Ask:
        """`@bot query`, typed in any chat."""
        if len(query) > 256:
            raise bad_request("clients cut an inline query at 256 characters")
        ask = self.world.open_ask(self.user, INLINE_LIFETIME, kind="inline")
        asked = {"id": ask.id, "from": self.user, "query": query, "offset": offset}
        self.world.updates.put("inline_query", {**asked, "chat_type": chat_type})
        return ask

    def picks(self, result: JSON, place: Place, *, query: str = "") -> Shown:
        """One of the inline results, sent into a chat `via` the bot."""
        shown = self.sends(place, via_bot=self.world.bot_user, **result["message"])
        chosen = {"result_id": result["id"], "from": self.user, "query": query}
        if "reply_markup" in result["message"]:
            chosen["inline_message_id"] = f"inline{self.world.new_id()}"
            self.world.inline_messages[chosen["inline_message_id"]] = shown.json
        self.world.updates.put("chosen_inline_result", chosen)
        return shown

    def asks_as_guest(self, text: str) -> Ask:
        """A mention of the bot in a chat that it is not in (guest mode)."""
        ask = self.world.open_ask(self.user, GUEST_LIFETIME, kind="guest")
        place = Place(-self.world.new_id(), "group", "Elsewhere")
        message = self.world.post(place, {"from": self.user}, text=text, guest_query_id=ask.id)
        self.world.updates.put("guest_message", message)
        return ask

    def reacts(self, message: Shown, *emoji: str) -> None:
        """The reactions they now have on a message; none: taken back."""
        place = self.world.places[message.json["chat"]["id"]]
        key = place.id, message.id, self.id
        new = [{"type": "emoji", "emoji": each} for each in emoji]
        old, self.world.reactions[key] = self.world.reactions.get(key, []), new
        if place.kind == "private" or place.members.get(BOT_ID) == "administrator":
            self.world.updates.put(
                "message_reaction",
                {
                    "chat": place.as_json(),
                    "message_id": message.id,
                    "user": self.user,
                    "date": int(self.world.now()),
                    "old_reaction": old,
                    "new_reaction": new,
                },
            )

    def joins(self, place: Place) -> None:
        place.members[self.id] = "member"
        self.sends(place, new_chat_members=[self.user])

    def leaves(self, place: Place) -> None:
        place.members[self.id] = "left"
        self.sends(place, left_chat_member=self.user)

    def blocks(self) -> None:
        """The bot, in private."""
        self._tells_membership(self.private, "member", "kicked")
        self.private.bot_may_write = False
        self.private.why_not = "bot was blocked by the user"

    def unblocks(self) -> None:
        self._tells_membership(self.private, "kicked", "member")
        self.private.bot_may_write = True

    def deactivates(self) -> None:
        """Deletes their account."""
        self.private.bot_may_write, self.private.why_not = False, "user is deactivated"

    def adds_bot(self, place: Place, status: str = "member") -> None:
        """To a group, or makes it an administrator there."""
        old = place.members.get(BOT_ID, "left")
        place.members[BOT_ID] = status
        place.bot_may_write = True
        self._tells_membership(place, old, status)
        if old == "left":
            self.sends(place, new_chat_members=[self.world.bot_user])

    def removes_bot(self, place: Place) -> None:
        old = place.members.pop(BOT_ID)
        place.bot_may_write, place.why_not = False, f"bot was kicked from the {place.kind} chat"
        self._tells_membership(place, old, "kicked")

    def opens_topic(self, place: Place, name: str) -> int:
        """The thread id: the number of the message that opened the topic."""
        opened = {"name": name, "icon_color": 7322096}
        message = self.sends(place, forum_topic_created=opened)
        place.topics[message.id] = name
        message.json.update(in_topic(message.id))
        return message.id

    def deletes_topic(self, place: Place, topic: int) -> None:
        """With everything in it."""
        del place.topics[topic]
        gone = [n for n, each in place.messages.items() if each.get("message_thread_id") == topic]
        for number in gone:
            del place.messages[number]

    def upgrades(self, group: Place) -> Place:
        """The group becomes a supergroup, which has another id."""
        new = Place(-(10**12) - self.world.new_id(), "supergroup", group.name)
        new.members = dict(group.members)
        self.world.places[new.id] = new
        self.sends(group, migrate_to_chat_id=new.id)
        group.upgraded_to = new.id
        self.sends(new, migrate_from_chat_id=group.id)
        return new

    def posts(self, channel: Place, text: str, *, discussed_in: Place | None = None) -> Shown:
        """In a channel; its discussion group gets the post forwarded."""
        message = self.world.post(channel, {"sender_chat": channel.as_json()}, text=text)
        self.world.updates.put("channel_post", message)
        if discussed_in:
            telegram = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
            sender = {"from": telegram, "sender_chat": channel.as_json()}
            forwarded = self.world.post(discussed_in, sender, text=text, is_automatic_forward=True)
            if self.world.bot_gets(discussed_in, forwarded):
                self.world.updates.put("message", forwarded)
        return Shown(message)

    def _sender(self, place: Place) -> JSON:
        if place.id in self.anonymous_in:
            return {"from": ANONYMOUS_ADMIN, "sender_chat": place.as_json()}
        return {"from": self.user}

    def _tells_membership(self, place: Place, old: str, new: str) -> None:
        self.world.updates.put(
            "my_chat_member",
            {
                "chat": place.as_json(),
                "from": self.user,
                "date": int(self.world.now()),
                "old_chat_member": as_member(self.world.bot_user, old),
                "new_chat_member": as_member(self.world.bot_user, new),
            },
        )
