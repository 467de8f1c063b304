"""What a message may hold: text, captions, buttons, reply targets; checked as Telegram does."""

from typing import Any

from tests.bot_api.errors import bad_request
from tests.bot_api.markup import JSON, find_entities, in_order, parse_html, trimmed, utf16
from tests.bot_api.params import Params
from tests.bot_api.places import Place

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
GENERAL = 1  # the forum topic that is no thread
MOST_ENTITIES = 100
QUOTED_STYLES = frozenset(
    ["bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji", "date_time"]
)


def read_text(values: Params | JSON, name: str = "text") -> JSON:
    """The text (or caption) and its entities, after parsing and trimming.

    {} for a caption that is not there; a text must be.
    """
    raw = str(values.get(name) or "")
    mode = str(values.get("parse_mode") or "").lower()
    listed = "entities" if name in {"text", "message_text"} else f"{name}_entities"
    if mode == "html":
        text, entities = parse_html(raw)
    elif mode:
        raise bad_request("unsupported parse_mode")  # the bot writes HTML only
    else:
        given = values.nested(listed) if isinstance(values, Params) else values.get(listed)
        text, entities = raw, list(given or [])
    text, entities = trimmed(text, entities)
    if not text and name == "caption":
        return {}
    if not text:
        raise bad_request("message text is empty")
    longest = LONGEST_CAPTION if name == "caption" else LONGEST_TEXT
    if utf16(text) > longest:
        raise bad_request(f"message {'caption ' if name == 'caption' else ''}is too long")
    taken = [range(entity["offset"], entity["offset"] + entity["length"]) for entity in entities]
    for entity in find_entities(text):
        if not any(entity["offset"] in covered for covered in taken):
            entities.append(entity)
    key = "text" if name == "message_text" else name
    return {
        key: text,
        "entities" if key == "text" else "caption_entities": in_order(entities)[:MOST_ENTITIES],
    }


def read_keyboard(markup: Any) -> JSON:
    """The inline keyboard, or {}; one with a button that Telegram refuses is refused."""
    if not markup:
        return {}
    rows = markup.get("inline_keyboard")
    if rows is None:
        raise bad_request("object expected as reply markup")
    if sum(map(len, rows)) > 100:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for row in rows:
        for button in row:
            _check_button(button)
    return {"reply_markup": {"inline_keyboard": [row for row in rows if row]}}


def _check_button(button: JSON) -> None:
    if not button.get("text"):
        raise bad_request("can't parse inline keyboard button: Text buttons can't be empty")
    does = button.keys() - {"text", "style", "icon_custom_emoji_id"}
    if len(does) != 1:
        raise bad_request("can't parse inline keyboard button: exactly one action is allowed")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 1 <= utf16(button["copy_text"]["text"]) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if "url" in button and not button["url"].startswith(("https://", "http://", "tg://")):
        raise bad_request("inline keyboard button URL is invalid")


def read_target(place: Place, params: Params) -> JSON:
    """The message replied to, the quote, and the topic."""
    topic = params.number("message_thread_id")
    if topic and (topic == GENERAL or topic not in place.topics):
        raise bad_request("message thread not found")
    target = _reply_target(place, params)
    if replied := target.get("reply_to_message"):
        # without a thread of its own, a reply is in the topic of what it replies to
        topic = topic or (replied.get("message_thread_id", 0) if place.forum else 0)
    return {**target, **in_topic(topic)}


def in_topic(topic: int | None) -> JSON:
    return {"message_thread_id": topic, "is_topic_message": True} if topic else {}


def _reply_target(place: Place, params: Params) -> JSON:
    reply = params.nested("reply_parameters")
    if not reply:
        return {}
    if "chat_id" in reply and str(reply["chat_id"]) != str(place.id):
        raise bad_request("the false Telegram has no replies across chats")
    target = place.messages.get(int(reply["message_id"]))
    if target is None:
        if reply.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    if quote := reply.get("quote"):
        if reply.get("quote_parse_mode", "").lower() == "html":
            quote, _ = parse_html(quote)
        whole = str(target.get("text") or target.get("caption") or "")
        if utf16(quote) > 1024 or quote not in whole:
            raise bad_request("QUOTE_TEXT_INVALID")
        place_of_quote = utf16(whole[: whole.index(quote)])
        if _is_styled(target, place_of_quote, place_of_quote + utf16(quote)):
            raise bad_request("QUOTE_TEXT_INVALID")  # a quote repeats the style, too
        return {
            "reply_to_message": target,
            "quote": {"text": quote, "position": place_of_quote, "is_manual": True},
        }
    return {"reply_to_message": target}


def _is_styled(message: JSON, start: int, end: int) -> bool:
    """Whether words of a message are in a style that a quote of them must have."""
    return any(
        entity["type"] in QUOTED_STYLES
        and entity["offset"] < end
        and entity["offset"] + entity["length"] > start
        for entity in message.get("entities") or message.get("caption_entities") or []
    )
