"""Tables of answers: SQuAD-shaped sets, and the CMU questions on whole articles."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain import Corpus, Reply
from bot.story import Story
from tests.benchmark.data import Item
from tests.benchmark.running import Run, Times
from tests.benchmark.scores import best, mean

NO = {"no", "false"}


@dataclass(frozen=True, slots=True)
class Row:
    """How one question went."""

    exact: float
    f1: float
    answered: bool
    answerable: bool
    cited: bool  # a cited sentence holds an answer
    place: int  # of the first sentence that holds one, 0 for the best; 99: none


def answer_table(run: Run, corpus: Corpus, items: Iterable[Item]) -> None:
    """Exact match, F1, silence, citations and retrieval, per kind and in all."""
    story = Story.read(corpus, run.nlp)
    rows: dict[str, list[Row]] = defaultdict(list)
    times = Times()
    for item in items:
        reply, took = run.ask(story, item)
        times.all.append(took)
        place = run.place_of_answer(story, item) if item.answers else 99
        row = _row(item, reply, place)
        rows[reply.kind].append(row)
        rows["ALL"].append(row)
    print(
        f"{'kind':12} {'n':>5} {'EM':>6} {'F1':>6} {'answered':>9} {'cited':>6}"
        f" {'hit@1':>6} {'hit@3':>6} {'hit@5':>6}  unanswerable: n, answered"
    )
    for kind in [*sorted(rows.keys() - {"ALL"}), "ALL"]:
        print(f"{kind:12} {_columns(rows[kind])}")
    times.show()


def cmu_table(run: Run, corpus: Corpus, yes_no: Sequence[Item], extractive: Sequence[Item]) -> None:
    """Yes and no judged by the first word, extractive answers by F1 of the short answer."""
    story = Story.read(corpus, run.nlp)
    times = Times()
    right: list[float] = []  # of the answered
    for item in yes_no:
        reply, took = run.ask(story, item)
        times.all.append(took)
        first = reply.text.lower().split()[:1]
        if reply.answered and first and first[0].strip(":,.") in {"yes", "no"}:
            said = first[0].startswith("yes")
            right.append(float(said in {_means_yes(gold) for gold in item.answers}))
    print(
        f"yes/no: {len(yes_no)} questions, {100 * len(right) / max(1, len(yes_no)):.1f}% answered"
        f" yes or no, of these {100 * mean(right):.1f}% right"
    )
    rows = []
    for item in extractive:
        reply, took = run.ask(story, item)
        times.all.append(took)
        rows.append(_row(item, reply, 99))
    print(
        f"extractive: {len(rows)} questions, EM {100 * mean(r.exact for r in rows):.1f},"
        f" F1 {100 * mean(r.f1 for r in rows):.1f},"
        f" {100 * mean(r.answered for r in rows):.1f}% answered,"
        f" {100 * mean(r.cited for r in rows):.1f}% with an answer in a cited sentence"
    )
    times.show()


def _row(item: Item, reply: Reply, place: int) -> Row:
    exact, f1 = best(reply.short, item.answers)
    cited = any(gold in c.sentence.text for c in reply.citations for gold in item.answers)
    return Row(exact, f1, reply.answered, bool(item.answers), cited, place)


def _means_yes(answer: str) -> bool:
    return answer.lower().split()[0].strip(".,;:!") not in NO


def _columns(rows: Sequence[Row]) -> str:
    """Answered, cited and hits of the answerable questions; of the others, how many answered."""
    able = [row for row in rows if row.answerable]
    rest = [row for row in rows if not row.answerable]
    hits = (f"{100 * mean(row.place < most for row in able):6.1f}" for most in (1, 3, 5))
    return (
        f"{len(rows):5} {100 * mean(row.exact for row in rows):6.1f}"
        f" {100 * mean(row.f1 for row in rows):6.1f}"
        f" {100 * mean(row.answered for row in able):8.1f}%"
        f" {100 * mean(row.cited for row in able):5.1f}% {' '.join(hits)}"
        + (f"  {len(rest)}, {100 * mean(row.answered for row in rest):.1f}%" if rest else "")
    )
