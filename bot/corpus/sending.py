"""An article that somebody sends, rather than putting it into the folder."""

import json
import re
import unicodedata
from datetime import date
from pathlib import PurePath
from textwrap import shorten

from bot.corpus import decoding
from bot.corpus.decoding import decode
from bot.corpus.folder import ENDINGS
from bot.corpus.head import FENCE, read_head
from bot.corpus.refusal import ArticleError
from bot.domain import Problem, Text
from bot.errors import CorpusError

LONGEST_STEM = 60  # characters
STEM = re.compile(r"\w[\w .,()’'&+-]*")


def receive(file: str, raw: bytes) -> Text:
    """The text of a document called `file`.  CorpusError says what is wrong with it.

    The name, without its ending, becomes the article's id; it is never used as a path.
    """
    name = unicodedata.normalize("NFC", file)
    path = PurePath(name)
    try:
        if path.suffix.lower() not in ENDINGS:
            raise ArticleError("is neither .txt nor .md; send the story's text as plain text.")
        if not STEM.fullmatch(path.stem) or path.name != name:
            raise ArticleError(
                "has a name that cannot be an article's; use letters, digits, spaces and '-'."
            )
        if len(path.stem) > LONGEST_STEM:
            raise ArticleError(f"has too long a name; the limit is {LONGEST_STEM} characters.")
        return Text(name, decode(raw))
    except ArticleError as error:
        raise CorpusError(str(Problem(_shown(name), error.line, error.text, fatal=True))) from error


def refuse_large(file: str, size: int) -> None:
    """CorpusError for a file of more bytes than an article may have."""
    try:
        decoding.refuse_large(size)
    except ArticleError as error:
        raise CorpusError(str(Problem(_shown(file), None, error.text, fatal=True))) from error


def with_head(text: Text, published: date, publisher: str) -> Text:
    """The same story, dated and named; what it says of that itself is kept.

    `publisher` may be "".  CorpusError when its own head cannot be read.
    """
    try:
        head = read_head(text.text)
    except ArticleError as error:
        raise CorpusError(str(Problem(text.file, error.line, error.text, fatal=True))) from error
    day, by = head.published or published, head.publisher or publisher
    if fence := FENCE.match(text.text.lstrip("\ufeff \n")):
        missing = [] if head.published else [f"date = {day}"]
        if by and not head.publisher:
            missing.append(f"source = {json.dumps(by, ensure_ascii=False)}")
        start = text.text.index("+++") + fence.end()
        lines = "".join(f"\n{line}" for line in missing)
        return Text(text.file, text.text[:start] + lines + text.text[start:])
    body = text.text[head.end :].lstrip("\n")
    return Text(text.file, f"date {day} {by}".rstrip() + f"\n\n{body}")


def name_for(title: str) -> str:
    """A file name for an article that came without: 'Ferry sails again!' -> 'ferry-sails-again.txt'"""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", title).casefold())
    return (
        shorten(" ".join(words), LONGEST_STEM, placeholder="").replace(" ", "-") or "article"
    ) + ".txt"


def _shown(name: str) -> str:
    """The name on one short line."""
    return "".join(char if char.isprintable() else "�" for char in name)[:LONGEST_STEM]
