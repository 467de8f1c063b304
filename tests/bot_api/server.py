"""The false Bot API over real HTTP on loopback, and the door to its people and places."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.bot_api import methods_bot, methods_messages
from tests.bot_api.errors import ApiError
from tests.bot_api.markup import JSON
from tests.bot_api.params import Params, read_params
from tests.bot_api.people import Person
from tests.bot_api.places import Place
from tests.bot_api.world import BOT_ID, TOKEN, World

Method = Callable[[World, Params], Any]
METHODS: dict[str, Method] = {
    "getme": methods_bot.get_me,
    "sendmessage": methods_messages.send_message,
    "senddocument": methods_messages.send_document,
    "sendphoto": methods_messages.send_photo,
    "editmessagetext": methods_messages.edit_message_text,
    "editmessagecaption": methods_messages.edit_message_caption,
    "editmessagereplymarkup": methods_messages.edit_message_reply_markup,
    "deletemessage": methods_messages.delete_message,
    "sendchataction": methods_messages.send_chat_action,
    "setmessagereaction": methods_messages.set_message_reaction,
    "getfile": methods_messages.get_file,
    "setmycommands": methods_bot.set_my_commands,
    "getmycommands": methods_bot.get_my_commands,
    "deletemycommands": methods_bot.delete_my_commands,
    "setmydescription": methods_bot.set_my_description,
    "getmydescription": methods_bot.get_my_description,
    "setmyshortdescription": methods_bot.set_my_short_description,
    "getmyshortdescription": methods_bot.get_my_short_description,
    "getchat": methods_bot.get_chat,
    "getchatmember": methods_bot.get_chat_member,
    "getchatadministrators": methods_bot.get_chat_administrators,
    "leavechat": methods_bot.leave_chat,
    "answercallbackquery": methods_bot.answer_callback_query,
    "answerinlinequery": methods_bot.answer_inline_query,
    "answerguestquery": methods_bot.answer_guest_query,
    "setwebhook": lambda world, params: world.updates.set_webhook(params),
    "deletewebhook": lambda world, params: world.updates.delete_webhook(params),
    "getwebhookinfo": lambda world, params: world.updates.webhook_info(params),
}


@dataclass(frozen=True)
class Call:
    """A request of the bot and what became of it."""

    method: str
    params: Params
    error: ApiError | None = None
    arranged: bool = False  # a test had the server fail


@dataclass
class BotApi:
    """A server with its world.  Tests talk to `world` and `people`; the bot talks HTTP."""

    world: World = field(default_factory=World)
    calls: list[Call] = field(default_factory=list)
    url: str = ""
    revoked: bool = False  # @BotFather has given the bot another token
    lacks: frozenset[str] = frozenset()  # methods that this server does not have, in lower case
    _failures: dict[str, list[ApiError]] = field(default_factory=dict)
    _gates: dict[tuple[str, str], asyncio.Event] = field(default_factory=dict)

    # What a test arranges.

    def person(
        self, name: str, *, admin_of: Place | None = None, started: bool = True, **user: Any
    ) -> Person:
        """A new account and its private chat with the bot; `started`: the bot may write there."""
        number = self.world.new_id()
        details = {"id": number, "is_bot": False, "first_name": name, "language_code": "en"}
        private = Place(number, "private", name, bot_may_write=started)
        if not started:
            private.why_not = "bot can't initiate conversation with a user"
        person = Person(self.world, {**details, **user}, private)
        self.world.users[number] = person.user
        self.world.places[number] = private
        if admin_of:
            admin_of.members[number] = "administrator"
        return person

    def group(
        self,
        name: str,
        *members: Person,
        kind: str = "supergroup",
        forum: bool = False,
        bot: str = "member",
    ) -> Place:
        """A group with the bot in it; a channel with kind='channel'."""
        number = self.world.new_id()
        group = Place(-number if kind == "group" else -(10**12) - number, kind, name, forum=forum)
        group.members = {member.id: "member" for member in members} | {BOT_ID: bot}
        self.world.places[group.id] = group
        return group

    def fails(self, method: str, *errors: ApiError) -> None:
        """The next calls of a method fail, one for each error."""
        self._failures.setdefault(method.lower(), []).extend(errors)

    @asynccontextmanager
    async def holding(self, method: str, place: Place) -> AsyncIterator[None]:
        """Calls of a method for a chat are answered only after the block."""
        key = method.lower(), str(place.id)
        gate = self._gates[key] = asyncio.Event()
        try:
            yield
        finally:
            del self._gates[key]
            gate.set()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Waits until something is so in this world."""
        await self.world.updates.pulse.until(condition)

    async def until_called(self, method: str) -> None:
        """Waits until a method has been called and answered."""
        await self.until(lambda: bool(self.called(method)))

    def called(self, method: str) -> list[Params]:
        return [call.params for call in self.calls if call.method.lower() == method.lower()]

    @property
    def refusals(self) -> list[str]:
        """What the bot asked for and Telegram would refuse.

        Polls cut short do not count, nor that a group has moved: so Telegram tells it.
        """
        return [
            f"{call.method}: {call.error.description} {dict(call.params)}"
            for call in self.calls
            if call.error
            and not call.arranged
            and call.method.lower() != "getupdates"
            and "migrate_to_chat_id" not in call.error.parameters
        ]

    @property
    def unanswered(self) -> list[JSON]:
        """The presses that the bot left waiting."""
        asks = self.world.asks.values()
        return [
            {**ask.details, "from": ask.user["first_name"]}
            for ask in asks
            if ask.details["kind"] == "callback" and not ask.answer.done()
        ]

    # HTTP.

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        params = await read_params(request)
        failures = self._failures.get(method.lower())
        arranged = bool(failures)
        try:
            if failures:
                raise failures.pop(0)
            if method.lower() in self.lacks:
                arranged = True
                raise ApiError(404, "Not Found")
            if request.match_info["token"] != TOKEN or self.revoked:
                raise methods_bot.refused_token(request.match_info["token"])
            if gate := self._gates.get((method.lower(), params.text("chat_id"))):
                await gate.wait()
            result = await self._result(method.lower(), params)
        except ApiError as error:
            self._log(Call(method, params, error, arranged))
            body: dict[str, Any] = {"ok": False, "error_code": error.status}
            body["description"] = error.description
            if error.parameters:
                body["parameters"] = error.parameters
            return web.json_response(body, status=error.status)
        self._log(Call(method, params))
        return web.json_response({"ok": True, "result": result})

    def _log(self, call: Call) -> None:
        self.calls.append(call)
        self.world.updates.pulse.beat()

    async def _result(self, method: str, params: Params) -> Any:
        if method == "getupdates":
            return await self.world.updates.get(params)
        if method not in METHODS:
            raise ApiError(404, "Not Found")
        return METHODS[method](self.world, params)

    async def _file(self, request: web.Request) -> web.Response:
        for stored in self.world.files.values():
            if request.match_info["token"] == TOKEN and stored.path == request.match_info["path"]:
                return web.Response(body=stored.content, content_type="application/octet-stream")
        return web.Response(status=404)

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=60 * 1024 * 1024)
        application.router.add_route("*", "/bot{token}/{method}", self._call)
        application.router.add_get("/file/bot{token}/{path:.+}", self._file)
        return application


@asynccontextmanager
async def false_telegram() -> AsyncIterator[BotApi]:
    """A server of its own, on a free port of loopback."""
    api = BotApi()
    runner = web.AppRunner(api._application(), handler_cancellation=True, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    api.url = f"http://{host}:{port}"
    try:
        yield api
    finally:
        await api.world.updates.close()
        await runner.cleanup()
