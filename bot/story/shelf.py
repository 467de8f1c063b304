"""Articles that were understood before, so that they need not be parsed again.

In memory stand those of the story that is served; in a folder, if one is given, also those of runs
before: a file an article, named for its text, under a name for the program and pipeline that made
it.  A file holds the parses as spaCy writes them and the records found in them as MessagePack, with
a digest before all; one that is damaged is passed over, and the article read again.
"""

import hashlib
import logging
import os
import shutil
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import msgspec
from spacy.language import Language
from spacy.tokens import DocBin

from bot.domain import Article, Text
from bot.language.dates import When
from bot.language.entities import Entities
from bot.language.names import Name
from bot.language.numbers import Quantity
from bot.language.quotes import Quote
from bot.story.reading import Chapter, Reading

logger = logging.getLogger(__name__)

MOST_BYTES = 512_000_000
PROGRAM = Path(__file__).parent.parent
# What decides how an article is understood.
SOURCES = (
    "language",
    "corpus",
    "domain.py",
    "story/chapters.py",
    "story/reading.py",
    "story/shelf.py",
)


class Entry(msgspec.Struct, array_like=True):
    """What is written of a chapter; its sentences come from the article."""

    docs: bytes
    names: tuple[tuple[Name, ...], ...]
    whens: tuple[tuple[When, ...], ...]
    quantities: tuple[tuple[Quantity, ...], ...]
    quotes: tuple[tuple[Quote, ...], ...]
    stems: tuple[tuple[str, ...], ...]
    table: Entities
    terms: tuple[tuple[str, ...], ...]


class Shelf:
    """Chapters by the stem and text of their articles."""

    def __init__(self, nlp: Language, folder: Path | None = None) -> None:
        """With a folder of kept chapters; those of other programs and pipelines in it are dropped."""
        self._nlp = nlp
        self._known: dict[tuple[str, str], Chapter] = {}
        self._folder = folder and _opened(folder, _mark(nlp))

    def find(self, article: Article, number: int) -> Chapter | None:
        """The article's chapter for a position in the story; None: it must be read."""
        key = article.source.stem, article.text
        chapter = self._known.get(key) or self._kept(article, number)
        if chapter is None:
            return None
        self._known[key] = chapter = chapter.at(number)
        return chapter

    def keep(self, article: Article, chapter: Chapter) -> None:
        """Put a chapter there."""
        self._known[article.source.stem, article.text] = chapter
        if self._folder:
            _write(self._file(self._folder, article), _pack(chapter))

    def clear(self, articles: Iterable[Article]) -> None:
        """Leave these in memory, and in the folder what has room, the last used first."""
        keys = [(article.source.stem, article.text) for article in articles]
        self._known = {key: self._known[key] for key in keys if key in self._known}
        if self._folder:
            _shrink(self._folder)

    def _kept(self, article: Article, number: int) -> Chapter | None:
        if self._folder is None:
            return None
        file = self._file(self._folder, article)
        try:
            raw = file.read_bytes()
            os.utime(file)  # used today
        except FileNotFoundError:
            return None
        except OSError as error:
            logger.warning("%s cannot be read (%s); the article is read anew.", file, error)
            return None
        digest, content = raw[:32], raw[32:]
        if hashlib.sha256(content).digest() != digest:
            logger.warning("%s is damaged; the article is read anew.", file)
            return None
        try:
            return self._unpack(content, article, number)
        except ValueError as error:  # msgspec's, and that of lists of unequal length
            logger.warning("%s is damaged (%s); the article is read anew.", file, error)
            return None

    def _unpack(self, content: bytes, article: Article, number: int) -> Chapter:
        entry = msgspec.msgpack.decode(content, type=Entry)
        docs = DocBin().from_bytes(entry.docs).get_docs(self._nlp.vocab)
        found = zip(
            article.sentences, docs, entry.names, entry.whens, entry.quantities, entry.quotes,
            strict=True,
        )  # fmt: skip
        readings = tuple(
            Reading(sentence, number, place, *rest) for place, (sentence, *rest) in enumerate(found)
        )
        for reading, stems in zip(readings, entry.stems, strict=True):
            vars(reading)["stems"] = stems  # as if it had been asked for
        return Chapter(readings, entry.table, entry.terms)

    def _file(self, folder: Path, article: Article) -> Path:
        return folder / Text("", article.text).hash


def _pack(chapter: Chapter) -> bytes:
    readings = chapter.readings
    entry = Entry(
        DocBin(docs=[reading.doc for reading in readings]).to_bytes(),
        tuple(reading.names for reading in readings),
        tuple(reading.whens for reading in readings),
        tuple(reading.quantities for reading in readings),
        tuple(reading.quotes for reading in readings),
        tuple(reading.stems for reading in readings),
        chapter.table,
        chapter.terms,
    )
    return msgspec.msgpack.encode(entry)


def _write(file: Path, content: bytes) -> None:
    """A shelf that is full or read-only costs time at the next start, nothing else."""
    part = file.with_suffix(f".{os.getpid()}")
    try:
        part.write_bytes(hashlib.sha256(content).digest() + content)
        part.replace(file)
    except OSError as error:
        logger.warning("%s cannot be written (%s); the next start takes longer.", file, error)


def _opened(folder: Path, mark: str) -> Path | None:
    try:
        (folder / mark).mkdir(parents=True, exist_ok=True)
        for other in folder.iterdir():
            if other.name != mark and len(other.name) == len(mark) and other.is_dir():
                shutil.rmtree(other, ignore_errors=True)
    except OSError as error:
        logger.warning("%s cannot be used (%s); starts take longer.", folder, error)
        return None
    return folder / mark


def _shrink(folder: Path) -> None:
    files = [(file.stat(), file) for file in folder.iterdir()]
    files.sort(key=lambda one: one[0].st_mtime, reverse=True)
    total = 0
    for about, file in files:
        total += about.st_size
        if total > MOST_BYTES:
            file.unlink(missing_ok=True)


def _mark(nlp: Language) -> str:
    """Sixteen digits that change with whatever decides how an article is understood."""
    digest = hashlib.sha256(f"{version('spacy')} {nlp.meta}".encode())
    places = [PROGRAM / name for name in SOURCES] + ([Path(nlp.path)] if nlp.path else [])
    for place in places:
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.is_file() and file.suffix != ".pyc":
                digest.update(f"{file.name} {file.stat().st_size}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]
