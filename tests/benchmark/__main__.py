"""`python -m tests.benchmark exam|squad|squad2|open|trec|cmu|all --data PATH`: quality and speed, as tables."""

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from bot import answers, questions
from bot.domain import Corpus, Reply
from bot.language import pipeline
from bot.replies import Replies
from bot.story import Story
from tests.benchmark import data, trec
from tests.benchmark.data import Item
from tests.benchmark.scores import best, mean, percentile


class Run:
    """A pipeline and the bot's words, loaded once."""

    def __init__(self) -> None:
        self.nlp = pipeline.load()
        self.replies = Replies.load()

    def ask(self, story: Story, item: Item) -> tuple[Reply, float]:
        """The reply and the milliseconds it took."""
        begun = time.perf_counter()
        asked = questions.read(item.question, story, self.nlp)
        reply = answers.answer(asked, story, self.replies, article=story.number_of(item.article))
        return reply, (time.perf_counter() - begun) * 1000


def answer_table(run: Run, corpus: Corpus, items: Iterable[Item]) -> None:
    """Exact match, F1, silence and citations, per kind and in all."""
    story = Story.read(corpus, run.nlp)
    rows: dict[str, list[tuple[float, float, bool, bool, bool]]] = defaultdict(list)
    times = []
    for item in items:
        reply, took = run.ask(story, item)
        times.append(took)
        exact, f1 = best(reply.short, item.answers)
        cited = any(gold in c.sentence.text for c in reply.citations for gold in item.answers)
        row = (exact, f1, reply.answered, bool(item.answers), cited)
        rows[reply.kind].append(row)
        rows["ALL"].append(row)
    print(f"{'kind':12} {'n':>5} {'EM':>6} {'F1':>6} {'answered':>9} {'if gold':>8} {'cited':>6}")
    for kind in [*sorted(k for k in rows if k != "ALL"), "ALL"]:
        some = rows[kind]
        with_gold = [r for r in some if r[3]]
        without = [r for r in some if not r[3]]
        print(
            f"{kind:12} {len(some):5} {100 * mean(r[0] for r in some):6.1f}"
            f" {100 * mean(r[1] for r in some):6.1f} {100 * mean(r[2] for r in some):8.1f}%"
            f" {100 * mean(r[2] for r in with_gold):7.1f}% {100 * mean(r[4] for r in with_gold):5.1f}%"
            + (
                f"  unanswerable answered {100 * mean(r[2] for r in without):.1f}%"
                if without
                else ""
            )
        )
    print(
        f"milliseconds a question: median {percentile(times, 0.5):.1f}, p95 {percentile(times, 0.95):.1f}"
    )


def squad(run: Run, path: Path, most: int | None) -> None:
    """The paragraph given."""
    for name in ("squad-1.1", "squad-2.0"):
        print(f"\n{name}, paragraph given")
        answer_table(run, *data.squad(path / name / "dev.json.gz", whole=False, most=most))


def open_article(run: Run, path: Path, most: int | None) -> None:
    """The whole article given."""
    print("\nsquad-1.1, article open")
    answer_table(run, *data.squad(path / "squad-1.1" / "dev.json.gz", whole=True, most=most))


def trec_table(run: Run, path: Path, _most: int | None) -> None:
    """Ranking of candidate sentences."""
    print("\nTREC QA dev, clean: MAP, MRR, P@1")
    print("  %.3f  %.3f  %.3f" % trec.rank(run.nlp, path / "trec-qa" / "dev.jsonl.gz"))


TABLES: dict[str, Callable[[Run, Path, int | None], None]] = {
    "squad": squad,
    "open": open_article,
    "trec": trec_table,
}


def main() -> None:
    """Print the asked tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tables", nargs="+", choices=[*TABLES, "all"])
    parser.add_argument("--data", type=Path, required=True, help="the folder of question sets")
    parser.add_argument("--most", type=int, help="only so many articles of each set")
    options = parser.parse_args()
    run = Run()
    for name, table in TABLES.items():
        if name in options.tables or "all" in options.tables:
            table(run, options.data, options.most)


if __name__ == "__main__":
    main()
