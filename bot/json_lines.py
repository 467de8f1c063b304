"""Questions and replies as JSON Lines: `story-bot ask --json`.

One line out for each line in, whatever the line holds, so that neither side loses count.
"""

import json
import math
import time
from dataclasses import dataclass, replace
from typing import Any

from bot.desk import Desk
from bot.domain import Citation, Reply
from bot.errors import BotError

EXAMPLE = '{"id": 1, "question": "Who was released?"}'


class LineError(BotError):
    """A line that asks nothing; the text says what it lacks."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a line asks."""

    question: str
    chat: str  # "": the question stands alone
    article: str | None  # the stem of the only article to look into


def answer(desk: Desk, row: Any, *, explain: bool) -> dict[str, Any]:
    """The row for a row; LineError when it asks nothing."""
    request = _request(row)
    begun = time.perf_counter()
    reply = desk.ask(request.question, chat=request.chat, article=request.article, explain=explain)
    took = (time.perf_counter() - begun) * 1000
    reply = replace(reply, question=row["question"])  # of which it may be some sentences
    return _row(row.get("id"), reply, milliseconds=took, explain=explain)


def refusal(row: Any, why: str) -> dict[str, Any]:
    """The row for one that could not be answered; its id and question as far as it has them."""
    known = row if isinstance(row, dict) else {}
    question = known.get("question")
    return {
        "id": known.get("id"),
        "question": question if isinstance(question, str) else "",
        "answered": False,
        "kind": "error",
        "answer": why,
        "short": "",
        "citations": [],
        "latency_ms": 0.0,
    }


def read(line: str) -> Any:
    """The value of a line; LineError when it is no JSON."""
    try:
        return json.loads(line.lstrip("\ufeff"), parse_constant=_finite, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise LineError(f"This line is not JSON ({error}); write {EXAMPLE}.") from error


def _finite(number: str) -> float:
    """NaN and 1e400 are nothing that JSON can give back."""
    if not math.isfinite(value := float(number)):
        raise ValueError(f"{number} is not a number of JSON")
    return value


def write(row: dict[str, Any]) -> str:
    """A row as one line, without the line break."""
    return json.dumps(row, ensure_ascii=False)


def _request(row: Any) -> Request:
    if not isinstance(row, dict):
        raise LineError(f"This line is not an object; write {EXAMPLE}.")
    question, chat, article = row.get("question"), row.get("chat"), row.get("article")
    if not isinstance(question, str):
        raise LineError(f'This line has no "question" in words; write {EXAMPLE}.')
    if not isinstance(chat, str | int | None):
        raise LineError('"chat" must be a name or a number.')
    if not isinstance(article, str | None):
        raise LineError('"article" must be the name of an article file, without its ending.')
    whole = question.encode(errors="ignore").decode()  # "\ud800" alone is no character
    return Request(whole, "" if chat is None else str(chat), article or None)


def _row(id_: object, reply: Reply, *, milliseconds: float, explain: bool) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": id_,
        "question": reply.question,
        "answered": reply.answered,
        "kind": reply.kind,
        "answer": reply.text,
        "short": reply.short,
        "citations": [_citation(citation) for citation in reply.citations],
    }
    if reply.corrected:
        row["corrected"] = reply.corrected
    if explain:
        row["trace"] = list(reply.trace)
    row["latency_ms"] = round(milliseconds, 2)
    return row


def _citation(citation: Citation) -> dict[str, Any]:
    sentence = citation.sentence
    source = sentence.source
    return {
        "number": citation.number,
        "article": source.stem,
        "title": source.title,
        "source": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "sentence": sentence.number,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
    }
