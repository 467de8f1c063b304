"""How far a sentence says what a question asks: which words of one stand for words of the other.

Two words match by the keys they share (`language.keys`), by the entity they name (1.0, through a
pronoun 0.8), or as synonyms (0.6).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from bot.language import lexicon, opposites, thesaurus
from bot.language.frames import Frame, Part, base, beside, wordings
from bot.language.keys import FAMILY, LEADING, is_content, keys
from bot.language.names import Name
from bot.language.terms import fold, stem
from bot.questions import Asked
from bot.story import Story

Keys = Mapping[str, float]

SYNONYM = 0.6  # strength
AKIN = 0.4  # least nearness in meaning of words that may say the same
MEANING = {"NOUN", "VERB", "ADJ", "ADV"}
WHENEVER = {"ever", "once", "already", "yet"}  # 'Was he ever tried?' asks whether he was tried


def question_keys(token: Token, *, widely: bool = False) -> dict[str, float]:
    """The keys of a question's word: its own, its synonyms' and what implies it: who was killed died.

    Widely also of what is near in meaning (`thesaurus`).
    """
    found = keys(token)
    if token.pos_ == "VERB":
        heads = "go" in lexicon.families(fold(base(token))) and _has_object(token)
        for family in () if heads else lexicon.implied_by(fold(base(token))):
            found.setdefault(f"f:{family}", FAMILY)
        leads = not lexicon.families("lead").isdisjoint(lexicon.families(fold(base(token))))
        if leads and _has_object(token):
            found.setdefault(LEADING, FAMILY)
    if token.pos_ in {"NOUN", "ADJ"}:
        for synonym in lexicon.synonyms(fold(token.lemma_)):
            found.setdefault(f"w:{stem(synonym)}", SYNONYM)
    if widely and token.pos_ in MEANING:
        for wording in wordings(token, fold(base(token))):
            _add_akin(found, wording)
    return found


def _add_akin(found: dict[str, float], wording: str) -> None:
    """Add the keys of what is near in meaning to a word or an expression, but for its opposites."""
    for other, nearness in thesaurus.near(wording).items():
        key = f"p:{other}" if " " in other else f"w:{stem(other)}"
        if nearness >= AKIN and other not in opposites.against(wording):
            found[key] = max(min(nearness, SYNONYM), found.get(key, 0.0))


def _has_object(verb: Token) -> bool:
    """'Who [heads] the party?'; not 'Where is she heading?'"""
    return any(c.dep_ in {"obj", "nsubj:pass"} for c in verb.children)


@dataclass(frozen=True, slots=True)
class Needed:
    """A word of the question that an answering sentence should match."""

    token: int  # index in the question
    keys: Keys
    weight: float  # > 0: how telling the word is
    is_name: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which words of a sentence stand for the question's."""

    pairs: tuple[tuple[int, int, float], ...]  # question token, sentence token, strength (0, 1]
    coverage: float  # [0, 1]: weighted share of the question's words found in the sentence
    missing: tuple[int, ...]  # question tokens not found

    def of(self, question_token: int) -> Iterator[tuple[int, float]]:
        """Sentence tokens and strengths for a question's word."""
        return ((s, strength) for q, s, strength in self.pairs if q == question_token)


def align(needed: Sequence[Needed], by_key: Mapping[str, Sequence[tuple[int, float]]]) -> Alignment:
    """Match each needed word with every sentence word that shares a key.

    `by_key` gives, for each key, the sentence's tokens and the key's strength there.
    """
    found: dict[int, dict[int, float]] = {}
    for word in needed:
        best = found.setdefault(word.token, {})
        for key, strength in word.keys.items():
            for token, own in by_key.get(key, ()):
                best[token] = max(best.get(token, 0.0), min(strength, own))
    taken = {
        token for best in found.values() for token, strength in best.items() if strength == 1.0
    }
    pairs: list[tuple[int, int, float]] = []
    missing: list[int] = []
    got = total = 0.0
    for word in needed:
        # A word that stands there exactly cannot stand for another as well.
        best = {t: s for t, s in found[word.token].items() if s == 1.0 or t not in taken}
        total += word.weight
        if best:
            got += word.weight * max(best.values())
            pairs.extend((word.token, token, strength) for token, strength in best.items())
        else:
            missing.append(word.token)
    return Alignment(tuple(pairs), got / total if total else 0.0, tuple(missing))


