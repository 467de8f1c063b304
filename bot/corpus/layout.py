"""The parts of an article's body: title, paragraphs, list items, headings, photo captions.

Nothing is copied: a part is a span of the file's text.  What marks a part (a bullet, "##", the
dateline) lies outside its span.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.corpus.dateline import MONTH, Dateline, find_dateline
from bot.domain import Role

# Heads of lists of other articles, at the end of an article.
REFERENCES = re.compile(
    r"(?:sources?|references|external links|see also|related (?:news|articles|links)):?",
    re.IGNORECASE,
)
PUBLISHED = re.compile(r"\b(?:19|20)\d\d\b|https?://|\bwww\.")
LONGEST_HEADING = 12  # words
DATELINE_WITHIN = 8  # parts: above a dateline stand a headline, a byline, some captions
LONGEST_TITLE = 200  # characters

PARAGRAPH = re.compile(r"\S.*(?:\n.*\S.*)*(?<=\S)")
LINE = re.compile(r"\S.*")
HEADING_MARK = re.compile(r"#{1,6}[^\S\n]+(?=\S)")
BULLET = re.compile(r"[-*•+][^\S\n]+(?=\S)")
NUMBER = re.compile(r"\d{1,2}[.)][^\S\n]+(?=\S)")
QUOTE_MARK = re.compile(r">[^\S\n]*(?=\S)")

CLOSERS = r"[”’\"')\]]*$"
FINAL_STOP = re.compile(rf"[.…:;,]{CLOSERS}")
FINAL_MARK = re.compile(rf"[.…:;,!?]{CLOSERS}")
FINAL_ABBREVIATION = re.compile(rf"(?:\b\w\.){{2,}}{CLOSERS}")  # "Talks begin in the U.S."
BYLINE = re.compile(r"(?:By|BY)\s+[A-Z]")

# A caption dates its picture: "…, Thursday, Jan. 8, 2026".  Running text writes "on Thursday".
PICTURE_DATE = re.compile(
    r"(?<!\bon )\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+"
    rf"(?:{MONTH}\s+\d{{1,2}},|\d{{1,2}}\s+{MONTH})\s+\d{{4}}"
)
AFTER_PICTURE_DATE = 30  # characters a caption may go on, where no dateline tells body from caption
# After a full stop: "(AP Photo/Jane Roe)", "(Jane Roe/The Daily)", "(Photo: Jane Roe)"
PICTURE_CREDIT = re.compile(
    r"(?:^|(?<=[.!?”\"’]\s)|(?<=[.!?”\"’]\s\s))\((?:[^()]*\b[Pp]hoto\b[^()]*|[A-Z][^()/]{2,40}/[A-Z][^()]*)\)\W*$"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, a list item or the running text of a paragraph: characters [start, end)."""

    start: int
    end: int
    paragraph: int  # 1, 2, …; the items of a list share theirs
    role: Role


def find_title(text: str, start: int) -> tuple[int, int] | None:
    """The span of a title: the first line after `start`, set off by a blank line.

    'Ferry runs aground' is one; 'A ferry ran aground.' and 'By Jane Roe' are not, nor is a line
    that nothing follows.
    """
    first = PARAGRAPH.search(text, start)
    if first is None:
        return None
    mark = HEADING_MARK.match(text, first.start())
    if mark is None and not _is_title(first[0]):
        return None
    title = LINE.match(text, mark.end()) if mark else first
    return title.span() if title and text[title.end() :].strip() else None


def _is_title(line: str) -> bool:
    return (
        "\n" not in line
        and len(line) <= LONGEST_TITLE
        and (not FINAL_STOP.search(line) or bool(FINAL_ABBREVIATION.search(line)))
        and not any(mark.match(line) for mark in (BULLET, NUMBER, BYLINE))
        and not find_dateline(line, 0, len(line))
        and not PICTURE_DATE.search(line)
        and not PICTURE_CREDIT.search(line)
        and any(char.isalpha() for char in line)
    )


