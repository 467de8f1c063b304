"""What speaks for a word being part of a name: its form, what is known of it, its neighbours."""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from bot.language.english import plain, shape
from bot.language.lexicon import is_role, is_speech, kin, organisation_type, place_type
from bot.language.name_echoes import Echoes
from bot.language.name_lexicon import Lexicon, key
from bot.language.name_words import look, organisation_named, place_named

Numbers = list[int]
Number = Callable[[str], int | None]

NEAR = (-2, -1, 1, 2)  # the neighbours a word sees
LONGEST_PART = 4  # letters of a beginning or an ending
LONGEST_NAME = 7  # words of a known name
_REPEATED = re.compile(r"(.)\1+")
_DIGIT = re.compile(r"\d")
_LOOKS = (
    "title role chain nationality calendar particle organisation place thing people initial"
    " numeral shouted capital never address"
).split()


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    outline: str  # its shape, without repetitions: "Xx", "X.X."
    capital: bool
    guessed: bool  # a capital, or no common word
    alike: str  # what else it may be than a name of its own: "word", "person" or "nothing"
    own: Numbers  # its clues for itself
    seen: tuple[Numbers, ...]  # and for the words that have it as their neighbour, as in `NEAR`


class Clues:
    """The clues of a sentence's words, as the numbers that `number` gives them; None: not used."""

    def __init__(self, lexicon: Lexicon, number: Number) -> None:
        self.lexicon = lexicon
        self.number = number
        self._words: dict[str, _Word] = {}

    def read(self, doc: Doc, echoes: Echoes | None = None) -> list[Numbers]:
        """The clues of each word of a sentence; with what its text told of them, if it was read."""
        words = [self._word(token.text) for token in doc]
        heard = echoes.clues(doc) if echoes else [()] * len(doc)
        around = zip(
            self._sight(doc, words),
            self._grammar(doc),
            self._known(doc, words),
            heard,
            strict=True,
        )
        rows = []
        for i, parts in enumerate(around):
            row = [*words[i].own]
            for near, distance in enumerate(NEAR):
                if 0 <= i + distance < len(words):
                    row += words[i + distance].seen[near]
            for part in parts:
                row += self._numbers(part)
            rows.append(row)
        return rows

    def _numbers(self, clues: Iterable[str]) -> Numbers:
        return [number for clue in clues if (number := self.number(clue)) is not None]

    def _word(self, text: str) -> _Word:
        word = self._words.get(text)
        if word is None:
            if len(self._words) > 50_000:
                self._words.clear()
            word = self._words[text] = self._look(text)
        return word

    def _look(self, text: str) -> _Word:
        folded, form = plain(text), shape(text)
        outline = _REPEATED.sub(r"\1", form)
        kinds = [*self._kinds(text, folded)]
        classes = [
            f"class {level} {number}"
            for level, number in enumerate(self.lexicon.classes.get(_DIGIT.sub("0", folded), ()))
        ] or ["no class"]
        parts = range(1, LONGEST_PART + 1) if len(folded) > 2 else ()
        own = [
            "always",
            f"word {folded}",
            f"shape {form}",
            f"outline {outline}",
            *(f"begins {folded[:n]}" for n in parts),
            *(f"ends {folded[-n:]}" for n in parts),
            *kinds,
            *classes,
        ]
        seen = [f"word {folded}", f"outline {outline}", f"ends {folded[-3:]}", *kinds, *classes]
        return _Word(
            folded,
            outline,
            text[:1].isupper(),
            text[:1].isupper() or folded not in self.lexicon.common,
            self._alike(folded),
            self._numbers(dict.fromkeys(own)),
            tuple(self._numbers(f"{n}: {clue}" for clue in dict.fromkeys(seen)) for n in NEAR),
        )

    def _kinds(self, text: str, folded: str) -> Iterator[str]:
        word = look(text)
        yield from (f"is {name}" for name in _LOOKS if getattr(word, name))
        if word.given:
            yield f"is given {word.given}"
        if organisation_named(text):
            yield "is known organisation"
        if place_named(text):
            yield "is known place"
        yield from self.lexicon.people.get(folded, ())
        common = self.lexicon.common.get(folded)
        yield "rare" if common is None else f"common {int(math.log2(common + 1) / 2)}"

    def _alike(self, folded: str) -> str:
        if folded in self.lexicon.common:
            return "word"
        return "person" if folded in self.lexicon.people else "nothing"

    @staticmethod
    def _sight(doc: Doc, words: Sequence[_Word]) -> Iterator[list[str]]:
        """What the words beside it look like, and their tags."""
        tags = ["", "", *(token.tag_ for token in doc), "", ""]
        folded = ["", *(word.folded for word in words), ""]
        outlines = ["", *(word.outline for word in words), ""]
        way = doc[0].ent_id_ if len(doc) else ""
        for i, word in enumerate(words):
            before, after = outlines[i], outlines[i + 2]
            yield [
                f"way {way}",
                f"way {way} {word.outline}",
                f"tags -2 {tags[i]}",
                f"tags -1 {tags[i + 1]}",
                f"tags {tags[i + 2]}",
                f"tags 1 {tags[i + 3]}",
                f"tags 2 {tags[i + 4]}",
                f"tags {tags[i + 1]} _ {tags[i + 3]}",
                f"words {folded[i]} {word.folded}_",
                f"words _{word.folded} {folded[i + 2]}",
                f"outlines {before} {word.outline}_",
                f"outlines _{word.outline} {after}",
                f"outlines {before} {word.outline} {after}",
            ]

    @staticmethod
    def _grammar(doc: Doc) -> Iterator[list[str]]:
        """What the parser makes of it: its relation, what governs it, its preposition."""
        cases = {token.head.i: token.lower_ for token in doc if token.dep_ == "case"}
        for token in doc:
            head, relation = token.head, token.dep_
            lemma = head.lemma_.lower()
            clues = [f"as {relation}"]
            if head.i != token.i:
                clues += [f"of {lemma}", f"as {relation} of {head.pos_}"]
                if is_speech(lemma):
                    clues.append("of speech")
                if is_role(lemma):
                    clues.append(f"as {relation} of role")
                if organisation_type(lemma):
                    clues.append(f"as {relation} of organisation")
                if place_type(lemma):
                    clues.append(f"as {relation} of place")
                if kin(lemma):
                    clues.append(f"as {relation} of kin")
            for noun in (token.i, head.i) if relation in {"flat", "compound"} else (token.i,):
                if noun in cases:
                    clues.append(f"case {cases[noun]}")
            yield clues

    def _known(self, doc: Doc, words: Sequence[_Word]) -> list[list[str]]:
        """The longest known names, as their words and the words beside them see them."""
        found: list[list[str]] = [[] for _ in words]
        small = len(doc) > 0 and doc[0].ent_id_ == "lower"
        i = 0
        while i < len(words):
            end, kinds = self._name(words, i) if words[i].guessed or small else (i, ())
            groups = [kind.partition(":")[0] for kind in kinds if ":" in kind]
            for kind in dict.fromkeys([*kinds, *groups]):
                for place, clue in _of_known(words, i, end, kind):
                    found[place].append(clue)
            i = max(end, i + 1)
        return found

    def _name(self, words: Sequence[_Word], start: int) -> tuple[int, tuple[str, ...]]:
        """Where the longest known name that begins here ends, and its kinds."""
        for end in range(min(len(words), start + LONGEST_NAME), start, -1):
            name = " ".join(word.folded for word in words[start:end])
            if kinds := self.lexicon.names.get(key(name)):
                return end, kinds
        return start, ()


def _of_known(words: Sequence[_Word], start: int, end: int, kind: str) -> Iterator[tuple[int, str]]:
    """The clues of a known name's words and of those beside it."""
    before, after = start > 0, end < len(words)
    joined = (before and words[start - 1].capital) or (after and words[end].capital)
    form = f"{kind} {min(end - start, 2)}"
    for place in range(start, end):
        clue = f"{'first' if place == start else 'in'} {form}"
        yield place, clue
        yield place, f"{clue} {'part' if joined else 'whole'}"
    if end - start == 1:
        yield start, f"first {kind} alike {words[start].alike}"
        yield start, f"first {kind} alike {words[start].alike} {words[start].outline}"
    if before:
        yield start - 1, f"before {form}"
    if after:
        yield end, f"behind {form}"
