"""One question of a conversation: read in the light of what was said before, answered, remembered."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from spacy.language import Language

from bot import proof, questions
from bot.answers import answering, choosing, trace
from bot.claims import narrowed
from bot.conversation import talk
from bot.conversation.following import asks_alone, asks_for_source, chosen, complete
from bot.conversation.memory import Memory, remember
from bot.conversation.tidying import Tidy, tidy
from bot.domain import Reply
from bot.kinds.source import tell_source
from bot.language.tongues import shows_none
from bot.questions import Asked
from bot.replies import Replies
from bot.story import Story


@dataclass(frozen=True)
class Hearing:
    """What questions are heard with."""

    story: Story
    nlp: Language
    replies: Mapping[str, Replies]  # by language
    suggested: Callable[[Reply], Reply]  # the reply, with questions that are answered if it is not
    language: str  # in which those are answered whose words show none

    def answer(
        self,
        question: str,
        memory: Memory,
        *,
        claim: str = "",
        article: int | None = None,
        explain: bool = False,
    ) -> tuple[Reply, Memory]:
        """The reply, and what is to be remembered with it."""
        said = talk.recognise(question)
        if memory.reply is not None and memory.reply.answered and asks_for_source(question):
            said = None  # 'Are you sure?'
        if said == "long":  # a million letters would take minutes to read
            return self._small_talk(question, said, self.language, explain=explain), memory
        if picked := chosen(question, memory):
            read, language = tidy(picked, self.story.vocabulary), memory.language
        else:
            read = tidy(question, self.story.vocabulary)
            language = self.language_for(question, read)
        said = said or ("language" if read.language == "other" else None)
        if not memory.question and asks_alone(read.text):
            said = "empty"
        if said and not picked:
            return self._small_talk(question, said, language, explain=explain), memory
        replies = self.replies[language]
        understand = partial(questions.read, story=self.story, nlp=self.nlp, typed=question)
        completed = complete(read.text, memory)
        asked = understand(completed)
        reply = _source(asked, memory, claim, self.story, replies)
        if reply is None:
            asked, reply = choosing.answer(asked, self.story, replies, understand, article=article)
        follows_up = bool(picked) or completed != read.text
        reply = self.suggested(replace(reply, language=language, follows_up=follows_up))
        now = time.monotonic()
        remembered = remember(memory, asked, reply, self.story, now, language)
        if explain:
            lines = trace.explain(asked, reply, self.story, replies, article=article)
            reply = replace(reply, trace=tuple(lines))
        return reply, remembered

    def language_for(self, question: str, read: Tidy) -> str:
        """In which a question is answered: its own, or the reader's where it shows none of ours."""
        if read.language == "en" and shows_none(question, self.story.vocabulary.spellings):
            return self.language
        return read.language if read.language in self.replies else self.language

    def take_up(self, question: str) -> Memory:
        """A conversation that began with this question."""
        read = tidy(question, self.story.vocabulary)
        asked = questions.read(read.text, self.story, self.nlp, typed=question)
        reply = answering.answer(asked, self.story, self.replies["en"])
        return remember(Memory(), asked, reply, self.story, time.monotonic())

    def _small_talk(self, question: str, said: str, language: str, *, explain: bool) -> Reply:
        parts = self.replies[language].fill(f"talk.{said}")
        reply = self.suggested(
            Reply(question, "talk", answered=False, parts=parts, language=language)
        )
        told = tuple(trace.explain_talk(reply, said)) if explain else ()
        return replace(reply, trace=told)


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
