"""The golden questions on all stories, as a table; `python -m tests.golden` names them."""

import time
from collections import Counter

from bot.desk import Desk
from tests.benchmark.running import Run, Times
from tests.golden import STORIES, read


def table(run: Run) -> None:
    """Right replies, per kind of question and in all."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    times = Times()
    for story, path in STORIES.items():
        desk = Desk(path, run.nlp, run.replies)
        for golden in read(story):
            begun = time.perf_counter()
            reply = desk.ask(golden.ask, chat=golden.chat)
            times.all.append((time.perf_counter() - begun) * 1000)
            asked.update([golden.kind, "ALL"])
            if not list(golden.faults(reply)):
                right.update([golden.kind, "ALL"])
    for kind in [*sorted(asked.keys() - {"ALL"}), "ALL"]:
        print(f"{kind:12} {right[kind]:4} of {asked[kind]:4}")
    times.show()
