"""What operators do to the articles from the command line, and the lines they are told.

The same as admins do in Telegram, on the same state; a bot that runs takes it over by itself.
"""

from collections.abc import Iterator
from pathlib import Path

from bot import corpus
from bot.articles.library import Draft, Library
from bot.domain import Article
from bot.errors import BotError, CorpusError
from bot.state import State, exporting
from bot.state.kept import Override, Version

TERMINAL = "terminal"  # stands in the audit for who it was
TAKEN_OVER = "A running bot takes it over within seconds."


def open_library(folder: Path, state: State) -> Library:
    """The library of a folder, with a first version if it had none."""
    library = Library(folder, state)
    if library.newest is None:
        library.publish(library.reloaded(), TERMINAL)
    return library


def articles(library: Library) -> Iterator[str]:
    """Each article that is served, and what admins did to it; then those they removed."""
    served = library.served()
    for article in served.corpus.articles:
        yield _line(article, served.overrides.get(article.source.stem))
    for stem, one in sorted(served.overrides.items()):
        if one.text is None:
            yield f"{stem}: removed"
    yield from map(str, served.corpus.problems)


def add(library: Library, file: Path) -> Iterator[str]:
    """Publish the article in a file.  CorpusError when it holds none."""
    try:
        if not file.is_file():
            raise CorpusError(f"{file}: no such file; name a .txt or .md file.")
        raw = file.read_bytes()
    except OSError as error:
        raise CorpusError(f"{file}: cannot be read ({error.strerror}).") from error
    text = corpus.receive(file.name, raw)
    draft = library.added(text)
    yield _published(library, draft)
    yield from (f"warning: {one}" for one in draft.corpus.problems if one.file == text.file)


def remove(library: Library, stem: str) -> Iterator[str]:
    """Serve an article no longer.  CorpusError when there is no such article."""
    yield _published(library, library.removed(stem))


def roll_back(library: Library, number: int) -> Iterator[str]:
    """Serve the articles of an earlier version.  CorpusError when it is not kept."""
    yield _published(library, library.rolled_back(number))


def versions(library: Library) -> Iterator[str]:
    """The versions that are kept, the one being served first."""
    for version in library.kept:
        yield _described(version)


def export(state: State, folder: Path) -> Iterator[str]:
    """Write votes and unanswered questions as CSV."""
    for name, table in exporting.tables(state).items():
        file = folder / f"{name}.csv"
        try:
            file.write_text(table, encoding="utf-8", newline="")
        except OSError as error:
            raise BotError(f"{file}: cannot be written ({error.strerror}).") from error
        yield str(file)


def _published(library: Library, draft: Draft) -> str:
    version = library.publish(draft, TERMINAL)
    if version is None:
        return "Nothing has changed."
    sentences = sum(len(article.sentences) for article in draft.corpus.articles)
    return f"{_described(version)}, {_count(sentences, 'sentence')}. {TAKEN_OVER}"


def _described(version: Version) -> str:
    who = f" by {version.who}" if version.who else ""
    told = f"version {version.number}, {version.at:%Y-%m-%d %H:%M} UTC: {version.why}{who}"
    return f"{told}, {_count(version.articles, 'article')}"


def _line(article: Article, override: Override | None) -> str:
    source = article.source
    by_admin = "" if override is None else ", added" if override.over is None else ", replaced"
    date = source.published or "no date"
    length = _count(len(article.sentences), "sentence")
    return f"{source.stem}: {source.title} ({date}, {length}{by_admin})"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
