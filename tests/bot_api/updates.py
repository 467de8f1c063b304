"""What waits for the bot: long polling with confirmation, or delivery to a webhook."""

import asyncio
import math
from contextlib import suppress

import aiohttp

from tests.bot_api.errors import bad_request, conflict
from tests.bot_api.markup import JSON
from tests.bot_api.params import Params
from tests.bot_api.pulse import Pulse

LONGEST_POLL = 50
# "all update types except chat_member, message_reaction, and message_reaction_count"
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
# Telegram waits seconds before it delivers again, and doubles that; tests need not.
FIRST_RETRY = 0.02
LAST_RETRY = 0.3


class Updates:
    """The queue of one bot.  Updates of a kind that is not allowed are never stored.

    Not imitated: Telegram stretches a poll to 3 s when the same offset comes twice within them;
    every stop of the bot would take that long here.
    """

    def __init__(self) -> None:
        self.waiting: list[JSON] = []
        self.allowed: set[str] | None = None  # None: the default
        self.webhook: JSON = {}  # as setWebhook had it; {}: long polling
        self.failed_deliveries = 0
        self._last_id = 100
        self._poll = 0  # the number of the newest getUpdates; the others are over
        self.is_polled = False  # a getUpdates waits
        self.pulse = Pulse()
        self._deliverer: asyncio.Task[None] | None = None

    def put(self, kind: str, payload: JSON) -> None:
        if kind in self.allowed if self.allowed is not None else kind not in NOT_BY_DEFAULT:
            self._last_id += 1
            self.waiting.append({"update_id": self._last_id, kind: payload})
            self.pulse.beat()

    async def get(self, params: Params) -> list[JSON]:
        """getUpdates: a higher offset confirms; what is not confirmed comes again."""
        if self.webhook:
            raise conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first"
            )
        self._allow(params)
        self._confirm(params.number("offset"))
        self._poll += 1
        mine, patience = self._poll, min(params.number("timeout"), LONGEST_POLL)
        self.is_polled = True
        self.pulse.beat()
        try:
            with suppress(TimeoutError):
                await self.pulse.until(
                    lambda: bool(self.waiting) or self._poll != mine, within=patience
                )
        finally:
            self.is_polled = self._poll != mine
        if self._poll != mine:
            raise conflict(
                "terminated by other getUpdates request; "
                "make sure that only one bot instance is running"
            )
        return self.waiting[: params.number("limit", 100)]

    def set_webhook(self, params: Params) -> bool:
        if not params.text("url"):
            return self.delete_webhook(params)
        if not params.text("url").startswith(("https://", "http://127.0.0.1")):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        self._allow(params)
        if params.flag("drop_pending_updates"):
            self.waiting.clear()
        self.webhook = {"url": params.text("url"), "secret": params.text("secret_token")}
        if self._deliverer is None:
            self._deliverer = asyncio.create_task(self._deliver())
        return True

    def delete_webhook(self, params: Params) -> bool:
        self.webhook = {}
        if params.flag("drop_pending_updates"):
            self.waiting.clear()
        return True

    def webhook_info(self, _params: Params) -> JSON:
        return {
            "url": self.webhook.get("url", ""),
            "has_custom_certificate": False,
            "pending_update_count": len(self.waiting),
        }

    async def close(self) -> None:
        self._poll += 1  # ends the poll that may be waiting
        self.pulse.beat()
        if self._deliverer:
            self._deliverer.cancel()
            with suppress(asyncio.CancelledError):
                await self._deliverer

    def _allow(self, params: Params) -> None:
        """Not given: as before.  Empty: the default."""
        if (allowed := params.nested("allowed_updates")) is not None:
            self.allowed = set(allowed) or None

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self.waiting = self.waiting[offset:]
        elif offset:
            self.waiting = [update for update in self.waiting if update["update_id"] >= offset]

    async def _deliver(self) -> None:
        """One at a time and in order, each again and again until the bot takes it."""
        delay = FIRST_RETRY
        async with aiohttp.ClientSession() as session:
            while True:
                await self.pulse.until(lambda: bool(self.waiting and self.webhook), within=math.inf)
                update, headers = self.waiting[0], {}
                if secret := self.webhook["secret"]:
                    headers["X-Telegram-Bot-Api-Secret-Token"] = secret
                try:
                    async with session.post(
                        self.webhook["url"], json=update, headers=headers
                    ) as response:
                        taken = response.ok
                except aiohttp.ClientError:
                    taken = False
                if taken:
                    self._confirm(update["update_id"] + 1)
                    self.pulse.beat()
                    delay = FIRST_RETRY
                else:
                    self.failed_deliveries += 1
                    await asyncio.sleep(delay)
                    delay = min(delay * 2, LAST_RETRY)
