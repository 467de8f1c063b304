"""A corpus from a folder or one file.  A file that cannot be used does not stop the others."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from bot.corpus.article import read_article
from bot.corpus.decoding import read_text
from bot.corpus.refusal import ArticleError
from bot.domain import Article, Corpus, Problem
from bot.errors import CorpusError

ENDINGS = {".txt", ".md"}
OTHER_DOCUMENTS = {".doc", ".docx", ".htm", ".html", ".odt", ".pdf", ".rtf"}


def read(path: Path, *, today: date | None = None) -> Corpus:
    """The articles of the folder `path`, in order of file name, or of the one file `path`.

    A folder is not searched deeper; hidden files and other endings than .txt and .md are passed
    over.  Raises CorpusError, with a line for each file, when no article is left.
    """
    articles: dict[str, Article] = {}  # by stem
    problems: list[Problem] = []
    for file in _files(path):
        if file.suffix.lower() in OTHER_DOCUMENTS and file != path:
            text = "was passed over; save the story's text as plain text (.txt, UTF-8)."
            problems.append(Problem(file.name, None, text, fatal=False))
            continue
        try:
            if file.stem in articles:
                raise ArticleError("another file has the same name but for its ending; rename one.")
            article, warnings = read_article(
                file.stem, read_text(file), file=file.name, today=today or date.today()
            )
        except ArticleError as error:
            problems.append(Problem(file.name, error.line, error.text, fatal=True))
            continue
        problems += [*warnings, *_repetitions(article, file.name, articles.values())]
        articles[file.stem] = article
    if not articles:
        raise CorpusError("\n".join(map(str, problems)) or _nothing_in(path))
    return Corpus(tuple(articles.values()), tuple(problems), _digest(articles.values()))


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


def _nothing_in(folder: Path) -> str:
    return f"{folder}: holds no .txt or .md file; put a story there."


def _repetitions(article: Article, file: str, others: Iterable[Article]) -> Iterator[Problem]:
    words = [sentence.text for sentence in article.sentences]
    for other in others:
        if words == [sentence.text for sentence in other.sentences]:
            text = f"says the same as “{other.source.stem}”, word for word; remove one of them."
            yield Problem(file, None, text, fatal=False)
            return


def _digest(articles: Iterable[Article]) -> str:
    """Twelve hexadecimal digits that change when a file's name or text does."""
    digest = hashlib.sha256()
    for article in articles:
        for part in (article.source.stem, article.text):
            digest.update(part.encode() + b"\0")
    return digest.hexdigest()[:12]
