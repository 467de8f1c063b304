"""The corpus read aloud says what was understood and what was not."""

from datetime import date
from pathlib import Path

from bot.corpus import read
from bot.corpus.check import report
from bot.domain import Article, Corpus, Problem, Source

STORIES = Path(__file__).parents[1] / "stories"


def test_every_sentence_is_read_with_its_number_role_and_offsets() -> None:
    corpus = read(STORIES / "ferry.txt", today=date(2026, 1, 1))
    lines = [" ".join(line.split()) for line in report(corpus).splitlines()]

    for sentence in corpus.articles[0].sentences:
        span = f"{sentence.start}-{sentence.end}"
        assert f"{sentence.number} {sentence.role} {span} {sentence.text}" in lines


def test_an_article_is_introduced() -> None:
    lines = report(read(STORIES / "ferry.txt", today=date(2026, 1, 1)))

    for words in ["ferry", "Nordic News Agency", "2025-03-14, a Friday", "HARVIK, Norway (NNA)"]:
        assert words in lines


def test_what_is_missing_is_said() -> None:
    article = Article(Source("a", "A", publisher="", published=None), "A.", ())

    said = report(Corpus((article,)))

    assert "publisher  none" in said
    assert "date       none" in said
    assert "url        none" in said
    assert "dateline" not in said


def test_warnings_and_errors_come_last_with_file_and_line() -> None:
    problems = (
        Problem("a.txt", 3, "is odd.", fatal=False),
        Problem("b.txt", None, "is bad.", True),
    )

    lines = report(Corpus((), problems, "0123456789ab")).splitlines()

    assert lines[:2] == ["warning: a.txt:3: is odd.", "error: b.txt: is bad."]
    assert lines[-1] == "no articles, no sentences, 1 warning, 1 error; version 0123456789ab"


def test_a_sentence_over_two_lines_is_read_on_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("date 2026-01-09 The Daily\n\nA ferry\nsank.\n", encoding="utf-8")

    assert "A ferry sank." in report(read(path))
