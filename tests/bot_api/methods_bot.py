"""Methods about the bot itself, its menus, chats and members, and answers to queries."""

import re

from tests.bot_api.content import read_keyboard, read_text
from tests.bot_api.errors import ApiError, bad_request
from tests.bot_api.markup import JSON, utf16
from tests.bot_api.params import Params
from tests.bot_api.places import Place
from tests.bot_api.world import BOT_ID, World

RIGHTS = [
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
]


def get_me(world: World, _params: Params) -> JSON:
    return world.bot


def set_my_commands(world: World, params: Params) -> bool:
    commands = params.nested("commands") or []
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_scope(world, params)] = commands
    return True


def get_my_commands(world: World, params: Params) -> list[JSON]:
    return world.commands.get(_scope(world, params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    world.commands.pop(_scope(world, params), None)
    return True


def _scope(world: World, params: Params) -> tuple[str, str]:
    """'default', 'all_private_chats', …, 'chat:7'; and the language."""
    scope = params.nested("scope") or {"type": "default"}
    name = str(scope["type"])
    if "chat_id" in scope:
        name += f":{world.known(str(scope['chat_id'])).id}"
    return name, params.text("language_code")


def set_my_description(world: World, params: Params) -> bool:
    return _set_profile(world, params, "description", 512)


def set_my_short_description(world: World, params: Params) -> bool:
    return _set_profile(world, params, "short_description", 120)


def _set_profile(world: World, params: Params, field: str, longest: int) -> bool:
    text = params.text(field)
    if utf16(text) > longest:
        raise bad_request(f"bot {field} is too long")
    world.profile[field, params.text("language_code")] = text
    return True


def get_my_description(world: World, params: Params) -> JSON:
    return {"description": world.profile.get(("description", params.text("language_code")), "")}


def get_my_short_description(world: World, params: Params) -> JSON:
    key = "short_description", params.text("language_code")
    return {"short_description": world.profile.get(key, "")}


def get_chat(world: World, params: Params) -> JSON:
    return world.reachable(params.text("chat_id")).as_full_json()


def get_chat_member(world: World, params: Params) -> JSON:
    place = world.reachable(params.text("chat_id"))
    user_id = params.number("user_id")
    if user_id not in world.users and user_id != BOT_ID:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return _member(world, place, user_id)


def get_chat_administrators(world: World, params: Params) -> list[JSON]:
    place = world.reachable(params.text("chat_id"))
    if place.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    chiefs = {"administrator", "creator"}
    return [_member(world, place, id_) for id_, status in place.members.items() if status in chiefs]


def _member(world: World, place: Place, user_id: int) -> JSON:
    user = world.bot_user if user_id == BOT_ID else world.users[user_id]
    return as_member(user, place.members.get(user_id, "left"))


def as_member(user: JSON, status: str) -> JSON:
    """A ChatMember, with every field that its status must have."""
    rights: JSON = {}
    if status == "administrator":
        rights = dict.fromkeys(RIGHTS, False) | {"can_manage_chat": True}
    elif status == "creator":
        rights = {"is_anonymous": False}
    elif status == "kicked":
        rights = {"until_date": 0}
    return {"status": status, "user": user, **rights}


def leave_chat(world: World, params: Params) -> bool:
    place = world.reachable(params.text("chat_id"))
    if place.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    place.members.pop(BOT_ID, None)
    place.bot_may_write, place.why_not = False, f"bot is not a member of the {place.kind} chat"
    return True


def answer_callback_query(world: World, params: Params) -> bool:
    if utf16(params.text("text")) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    world.answer_ask(params.text("callback_query_id"), "callback", dict(params))
    return True


def answer_inline_query(world: World, params: Params) -> bool:
    results = params.nested("results") or []
    if len(results) > 50:
        raise bad_request("RESULTS_TOO_MUCH")
    if len(params.text("next_offset").encode()) > 64:
        raise bad_request("NEXT_OFFSET_INVALID")
    ids = [str(result["id"]) for result in results]
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    button = params.nested("button")
    if button and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", button.get("start_parameter", "x")):
        raise bad_request("START_PARAM_INVALID")
    answer = {
        **params,
        "results": [_read_result(result) for result in results],
        "button": button,
    }
    world.answer_ask(params.text("inline_query_id"), "inline", answer)
    return True


def answer_guest_query(world: World, params: Params) -> JSON:
    result = _read_result(params.nested("result") or {})
    ask = world.answer_ask(params.text("guest_query_id"), "guest", result)
    inline_id = f"guest{ask.id}"
    world.inline_messages[inline_id] = dict(result["message"])
    return {"inline_message_id": inline_id}


def _read_result(result: JSON) -> JSON:
    """The result, with `message`: what it would send."""
    if not 1 <= len(str(result.get("id", "")).encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    if result.get("type") != "article":
        raise bad_request("the false Telegram has only articles for inline results")
    if not result.get("title"):
        raise bad_request('can\'t find field "title"')
    keyboard = read_keyboard(result.get("reply_markup"))
    content = read_text(result.get("input_message_content") or {}, "message_text")
    return {**result, "message": {**content, **keyboard}}


def refused_token(token: str) -> ApiError:
    """401 for what looks like a token, 404 for what does not."""
    if re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", token):
        return ApiError(401, "Unauthorized")
    return ApiError(404, "Not Found")
