"""A folder gives its articles, or one clear line a file that says what to do."""

import os
import random
import shutil
import time
from pathlib import Path

import pytest

from bot.corpus import read
from bot.corpus.decoding import LARGEST_FILE
from bot.errors import CorpusError
from tests.corpus.reading import FRONT_MATTER, GOOD, TODAY, Write, only, only_problem

# Folders


def test_a_folder_is_read_in_order_and_not_deeper(tmp_path: Path, write: Write) -> None:
    (tmp_path / "deeper").mkdir()
    for name in ["b.txt", "a.md", "c.TXT", ".hidden.txt", "notes.json", "deeper/d.txt"]:
        write(name, GOOD.replace("ferry", name))

    assert [article.source.stem for article in read(tmp_path, today=TODAY).articles] == [
        "a",
        "b",
        "c",
    ]


def test_the_version_follows_names_and_texts(tmp_path: Path, write: Write) -> None:
    write("a.txt", GOOD)
    first = read(tmp_path, today=TODAY).version
    again = read(tmp_path / "a.txt", today=TODAY).version
    write("a.txt", GOOD + " ")
    changed = read(tmp_path, today=TODAY).version
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    renamed = read(tmp_path, today=TODAY).version

    assert first == again
    assert len({first, changed, renamed}) == 3
    assert len(first) == 12
    assert int(first, 16) >= 0


# Bad files: each gives one line, and the good one beside it is read


