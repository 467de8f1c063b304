"""A question as a sentence with a hole: which word asks, what hangs on it, what it asks about."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc, Token

from bot.language import dates, expressions, frames, names, numbers
from bot.language.dates import When
from bot.language.english import plain
from bot.language.expressions import Expression
from bot.language.frames import Frame, Part
from bot.language.names import Name
from bot.language.numbers import Quantity
from bot.language.terms import FUNCTION_WORDS, search_terms, stem
from bot.language.truecase import truecase
from bot.questions.inversion import controlled, mend, undetermined
from bot.story import Story

_NOMINAL = {"ADJ", "NOUN", "PROPN", "NUM"}
_WORD = re.compile(r"[^\W_]+")
QUESTION_WORDS = {"who", "whom", "whose", "what", "which", "when", "where", "why", "how"}
DEGREES = {"many", "much", "old", "long", "far", "tall", "high", "big", "large", "deep", "heavy",
           "often", "fast", "wide", "strong", "powerful", "warm", "late", "early", "soon", "close", "near",
           "hot", "cold"}  # fmt: skip
COPULAS = {"is", "was", "are", "were", "'s", "’s"}
# Nouns that tell the kind of hole rather than the subject: 'What is the age of the captain?'
HOLE_NOUNS = {"day", "month", "year", "time", "decade", "century", "place", "location", "age", "name",
              "number", "date", "reason", "percentage", "share", "proportion", "distance", "amount",
              "total", "thing"}  # fmt: skip
WITHOUT = {"besides", "except", "than", "beside"}  # 'other than Ana'
NOW = {"now", "currently", "still", "today", "presently", "latest", "nowadays"}
OPENERS = {"is", "are", "was", "were", "did", "does", "do", "has", "have", "had", "can", "could",
           "will", "would", "should", "may", "might", "isn't", "wasn't", "didn't", "am"}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Asked:
    """A question, parsed.  Token indices are those of `doc`; -1 stands for none."""

    typed: str  # as the reader wrote it
    text: str  # as it was read: names spelt as in the corpus, follow-ups completed
    doc: Doc
    names: tuple[Name, ...]
    whens: tuple[When, ...]
    quantities: tuple[Quantity, ...]
    focus: int = -1  # of two question words the one to be answered; -1: the first

    @cached_property
    def expressions(self) -> tuple[Expression, ...]:
        return expressions.find(self.doc)

    @cached_property
    def word(self) -> int:
        """The question word, "which" and "how" included; -1 in 'Was it found?'."""
        if self.opener in OPENERS:
            return -1  # 'Did she say who did it?' asks for yes or no
        if self.focus >= 0:
            return self.focus
        asking = [t for t in self.doc if t.lower_ in QUESTION_WORDS]
        free = (t for t in asking if t.dep_ != "mark" and not _relative(t))
        fronted = (t for t in asking if t.i and t.nbor(-1).text == ",")  # 'In Rota, what was …?'
        return next((int(t.i) for t in (*free, *fronted)), -1)

    @cached_property
    def phrase(self) -> int:
        """The head of the asked phrase: 'who', 'In what [year]', 'How many [ships]'."""
        if self.word < 0:
            return -1
        token = self.doc[self.word]
        asks_of_noun = token.lower_ in {"what", "which", "whose"}
        if asks_of_noun and token.dep_ in {"det", "nmod:poss", "nmod"} and token.i < token.head.i:
            return int(token.head.i)
        if token.lower_ == "how" and self.degree:
            degree = self.doc[self.word + 1]
            if degree.dep_ in {"amod", "det", "nummod"} and degree.i < degree.head.i:
                return int(degree.head.i)
            return int(degree.i)
        if token.lower_ in {"what", "which"}:
            return self._bare_noun(token)
        return int(token.i)

    def _bare_noun(self, token: Token) -> int:
        """'which two [cities]' where the parse missed that "which" belongs to the noun."""
        follower = token.i + 1
        while follower < len(self.doc) and self.doc[follower].pos_ in _NOMINAL:
            follower += 1
        if follower > token.i + 1 and self.doc[follower - 1].pos_ in {"NOUN", "PROPN"}:
            return follower - 1
        return int(token.i)

    @cached_property
    def degree(self) -> str:
        """'many' of 'how many', 'old' of 'how old'; "" without."""
        after = self.word + 1
        if self.word >= 0 and self.doc[self.word].lower_ == "how" and after < len(self.doc):
            word = str(self.doc[after].lower_)
            return word if word in DEGREES else ""
        return ""

    @cached_property
    def noun(self) -> str:
        """The lemma of the asked noun: 'city' of 'In which city'; "" for a bare question word."""
        if self.phrase < 0 or self.phrase == self.word:
            return ""
        token = self.doc[self.phrase]
        is_class = token.pos_ in {"NOUN", "PROPN", "ADJ"} and not self.asks_for_things
        return str(token.lemma_.lower()) if is_class else ""

    @cached_property
    def asks_for_things(self) -> bool:
        """'What three things did she buy?': whatever they are."""
        return self.phrase >= 0 and self.doc[self.phrase].lemma_.lower() == "thing"

    @cached_property
    def so_many(self) -> Quantity | None:
        """How many are asked for: 'What [three things] …?', 'Which [two boats] …?'; None for any."""
        hole = range(self.word + 1, self.phrase + 1)
        inside = (q for q in self.quantities if q.number_start in hole and not self.degree)
        return next((q for q in inside if q.unit == "count" and (q.value or 0) > 1), None)

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        return frames.find(self.doc)

    @cached_property
    def frame(self) -> Frame | None:
        """The frame whose hole is asked, or the main one; of 'want to relax' that of "relax"."""
        found = undetermined(self._parsed_frame, self.word, self.phrase)
        if self.focus <= 0:
            found = mend(self.doc, found, self.frames, self.word, self.phrase)
        return controlled(found, self.frames, self.phrase) if found is not None else None

    def part_in(self, frame: Frame) -> Part | None:
        """What the hole is to a predicate."""
        return next((a.part for a in frame.arguments if a.head == self.phrase), None)

    @cached_property
    def _parsed_frame(self) -> Frame | None:
        holders = [
            f for f in self.frames
            if f.head != self.phrase and any(a.head == self.phrase for a in f.arguments)
        ]  # fmt: skip
        if holders and (self.focus <= 0 or self.doc[holders[0].head].pos_ == "VERB"):
            return holders[0]
        if self.phrase >= 0:
            for ancestor in self.doc[self.phrase].ancestors:
                for frame in self.frames:
                    if frame.head == ancestor.i:
                        return frame
        if self.focus > 0:  # 'Who was freed and when?': what is asked first is done when
            return replace(self, focus=-1).frame
        roots = [f for f in self.frames if self.doc[f.head].dep_ == "ROOT"]
        return roots[0] if roots else (self.frames[0] if self.frames else None)

    @cached_property
    def part(self) -> Part | None:
        """What the hole is to its predicate: the agent of 'Who won?', None when it is free."""
        return None if self.frame is None else self.part_in(self.frame)

    @cached_property
    def preposition(self) -> str:
        """'from' of 'From which port' and of 'Where did it come from?'; "" without."""
        if self.phrase < 0:
            return ""
        if before := frames.marker(self.doc[self.phrase]):
            return before
        last = [t for t in self.doc if not t.is_punct][-1:]
        return str(last[0].lower_) if last and last[0].pos_ in {"ADP", "ADV"} else ""

    @cached_property
    def opener(self) -> str:
        """The first word, lower case, after "and"."""
        first = [t.lower_ for t in self.doc[:2] if t.lower_ not in {"and", "but", "so", ","}]
        return first[0] if first else ""

    @cached_property
    def topic(self) -> tuple[int, int] | None:
        """What follows 'Who is' or 'What were', as tokens [start, end); None for other questions."""
        start = self.word + 2
        if not 0 <= self.word < 2 or start >= len(self.doc) or self.noun:
            return None
        verb = self.doc[self.word + 1]
        if self.doc[self.word].lower_ not in {"who", "what"} or verb.lower_ not in COPULAS:
            return None
        rest = self.doc[start:]
        if any(
            t.pos_ in {"VERB", "AUX"}
            and t.dep_ in {"ROOT", "aux", "xcomp"}
            and t.lower_ not in {"acting", "incoming", "outgoing"}
            and not any(n.start <= t.i < n.end for n in self.names)  # 'What is River Watch?'
            for t in rest
        ):
            return None
        end = len(self.doc) - self.doc[-1].is_punct
        if start >= end or self.doc[end - 1].pos_ == "ADP":
            return None  # 'What was she accused of?'
        return start, end

    @cached_property
    def excepted(self) -> int:
        """Where the words begin that except somebody: 'Who was freed [besides Ana]?'"""
        return next((t.i for t in self.doc if t.lower_ in WITHOUT), len(self.doc))

    @cached_property
    def asks_for_now(self) -> bool:
        """'How many are held now?'"""
        return any(token.lower_ in NOW for token in self.doc)

    @cached_property
    def is_of_now(self) -> bool:
        """'How many are held?', 'How many people live there?'; not 'How many were held?'"""
        if self.frame is None or self.whens:
            return False
        verb = self.doc[self.frame.head]
        helpers = [c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"}] or [verb]
        return helpers[0].tag_ in {"VBZ", "VBP"} and helpers[0].lemma_ != "have"

    @cached_property
    def measured(self) -> str:
        """'snow' of 'How much snow fell?'; "" for other questions."""
        after = self.doc[self.word + 2 : self.word + 3]
        is_noun = self.degree == "much" and len(after) == 1 and after[0].pos_ == "NOUN"
        return str(after[0].lemma_.lower()) if is_noun else ""

    @cached_property
    def figure_noun(self) -> int:
        """The noun that names a figure: 'number' of 'What number of …?' and 'What is the number …?'"""
        if self.noun:
            return self.phrase
        if self.topic is None or self.doc[self.word].lower_ != "what":
            return -1
        return next((t.i for t in self.doc[slice(*self.topic)] if t.pos_ == "NOUN"), -1)

    def tells_the_hole(self, token: int) -> bool:
        """Whether a word only says what kind of answer is wanted."""
        if self.doc[token].lower_ == ("now" if self.word >= 0 else "still"):
            return True
        if self.degree and token == self.word + 1:
            return True
        many = self.so_many if self.asks_for_things else None
        if many and many.number_start <= token < many.number_end:
            return True
        lemma = self.doc[token].lemma_.lower()
        if self.measured and token == self.word + 2:
            return numbers.expects(f"how much {self.measured}", whole=True) is not None
        if self.degree == "many" and token == self.phrase and lemma in {"people", "person"}:
            return True
        if lemma in {"aged", "age", "old"} and (self.word < 0 or self.topic):
            return True
        return self.word >= 0 and lemma in HOLE_NOUNS and (token == self.phrase or bool(self.topic))

    @cached_property
    def topic_head(self) -> int:
        """The noun that a topic is about: 'mayor' of 'the mayor of Vigo'; -1 without a topic."""
        if self.topic is None:
            return -1
        nouns = [
            t
            for t in self.doc[slice(*self.topic)]
            if t.pos_ in {"NOUN", "PROPN"} and not self.tells_the_hole(t.i)
        ]
        outer = [t for t in nouns if t.dep_ not in {"nmod", "nmod:poss", "compound", "flat", "obl"}]
        chosen = outer or nouns
        return int(chosen[0].i) if chosen else self.topic[0]

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """What to search for."""
        return tuple(search_terms(self.text))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(stem(token.text) for token in self.doc)


def _relative(token: Token) -> bool:
    """'the man who left': not a question word."""
    clause = token.head if token.dep_ not in {"det", "case"} else token.head.head
    return token.i > 0 and clause.dep_ == "acl:relcl" and clause.head.i < token.i


def _names_a_stranger(text: str, story: Story) -> bool:
    """Whether a word with a capital is not the story's: only then are names to be guessed at."""
    capitals = {plain(word) for word in _WORD.findall(text) if word[0].isupper()}
    return any(w not in story.vocabulary.counts for w in capitals - FUNCTION_WORDS)


def read(question: str, story: Story, nlp: Language, *, typed: str = "") -> Asked:
    """Understand a question that stands alone; the spelling of names follows the story.

    `typed` is what the reader wrote, if that was a follow-up.
    """
    text = truecase(" ".join(question.split()), story.names, ordinary=story.ordinary)
    doc = nlp(text, disable=[] if _names_a_stranger(text, story) else ["ner"])
    named = tuple(names.find(doc, story.known))
    whens = tuple(dates.find(doc, story.newest))
    return Asked(typed or question, text, doc, named, whens, tuple(numbers.find(doc, whens)))
