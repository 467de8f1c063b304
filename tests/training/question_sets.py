"""The question sets as the ranker learns from them: read once, each article with weights that have not
seen it."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot import questions
from bot.finding import search, weights
from bot.language import pipeline
from bot.questions import Asked
from bot.story import Story
from tests.benchmark import data
from tests.benchmark.data import Item
from tests.training.fitting import Weights

OWN = Path(__file__).parent / "paragraph_questions.jsonl"
OURS = "own-"


@dataclass(frozen=True, slots=True)
class Unseen:
    """For each article weights that were not fitted on it."""

    weights: Sequence[Weights]
    half: Mapping[str, int]  # of a title: which weights are its

    def use(self, title: str) -> None:
        """Rank with the weights that have not seen an article from now on."""
        weights.replace(weights=self.weights[self.half[title]])


@dataclass(frozen=True, eq=False)
class Set:
    """A question set, read once."""

    story: Story
    items: list[Item]
    asked: list[Asked]
    titles: list[str]  # one an item

    @classmethod
    def read(cls, entries: Sequence[Any], *, whole: bool = False) -> "Set":
        nlp = pipeline.load()
        corpus, items = data.shaped(entries, whole=whole)
        story = Story.read(corpus, nlp)
        asked = [questions.read(item.question, story, nlp) for item in items]
        names = [entry["title"] for entry in entries]
        places = [int(item.article[1:].partition("-")[0]) for item in items]
        return cls(story, items, asked, [names[place] for place in places])

    def passages(
        self, unseen: Unseen | None = None
    ) -> Iterator[tuple[Item, Asked, str, list[search.Passage]]]:
        """Each question with what is held against it, by weights that have not seen its article, or
        without `unseen` by those that are in place."""
        number = {a.source.stem: n for n, a in enumerate(self.story.corpus.articles)}
        current = ""
        for item, asked, title in zip(self.items, self.asked, self.titles, strict=True):
            if unseen and title != current:
                unseen.use(title)
                current = title
            held = search.passages(asked, self.story, article=number[item.article])
            yield item, asked, title, held


def own(sets: Mapping[str, Sequence[Any]]) -> list[Any]:
    """Our own questions on the paragraphs of some public sets, in their layout; the ids begin with
    `OURS`."""
    articles = {(name, entry["title"]): entry for name, of in sets.items() for entry in of}
    found = []
    for number, row in enumerate(data.lines(OWN)):
        entry = articles.get((row["set"], row["title"]))
        if entry is None:
            continue  # of an article that `--most` leaves out
        asked = [
            {"id": f"{OURS}{number}-{n}", "question": q, "answers": [{"text": a}] if a else []}
            for n, (q, a) in enumerate(row["asked"])
        ]
        context = entry["paragraphs"][row["paragraph"]]["context"]
        found.append({"title": row["title"], "paragraphs": [{"context": context, "qas": asked}]})
    return found


def together(answerable: Sequence[Any], near: Sequence[Any]) -> list[Any]:
    """Articles with the questions of others on the same paragraphs.

    One corpus for all: else the size of a question's corpus would tell whether it has an answer.
    """
    found = deepcopy(list(answerable))
    paragraphs = {
        (entry["title"], paragraph["context"]): paragraph["qas"]
        for entry in found
        for paragraph in entry["paragraphs"]
    }
    for entry in near:
        for paragraph in entry["paragraphs"]:
            asked = paragraphs.get((entry["title"], paragraph["context"]))
            if asked is None:
                continue  # of an article that `--most` leaves out
            known = {qa["id"] for qa in asked}
            asked.extend(qa for qa in paragraph["qas"] if qa["id"] not in known)
    return found
