"""The words of a question in another language, each with its English."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.language.english import plain
from bot.language.foreign import Foreign, Piece
from bot.language.lexicon import is_role

_TOKEN = re.compile(
    r"[“\"«][^”\"»]+[”\"»]|\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:-[^\W\d_]+)*"
)
_LONGEST = 7  # words of a phrase or a name
# After these a verb form is a noun: 'los detenidos', 'la compra', 'cuántos heridos'.
_BEFORE_NOUN = {"article", "determiner", "number"}
_FINITE = {"past", "now", "will"}
_SMALL = {"preposition", "conjunction", "article"}
_BEFORE_THING = {"what", "how many", "how much"}


def pieces(question: str, language: Foreign, names: Collection[str] = ()) -> list[Piece]:
    """The question word by word; names, quoted words and what is unknown stay as typed."""
    text = question.lower() if question.isupper() else question
    known = {tuple(plain(word) for word in _tokens(name, language)) for name in names}
    reading = _Reading(language, _said_plainly(_tokens(text, language), language), known)
    found: list[Piece] = []
    at = 0
    while at < len(reading.tokens):
        size, piece = reading.next(at, found)
        at += size
        if piece.form == "base" and [p.english for p in found[-2:]] == ["to", "the"]:
            found[-2:] = [Piece("while", "preposition")]  # 'al salir'
        found.append(piece)
    return found


def _tokens(text: str, language: Foreign) -> list[str]:
    """Words, numbers and quotations; what is written in one is taken apart: 'del' is 'de el'."""
    for one, several in language.contractions.items():
        text = re.sub(rf"\b{one}\b", several, text)
    return _TOKEN.findall(text)


def _said_plainly(tokens: Sequence[str], language: Foreign) -> list[str]:
    """'a qué se dedica X' -> 'cuál es el trabajo de X'"""
    found: list[str] = []
    at = 0
    while at < len(tokens):
        folded = tuple(plain(token) for token in tokens[at : at + _LONGEST])
        sizes = range(len(folded), 0, -1)
        size = next((size for size in sizes if folded[:size] in language.idioms), 0)
        found += language.idioms[folded[:size]] if size else [tokens[at]]
        at += size or 1
    return found


@dataclass(frozen=True, slots=True)
class _Reading:
    """A question that is being read."""

    language: Foreign
    tokens: Sequence[str]
    known: Collection[tuple[str, ...]]  # the names, folded, word by word

    def next(self, at: int, before: Sequence[Piece]) -> tuple[int, Piece]:
        """How many tokens from `at` on are one piece, and which."""
        tokens, words, questions = self.tokens, self.language.senses, self.language.questions
        opening = all(piece.tag in {"conjunction", "preposition"} for piece in before)
        folded = tuple(plain(token) for token in tokens[at : at + _LONGEST])
        for size in range(len(folded), 0, -1):
            if folded[:size] in self.known and (size > 1 or folded[0] not in words):
                return size, self._named(at, size)
            if size == 1 and tokens[at][0].isupper() and any(folded[0] in n for n in self.known):
                return 1, self._named(at, 1)  # a surname that is also a word
            phrase = " ".join(folded[:size])
            last = tokens[at + size - 1].lower()
            asks = (
                opening
                or plain(last) != last
                or phrase in self.language.words_of("marks", "anywhere")
            )
            if asks and phrase in questions:
                return size, questions[phrase]
            if size > 1 and phrase in words:
                return size, words[phrase][0]
        size = self._capitals(at)
        if size and (size > 1 or folded[0] not in words):
            inner = [plain(token) for token in tokens[at : at + size]]
            if not all(word in words or word in self._particles for word in inner):
                first = words.get(inner[0], [None])[0]
                if size > 1 and first and first.tag == "noun" and is_role(first.english):
                    return 1, first  # 'Ministro X'
                return size, self._named(at, size)
        return 1, self._chosen(at, before[-1] if before else None)

    @property
    def _particles(self) -> frozenset[str]:
        return self.language.words_of("names", "particles")

    def _named(self, at: int, size: int) -> Piece:
        name = " ".join(self.tokens[at : at + size])
        for one, several in self.language.contractions.items():
            name = re.sub(rf"\b{several}\b", one, name)
        return Piece(name, "name")

    def _capitals(self, at: int) -> int:
        """How many tokens are a run of capitals, with the particles inside; 0 if not a capital."""
        tokens, particles = self.tokens, self._particles
        if not tokens[at][0].isupper() or (at == 0 and plain(tokens[0]) in self.language.senses):
            return 0
        joins = self.language.words_of("names", "before_particles")
        end = size = 1
        while at + size < len(tokens):
            token, after = tokens[at + size], tokens[at + size + 1 : at + size + 2]
            if token[0].isupper():
                end = size + 1
            elif token not in particles and not (
                token in joins and after and particles.issuperset(after)
            ):
                break
            size += 1
        return end

    def _chosen(self, at: int, before: Piece | None) -> Piece:
        """The sense a word has after the word before it."""
        token = self.tokens[at]
        senses = self.language.senses.get(plain(token))
        if not senses:
            return self._unknown(token, before)
        if senses[0].tag in _SMALL:
            return senses[0]  # 'para' is no form of 'parar'
        is_finite = self.language.is_finite(token)
        wanted = {"verb", "helper"}
        if before is not None and not is_finite:
            if before.tag in _BEFORE_NOUN or (before.tag == "preposition" and not _is_base(senses)):
                wanted = {"noun", "adjective"}
            elif before.form in _FINITE and _is_conjugated(senses[-1]):
                wanted = {"noun"}  # 'pidió ayuda'
            elif before.tag == "question" and before.english in _BEFORE_THING:
                wanted = {"noun", "adjective"} if self._asks_of(senses, at) else wanted
            elif before.tag == "noun" and self._asks_of(senses, at):
                wanted = {"adjective"} if any(s.tag == "adjective" for s in senses) else wanted
        found = next((sense for sense in senses if sense.tag in wanted), None)
        if found is None and before is not None and before.tag == "article":
            found = self.language.cognate(token)
        return found or senses[0]

    def _asks_of(self, senses: Sequence[Piece], at: int) -> bool:
        """'qué ayuda recibió' asks of help, 'qué compra Corbo' has no other verb."""
        later = (self.language.senses.get(plain(token), ()) for token in self.tokens[at + 1 :])
        return not any(map(_is_conjugated, senses)) or any(
            _is_conjugated(sense) for senses in later for sense in senses
        )

    def _unknown(self, token: str, before: Piece | None) -> Piece:
        """A name or a figure; in small letters, where a noun stands, most likely one."""
        if token[0].isdigit():
            return Piece(token, "number")
        known = self.language.cognate(token) if token.islower() else None
        if known is not None:
            follows = known.tag == "noun" and before is not None and before.tag == "noun"
            return replace(known, tag="adjective") if follows else known
        noun = token.islower() and before is not None and before.tag in _BEFORE_NOUN
        return Piece(token, "noun" if noun else "name")


def _is_base(senses: Sequence[Piece]) -> bool:
    return any(sense.form in {"base", "done"} for sense in senses)


def _is_conjugated(sense: Piece) -> bool:
    return sense.tag == "helper" or sense.form in _FINITE
