"""The desk where questions are answered: one corpus at a time, exchanged whole."""

import threading
import time
from dataclasses import replace
from pathlib import Path

from spacy.language import Language

from bot import answers, corpus, proof, questions, suggesting, talk, trace
from bot.domain import Change, Corpus, Made, Reply, Slot, Words
from bot.kinds.source import tell_source
from bot.language import pipeline
from bot.memory import Memories, Memory, asks_for_source, complete, remember
from bot.questions import Asked
from bot.replies import Replies
from bot.story import Story
from bot.tidying import tidy


class Desk:
    """Answers questions from the corpus it was opened on."""

    def __init__(self, path: Path, nlp: Language, replies: Replies) -> None:
        """CorpusError when `path` holds no article that can be read."""
        self._path = path
        self._nlp = nlp
        self._replies = {"en": replies, "es": Replies.load("es")}
        self._reloading = threading.Lock()
        self._memories = Memories()
        self._examples: tuple[Story, tuple[str, ...]] | None = None
        self._story = Story.read(corpus.read(path), nlp)

    @property
    def corpus(self) -> Corpus:
        """The articles being served."""
        return self._story.corpus

    def ask(
        self, question: str, *, chat: str = "", article: str | None = None, explain: bool = False
    ) -> Reply:
        """The reply to a question; `chat` names the conversation it belongs to.

        `article` is the stem of the only article to look into; of one that is not loaded the
        reply says so.
        """
        story = self._story
        if article is not None and story.number_of(article) is None:
            return _not_loaded(question, article)
        now = time.monotonic()
        memory = self._memories.recall(chat, now) if chat else Memory()
        read = tidy(question, story.vocabulary)
        if said := talk.recognise(question) or ("language" if read.language == "other" else None):
            replies = self._replies[read.language if read.language == "es" else "en"]
            reply = Reply(question, "talk", answered=False, parts=replies.fill(f"talk.{said}"))
        else:
            replies = self._replies[read.language if read.language == "es" else "en"]
            asked = questions.read(complete(read.text, memory), story, self._nlp, typed=question)
            number = story.number_of(article)
            reply = _source(asked, memory, story, replies) or answers.answer(
                asked, story, replies, article=number
            )
            if chat:
                self._memories.keep(chat, remember(memory, asked, reply, story, now))
            if explain:
                lines = trace.explain(asked, reply, story, article=number)
                reply = replace(reply, trace=tuple(lines))
        if not reply.answered:
            reply = replace(reply, suggestions=suggesting.next_to(reply, self.examples))
        return reply

    def passages(self, question: str, *, start: int = 0, count: int = 5) -> list[Reply]:
        """Sentences that share a word with the question, best first, each quoted by a reply.

        Those in places [start, start + count); fewer or none where there are no more.
        """
        story = self._story
        read = tidy(question, story.vocabulary)
        replies = self._replies[read.language if read.language == "es" else "en"]
        asked = questions.read(read.text, story, self._nlp, typed=question)
        return answers.quotations(asked, story, replies, start=start, count=count)

    @property
    def examples(self) -> tuple[str, ...]:
        """Questions that the corpus answers; found once for each corpus, in some milliseconds."""
        story = self._story
        if self._examples is None or self._examples[0] is not story:
            english = self._replies["en"]
            found = suggesting.answerable(
                story,
                english,
                lambda question: answers.answer(
                    questions.read(question, story, self._nlp), story, english
                ),
            )
            self._examples = story, found
        return self._examples[1]

    def reload(self) -> Change:
        """Read the corpus again and serve it; CorpusError leaves the old one in service."""
        with self._reloading:
            begun = time.perf_counter()
            before = self._story.corpus
            after = corpus.read(self._path)
            self._story = Story.read(after, self._nlp)
            return _change(before, after, time.perf_counter() - begun)


def open_desk(path: Path, *, model: str | None = None) -> Desk:
    """A desk on a folder of articles or one file; `model` names another spaCy pipeline."""
    return Desk(path, pipeline.load(model), Replies.load())


def _not_loaded(question: str, article: str) -> Reply:
    parts = (Words("There is no article “"), Slot(article, (), Made.ASKED), Words("” here."))
    return Reply(question, "error", answered=False, parts=parts)


def _source(asked: Asked, memory: Memory, story: Story, replies: Replies) -> Reply | None:
    """The answer to 'Who says so?'; None to any other question."""
    if memory.reply is None or not asks_for_source(asked.typed):
        return None
    reply = tell_source(asked, memory.reply, story, replies)
    sound = reply and not proof.objections(reply, story.corpus, replies.fixed)
    return reply if sound else None


def _change(before: Corpus, after: Corpus, seconds: float) -> Change:
    old = {article.source.stem: article for article in before.articles}
    new = {article.source.stem: article for article in after.articles}
    return Change(
        added=tuple(stem for stem in new if stem not in old),
        removed=tuple(stem for stem in old if stem not in new),
        changed=tuple(s for s in new if s in old and new[s].text != old[s].text),
        sentences_before=sum(len(article.sentences) for article in before.articles),
        sentences_after=sum(len(article.sentences) for article in after.articles),
        problems=after.problems,
        seconds=seconds,
    )