def lay_out(text: str, start: int) -> tuple[list[Part], Dateline | None]:
    """The parts of text[start:] in order, and the dateline, which no part covers.

    Rows of signs between paragraphs ("* * *") are no part.
    """
    parts = list(_parts(text, start))
    opening = enumerate(parts[:DATELINE_WITHIN])
    datelines = ((i, find_dateline(text, part.start, part.end)) for i, part in opening)
    place, dateline = next(((i, found) for i, found in datelines if found), (0, None))
    if dateline:
        parts[place] = replace(parts[place], start=dateline.end, role=Role.BODY)
    return [
        _as_caption(text, part, before_dateline=i < place, first=i == 0 and not dateline)
        for i, part in enumerate(_without_references(text, parts))
    ], dateline


def _without_references(text: str, parts: list[Part]) -> list[Part]:
    """Without what stands under 'Sources' at the end: it names other articles, mostly with their dates."""
    heads = (i for i, part in enumerate(parts) if REFERENCES.fullmatch(text, part.start, part.end))
    first = next(heads, len(parts))
    named = parts[first + 1 :]
    dated = sum(bool(PUBLISHED.search(text, part.start, part.end)) for part in named)
    return parts[:first] if 2 * dated > len(named) else parts


def _parts(text: str, start: int) -> Iterator[Part]:
    number = 0
    for paragraph in PARAGRAPH.finditer(text, start):
        spans = list(_spans(text, paragraph.start(), paragraph.end()))
        number += bool(spans)
        for begin, end, role in spans:
            yield Part(begin, end, number, role)


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int, Role]]:
    """A paragraph whole, or its list items and Markdown headings one by one."""
    cuts = [start]
    for line in LINE.finditer(text, start, end):
        if HEADING_MARK.match(text, line.start(), end):
            cuts += [line.start(), line.end()]
        elif BULLET.match(text, line.start(), end) or (
            NUMBER.match(text, start, end) and NUMBER.match(text, line.start(), end)
        ):
            cuts.append(line.start())
    for first, last in pairwise([*cuts, end]):
        words = text[first:last].strip()
        if not any(char.isalnum() for char in words):
            continue
        begin = text.index(words, first)
        stop = begin + len(words)
        if mark := HEADING_MARK.match(text, begin, stop):
            yield mark.end(), stop, Role.HEADING
        elif mark := _first_match((BULLET, NUMBER, QUOTE_MARK), text, begin, stop):
            yield mark.end(), stop, Role.BODY
        else:
            alone = (begin, stop) == (start, end)
            yield begin, stop, Role.HEADING if alone and _is_heading(words) else Role.BODY


def _first_match(
    patterns: Iterable[re.Pattern[str]], text: str, start: int, end: int
) -> re.Match[str] | None:
    return next(filter(None, (pattern.match(text, start, end) for pattern in patterns)), None)


def _is_heading(paragraph: str) -> bool:
    """'Families wait outside' and '‘A bargaining chip’' are; 'He left.' is not."""
    return (
        "\n" not in paragraph
        and len(paragraph.split()) <= LONGEST_HEADING
        and not FINAL_MARK.search(paragraph)
    )


def _as_caption(
    text: str, part: Part, *, before_dateline: bool = False, first: bool = False
) -> Part:
    """`part` as a photo caption if it is one: by its credit, or by its date where captions stand.

    Before a dateline a picture's date is enough.  Without a dateline only the first paragraph is
    believed, and only when it ends with the date.
    """
    words = text[part.start : part.end]
    dates = list(PICTURE_DATE.finditer(words)) if before_dateline or first else []
    ends_with_date = bool(dates) and len(words) - dates[-1].end() <= AFTER_PICTURE_DATE
    if credit := PICTURE_CREDIT.search(words):
        length = len(words[: credit.start()].rstrip()) or len(words)  # the credit is not cited
        return replace(part, end=part.start + length, role=Role.CAPTION)
    if ends_with_date or (dates and before_dateline):
        return replace(part, role=Role.CAPTION)
    return part
