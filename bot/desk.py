"""The desk where questions are answered: one corpus at a time, exchanged whole."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from pathlib import Path

from spacy.language import Language

from bot import answers, choosing, proof, questions, suggesting, talk, trace
from bot.claims import narrowed
from bot.corpus import Look
from bot.domain import Change, Corpus, Made, Preview, Reply, Slot, Text
from bot.editor import Editor
from bot.glance import Glance
from bot.kinds.source import tell_source
from bot.language import pipeline
from bot.library import Library
from bot.memory import Memories, Memory, asks_for_source, chosen, complete, remember, same_question
from bot.questions import Asked
from bot.replies import Replies
from bot.shelf import Shelf
from bot.state import State
from bot.story import Story
from bot.tidying import Tidy, tidy

SAMPLES = 3  # questions in a preview


class Desk:
    """Answers questions from the corpus it was opened on."""

    def __init__(
        self,
        path: Path,
        nlp: Language,
        replies: Replies,
        *,
        library: Library | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        """CorpusError when `path` holds no article that can be read; the rest is `Editor`'s."""
        self._nlp = nlp
        self._replies = {"en": replies, "es": Replies.load("es")}
        self._memories = Memories()
        self._examples: tuple[Story, tuple[str, ...]] | None = None
        self._glance: Glance | None = None
        self._editor = Editor(path, nlp, library, shelf)

    @property
    def editor(self) -> Editor:
        """Who changes the articles being served."""
        return self._editor

    @property
    def story(self) -> Story:
        """What is being served: an immutable picture, which stays as it is over a reload."""
        return self._editor.story

    def watched(self, by: Callable[[], None]) -> AbstractContextManager[None]:
        """Within the block `by` is called after each change of the articles, in any thread."""
        return self._editor.watched(by)

    @property
    def corpus(self) -> Corpus:
        """The articles being served."""
        return self.story.corpus

    @property
    def version(self) -> str:
        """Of the articles being served, as each reply has it."""
        return self.corpus.version

    def ask(
        self,
        question: str,
        *,
        chat: str = "",
        article: str | None = None,
        explain: bool = False,
        after: str = "",
        claim: str = "",
    ) -> Reply:
        """The reply to a question; `chat` names the conversation it belongs to.

        `article` is the stem of the only article to look into; of one that is not loaded the
        reply says so.  `after` is a question that stands alone: the conversation is taken up
        where that one was answered.  `claim` are words of that answer which the question is about.
        """
        story = self.story
        if article is not None and story.number_of(article) is None:
            slot = Slot(article, (), Made.ASKED)
            parts = self._replies["en"].fill("nothing.article", asked=slot)
            reply = Reply(question, "error", answered=False, parts=parts)
            return replace(reply, version=story.corpus.version)
        now = time.monotonic()
        memory = self._memories.recall(chat, now) if chat else Memory()
        if after and not same_question(memory.question, after):
            memory = self._taken_up(after, story, now)
        if picked := chosen(question, memory):
            read = Tidy(picked, "en", changed=True)
            replies = self._replies[memory.language]
        else:
            read = tidy(question, story.vocabulary)
            replies = self._replies["es" if read.language == "es" else "en"]
        said = talk.recognise(question) or ("language" if read.language == "other" else None)
        if said and not picked:
            parts = replies.fill(f"talk.{said}")
            reply = self._with_suggestions(
                Reply(question, "talk", answered=False, parts=parts), story
            )
        else:
            understand = partial(questions.read, story=story, nlp=self._nlp, typed=question)
            asked, number = understand(complete(read.text, memory)), story.number_of(article)
            if found := _source(asked, memory, claim, story, replies):
                reply = found
            else:
                asked, reply = choosing.answer(asked, story, replies, understand, article=number)
            reply = self._with_suggestions(reply, story)
            if chat:
                language = "es" if replies is self._replies["es"] else "en"
                self._memories.keep(chat, remember(memory, asked, reply, story, now, language))
            if explain:
                lines = trace.explain(asked, reply, story, replies, article=number)
                reply = replace(reply, trace=tuple(lines))
        return replace(reply, version=story.corpus.version)

    def _with_suggestions(self, reply: Reply, story: Story) -> Reply:
        if reply.answered or reply.kind == "which one":
            return reply
        return replace(reply, suggestions=suggesting.next_to(reply, self._examples_of(story)))

    def about(self, chat: str) -> str:
        """The question that a conversation is about; "" when it has been silent for long."""
        return self._memories.recall(chat, time.monotonic()).question

    def next_questions(self, reply: Reply) -> tuple[str, ...]:
        """Two questions to go on with, each proved answerable."""
        return reply.suggestions or suggesting.next_to(reply, self.examples)

    def passages(self, question: str, *, start: int = 0, count: int = 5) -> list[Reply]:
        """Sentences that share a word with the question, best first, each quoted by a reply.

        Those in places [start, start + count); fewer or none where there are no more.
        """
        story = self.story
        read = tidy(question, story.vocabulary)
        replies = self._replies[read.language if read.language == "es" else "en"]
        asked = questions.read(read.text, story, self._nlp, typed=question)
        quoted = answers.quotations(asked, story, replies, start=start, count=count)
        return [replace(reply, version=story.corpus.version) for reply in quoted]

    def _taken_up(self, question: str, story: Story, now: float) -> Memory:
        """A conversation that began with this question."""
        read = tidy(question, story.vocabulary)
        asked = questions.read(read.text, story, self._nlp, typed=question)
        reply = answers.answer(asked, story, self._replies["en"])
        return remember(Memory(), asked, reply, story, now)

    def forget(self, chat: str) -> None:
        """Drop a conversation."""
        self._memories.clear(chat)

    @property
    def examples(self) -> tuple[str, ...]:
        """Questions that the corpus answers; found once for each corpus, in some milliseconds."""
        return self._examples_of(self.story)

    def _examples_of(self, story: Story) -> tuple[str, ...]:
        known = self._examples
        if known is None or known[0] is not story:
            known = self._examples = story, self._answerable(story)
        return known[1]

    def _answerable(self, story: Story) -> tuple[str, ...]:
        english = self._replies["en"]

        def ask(question: str) -> Reply:
            return answers.answer(questions.read(question, story, self._nlp), story, english)

        return suggesting.answerable(story, english, ask)

    @property
    def glance(self) -> Glance:
        """The lists of the corpus; each is made when it is first looked at."""
        story = self.story
        if self._glance is None or self._glance.story is not story:
            self._glance = Glance(story, self._replies["en"])
        return self._glance

    def reload(self, who: str = "") -> Change:
        """Read the corpus again and serve it; CorpusError leaves the old one in service."""
        return self._editor.reload(who)

    def follow(self) -> Change | None:
        """Serve what another process has published; None when it has not."""
        return self._editor.follow()

    def look(self) -> Look:
        """How the corpus looks now; unequal to `looked` when a file was changed."""
        return self._editor.look()

    @property
    def looked(self) -> Look:
        return self._editor.looked

    def preview(self, text: Text) -> Preview:
        """What would be understood of an article; CorpusError when it cannot be published."""
        story, change = self._editor.drafted(text)
        [article] = story.corpus.articles
        return Preview(
            article=article,
            problems=story.corpus.problems,
            replaces=text.stem in change.changed,
            change=change,
            questions=self._answerable(story)[:SAMPLES],
        )


def open_desk(path: Path, *, model: str | None = None) -> Desk:
    """A desk on a folder of articles or one file; `model` names another spaCy pipeline."""
    return Desk(path, pipeline.load(model), Replies.load())


def open_kept_desk(path: Path, state: State, cache: Path, *, model: str | None = None) -> Desk:
    """A desk that keeps the versions of its articles, and in a folder what it understood of them."""
    nlp = pipeline.load(model)
    shelf = Shelf(nlp, cache)
    return Desk(path, nlp, Replies.load(), library=Library(path, state), shelf=shelf)


def _source(
    asked: Asked, memory: Memory, claim: str, story: Story, replies: Replies
) -> Reply | None:
    """The answer to 'Who says so?'; None to any other question."""
    if memory.reply is None or not asks_for_source(asked.typed):
        return None
    claimed = narrowed(memory.reply, claim) if claim else memory.reply
    reply = tell_source(asked, claimed, story, replies)
    sound = reply and not proof.objections(reply, story.corpus, replies.fixed)
    return reply if sound else None
