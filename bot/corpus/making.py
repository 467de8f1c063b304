"""A corpus made of texts, wherever they came from."""

import hashlib
from collections.abc import Iterable
from datetime import date

from bot.corpus.article import read_article
from bot.corpus.refusal import ArticleError
from bot.domain import Article, Corpus, Problem, Text
from bot.errors import CorpusError

Read = tuple[Article, list[Problem]] | ArticleError  # an article with warnings, or why it is none


class Reader:
    """Makes corpora of texts; a text of the last corpus is not read again on the same day."""

    def __init__(self) -> None:
        self._known: dict[tuple[Text, date], Read] = {}

    def make(
        self, texts: Iterable[Text], problems: Iterable[Problem] = (), *, today: date | None = None
    ) -> Corpus:
        """The articles of the texts, and the problems, in order of file name.

        A text that is no article is left out with a problem.  Raises CorpusError, with a line for
        each problem, when no article is left.
        """
        today = today or date.today()
        known: dict[tuple[Text, date], Read] = {}
        articles: dict[str, Article] = {}  # by stem
        told = list(problems)
        first_of: dict[tuple[str, ...], str] = {}  # stems, by the words of the sentences
        for text in sorted(texts, key=lambda text: text.file):
            found = self._known.get((text, today)) or _read(text, today)
            known[text, today] = found
            if not isinstance(found, ArticleError) and text.stem in articles:
                line = "another file has the same name but for its ending; rename one."
                found = ArticleError(line)
            if isinstance(found, ArticleError):
                told.append(Problem(text.file, found.line, found.text, fatal=True))
                continue
            article, warnings = found
            told += warnings
            words = tuple(sentence.text for sentence in article.sentences)
            first = first_of.setdefault(words, text.stem)
            if first != text.stem:
                line = f"says the same as “{first}”, word for word; remove one of them."
                told.append(Problem(text.file, None, line, fatal=False))
            articles[text.stem] = article
        told.sort(key=lambda problem: problem.file)
        if not articles:
            raise CorpusError("\n".join(map(str, told)))
        self._known = known
        return Corpus(tuple(articles.values()), tuple(told), _digest(articles.values()))


def _read(text: Text, today: date) -> Read:
    try:
        return read_article(text.stem, text.text, file=text.file, today=today)
    except ArticleError as error:
        return error


def _digest(articles: Iterable[Article]) -> str:
    """Twelve hexadecimal digits that change when a file's name or text does."""
    digest = hashlib.sha256()
    for article in articles:
        for part in (article.source.stem, article.text):
            digest.update(part.encode() + b"\0")
    return digest.hexdigest()[:12]
