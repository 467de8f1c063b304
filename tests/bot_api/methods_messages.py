"""Methods that write, change and remove messages, and move files."""

import struct
from typing import Any

from tests.bot_api.content import read_keyboard, read_target, read_text
from tests.bot_api.errors import ApiError, bad_request
from tests.bot_api.markup import JSON
from tests.bot_api.params import Params
from tests.bot_api.places import Place, StoredFile
from tests.bot_api.world import BOT_ID, World

LARGEST_PHOTO = 10 * 1024 * 1024
DELETABLE = 48 * 3600  # seconds
LARGEST_DOWNLOAD = 20 * 1024 * 1024
ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
REACTIONS = frozenset(
    ["👍", "👎", "❤", "🔥", "👏", "😁", "🤔", "👀", "🙏", "👌", "🎉", "💯", "✍", "🤷"]
)  # of those a bot may give


def send_message(world: World, params: Params) -> JSON:
    place = world.reachable(params.text("chat_id"))
    return _send(world, place, params, read_text(params))


def send_document(world: World, params: Params) -> JSON:
    place = world.reachable(params.text("chat_id"))
    document = _file(world, params, "document").as_json()
    return _send(world, place, params, {"document": document, **read_text(params, "caption")})


def send_photo(world: World, params: Params) -> JSON:
    place = world.reachable(params.text("chat_id"))
    stored = _file(world, params, "photo")
    width, height = _picture_size(stored)
    photo = stored.as_json(width=width, height=height)
    return _send(world, place, params, {"photo": [photo], **read_text(params, "caption")})


def _picture_size(stored: StoredFile) -> tuple[int, int]:
    """Of a PNG its own; what Telegram does not take as a photo is refused."""
    if len(stored.content) > LARGEST_PHOTO:
        raise ApiError(413, "Request Entity Too Large")
    if not stored.content.startswith(b"\x89PNG\r\n\x1a\n"):
        raise bad_request("IMAGE_PROCESS_FAILED")  # the bot sends PNG only
    width, height = struct.unpack(">II", stored.content[16:24])
    if width + height > 10000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _send(world: World, place: Place, params: Params, content: JSON) -> JSON:
    keyboard = read_keyboard(params.nested("reply_markup"))
    target = read_target(place, params)
    replied = (params.nested("reply_parameters") or {}).get("message_id")
    world.note_speech(place, replied, str(content.get("text", content.get("caption", ""))))
    message = world.post(place, {"from": world.bot_user}, **content, **keyboard, **target)
    place.bot_spoke_last = True
    place.written.put_nowait(message)
    return message


def _file(world: World, params: Params, name: str) -> StoredFile:
    """Uploaded with the request (directly or as attach://…), or one that Telegram has."""
    value = params.text(name)
    upload = params.uploads.get(value.removeprefix("attach://") if value else name)
    if upload:
        return world.store_file(upload.name, upload.mime, upload.content)
    if value in world.files:
        return world.files[value]
    raise bad_request("wrong remote file identifier specified")


def edit_message_text(world: World, params: Params) -> JSON | bool:
    return _edit(world, params, read_text(params))


def edit_message_caption(world: World, params: Params) -> JSON | bool:
    return _edit(world, params, read_text(params, "caption"))


def edit_message_reply_markup(world: World, params: Params) -> JSON | bool:
    return _edit(world, params, {})


def _edit(world: World, params: Params, content: JSON) -> JSON | bool:
    """Buttons that are not given again are gone, as with Telegram."""
    keyboard = read_keyboard(params.nested("reply_markup"))
    if inline := params.text("inline_message_id"):
        if inline not in world.inline_messages:
            raise bad_request("MESSAGE_ID_INVALID")
        _change(world.inline_messages[inline], {**content, **keyboard})
        return True
    place = world.reachable(params.text("chat_id"))
    number = params.number("message_id")
    message = world.message(place, number, "message to edit not found")
    if message.get("from", {}).get("id") != BOT_ID:
        raise bad_request("message can't be edited")
    _change(message, {**content, **keyboard})
    message["edit_date"] = int(world.now())
    place.edited.put_nowait(dict(message))
    return message


def _change(message: JSON, new: JSON) -> None:
    if new == {key: message.get(key) for key in new} and (
        "reply_markup" in new or "reply_markup" not in message
    ):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    message.pop("reply_markup", None)
    message.update(new)


def delete_message(world: World, params: Params) -> bool:
    place = world.reachable(params.text("chat_id"))
    number = params.number("message_id")
    message = world.message(place, number, "message to delete not found")
    own = message.get("from", {}).get("id") == BOT_ID
    if not own and place.kind != "private" and place.members.get(BOT_ID) != "administrator":
        raise bad_request("message can't be deleted")
    if own and place.kind != "private" and world.now() - message["date"] > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    del place.messages[number]
    return True


def send_chat_action(world: World, params: Params) -> bool:
    place = world.reachable(params.text("chat_id"))
    if params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    topic = params.number("message_thread_id")
    if topic and topic not in place.topics:
        raise bad_request("message thread not found")
    place.actions.append({"action": params.text("action"), "topic": topic or None})
    return True


def set_message_reaction(world: World, params: Params) -> bool:
    place = world.reachable(params.text("chat_id"))
    number = params.number("message_id")
    world.message(place, number, "message to react not found")
    given: list[Any] = params.nested("reaction") or []
    if len(given) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(reaction.get("emoji") not in REACTIONS for reaction in given):
        raise bad_request("REACTION_INVALID")
    world.reactions[place.id, number, BOT_ID] = given
    return True


def get_file(world: World, params: Params) -> JSON:
    stored = world.files.get(params.text("file_id"))
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > LARGEST_DOWNLOAD:
        raise ApiError(400, "Bad Request: file is too big")
    whole = stored.as_json(file_path=stored.path)
    return {key: whole[key] for key in ("file_id", "file_unique_id", "file_size", "file_path")}
