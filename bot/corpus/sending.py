"""An article that somebody sends, rather than putting it into the folder."""

import re
import unicodedata
from pathlib import PurePath

from bot.corpus.decoding import decode
from bot.corpus.folder import ENDINGS
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


def _shown(name: str) -> str:
    """The name on one short line."""
    return "".join(char if char.isprintable() else "�" for char in name)[:LONGEST_STEM]
