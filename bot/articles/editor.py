"""Which articles are served, and every change of them: prepared aside, then exchanged in one step."""

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from spacy.language import Language

from bot import corpus
from bot.articles.library import Draft, Library
from bot.domain import Article, Change, Corpus, Text
from bot.errors import BotError, CorpusError, OvertakenError
from bot.state.kept import Version
from bot.story import Story
from bot.story.shelf import Shelf

logger = logging.getLogger(__name__)

TRIES = 3  # against other processes that publish at the same time


class Editor:
    """Serves one story at a time.

    Any thread may read `story`; whoever keeps it has one immutable picture.  Changes take as long
    as new articles take to be parsed, so they belong in a thread; they wait for each other.
    Whatever error a change raises, the articles are as they were before it.
    """

    def __init__(
        self, path: Path, nlp: Language, library: Library | None = None, shelf: Shelf | None = None
    ) -> None:
        """CorpusError when `path` holds no article that can be read.

        With a library, the articles can be changed otherwise than in the folder `path`, and its
        newest version is served when the folder cannot be read.
        """
        self._path = path
        self._nlp = nlp
        self._kept = library
        self._shelf = shelf or Shelf(nlp)
        self._reader = corpus.Reader()
        self._changing = threading.Lock()
        self._number: int | None = None
        self._looked: corpus.Look = frozenset()
        self._watchers: list[Callable[[], None]] = []
        self.story = self._open()

    @contextmanager
    def watched(self, by: Callable[[], None]) -> Iterator[None]:
        """Within the block `by` is called after each change, in the thread that made it."""
        self._watchers.append(by)
        try:
            yield
        finally:
            self._watchers.remove(by)

    @property
    def number(self) -> int | None:
        """Of the version that is served; None without a library."""
        return self._number

    @property
    def looked(self) -> corpus.Look:
        """How the folder looked when it was last read."""
        return self._looked

    def look(self) -> corpus.Look:
        """How the folder looks now."""
        return corpus.look(self._path)

    @property
    def versions(self) -> list[Version]:
        """The versions that one can go back to, newest first."""
        return self._library.kept

    @property
    def gone(self) -> list[str]:
        """The articles that can be restored, by stem."""
        return self._library.gone

    def reload(self, who: str = "") -> Change:
        """Read the folder again.  CorpusError when it has lost an article that is served."""
        if self._kept is not None:
            return self._change(self._reloaded, who)
        with self._changing:
            begun, before = time.perf_counter(), self.story.corpus
            self.story = self._understood(self._from_folder())
            change = between(before, self.story.corpus, time.perf_counter() - begun)
        self._tell_watchers()
        return change

    def add(self, text: Text, who: str = "") -> Change:
        """Publish an article, maybe in the place of that of the same stem."""
        return self._change(lambda: self._library.added(text), who)

    def remove(self, stem: str, who: str = "") -> Change:
        """Serve an article no longer; it stays in the versions before."""
        return self._change(lambda: self._library.removed(stem), who)

    def restore(self, stem: str, who: str = "") -> Change:
        """Serve an article again that was removed."""
        return self._change(lambda: self._library.restored(stem), who)

    def roll_back(self, number: int, who: str = "") -> Change:
        """Serve what an earlier version served, as a new version."""
        return self._change(lambda: self._library.rolled_back(number), who)

    def undo(self, number: int, who: str = "") -> Change:
        """Take back what a version changed, and nothing that was changed since."""
        return self._change(lambda: self._library.undone(number), who)

    def drafted(self, text: Text) -> tuple[Story, Change]:
        """The article alone as it would be understood, and what adding it would do."""
        begun, before, draft = time.perf_counter(), self.story.corpus, self._library.added(text)
        only = next(a for a in draft.corpus.articles if a.source.stem == text.stem)
        problems = tuple(p for p in draft.corpus.problems if p.file == text.file)
        alone = Corpus((only,), problems, draft.corpus.version)
        story = Story.read(alone, self._nlp, self._shelf)
        return story, between(before, draft.corpus, time.perf_counter() - begun)

    def follow(self) -> Change | None:
        """Serve what another process has published; None when it has not."""
        if self._kept is None:
            return None
        if self._is_newest(self._kept):
            return None
        with self._changing:
            if self._is_newest(self._kept):  # it was a change of our own, just made
                return None
            begun, before, draft = time.perf_counter(), self.story.corpus, self._kept.served()
            self.story = self._understood(draft.corpus)
            self._number = draft.after.number if draft.after else None
            change = between(before, draft.corpus, time.perf_counter() - begun)
        self._tell_watchers()
        return replace(change, number=self._number)

    def _is_newest(self, library: Library) -> bool:
        newest = library.newest
        return newest is None or newest.number == self._number

    @property
    def _library(self) -> Library:
        if self._kept is None:
            raise BotError("Nothing is kept here, so that articles change in their folder only.")
        return self._kept

    def _open(self) -> Story:
        if self._kept is None:
            return self._understood(self._from_folder())
        _, story = self._publish(self._opening, "")
        return story

    def _reloaded(self) -> Draft:
        self._looked = self.look()
        return self._library.reloaded()

    def _opening(self) -> Draft:
        try:
            return self._reloaded()
        except CorpusError as error:
            if self._library.newest is None:
                raise
            logger.warning("%s\nThe articles of the last run are served instead.", error)
            return self._library.served()

    def _change(self, drafted: Callable[[], Draft], who: str) -> Change:
        with self._changing:
            begun, number, before = time.perf_counter(), self._number, self.story.corpus
            draft, self.story = self._publish(drafted, who)
            change = between(before, draft.corpus, time.perf_counter() - begun)
            made = self._number if self._number != number else None
        self._tell_watchers()
        return replace(change, number=made, notes=draft.notes)

    def _tell_watchers(self) -> None:
        for watcher in tuple(self._watchers):
            watcher()

    def _publish(self, drafted: Callable[[], Draft], who: str) -> tuple[Draft, Story]:
        """Once more on the version of another process that was quicker."""
        tries = 0
        while True:
            draft = drafted()
            story = self._understood(draft.corpus)
            try:
                version = self._library.publish(draft, who) or draft.after
            except OvertakenError:
                tries += 1
                if tries == TRIES:
                    raise
            else:
                self._number = version.number if version else None
                return draft, story

    def _understood(self, found: Corpus) -> Story:
        story = Story.read(found, self._nlp, self._shelf)
        story.prepare()
        self._shelf.clear(found.articles)
        return story

    def _from_folder(self) -> Corpus:
        self._looked = self.look()
        gathered = corpus.gather(self._path)
        return self._reader.make(gathered.texts, gathered.problems)


def between(before: Corpus, after: Corpus, seconds: float) -> Change:
    """What came, went or changed from one corpus to another."""
    old = {article.source.stem: article for article in before.articles}
    new = {article.source.stem: article for article in after.articles}
    changed = tuple(s for s in new if s in old and new[s].text != old[s].text)
    added = tuple(stem for stem in new if stem not in old)
    removed = tuple(stem for stem in old if stem not in new)
    said = Counter(_sentences(old[stem] for stem in (*removed, *changed)))
    says = Counter(_sentences(new[stem] for stem in (*added, *changed)))
    return Change(
        added=added,
        removed=removed,
        changed=changed,
        sentences_before=sum(len(article.sentences) for article in before.articles),
        sentences_after=sum(len(article.sentences) for article in after.articles),
        problems=after.problems,
        seconds=seconds,
        sentences_added=(says - said).total(),
        sentences_removed=(said - says).total(),
    )


def _sentences(articles: Iterable[Article]) -> Iterator[str]:
    return (sentence.text for article in articles for sentence in article.sentences)
