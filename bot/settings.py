"""What the person who runs the bot may decide: variables of the environment, read once.

A variable that is empty counts as not set, so that `.env.example` copied as it stands changes
nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import SettingsError

PUBLIC_API = "https://api.telegram.org"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


@dataclass(frozen=True, slots=True)
class Address:
    """Where the webhook listens; a proxy that speaks HTTPS stands before it."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings, checked; the defaults are those of an empty environment."""

    token: str = field(default="", repr=False)  # "" is enough for everything but `serve`
    admins: frozenset[int] = frozenset()  # ids of people who may reload
    api_url: str = PUBLIC_API  # without a slash at the end
    corpus: Path | None = None  # None: the articles shipped with the program
    data: Path = Path("data")  # where the bot keeps what outlives it
    notify_admins: bool = False  # tell each admin what the others did
    watch: bool = False  # reload by itself when a file of the corpus changes
    person_limit: int = 600  # questions of one person in ten minutes; 0: no limit
    group_limit: int = 600  # questions in one group in ten minutes; 0: no limit
    webhook_url: str = ""  # "": long polling
    webhook_secret: str = field(default="", repr=False)
    webhook_listen: Address = Address("127.0.0.1", 8080)
    log_level: str = "INFO"
    spacy_model: str = ""  # "": the pipeline shipped with the program

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> "Settings":
        """The settings in `environ`; SettingsError names the variable and says what to write."""

        def given(name: str, default: str = "") -> str:
            return environ.get(name, "").strip() or default

        settings = cls(
            token=_token(given("TELEGRAM_BOT_TOKEN")),
            admins=_ids("TELEGRAM_ADMIN_IDS", given("TELEGRAM_ADMIN_IDS")),
            api_url=_api_url(given("TELEGRAM_API_URL", PUBLIC_API), given("TELEGRAM_BOT_TOKEN")),
            corpus=Path(corpus) if (corpus := given("BOT_CORPUS")) else None,
            data=Path(given("BOT_DATA", "data")),
            watch=_switch("BOT_WATCH", given("BOT_WATCH")),
            person_limit=_count("BOT_PERSON_LIMIT", given("BOT_PERSON_LIMIT", "600")),
            group_limit=_count("BOT_GROUP_LIMIT", given("BOT_GROUP_LIMIT", "600")),
            notify_admins=_switch("BOT_NOTIFY_ADMINS", given("BOT_NOTIFY_ADMINS")),
            webhook_url=_url("BOT_WEBHOOK_URL", given("BOT_WEBHOOK_URL")),
            webhook_secret=_secret(given("BOT_WEBHOOK_SECRET")),
            webhook_listen=_address(
                "BOT_WEBHOOK_LISTEN", given("BOT_WEBHOOK_LISTEN", "127.0.0.1:8080")
            ),
            log_level=_level(given("BOT_LOG_LEVEL", "INFO").upper()),
            spacy_model=given("BOT_SPACY_MODEL"),
        )
        if settings.webhook_url and not settings.webhook_secret:
            raise SettingsError(
                "BOT_WEBHOOK_URL needs BOT_WEBHOOK_SECRET beside it; without the secret anyone "
                "who finds the address could send the bot messages in Telegram's name."
            )
        return settings


def _token(text: str) -> str:
    """The message does not repeat the token: it may be a real one with a letter too many."""
    if text and not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", text):
        raise SettingsError(
            "TELEGRAM_BOT_TOKEN is not a bot token; @BotFather gives one such as 123456:ABC-def."
        )
    return text


def _ids(name: str, text: str) -> frozenset[int]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    for part in parts:
        if not re.fullmatch(r"[0-9]{1,16}", part):
            raise SettingsError(
                f"{name} has '{part}', which is not a numeric user id; "
                "write ids with commas between them, such as 12345,67890."
            )
    return frozenset(map(int, parts))


def _count(name: str, text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise SettingsError(f"{name} is '{text}'; write a number of questions, 0 for no limit.")
    return int(text)


def _api_url(given: str, token: str) -> str:
    """Without the end that every method's address has: 'https://host/bot' is 'https://host'."""
    url = _url("TELEGRAM_API_URL", given).rstrip("/")
    return url.removesuffix(f"/bot{token}").removesuffix("/bot").rstrip("/")


def _url(name: str, text: str) -> str:
    if text and not re.fullmatch(r"https?://[^\s/]+\S*", text):
        raise SettingsError(f"{name} is '{text}'; write an address that begins with https://.")
    return text


def _secret(text: str) -> str:
    if text and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", text):
        raise SettingsError(
            "BOT_WEBHOOK_SECRET may have 1 to 256 letters, digits, '_' and '-' (Telegram's rule)."
        )
    return text


def _address(name: str, text: str) -> Address:
    host, _, port = text.rpartition(":")
    if not host or not re.fullmatch(r"[0-9]{1,5}", port) or not 0 < int(port) < 65536:
        raise SettingsError(f"{name} is '{text}'; write host:port, such as 127.0.0.1:8080.")
    return Address(host.strip("[]"), int(port))  # [::1]:8080 listens on ::1


def _switch(name: str, text: str) -> bool:
    if text not in {"", "0", "1"}:
        raise SettingsError(f"{name} is '{text}'; write 1 for yes or 0 for no.")
    return text == "1"


def _level(text: str) -> str:
    if text not in LOG_LEVELS:
        raise SettingsError(f"BOT_LOG_LEVEL is '{text}'; write one of {', '.join(LOG_LEVELS)}.")
    return text
