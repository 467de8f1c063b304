"""Asks the bot, and tells the time it takes."""

import time
from dataclasses import dataclass, field

from bot import answers, questions
from bot.domain import Reply
from bot.finding.search import passages
from bot.language import pipeline
from bot.questions import Asked
from bot.replies import Replies
from bot.story import Story
from tests.benchmark.data import Item
from tests.benchmark.scores import percentile


class Run:
    """A pipeline and the bot's words, loaded once."""

    def __init__(self) -> None:
        self.nlp = pipeline.load()
        self.replies = Replies.load()

    def read(self, story: Story, item: Item) -> Asked:
        return questions.read(item.question, story, self.nlp)

    def ask(self, story: Story, item: Item) -> tuple[Reply, float]:
        """The reply and the milliseconds it took."""
        begun = time.perf_counter()
        asked = self.read(story, item)
        reply = answers.answer(asked, story, self.replies, article=story.number_of(item.article))
        return reply, (time.perf_counter() - begun) * 1000

    def place_of_answer(self, story: Story, item: Item) -> int:
        """How many sentences rank before the first that holds an answer; 99 when none does."""
        article = story.number_of(item.article)
        for place, passage in enumerate(passages(self.read(story, item), story, article=article)):
            text = passage.reading.sentence.text
            if any(" ".join(gold.split()) in " ".join(text.split()) for gold in item.answers):
                return place
        return 99


@dataclass
class Times:
    """Milliseconds a question."""

    all: list[float] = field(default_factory=list)

    def show(self) -> None:
        median, high = percentile(self.all, 0.5), percentile(self.all, 0.95)
        print(f"milliseconds a question: median {median:.1f}, 95th percentile {high:.1f}")
