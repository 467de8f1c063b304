"""TREC CAsT: how near the reading of a follow-up comes to what a person made of it."""

import time
from pathlib import Path

from bot import questions
from bot.conversation.following import complete
from bot.conversation.memory import Memory, remember
from bot.domain import Corpus, Reply
from bot.story import Story
from tests.benchmark import data
from tests.benchmark.running import Run, Times
from tests.benchmark.scores import exact, f1, mean


def table(run: Run, path: Path) -> None:
    """F1 with the rewrite, of the reading and of the question left as it is.

    Nothing is answered: the topics are general, and no story is loaded.
    """
    story = Story.read(Corpus((data.article("a", "Nothing is known."),)), run.nlp)
    ours: list[float] = []
    same: list[float] = []
    equal: list[float] = []
    spared: list[float] = []  # questions that need nothing, left as they are
    times = Times()
    silence = Reply("", "", answered=False, parts=())
    for dialogue in data.lines(path):
        memory = Memory()
        for turn in dialogue["turns"]:
            typed, rewrite = turn["question"], turn["rewrite"]
            begun = time.perf_counter()
            read = complete(typed, memory)
            asked = questions.read(read, story, run.nlp, typed=typed)
            times.all.append((time.perf_counter() - begun) * 1000)
            memory = remember(memory, asked, silence, story, now=0.0)
            if exact(typed, rewrite):
                spared.append(exact(read, typed))
            else:
                ours.append(f1(read, rewrite))
                same.append(f1(typed, rewrite))
                equal.append(exact(read, rewrite))
    print(
        f"{len(ours)} follow-ups: F1 {100 * mean(ours):.1f} (unchanged {100 * mean(same):.1f}),"
        f" {100 * mean(equal):.1f}% exactly"
    )
    print(f"{len(spared)} questions that stand alone: {100 * mean(spared):.1f}% left unchanged")
    times.show()
