"""A file's text becomes an article whose sentences point into it."""

from datetime import date
from pathlib import Path

import pytest

from bot.corpus import read
from bot.domain import Role
from tests.corpus.reading import FRONT_MATTER, GOOD, TODAY, Write, only, only_problem, texts

STORIES = Path(__file__).parent.parent / "stories"
BUNDLED = Path(__file__).parent.parent.parent / "corpus"

# Forms of articles


def test_front_matter(write: Write) -> None:
    head = FRONT_MATTER.format('url = "https://example.org/1"\n')
    article = only(read(write("a.txt", f"{head}\nA ferry sank.\n"), today=TODAY))

    assert article.source.stem == "a"
    assert article.source.title == "Ferry sinks"
    assert article.source.published == date(2026, 1, 9)
    assert article.source.publisher == "The Daily"
    assert article.source.url == "https://example.org/1"
    assert texts(article) == ["A ferry sank."]


def test_a_date_in_quotes_is_a_date(write: Write) -> None:
    path = write("a.txt", '+++\ndate = "2026-01-09"\nsource = "The Daily"\n+++\nA ferry sank.\n')

    assert only(read(path, today=TODAY)).source.published == date(2026, 1, 9)


def test_a_title_said_in_head_and_text_is_no_sentence(write: Write) -> None:
    path = write("a.txt", FRONT_MATTER.format("") + "\n# Ferry sinks\n\nA ferry sank.\n")

    assert texts(only(read(path, today=TODAY))) == ["A ferry sank."]


@pytest.mark.parametrize("space", ["", " ", "\n\n", "\ufeff"])
def test_a_date_line(write: Write, space: str) -> None:
    article = only(read(write("a.txt", space + GOOD), today=TODAY))

    assert article.source.published == date(2026, 1, 9)
    assert article.source.publisher == "The Daily"
    assert article.source.title == "A ferry sank."
    assert texts(article) == ["A ferry sank.", "Nobody was hurt."]


def test_plain_text_has_a_title_and_a_warning_about_its_date(write: Write) -> None:
    corpus = read(write("a.txt", "Ferry sinks\n\nA ferry sank.\n"), today=TODAY)

    assert only(corpus).source.title == "Ferry sinks"
    assert texts(only(corpus)) == ["A ferry sank."]
    assert "no date" in corpus.problems[0].text
    assert not any(problem.fatal for problem in corpus.problems)


def test_markdown(write: Write) -> None:
    text = (
        "# Ferry sinks\nA ferry sank.\n\n## What we know\n\n- Nobody died\n- The ferry\n  leaked\n"
    )
    article = only(read(write("a.md", text), today=TODAY))

    assert article.source.title == "Ferry sinks"
    assert texts(article) == ["A ferry sank.", "What we know", "Nobody died", "The ferry\n  leaked"]
    assert [sentence.role for sentence in article.sentences][1:3] == [Role.HEADING, Role.BODY]


def test_without_a_title_the_lead_is_shortened_at_a_word(write: Write) -> None:
    lead = "The ferry Solveig struck a reef near the island of Storholmen on Thursday at dawn."
    article = only(read(write("a.txt", f"date 2026-01-09 The Daily\n\n{lead}"), today=TODAY))

    assert article.source.title.endswith("…")
    assert len(article.source.title) <= 80
    assert lead.startswith(article.source.title[:-1])


@pytest.mark.parametrize("name", ["ferry", "strike"])
def test_a_story_of_an_agency(name: str) -> None:
    article = only(read(STORIES / f"{name}.txt", today=TODAY))

    roles = [sentence.role for sentence in article.sentences]
    assert (roles.count(Role.CAPTION), roles.count(Role.HEADING)) == (1, 2)
    assert article.place.isupper() is False
    assert not any(article.agency in sentence.text for sentence in article.sentences)
    assert [sentence.number for sentence in article.sentences] == list(range(1, len(roles) + 1))


# Offsets


@pytest.mark.parametrize(
    "path", [*STORIES.glob("*.txt"), *BUNDLED.glob("*.txt")], ids=lambda p: p.stem
)
def test_offsets_are_those_of_the_file(path: Path) -> None:
    assert_offsets_hold(path)


@pytest.mark.parametrize(
    "text", [GOOD.replace("\n", "\r\n"), GOOD.replace("\n", "\r"), "\ufeff" + GOOD]
)
def test_offsets_are_those_of_files_from_elsewhere(write: Write, text: str) -> None:
    path = write("a.txt", text)

    assert_offsets_hold(path)
    assert texts(only(read(path, today=TODAY))) == ["A ferry sank.", "Nobody was hurt."]


def test_line_ends_within_a_sentence_stay(write: Write) -> None:
    path = write("a.txt", "date 2026-01-09 The Daily\n\nA ferry\nsank.\n")

    assert texts(only(read(path, today=TODAY))) == ["A ferry\nsank."]


# Warnings


WARNINGS = [
    ("date 2026-02-09 The Daily\n\nA ferry sank.", None, "yet to come"),
    ("date 2026-01-09\n\nA ferry sank.", None, "no publisher"),
    (FRONT_MATTER.format('author = "J."\n') + "A ferry sank.", 5, '"author" is not known'),
    (FRONT_MATTER.format('url = "javascript:x"\n') + "A ferry sank.", 5, '"url" was ignored'),
    (GOOD + "\n" + "and so on " * 101 + "at last.", 5, "characters long"),
]


@pytest.mark.parametrize(("text", "line", "words"), WARNINGS, ids=[row[2] for row in WARNINGS])
def test_a_warning_leaves_the_article_in(
    write: Write, text: str, line: int | None, words: str
) -> None:
    problem = only_problem(read(write("a.txt", text), today=TODAY))

    assert not problem.fatal
    assert problem.line == line
    assert words in problem.text


def test_an_agency_is_a_publisher(write: Write) -> None:
    corpus = read(write("a.txt", "date 2026-01-09\n\nOSLO (AP) — A ferry sank."), today=TODAY)

    assert only(corpus).source.publisher == "AP"
    assert not corpus.problems


def assert_offsets_hold(path: Path) -> None:
    article = only(read(path, today=TODAY))
    with path.open(encoding="utf-8") as file:
        text = file.read()
    assert article.text == text
    for sentence in article.sentences:
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()
