"""The command line keeps its contract: commands, settings, exit statuses, a line for a line."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

import bot.cli
from bot.cli import APOLOGY, bundled_corpus, main
from tests.golden import STORIES
from tests.serving import EchoDesk

FERRY = str(STORIES["ferry"])


@pytest.fixture(autouse=True)
def a_machine_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings but those a test makes: not the developer's, not their `.env`."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(("BOT_", "TELEGRAM_"))]:
        monkeypatch.delenv(name)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The corpora that desks were opened on; the desks echo."""
    paths: list[Path] = []

    def open_desk(path: Path, **_options: object) -> EchoDesk:
        paths.append(path)
        return EchoDesk()

    monkeypatch.setattr("bot.cli.open_desk", open_desk)
    return paths


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> EchoDesk:
    """The desk that every command opens."""
    echo = EchoDesk()
    monkeypatch.setattr("bot.cli.open_desk", Mock(return_value=echo))
    return echo


def pipe(monkeypatch: pytest.MonkeyPatch, *lines: str | bytes) -> None:
    data = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def run(*arguments: str, stdin: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
    """Python in a process of its own, on a machine that speaks ASCII."""
    path = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONUTF8": "0"}
    return subprocess.run(
        [sys.executable, *arguments],
        input=stdin, env=path | environ, cwd=Path(bot.cli.__file__).parent.parent,
        capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


def test_the_main_job_in_a_process_of_its_own() -> None:
    done = run("-m", "bot", "ask", "--corpus", FERRY, "Who is the transport minister?")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Kjell Dahl" in done.stdout
    assert "[1] Nordic News Agency, 14 Mar 2025" in done.stdout
    assert "\x1b" not in done.stdout


def test_json_lines_in_a_process_of_their_own_keep_accents_and_order() -> None:
    asked = ['{"id": "é", "question": "Who is Kjell Dahl?"}', "{oops", '{"id": 3, "question": ""}']

    done = run("-m", "bot", "ask", "--json", stdin="\n".join(asked), BOT_CORPUS=FERRY)

    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [row["id"] for row in answers] == ["é", None, 3]
    assert "line 2" in done.stderr
    assert answers[0]["citations"][0]["text"] in STORIES["ferry"].read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["ask --json <&-", "check >&-", "check 2>&-"])
def test_streams_that_are_closed_are_empty(command: str) -> None:
    shell = f"{sys.executable} -m bot --corpus {FERRY} {command}"

    here = Path(__file__).parents[1]
    done = subprocess.run(["sh", "-c", shell], cwd=here, capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


def test_asking_imports_nothing_of_telegram() -> None:
    code = "import sys, bot.cli; print([m for m in sys.modules if m.startswith('telegram')])"

    assert run("-c", code).stdout == "[]\n"


def test_the_bundled_corpus_is_there() -> None:
    assert list(bundled_corpus().glob("*.txt"))


@pytest.mark.parametrize(
    "arguments",
    [["--corpus", "a", "ask", "Q?"], ["ask", "--corpus", "a", "Q?"], ["ask", "Q?", "--corpus", "a"],
     ["--corpus", "b", "ask", "Q?", "--corpus", "a"], ["--corpus", "a", "chat"], ["--corpus", "a"]],
    ids=" ".join,
)  # fmt: skip
def test_the_corpus_may_be_named_before_and_after_the_command(
    arguments: list[str], opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe(monkeypatch)
    monkeypatch.setenv("BOT_CORPUS", "c")

    assert main(arguments) == 0
    assert opened == [Path("a")]


def test_without_a_path_the_setting_counts_and_without_that_the_bundled_corpus(
    opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["ask", "Q?"])
    Path(".env").write_text("BOT_CORPUS=from-file\n", encoding="utf-8")
    main(["ask", "Q?"])
    monkeypatch.setenv("BOT_CORPUS", "from-environment")
    main(["ask", "Q?"])

    assert opened == [bundled_corpus(), Path("from-file"), Path("from-environment")]


def test_without_a_command_it_chats(desk: EchoDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, "Who?")

    assert main([]) == 0
    assert [question for question, _ in desk.asked] == ["Who?"]


def test_without_a_command_but_with_a_token_it_serves(
    desk: EchoDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = []
    monkeypatch.setattr("bot.cli.open_kept_desk", Mock(return_value=desk))
    monkeypatch.setattr(
        "bot.app.serve", lambda settings, opened: served.append((settings, opened(Mock())))
    )
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123456:ABC-def")

    assert main([]) == 0
    assert main(["serve"]) == 0
    assert [(settings.token, at) for settings, at in served] == [("123456:ABC-def", desk)] * 2


def test_with_a_token_one_can_still_chat(desk: EchoDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, "Who?")
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123456:ABC-def")

    assert main(["chat"]) == 0
    assert desk.asked


def test_a_question_needs_no_quotation_marks(
    desk: EchoDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", "Who", "sailed?"]) == 0
    assert capsys.readouterr().out.startswith("You asked: Who sailed? [1]\n\n[1] The Daily")
    assert desk.asked == [("Who sailed?", "")]


@pytest.mark.parametrize("arguments", [["ask"], ["ask", " "]], ids=str)
def test_asking_nothing_is_wrong_usage(
    arguments: list[str], opened: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert "story-bot ask" in capsys.readouterr().err
    assert opened == []


def test_a_command_that_does_not_exist_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as left:
        main(["dance"])

    assert left.value.code == 2


def test_a_setting_to_mend_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_LOG_LEVEL", "LOUD")

    assert main(["check"]) == 1
    assert capsys.readouterr().err.startswith("BOT_LOG_LEVEL is 'LOUD'")


def test_an_unreadable_dotenv_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    Path(".env").write_bytes(b"BOT_CORPUS=\xff\n")

    assert main(["check"]) == 1
    assert ".env cannot be read" in capsys.readouterr().err


def test_check_reads_the_corpus_aloud(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--corpus", FERRY]) == 0
    assert "1 article" in capsys.readouterr().out


def test_check_fails_when_a_file_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.txt").write_text("A ferry sailed to Oslo.\n", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\x00")

    assert main(["check", "--corpus", str(tmp_path)]) == 1
    assert "error: bad.txt" in capsys.readouterr().out


def test_a_corpus_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--corpus", "nowhere"]) == 1
    assert "nowhere: No such file" in capsys.readouterr().err


def test_ctrl_c_leaves_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.cli.open_desk", Mock(side_effect=KeyboardInterrupt))

    assert main(["chat"]) == 130
    assert capsys.readouterr() == ("", "")


BAD: list[str | bytes] = [
    "nonsense",
    "[1]",
    '{"id": 5}',
    '{"id": 6, "question": 7}',
    '{"id": 7, "chat": "a"}',
    b"\xff",
]


def test_every_line_gets_a_line(
    desk: EchoDesk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good = '{"id": "good", "question": "Who?"}'
    lines: list[str | bytes] = []
    for bad in BAD:
        lines += [bad, good, "", "   "]
    pipe(monkeypatch, *lines)

    assert main(["ask", "--json"]) == 0
    answers = rows(capsys)
    assert [row["kind"] for row in answers] == ["error", "echo"] * len(BAD)
    assert [row["id"] for row in answers[::2]] == [None, None, 5, 6, 7, None]
    assert len(desk.asked) == len(BAD)


def test_bad_lines_are_told_with_their_number(
    desk: EchoDesk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe(monkeypatch, '{"question": "Who?"}', "", "nonsense")

    main(["ask", "--json"])

    assert capsys.readouterr().err.startswith("line 3: This line is not JSON")
    assert len(desk.asked) == 1


def test_an_article_that_is_not_there_is_told_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe(monkeypatch, '{"id": 1, "question": "Who?", "article": "nowhere"}')

    assert main(["--corpus", FERRY, "ask", "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["answer"] in err and err.startswith("line 1: ")


def test_a_bug_costs_one_line_and_is_logged_whole(
    desk: EchoDesk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.failure = ZeroDivisionError("by nought")
    pipe(monkeypatch, '{"id": 1, "question": "Who?"}', '{"id": 2, "question": "When?"}')

    assert main(["ask", "--json"]) == 0
    out, err = capsys.readouterr()
    assert [json.loads(line)["answer"] for line in out.splitlines()] == [APOLOGY, APOLOGY]
    assert "ZeroDivisionError: by nought" in err and "line 2" in err


def test_a_line_is_answered_before_the_next_is_read(
    desk: EchoDesk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written: list[int] = []  # lines, each time another line is read

    def lines() -> Iterator[str]:
        for line in ['{"question": "a"}', '{"question": "b"}', ""]:
            written.append(capsys.readouterr().out.count("\n"))
            yield line

    monkeypatch.setattr("sys.stdin", lines())

    main(["ask", "--json"])

    assert written == [0, 1, 1]
    assert len(desk.asked) == 2


def test_a_byte_order_mark_and_bytes_that_are_no_utf8_are_survived(
    desk: EchoDesk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe(
        monkeypatch, b'\xef\xbb\xbf{"id": 1, "question": "Who?"}', b'{"id": 2, "question": "\xe9"}'
    )

    main(["ask", "--json"])

    assert [(row["id"], row["kind"]) for row in rows(capsys)] == [(1, "echo"), (2, "echo")]
    assert desk.asked[1] == ("\ufffd", "")
