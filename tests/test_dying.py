"""Whenever the program is killed, the version before or the new one is served, whole."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def kills(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.dying", str(tmp_path_factory.mktemp("house"))],
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("change", ["reload", "add", "remove", "rollback"])
def test_killed_before_any_statement_the_old_or_the_new_version_is_served(
    change: str, kills: list[dict[str, Any]]
) -> None:
    *killed, lived = [kill for kill in kills if kill.get("change") == change]

    assert len(killed) >= 8 and all(kill["killed"] for kill in killed) and not lived["killed"]
    assert all(kill["whole"] for kill in (*killed, lived))
    assert {kill["served"] for kill in killed} <= {"old", "new"}
    assert (killed[0]["served"], lived["served"]) == ("old", "new")


def test_killed_at_any_moment_what_was_published_is_there_and_whole(
    kills: list[dict[str, Any]],
) -> None:
    anywhen = [kill for kill in kills if "change" not in kill]

    assert len(anywhen) >= 20
    assert all(kill["whole"] and kill["kept"] for kill in anywhen)
