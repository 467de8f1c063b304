"""Text with entities: Telegram's own HTML reader, and the entities it finds by itself.

The reader follows `parse_html` of tdlib (td/telegram/MessageEntity.cpp), errors included.  Offsets
and lengths of entities count UTF-16 units, as everywhere in the Bot API.
"""

import re
from dataclasses import dataclass
from typing import Any

from tests.bot_api.errors import ApiError, bad_request

JSON = dict[str, Any]

STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
_ATTRIBUTE = re.compile(r"""\s+([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[\w.-]+(?=[\s>])))?""")
_DATE_FORMAT = re.compile(r"r|w?[dD]?[tT]?")  # Bot API: date-time entity formatting
_TAG_NAME = re.compile(r"[^\s>]*")

# What Telegram finds in any text: a name is no mention inside an e-mail address.
FOUND = {
    "bot_command": re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?!\w)"),
    "mention": re.compile(r"(?<![\w/@.+-])@[A-Za-z0-9_]{3,32}(?!\w)"),
    "url": re.compile(r"https?://[^\s<>“”]+[^\s<>“”.,;:!?)]"),
    "email": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
}


def utf16(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def part(text: str, entity: JSON) -> str:
    """The words of `text` that an entity covers."""
    start = entity["offset"] * 2
    return text.encode("utf-16-le")[start : start + entity["length"] * 2].decode("utf-16-le")


def find_entities(text: str) -> list[JSON]:
    """Commands, mentions and addresses; where two overlap, the earlier in `FOUND` stands."""
    found: list[JSON] = []
    for kind, pattern in FOUND.items():
        for match in pattern.finditer(text):
            entity: JSON = {
                "type": kind,
                "offset": utf16(text[: match.start()]),
                "length": utf16(match[0]),
            }
            if all(
                entity["offset"] >= other["offset"] + other["length"]
                or other["offset"] >= entity["offset"] + entity["length"]
                for other in found
            ):
                found.append(entity)
    return in_order(found)


def in_order(entities: list[JSON]) -> list[JSON]:
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def trimmed(text: str, entities: list[JSON]) -> tuple[str, list[JSON]]:
    """Without white space at the ends, as Telegram stores a message."""
    kept = text.strip()
    lead = utf16(text[: len(text) - len(text.lstrip())])
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        end = min(utf16(kept), entity["offset"] + entity["length"] - lead)
        if end > start:
            moved.append({**entity, "offset": start, "length": end - start})
    return kept, moved


@dataclass
class _Open:
    tag: str
    offset: int
    details: JSON


def parse_html(html: str) -> tuple[str, list[JSON]]:
    """The text and its entities; ApiError as Telegram words it when the HTML is not right."""
    text, at = "", 0
    opened: list[_Open] = []
    entities: list[JSON] = []
    while at < len(html):
        if html[at] == "&" and (reference := _REFERENCE.match(html, at)):
            text += _character(reference)
            at = reference.end()
        elif html[at] != "<":
            text += html[at]
            at += 1
        elif html.startswith("</", at):
            at = _close(html, at, opened, entities, utf16(text))
        else:
            at = _start(html, at, opened, utf16(text))
    if opened:
        raise _refused(f'can\'t find end tag corresponding to start tag "{opened[-1].tag}"')
    return text, in_order(entities)


def _start(html: str, begin: int, opened: list[_Open], offset: int) -> int:
    name = _TAG_NAME.match(html, begin + 1)
    assert name
    tag, at, where = name[0].lower(), name.end(), _bytes(html, begin)
    if at == len(html):
        raise _refused(f"unclosed start tag at byte offset {where}")
    if tag not in STYLES:
        raise _refused(f'unsupported start tag "{tag}" at byte offset {where}')
    attributes: dict[str, str] = {}
    while attribute := _ATTRIBUTE.match(html, at):
        attributes[attribute[1].lower()] = _REFERENCE.sub(
            _character, (attribute[2] or "").strip("\"'")
        )
        at = attribute.end()
    at += len(html[at:]) - len(html[at:].lstrip())
    if html[at : at + 1] != ">":
        raise _refused(f'unclosed start tag "{tag}" at byte offset {where}')
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise _refused(f'tag "span" must have class "tg-spoiler" at byte offset {where}')
    opened.append(_Open(tag, offset, _details(tag, attributes)))
    return at + 1


def _close(html: str, begin: int, opened: list[_Open], entities: list[JSON], offset: int) -> int:
    where = _bytes(html, begin)
    if not opened:
        raise _refused(f"unexpected end tag at byte offset {where}")
    name = _TAG_NAME.match(html, begin + 2)
    assert name
    tag, at = name[0].lower(), name.end()
    at += len(html[at:]) - len(html[at:].lstrip())
    if html[at : at + 1] != ">":
        raise _refused(f"unclosed end tag at byte offset {where}")
    begun = opened.pop()
    if tag not in ("", begun.tag):
        raise _refused(
            f'unmatched end tag at byte offset {where}, expected "</{begun.tag}>", found "</{tag}>"'
        )
    kind = begun.details.get("type", STYLES[begun.tag])
    if offset > begun.offset and kind:
        place = {"offset": begun.offset, "length": offset - begun.offset}
        entities.append({**begun.details, "type": kind, **place})
    return at + 1


def _details(tag: str, attributes: dict[str, str]) -> JSON:
    """What the attributes say; an <a> without an address is no link."""
    if tag == "a":
        address = attributes.get("href", "")
        return {"url": address} if re.match(r"(https?|tg)://", address) else {"type": ""}
    if tag == "blockquote" and "expandable" in attributes:
        return {"type": "expandable_blockquote"}
    if tag == "tg-emoji":
        return {"custom_emoji_id": attributes.get("emoji-id", "")}
    if tag == "tg-time":
        if not attributes.get("unix", "").isdigit():
            raise _refused('tag "tg-time" must have attribute "unix"')
        if not _DATE_FORMAT.fullmatch(attributes.get("format", "")):
            raise _refused('invalid attribute "format" of tag "tg-time"')
        shown = {"date_time_format": attributes["format"]} if "format" in attributes else {}
        return {"unix_time": int(attributes["unix"]), **shown}
    return {}


def _character(reference: re.Match[str]) -> str:
    hexadecimal, decimal, name = reference.groups()
    if name:
        return NAMED[name]
    return chr(int(hexadecimal, 16) if hexadecimal else int(decimal))


def _bytes(html: str, at: int) -> int:
    return len(html[:at].encode())


def _refused(text: str) -> ApiError:
    return bad_request(f"can't parse entities: {text}")
