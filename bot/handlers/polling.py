"""When Telegram last answered a poll: what shows that a quiet bot still listens."""

from datetime import UTC, datetime
from typing import Any

from telegram.request import HTTPXRequest


class Polls(HTTPXRequest):
    """The way by which updates are fetched; it remembers when it last worked."""

    def __init__(self) -> None:
        super().__init__(connection_pool_size=1)  # one poll at a time, as the library has it
        self.last: datetime | None = None  # None: not yet, or Telegram delivers by webhook

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """As it is; a refusal is an answer too, no connection is none."""
        answer = await super().do_request(*args, **kwargs)
        self.last = datetime.now(UTC)
        return answer