BAD = [
    ("empty.txt", b"", None, "empty"),
    ("space.txt", b" \n\n\t\n", None, "empty"),
    ("mark.txt", b"\xef\xbb\xbf", None, "empty"),
    ("head.txt", FRONT_MATTER.format("").encode(), None, "no story"),
    ("line.txt", b"date 2026-01-09 The Daily\n", None, "no story"),
    ("signs.txt", b"***\n\n---\n", None, "no story"),
    ("latin.txt", b"A ferry.\nThe caf\xe9 sank.\n", 2, "byte 17 of the file (0xE9) is not UTF-8"),
    ("crlf.txt", b"A ferry.\r\n\r\nThe caf\xe9 sank.\n", 3, "not UTF-8"),
    ("cut.txt", b"A caf\xc3", 1, "byte 6"),
    ("wide.txt", "A ferry sank.".encode("utf-16"), None, "UTF-16"),
    ("wide-be.txt", "A ferry sank.".encode("utf-16-be"), 1, "NUL"),
    ("nul.txt", b"A ferry\nsank\0.\n", 2, "NUL"),
    ("large.txt", b"A ferry sank. " * (LARGEST_FILE // 14 + 1), None, "too large"),
    ("open.txt", b'\n+++\ntitle = "Ferry"\n\nA ferry sank.\n', 2, "no end"),
    ("toml.txt", b"+++\ntitle = Ferry\n+++\nA ferry sank.\n", 2, "TOML"),
    ("quote.txt", b'+++\n\n\ntitle = "Ferry\n+++\nA ferry sank.\n', 4, "TOML"),
    ("digits.txt", b"+++\nsize = " + b"9" * 5000 + b"\n+++\nA ferry sank.\n", 2, "TOML"),
    ("deep.txt", b"+++\nsize = " + b"[" * 9000 + b"\n+++\nA ferry sank.\n", 2, "TOML"),
    ("number.txt", b"+++\ntitle = 7\n+++\nA ferry sank.\n", 2, "text in quotes"),
    ("day.txt", b'+++\ntitle = "A"\ndate = "9 Jan"\n+++\nA ferry sank.\n', 3, "YYYY-MM-DD"),
    ("day-toml.txt", b"+++\ndate = 2026-02-30\n+++\nA ferry sank.\n", 2, "TOML"),
    ("day-line.txt", b"\ndate 2026-13-09 The Daily\n\nA ferry sank.\n", 2, "YYYY-MM-DD"),
    ("day-word.txt", b"date tomorrow The Daily\n\nA ferry sank.\n", 1, "YYYY-MM-DD"),
    ("yaml.md", b"---\ntitle: Ferry\n---\nA ferry sank.\n", 1, "YAML"),
    ("zip.txt", b"PK\x03\x04\x14\x00", None, "zip archive"),
    ("rtf.txt", b"{\\rtf1 A ferry sank.}", None, "RTF"),
    ("pdf.txt", b"%PDF-1.4", None, "PDF"),
    ("page.txt", b"\n<!DOCTYPE html>\n<p>A ferry sank.</p>", None, "HTML"),
    ("noise.txt", bytes(range(1, 32)) * 9, None, "binary"),
]


@pytest.mark.parametrize("row", BAD, ids=[row[0] for row in BAD])
def test_a_bad_file_is_left_out_with_one_line(
    tmp_path: Path, write: Write, row: tuple[str, bytes, int | None, str]
) -> None:
    name, content, line, words = row
    write(name, content)
    write("good.txt", GOOD)

    corpus = read(tmp_path, today=TODAY)

    assert only(corpus).source.stem == "good"
    (problem,) = corpus.problems
    assert problem.fatal
    assert (problem.file, problem.line) == (name, line)
    assert words in problem.text
    assert "\n" not in str(problem)


def test_a_file_that_cannot_be_opened(tmp_path: Path, write: Write) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    write("good.txt", GOOD)

    assert "cannot be read" in only_problem(read(tmp_path, today=TODAY)).text


def test_a_pipe_is_not_waited_for(tmp_path: Path, write: Write) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    write("good.txt", GOOD)

    assert "not an ordinary file" in only_problem(read(tmp_path, today=TODAY)).text


def test_two_files_of_one_name(tmp_path: Path, write: Write) -> None:
    write("a.md", GOOD)
    write("a.txt", GOOD)

    assert only_problem(read(tmp_path, today=TODAY)).fatal


def test_the_same_story_twice_is_a_warning(tmp_path: Path, write: Write) -> None:
    write("a.txt", GOOD)
    write("b.txt", GOOD.replace("Daily", "Weekly"))

    assert "word for word" in only_problem(read(tmp_path, today=TODAY)).text


def test_an_office_document_is_named(tmp_path: Path, write: Write) -> None:
    write("a.docx", b"PK\x03\x04")
    write("b.txt", GOOD)

    problem = only_problem(read(tmp_path, today=TODAY))
    assert (problem.file, problem.fatal) == ("a.docx", False)


# No corpus at all


def test_a_missing_path(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="No such file"):
        read(tmp_path / "nowhere")


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"no \.txt or \.md file"):
        read(tmp_path)


def test_without_any_article_every_file_has_its_line(tmp_path: Path, write: Write) -> None:
    write("a.txt", b"")
    write("b.txt", b"\xff\xfe")

    with pytest.raises(CorpusError) as raised:
        read(tmp_path)

    assert [line.split(":")[0] for line in str(raised.value).splitlines()] == ["a.txt", "b.txt"]


def test_odd_files_are_read_in_time(write: Write) -> None:
    size = LARGEST_FILE - 1
    rows = ["A. ", "“a.” B ", "(a ", "(Photo) ", "a.", "A/", "- a\n", "\n", "x", "# ", "A b, C ("]
    random.seed(1)
    rows.append("".join(random.choices("aB .!?…“”\"'’()[]/1—-#\n", k=2000)))
    for row in rows:
        text = (row * (size // len(row.encode())))[: size // 8]
        path = write("a.txt", "A.\n\n" + text)
        start = time.perf_counter()
        read(path, today=TODAY)
        assert time.perf_counter() - start < 5, row[:10]


def test_a_name_that_is_no_utf_8_is_told(tmp_path: Path, write: Write) -> None:
    write("a.txt", GOOD)
    shutil.copy(tmp_path / "a.txt", tmp_path / os.fsdecode(b"caf\xe9.txt"))

    found = read(tmp_path, today=TODAY)

    assert [article.source.stem for article in found.articles] == ["a"]
    [problem] = found.problems
    assert problem.file == "caf?.txt" and "not UTF-8; rename" in problem.text
