"""A corpus from a folder or one file.  A file that cannot be used does not stop the others."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.corpus.decoding import read_text
from bot.corpus.making import Reader
from bot.corpus.refusal import ArticleError
from bot.domain import Corpus, Problem, Text
from bot.errors import CorpusError

ENDINGS = {".txt", ".md"}
OTHER_DOCUMENTS = {".doc", ".docx", ".htm", ".html", ".odt", ".pdf", ".rtf"}

Look = frozenset[tuple[str, int, int]]  # names, times and sizes; unequal when a file was changed


@dataclass(frozen=True, slots=True)
class Gathered:
    """The texts that lie in a folder, in the order of their file names."""

    texts: tuple[Text, ...]
    problems: tuple[Problem, ...]  # of the files that have none


def read(path: Path, *, today: date | None = None) -> Corpus:
    """The articles of the folder `path`, in order of file name, or of the one file `path`.

    A folder is not searched deeper; hidden files and other endings than .txt and .md are passed
    over.  Raises CorpusError, with a line for each file, when no article is left.
    """
    found = gather(path)
    return Reader().make(found.texts, found.problems, today=today)


def gather(path: Path) -> Gathered:
    """The texts at `path`.  Raises CorpusError when there is nothing to look into."""
    texts: list[Text] = []
    problems: list[Problem] = []
    for file in _files(path):
        if file.suffix.lower() in OTHER_DOCUMENTS and file != path:
            text = "was passed over; save the story's text as plain text (.txt, UTF-8)."
            problems.append(Problem(file.name, None, text, fatal=False))
            continue
        try:
            _refuse_undecodable(file.name)
            texts.append(Text(file.name, read_text(file)))
        except ArticleError as error:
            name = file.name.encode(errors="replace").decode()
            problems.append(Problem(name, error.line, error.text, fatal=True))
    if not texts and not problems:
        raise CorpusError(f"{path}: holds no .txt or .md file; put a story there.")
    return Gathered(tuple(texts), tuple(problems))


def _refuse_undecodable(name: str) -> None:
    """A name that is no UTF-8 could neither be kept nor shown."""
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise ArticleError("has a name that is not UTF-8; rename the file.") from error


def look(path: Path) -> Look:
    """How the files at `path` look."""
    try:
        return frozenset(
            (file.name, about.st_mtime_ns, about.st_size)
            for file in _files(path)
            if (about := file.stat())
        )
    except (OSError, CorpusError):  # just being exchanged, or gone: the next look will tell
        return frozenset()


def _files(path: Path) -> list[Path]:
    """What there is to read at `path`.  Raises CorpusError when there is nothing to look into."""
    try:
        if not path.is_dir():
            path.stat()
            return [path]
        found = sorted(path.iterdir(), key=lambda file: file.name)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CorpusError(
            f"{path}: {reason}; BOT_CORPUS must name a folder of .txt and .md files or one file."
        ) from error
    known = ENDINGS | OTHER_DOCUMENTS
    return [
        file
        for file in found
        if file.suffix.lower() in known and not file.name.startswith(".") and not file.is_dir()
    ]
