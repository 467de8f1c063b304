"""What a file says of its article before the article begins.

Three forms are known: TOML between two lines `+++`; a first line `date YYYY-MM-DD Publisher`; and
nothing at all.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.corpus.refusal import ArticleError, line_at

KEYS = {"title", "date", "source", "url"}
FENCE = re.compile(r"^\+\+\+[^\S\n]*$", re.MULTILINE)
YAML = re.compile(r"---[^\S\n]*\n\s*\w+:")
DATE_LINE = re.compile(
    r"(?:date:?|Date:)[^\S\n]+(?P<date>\S+)(?:[^\S\n]+(?P<publisher>\S.*?))?[^\S\n]*(?=\n|\Z)"
)
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
TOML_LINE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")


@dataclass(frozen=True, slots=True)
class Head:
    """Metadata, and where the article's own words begin."""

    end: int  # the body is text[end:]
    title: str = ""
    publisher: str = ""
    published: date | None = None
    url: str = ""
    warnings: tuple[tuple[int, str], ...] = ()  # line and text


def read_head(text: str) -> Head:
    """The metadata at the beginning of `text`.  Raises ArticleError when it is malformed."""
    start = _skip_space(text, 0)
    if FENCE.match(text, start):
        return _read_front_matter(text, start)
    if YAML.match(text, start):
        raise ArticleError(
            "the front matter is YAML; write it as TOML between two lines '+++', "
            'with lines such as: date = 2026-01-09 and source = "The Daily".',
            line=line_at(text, start),
        )
    if found := DATE_LINE.match(text, start):
        return _read_date_line(text, found)
    return Head(end=start)


def _read_date_line(text: str, line: re.Match[str]) -> Head:
    """'date 2026-01-09 The Daily'; 'date palms grow here' is a plain text's first line."""
    if not line["date"][0].isdigit() and not text.startswith("\n\n", line.end()):
        return Head(end=line.start())
    try:
        published = _parse_date(line["date"])
    except ValueError as error:
        raise ArticleError(str(error), line=line_at(text, line.start())) from error
    return Head(end=line.end(), publisher=line["publisher"] or "", published=published)


def _read_front_matter(text: str, start: int) -> Head:
    first_line = line_at(text, start)
    body = text.find("\n", start) + 1
    close = FENCE.search(text, body) if body else None
    if close is None:
        raise ArticleError(
            "the front matter has no end; add a line '+++' after it.", line=first_line
        )
    toml = text[body : close.start()]
    try:
        values = tomllib.loads(toml)
    except (ValueError, RecursionError) as error:  # also of numbers and lists beyond measure
        found = TOML_LINE.search(str(error))
        line = int(found[1]) if found and found[1] else toml.count("\n")
        reason = TOML_LINE.sub("", str(error))
        raise ArticleError(
            f"the front matter is not TOML ({reason}); write lines such as: "
            'title = "…", date = 2026-01-09.',
            line=first_line + max(line, 1),
        ) from error
    return _make_head(values, toml, first_line=first_line, end=close.end())


def _make_head(values: dict[str, Any], toml: str, *, first_line: int, end: int) -> Head:
    def line_of(key: str) -> int:
        found = re.search(rf"^[^\S\n]*[\"']?{re.escape(key)}\b", toml, re.MULTILINE)
        return first_line + (line_at(toml, found.start()) if found else 0)

    for key in sorted(KEYS & values.keys() - {"date"}):
        if not isinstance(values[key], str):
            raise ArticleError(f'"{key}" must be text in quotes.', line=line_of(key))
    try:
        published = _parse_date(values["date"]) if "date" in values else None
    except ValueError as error:
        raise ArticleError(str(error), line=line_of("date")) from error

    warnings = [
        (
            line_of(key),
            f'"{key}" is not known and was ignored; known are: {", ".join(sorted(KEYS))}.',
        )
        for key in sorted(values.keys() - KEYS)
    ]
    url = values.get("url", "").strip()
    if url and not re.fullmatch(r"https?://\S+", url):
        warnings.append((line_of("url"), '"url" was ignored; it must begin with https://.'))
        url = ""
    return Head(
        end=end,
        title=" ".join(values.get("title", "").split()),
        publisher=" ".join(values.get("source", "").split()),
        published=published,
        url=url,
        warnings=tuple(warnings),
    )


def _parse_date(value: object) -> date:
    """Raises ValueError, with a text for the keeper of the corpus, for what is not a date."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str) and ISO_DATE.fullmatch(value.strip()):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            pass
    raise ValueError(f"{value!r} is not a date; write it as YYYY-MM-DD, such as 2026-01-09.")


def _skip_space(text: str, start: int) -> int:
    """Past a byte order mark and white space."""
    found = re.compile(r"[\ufeff\s]*").match(text, start)
    return found.end() if found else start
