"""What is sent as an article is one, or its sender is told what to do; its name is never a path."""

from datetime import date

import pytest

from bot.corpus import Reader, name_for, receive, with_head
from bot.domain import Text
from bot.errors import CorpusError

GOOD = b"date 2026-01-09 The Daily\n\nThe ferry reached Oslo.\n"

REFUSED = [
    ("ferry.pdf", GOOD, "is neither .txt nor .md"),
    ("ferry", GOOD, "is neither .txt nor .md"),
    ("", GOOD, "is neither .txt nor .md"),
    (".txt", GOOD, "is neither .txt nor .md"),
    ("../../etc/passwd.txt", GOOD, "has a name that cannot be"),
    ("/etc/ferry.txt", GOOD, "has a name that cannot be"),
    ("a\\ferry.txt", GOOD, "has a name that cannot be"),
    ("fer\nry.txt", GOOD, "has a name that cannot be"),
    ("fer\0ry.txt", GOOD, "has a name that cannot be"),
    ("..txt", GOOD, "has a name that cannot be"),
    ("-rf.txt", GOOD, "has a name that cannot be"),
    ("<b>.txt", GOOD, "has a name that cannot be"),
    (f"{'a' * 61}.txt", GOOD, "has too long a name"),
    ("a.txt", b"x" * 2_000_001, r"is too large \(2.0 MB, limit 2 MB\)"),
    ("a.txt", "Ferry.".encode("utf-16"), "is UTF-16"),
    ("a.txt", b"The caf\xe9 sank.", "is not UTF-8"),
    ("a.txt", b"The caf\xc3", "is not UTF-8"),
    ("a.txt", b"The\0ferry", "is NUL"),
    ("a.txt", b"PK\x03\x04...", "is a zip archive"),
    ("a.md", b"{\\rtf1 Ferry}", "is an RTF document"),
    ("a.txt", b"%PDF-1.7", "is a PDF"),
    ("a.txt", b"<html><p>Ferry</p>", r"is a web page \(HTML\)"),
    ("a.txt", bytes(range(1, 32)) * 9, "looks like binary data"),
]


@pytest.mark.parametrize(("file", "raw", "words"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_an_article_is_told_in_one_line(file: str, raw: bytes, words: str) -> None:
    with pytest.raises(CorpusError, match=words) as refused:
        receive(file, raw)

    assert "\n" not in str(refused.value) and "\0" not in str(refused.value)


@pytest.mark.parametrize(
    ("file", "stem"),
    [("ferry.txt", "ferry"), ("Ferry 2 (new), O’Brien & co.TXT", "Ferry 2 (new), O’Brien & co"),
     ("2026-01-09_fähre.md", "2026-01-09_fähre"), ("fa\u0308hre.md", "fähre"), ("v1.2.txt", "v1.2")],
)  # fmt: skip
def test_a_name_without_its_ending_is_the_articles_id(file: str, stem: str) -> None:
    assert receive(file, GOOD).stem == stem


def test_line_ends_are_as_in_a_file() -> None:
    assert receive("a.txt", b"One.\r\nTwo.\rThree.\n").text == "One.\nTwo.\nThree.\n"


DAY = date(2026, 1, 9)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry reached Oslo.\n",
        "Ferry sails again\n\nThe ferry reached Oslo.\n",
        '+++\ntitle = "Ferry sails again"\n+++\n\nThe ferry reached Oslo.\n',
        "\ufeff\n+++\n+++\nThe ferry reached Oslo.\n",
        "date 2026-01-09\n\nThe ferry reached Oslo.\n",
    ],
)
def test_a_story_is_given_the_day_and_publisher_that_it_lacks(text: str) -> None:
    [article] = Reader().make([with_head(Text("ferry.txt", text), DAY, 'The "Daily"')]).articles

    assert (article.source.published, article.source.publisher) == (DAY, 'The "Daily"')
    assert [sentence.text for sentence in article.sentences] == ["The ferry reached Oslo."]
    assert article.source.title == "Ferry sails again" or "sails" not in text


def test_what_a_story_says_of_its_day_and_publisher_is_kept() -> None:
    text = Text("ferry.txt", "date 2025-12-24 The Post\n\nThe ferry reached Oslo.\n")

    [article] = Reader().make([with_head(text, DAY, "The Daily")]).articles

    assert (str(article.source.published), article.source.publisher) == ("2025-12-24", "The Post")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ferry sails again!", "ferry-sails-again.txt"),
        ("¿Qué pasó ayer?", "qué-pasó-ayer.txt"),
        ("…", "article.txt"),
        ("word " * 40, "-".join(["word"] * 12) + ".txt"),
        ("a" * 99, "a" * 60 + ".txt"),
    ],
)
def test_an_article_without_a_name_gets_one_that_can_be_received(title: str, name: str) -> None:
    assert name_for(title) == name
    assert receive(name, GOOD).file == name
