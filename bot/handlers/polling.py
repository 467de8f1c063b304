"""How updates are fetched: what cannot be read holds up nothing, and when it last worked is known."""

import asyncio
import json
import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from telegram import MessageEntity, Update
from telegram.request import HTTPXRequest

logger = logging.getLogger(__name__)

# Between polls that a server answers at once with nothing, though asked to wait for something.
PAUSE = 0.1  # seconds
_COMMAND = re.compile(r"/\w{1,32}(?:@\w+)?(?!\S)", re.ASCII)


class Polls(HTTPXRequest):
    """The way by which updates are fetched; it remembers when it last worked."""

    def __init__(self) -> None:
        super().__init__(connection_pool_size=1)  # one poll at a time, as the library has it
        self.last: datetime | None = None  # None: not yet, or Telegram delivers by webhook

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """As it is; a refusal is an answer too, no connection is none."""
        begun = asyncio.get_running_loop().time()
        status, body = await super().do_request(*args, **kwargs)
        self.last = datetime.now(UTC)
        answer = _parsed(body)
        if answer.get("result"):
            answer["result"] = list(readable(answer["result"]))
            return status, json.dumps(answer).encode()
        if asyncio.get_running_loop().time() - begun < PAUSE:
            await asyncio.sleep(PAUSE)
        return status, body


def readable(updates: list[Any]) -> Iterator[Any]:
    """The updates, those that the library cannot read without all but their number.

    It would drop the others with them, and fetch them all again for ever.
    """
    for update in updates:
        try:
            _mark_command(update.get("message") or {})
            Update.de_json(update, None)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            logger.warning("An update cannot be read, and is passed over: %r", error)
            if isinstance(update, dict) and isinstance(update.get("update_id"), int):
                yield {"update_id": update["update_id"]}
        else:
            yield update


def _mark_command(message: dict[str, Any]) -> None:
    """Telegram tells which words are a command; a server of one's own may not."""
    if "entities" not in message and (found := _COMMAND.match(message.get("text", ""))):
        entity = {"type": MessageEntity.BOT_COMMAND, "offset": 0, "length": found.end()}
        message["entities"] = [entity]


def _parsed(body: bytes) -> dict[str, Any]:
    """Empty for what is no object of JSON."""
    try:
        answer = json.loads(body)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
