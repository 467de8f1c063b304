"""Settings: defaults, sentences for mistakes, and an example file that tells the truth."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot.errors import SettingsError
from bot.settings import Address, Settings

EXAMPLE = Path(__file__).parent.parent / ".env.example"


class Overheard(Mapping[str, str]):
    """An empty environment that remembers which names it was asked for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def test_an_empty_environment_is_enough_for_everything_but_serving() -> None:
    settings = Settings.read({})

    assert settings == Settings()
    assert settings.api_url == "https://api.telegram.org"


def test_every_setting_can_be_given() -> None:
    settings = Settings.read(
        {
            "TELEGRAM_BOT_TOKEN": "1:abc",
            "TELEGRAM_ADMIN_IDS": " 7, 8 ,",
            "TELEGRAM_API_URL": "http://127.0.0.1:8081/",
            "BOT_CORPUS": "stories",
            "BOT_DATA": "/var/lib/bot",
            "BOT_PERSON_LIMIT": "20",
            "BOT_GROUP_LIMIT": "0",
            "BOT_WEBHOOK_URL": "https://bot.example/hook",
            "BOT_WEBHOOK_SECRET": "s-e_cret",
            "BOT_WEBHOOK_LISTEN": "[::1]:9000",
            "BOT_LOG_LEVEL": "debug",
            "BOT_SPACY_MODEL": "en_core_web_sm",
        }
    )

    assert settings == Settings(
        token="1:abc",
        admins=frozenset({7, 8}),
        api_url="http://127.0.0.1:8081",
        corpus=Path("stories"),
        data=Path("/var/lib/bot"),
        person_limit=20,
        group_limit=0,
        webhook_url="https://bot.example/hook",
        webhook_secret="s-e_cret",
        webhook_listen=Address("::1", 9000),
        log_level="DEBUG",
        spacy_model="en_core_web_sm",
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "my bot"),
        ("TELEGRAM_ADMIN_IDS", "7,@alice"),
        ("TELEGRAM_ADMIN_IDS", "-100"),
        ("TELEGRAM_API_URL", "localhost:8081"),
        ("BOT_PERSON_LIMIT", "many"),
        ("BOT_GROUP_LIMIT", "-1"),
        ("BOT_WEBHOOK_URL", "bot.example"),
        ("BOT_WEBHOOK_URL", "https://bot.example"),  # without a secret
        ("BOT_WEBHOOK_SECRET", "with space"),
        ("BOT_WEBHOOK_LISTEN", "8080"),
        ("BOT_WEBHOOK_LISTEN", "127.0.0.1:99999"),
        ("BOT_LOG_LEVEL", "loud"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_in_the_error(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.read({name: value})


def test_secrets_are_in_no_representation_and_no_error() -> None:
    settings = Settings.read(
        {
            "TELEGRAM_BOT_TOKEN": "1:hidden",
            "BOT_WEBHOOK_URL": "https://b.example",
            "BOT_WEBHOOK_SECRET": "hidden",
        }
    )
    with pytest.raises(SettingsError) as refused:
        Settings.read({"TELEGRAM_BOT_TOKEN": "1:hidden!"})

    assert "hidden" not in repr(settings)
    assert "hidden" not in str(refused.value)


def test_the_example_file_names_exactly_the_settings_there_are() -> None:
    environ = Overheard()
    Settings.read(environ)

    assert set(dotenv_values(EXAMPLE)) == environ.names


def test_the_example_file_copied_as_it_stands_changes_nothing() -> None:
    values = {name: value or "" for name, value in dotenv_values(EXAMPLE).items()}

    assert Settings.read(values) == Settings()


def test_every_name_in_the_example_file_has_a_comment_before_it() -> None:
    for paragraph in EXAMPLE.read_text(encoding="utf-8").strip().split("\n\n")[1:]:
        *comment, setting = paragraph.splitlines()

        assert comment and all(line.startswith("# ") for line in comment)
        assert "=" in setting and not setting.startswith("#")


@pytest.mark.parametrize("end", ["", "/", "/bot", "/bot/", "/bot1:abc"])
def test_the_address_of_a_bot_api_server_may_end_as_that_of_its_methods(end: str) -> None:
    given = {"TELEGRAM_BOT_TOKEN": "1:abc", "TELEGRAM_API_URL": f"http://127.0.0.1:81/api{end}"}

    assert Settings.read(given).api_url == "http://127.0.0.1:81/api"
