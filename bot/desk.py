"""The desk where questions are answered: one corpus at a time, exchanged whole."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from pathlib import Path

from spacy.language import Language

from bot import answers, proof, questions
from bot.answers.asking import Hearing
from bot.answers.suggesting import Offers
from bot.articles.editor import Editor
from bot.articles.library import Library
from bot.conversation import several
from bot.conversation.following import same_question
from bot.conversation.memory import Memories, Memory
from bot.conversation.tidying import tidy
from bot.corpus import Look
from bot.domain import Change, Corpus, Made, Preview, Reply, Slot, Text
from bot.glance import Glance
from bot.language import pipeline
from bot.language.legible import legible
from bot.languages import spoken_in
from bot.replies import Replies
from bot.state import State
from bot.story import Story
from bot.story.shelf import Shelf

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
        self._replies = {"en": replies} | {c: Replies.load(c) for c in spoken_in("replies")}
        self._memories = Memories()
        self._offers: dict[str, Offers] = {}  # by language
        self._glances: dict[str, Glance] = {}
        self._editor = Editor(path, nlp, library, shelf)
        answers.prepare()

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
        language: str = "en",
    ) -> Reply:
        """The reply to a question, or to several; `chat` names the conversation they belong to.

        `article` is the stem of the only article to look into; of one that is not loaded the
        reply says so.  `after` is a question that stands alone: the conversation is taken up
        where that one was answered.  `claim` are words of that answer which the question is about.
        `language` is the reader's, for what is no question in any.
        """
        story = self.story
        if article is not None and story.number_of(article) is None:
            slot = Slot(article, (), Made.ASKED)
            parts = self._replies["en"].fill("nothing.article", asked=slot)
            reply = Reply(question, "error", answered=False, parts=parts)
            return replace(reply, version=story.corpus.version)
        typed, question = question, legible(question).text
        hearing = self._hearing(story, language)
        memory = self._memories.recall(chat, time.monotonic()) if chat else Memory()
        if after and not same_question(memory.question, after):
            memory = hearing.take_up(after)
        given: list[Reply] = []
        for one in several.questions_in(question):
            reply, memory = hearing.answer(
                one, memory, claim=claim, article=story.number_of(article), explain=explain
            )
            given.append(reply)
            if reply.kind == "which one":  # that has to be known first
                break
        if chat and memory != Memory():
            self._memories.keep(chat, memory)
        whole = self._as_one(given, story)
        asked = typed if whole.question == question else whole.question
        return replace(whole, question=asked, version=story.corpus.version)

    def _as_one(self, given: list[Reply], story: Story) -> Reply:
        """The replies to a message as one, proved like each of them."""
        leading = next((reply for reply in given if reply.answered), given[-1])
        whole = several.joined(given, self._replies[leading.language])
        fixed = frozenset().union(*(self._replies[reply.language].fixed for reply in given))
        sound = len(given) == 1 or not proof.objections(whole, story.corpus, fixed)
        return replace(whole, language=leading.language) if sound else leading

    def _hearing(self, story: Story, language: str) -> Hearing:
        return Hearing(
            story, self._nlp, self._replies, partial(self._with_suggestions, story=story), language
        )

    def _with_suggestions(self, reply: Reply, *, story: Story) -> Reply:
        if reply.answered or reply.kind == "which one":
            return reply
        offers = self._offers_on(story, reply.language)
        return replace(reply, suggestions=offers.next_to(reply))

    def about(self, chat: str) -> str:
        """The question that a conversation is about; "" when it has been silent for long."""
        return self._memories.recall(chat, time.monotonic()).question

    def next_questions(self, reply: Reply) -> tuple[str, ...]:
        """Two questions to go on with, each proved answerable."""
        return reply.suggestions or self._offers_on(self.story, reply.language).next_to(reply)

    def passages(
        self, question: str, *, start: int = 0, count: int = 5, language: str = "en"
    ) -> list[Reply]:
        """Sentences that share a word with the question, best first, each quoted by a reply.

        Those in places [start, start + count); fewer or none where there are no more.  `language`
        is the reader's, as for `ask`.
        """
        story, question = self.story, legible(question).text
        read = tidy(question, story.vocabulary)
        replies = self._replies[self._hearing(story, language).language_for(question, read)]
        asked = questions.read(read.text, story, self._nlp, typed=question)
        quoted = answers.quotations(asked, story, replies, start=start, count=count)
        return [replace(reply, version=story.corpus.version) for reply in quoted]

    def forget(self, chat: str) -> None:
        """Drop a conversation."""
        self._memories.clear(chat)

    def examples_in(self, language: str) -> tuple[str, ...]:
        """Questions that the corpus answers; found once for each corpus, in some milliseconds."""
        return self._offers_on(self.story, language).best

    def _offers_on(self, story: Story, language: str) -> Offers:
        known = self._offers.get(language)
        if known is None or known.story is not story:
            known = self._offers[language] = self._offers_of(story, language)
        return known

    def _offers_of(self, story: Story, language: str) -> Offers:
        replies = self._replies[language]

        def ask(question: str) -> Reply:
            text = tidy(question, story.vocabulary).text if language != "en" else question
            return answers.answer(questions.read(text, story, self._nlp), story, replies)

        return Offers(story, replies, ask)

    def glance_in(self, language: str) -> Glance:
        """The lists of the corpus; each is made when it is first looked at."""
        story, known = self.story, self._glances.get(language)
        if known is None or known.story is not story:
            known = self._glances[language] = Glance(story, self._replies[language])
        return known

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
            questions=self._offers_of(story, "en").best[:SAMPLES],
        )


def open_desk(path: Path, *, model: str | None = None) -> Desk:
    """A desk on a folder of articles or one file; `model` names another spaCy pipeline."""
    return Desk(path, pipeline.load(model), Replies.load())


def open_kept_desk(path: Path, state: State, cache: Path, *, model: str | None = None) -> Desk:
    """A desk that keeps the versions of its articles, and in a folder what it understood of them."""
    nlp = pipeline.load(model)
    shelf = Shelf(nlp, cache)
    return Desk(path, nlp, Replies.load(), library=Library(path, state), shelf=shelf)