def role_of(frame: Frame, token: int, edges: Sequence[tuple[int, int]]) -> Part | None:
    """The part of a frame whose words hold `token`; the narrowest; None when outside.

    `edges[i]` is the subtree of token i as tokens [start, end).
    """
    found: tuple[int, Part] | None = None
    for argument in frame.arguments:
        start, end = edges[argument.head]
        inside = argument.head == token or (
            start <= token < end and not (start <= frame.head < end)
        )
        if inside and (found is None or end - start < found[0]):
            found = end - start, argument.part
    return found[1] if found else None


def _relatives(asked: Asked, name: Name, story: Story, article: int | None) -> dict[str, float]:
    """The keys of those whom "Ana's widower" can be, where the story tells who that is."""
    after = asked.doc[name.end : name.end + 2]
    if len(after) < 2 or after[0].tag_ != "POS" or lexicon.kin(fold(after[1].lemma_)) is None:
        return {}
    words, noun = asked.doc[name.start : name.end].text, fold(after[1].lemma_)
    return {
        f"e:{number}:{other}": 1.0
        for number, table in enumerate(story.tables)
        if article is None or number == article
        for entity in table.find(words)
        for other in table.relatives(entity.id, noun)
    }


def _is_counted_people(token: Token) -> bool:
    """'Were the 14 [people] freed?': the figure stands for them"""
    is_people = token.lemma_.lower() in {"people", "person"}
    return is_people and any(c.like_num for c in token.lefts) and token.i + 1 < len(token.doc)


def needed_words(
    asked: Asked, story: Story, article: int | None = None, *, widely: bool = False
) -> list[Needed]:
    """The words of the question that a sentence should match, without the asked phrase itself.

    With `article` names are looked up in that article only; widely, words near in meaning match.
    """
    named: dict[int, dict[str, float]] = {}
    for name in asked.names:
        who = {
            f"e:{number}:{entity.id}": 1.0
            for number, table in enumerate(story.tables)
            if article is None or number == article
            for entity in table.find(asked.doc[name.start : name.end].text)
        }
        named.update(dict.fromkeys(range(name.start, name.end), who))
        if kin := _relatives(asked, name, story, article):
            named.update(dict.fromkeys(range(name.start, name.end), who | kin))
            named[name.end + 1] = kin
    said_by = {place: verb for verb in asked.doc for place in beside(verb)}
    found = []
    for token in asked.doc:
        if not is_content(token) or token.i == asked.word:
            continue
        if asked.tells_the_hole(token.i) or _is_counted_people(token):
            continue
        if asked.word < 0 and token.lower_ in WHENEVER and token.pos_ == "ADV":
            continue
        own = question_keys(token, widely=widely)
        if token.i in said_by:
            of_verb = question_keys(said_by[token.i], widely=widely)
            own.update((key, s) for key, s in of_verb.items() if not key.startswith("w:"))
        for one in asked.expressions if widely else ():
            if token.i in one.tokens:
                _add_akin(own, one.text)
        own.update(named.get(token.i, {}))
        weight = story.index.weight(stem(token.text))
        found.append(Needed(token.i, own, weight, token.i in named))
    return found


def has_word_for(noun: Token, story: Story, *, loosely: bool) -> bool:
    """Whether the story has a noun, its event, or a kind of what it says: "tanker" for 'ship'.

    Loosely a synonym will do, and a word for more than the noun: "people" for 'children'.
    """
    lemma = fold(noun.lemma_)
    wordings = {stem(noun.text), stem(lemma)}
    if loosely:
        wordings |= {stem(word) for word in lexicon.synonyms(lemma)}
    if lemma == "percent":
        return any("%" in reading.doc.text for reading in story.readings)
    if not wordings.isdisjoint(story.index.vocabulary) or lexicon.event_of(lemma) is not None:
        return True
    if loosely and (land := lexicon.country_of(noun.text)):
        return any(lexicon.country_of(word.title()) == land for word in story.vocabulary.counts)
    return any(
        lexicon.covers(lemma, word) or (loosely and lexicon.covers(word, lemma))
        for word in story.ordinary
    )
