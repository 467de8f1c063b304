"""An article made from the text of its file."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from textwrap import shorten

from bot.corpus.head import Head, read_head
from bot.corpus.layout import Part, find_title, lay_out
from bot.corpus.refusal import ArticleError, line_at
from bot.domain import Article, Problem, Role, Sentence, Source
from bot.language import sentences

LONGEST_MADE_TITLE = 80  # characters of a title made from the lead
LONG_SENTENCE = 1000  # characters; beyond it a full stop or a blank line is likely missing


def read_article(stem: str, text: str, *, file: str, today: date) -> tuple[Article, list[Problem]]:
    """The article in `text`, with warnings.  Raises ArticleError when there is none."""
    if not text.strip("\ufeff \t\n"):
        raise ArticleError("is empty; put a story in it or remove it.")
    head = read_head(text)
    title, start = _find_title(head, text)
    parts, dateline = lay_out(text, start)
    if not parts:
        raise ArticleError("holds no story below its head; put one there or remove the file.")

    source = Source(
        stem=stem,
        title=title or _shortened_lead(text, parts),
        publisher=head.publisher or (dateline.agency if dateline else ""),
        published=head.published,
        url=head.url,
    )
    article = Article(
        source=source,
        text=text,
        sentences=tuple(_sentences(source, text, parts)),
        place=dateline.place if dateline else "",
        agency=dateline.agency if dateline else "",
    )
    warnings = [*head.warnings, *_warnings(article, today)]
    return article, [Problem(file, line, words, fatal=False) for line, words in warnings]


def _find_title(head: Head, text: str) -> tuple[str, int]:
    """The title, "" if none, and where the body begins.  A title said twice is taken once."""
    if found := find_title(text, head.end):
        line = text[slice(*found)]
        if not head.title or line.casefold() == head.title.casefold():
            return head.title or line, found[1]
    return head.title, head.end


def _shortened_lead(text: str, parts: Iterable[Part]) -> str:
    """The beginning of the first body sentence, cut at a word: 'A ferry ran aground on…'"""
    for part in sorted(parts, key=lambda part: part.role is not Role.BODY):  # body first
        words = text[part.start : part.end]
        start, end = sentences.split(words)[0]
        return shorten(words[start:end], LONGEST_MADE_TITLE, placeholder="…")
    return ""


def _sentences(source: Source, text: str, parts: Iterable[Part]) -> Iterator[Sentence]:
    number = 0
    for part in parts:
        words = text[part.start : part.end]
        is_heading = part.role is Role.HEADING
        spans = sentences.cut(words, 0, len(words)) if is_heading else sentences.split(words)
        for start, end in spans:
            number += 1
            yield Sentence(
                source=source,
                number=number,
                paragraph=part.paragraph,
                role=part.role,
                start=part.start + start,
                end=part.start + end,
                text=words[start:end],
            )


def _warnings(article: Article, today: date) -> Iterator[tuple[int | None, str]]:
    """The line, None for the whole file, and the words of each."""
    source = article.source
    if source.published is None:
        yield (
            None,
            (
                "has no date, so that days such as “Thursday” cannot be worked out; "
                "begin the file with a line: date 2026-01-09 The Daily"
            ),
        )
    elif source.published > today + timedelta(days=1):  # it may be tomorrow elsewhere
        yield None, f"is dated {source.published}, which is yet to come; correct its date."
    if not source.publisher:
        yield None, "names no publisher, so that answers cannot say whose report they give."
    for sentence in article.sentences:
        if len(sentence.text) > LONG_SENTENCE:
            line = line_at(article.text, sentence.start)
            yield (
                line,
                (
                    f"sentence {sentence.number} is {len(sentence.text):,} characters long; "
                    "look for a missing full stop, quotation mark or blank line."
                ),
            )
