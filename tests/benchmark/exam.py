"""The story exam: a story, questions on it, and a scorer of their own, in one folder."""

import importlib.util
import json
import tempfile
from pathlib import Path
from types import ModuleType

from bot import json_lines
from bot.desk import Desk
from tests.benchmark import data
from tests.benchmark.running import Run, Times


def table(run: Run, folder: Path) -> None:
    """What the folder's `score.py` says of the replies to its `story.jsonl` on its story."""
    (story,) = folder.glob("*.txt")
    desk = Desk(story, run.nlp, run.replies)
    rows = [
        json_lines.answer(desk, row, explain=False) for row in data.lines(folder / "story.jsonl")
    ]
    with tempfile.TemporaryDirectory() as temporary:
        replies = Path(temporary) / "replies.jsonl"
        replies.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
        _scorer(folder / "score.py").main([str(replies), "--seed", str(story)])
    Times([row["latency_ms"] for row in rows]).show()


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
