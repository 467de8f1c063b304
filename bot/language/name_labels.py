"""Is a name a person's, a place's or an organisation's?  Each piece of evidence has its weights.

`data/name_weights.toml` holds them, and says what they were fitted on.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Doc

from bot.language import name_chances
from bot.language.english import plain
from bot.language.lexicon import (
    covers,
    is_role,
    is_speech,
    is_thought,
    is_title,
    kin,
    organisation_type,
    place_type,
)
from bot.language.name_words import Word, organisation_named, place_named
from bot.language.word_tables import table, word_list

LABELS = ("PER", "ORG", "LOC", "MISC")  # at a tie the first wins
Scores = Mapping[str, float]
SURELY_OF_PEOPLE = frozenset({"after title", "after a country's", "before age", "before who"})
OF_PEOPLE = SURELY_OF_PEOPLE | {
    f"{beside} {what}" for beside in ("after", "before apposed") for what in ("role", "kin")
}
SURELY_OF_ORGANISATIONS = frozenset(
    {"before apposed organisation noun", "after organisation noun and comma"}
)
_LONG = 6  # letters beyond which capitals alone make no initials


class Known:
    """The names of an article and what their parts stand for."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.full = {plain(name).removeprefix("the "): label for name, label in names.items()}
        self.parts: dict[str, set[str]] = defaultdict(set)
        for name, label in self.full.items():
            words = name.split()
            if label == "PER":
                for start in range(len(words)):
                    for end in range(start + 1, len(words) + 1):
                        self.parts[" ".join(words[start:end])].add(label)
            elif label == "ORG" and len(words) > 1:
                self.parts[words[-1]].add(label)
                for initials in initials_of(name):
                    self.parts[initials].add(label)
        every = (name.split() for name in [*self.full, *self.parts])
        self.beginnings = {words[0] for words in every if words}  # an accent alone has no word

    def label(self, text: str) -> str | None:
        """The label of a known name or of an unambiguous part of one: a surname, initials."""
        folded = plain(text).removeprefix("the ")
        if label := self.full.get(folded):
            return label
        parts = self.parts.get(folded, set())
        return next(iter(parts)) if len(parts) == 1 else None


def initials_of(name: str) -> set[str]:
    """'bank of rota' -> {'br', 'bor'}"""
    words = name.replace("-", " ").split()
    long = [word for word in words if word not in {"of", "the", "for", "and", "de", "del", "la"}]
    return {"".join(word[0] for word in some) for some in (words, long)}


def label_of(scores: Scores) -> str:
    """The likeliest label."""
    return max(LABELS, key=lambda label: scores[label])


def scores_of(doc: Doc, words: list[Word], start: int, end: int) -> dict[str, float]:
    """How much speaks for each label."""
    scores = dict.fromkeys(LABELS, 0.0)
    weights = _weights()
    for piece in dict.fromkeys(evidence(doc, words, start, end)):  # sums are not to wait on a hash
        for label, weight in weights.get(piece, {}).items():
            scores[label] += weight
    return scores


@cache
def _weights() -> dict[str, dict[str, float]]:
    return table("name_weights")


def evidence(doc: Doc, words: list[Word], start: int, end: int) -> Iterator[str]:
    """What speaks for one label or another, by name."""
    yield "always"
    yield from _form(doc, words, start, end)
    yield from _guess(doc, start, end)
    others = [*doc[:start], *doc[end:]] if len(doc) < end - start + 4 else [*doc]
    if not any(token.is_alpha for token in others):
        yield "alone"
    yield from _before(doc, words, start)
    yield from _after(doc, words, end)


def _form(doc: Doc, words: list[Word], start: int, end: int) -> Iterator[str]:
    text = doc[start:end].text
    length = end - start
    first, last = words[start], words[end - 1]
    count = "several" if length > 1 else "single"
    final = words[end - 2] if length > 1 and (last.numeral or doc[end - 1].is_digit) else last
    head = next((words[i - 1] for i in range(start + 1, end) if words[i].small), final)
    yield f"words {min(length, 4)}"
    if place_named(text):
        also_given = first.given and length == 1
        yield "well-known place, also a given name" if also_given else "well-known place"
    if organisation_named(text):
        yield "well-known organisation"
    if head.organisation:
        yield f"form of organisation, {count if head is final else 'with of'}"
    if head.place:
        yield f"form of place, {count}"
    if head.thing:
        yield "form of thing"
    if first.folded in _media() or last.folded in _media():
        yield "form of newspaper"
    if first.given:
        yield f"given name, {count}" if first.given != "word" else f"given word, {count}"
    if length > 1:
        if any(word.initial for word in words[start:end]):
            yield "initial"
        if any(word.particle and not word.capital for word in words[start:end]):
            yield "particle"
        if first.people or first.nationality:
            yield "people first"
    if last.folded in word_list("titles", "titles", "suffixes"):
        yield "suffix"
    if any(token.text == "&" for token in doc[start:end]):
        yield "ampersand"
    if last.shouted and length == 1 and len(text) <= _LONG:
        yield "initials"
    elif all(word.shouted for word in words[start:end]):
        yield "shouted"
    if any(_has_capital_inside(token.text) for token in doc[start:end]):
        yield "capital inside"
    if any(token.is_digit or words[token.i].numeral for token in doc[start:end]):
        yield "number"


def _has_capital_inside(text: str) -> bool:
    """'YouTube', 'McBride'"""
    return text.isalpha() and len(text) > 3 and not text[1:].islower() and not text.isupper()


def _guess(doc: Doc, start: int, end: int) -> Iterator[str]:
    """What the pipeline makes of it."""
    found = False
    for entity in doc.ents:
        if entity.start < end and start < entity.end:
            found = True
            same = entity.start == start and entity.end == end
            yield f"guessed {entity.label_}" if same else f"partly guessed {entity.label_}"
    if not found:
        yield f"no guess{_doubt(name_chances.of_none(doc, start, end), end - start)}"
    for joint, beside in ((start - 1, start - 2), (end, end + 1)):
        if 0 <= beside < len(doc) and doc[joint].text in {",", "and"} and doc[beside].ent_type_:
            yield f"in a row with guessed {doc[beside].ent_type_}"
    if all(token.pos_ != "PROPN" for token in doc[start:end]):
        yield "untagged"
    yield f"as {doc[start:end].root.dep_.split(':')[0]}"


def _doubt(none: float, words: int) -> str:
    """How sure the tagger is that there is no name."""
    several = " several" if words > 1 else ""
    return next(
        (f", sure .{least}{several}" for least in (99, 95, 80, 50) if none >= least / 100), ""
    )


def _before(doc: Doc, words: list[Word], start: int) -> Iterator[str]:
    if start == 0:
        yield "first"
        return
    word, token = words[start - 1], doc[start - 1]
    if word.title and word.capital:
        yield "after title"
    elif word.folded in {"in", "at", "from", "to", "near", "by", "with", "the", "of", "and", ","}:
        yield f"after {word.folded}"
        if word.folded == "of" and start > 1 and place_type(doc[start - 2].lemma_.lower()):
            yield "after place of"
        comma = start - 1 - (word.folded == "the")
        if comma > 0 and doc[comma].text == ",":
            yield f"{_noun(doc, comma - 1, 'after')} and comma"
    elif word.folded in word_list("titles", "cases", "place"):
        yield "after preposition of place"
    elif token.pos_ in {"NOUN", "PROPN", "ADJ"}:
        kind = _noun(doc, start - 1, "after")
        yield kind
        if covers("ship", token.lemma_.lower()):  # whoever it is called after
            yield "after ship"
        plain_noun = kind.removeprefix("after ") in {"NOUN", "ADJ"}
        if plain_noun and not word.capital and _is_of_country(doc, start - 1):
            yield "after a country's"
    elif token.pos_ == "VERB":
        lemma = token.lemma_.lower()
        if lemma in {"call", "name"} and start > 1 and doc[start - 2].pos_ == "NOUN":
            yield _noun(doc, start - 2, "after")  # "a ferry called Solveig"
        else:
            yield "after verb of saying" if is_speech(lemma) else "after verb"
    else:
        yield f"after {token.pos_}"


def _is_of_country(doc: Doc, i: int) -> bool:
    """'Senegal [international] Ana Rota', 'Peru [regular] …': only people are called so.

    What follows a noun is a noun, even where it looks like an adjective; things have an article.
    """
    if i == 0 or not place_named(doc[i - 1].text):
        return False
    return i == 1 or doc[i - 2].pos_ not in {"DET", "ADP", "PROPN"}


def _noun(doc: Doc, i: int, where: str) -> str:
    """What kind of noun stands beside the name: 'after kin', 'before apposed place'."""
    noun = doc[i].lemma_.lower()
    if noun in word_list("titles", "forms", "thing"):
        return f"{where} thing"
    if organisation_type(noun):
        return f"{where} organisation noun"
    if is_role(noun) or is_title(noun):
        return f"{where} role"
    if kin(noun):
        return f"{where} kin"
    if place_type(noun):
        return f"{where} place noun"
    return f"{where} {doc[i].pos_}"


def _after(doc: Doc, words: list[Word], end: int) -> Iterator[str]:
    if end >= len(doc):
        yield "last"
        return
    word, token = words[end], doc[end]
    lemma = token.lemma_.lower()
    if word.folded in {"'s", "’s", "'", "’"}:
        yield "before 's"
    elif word.folded in word_list("titles", "forms", "place_after"):
        yield "before place noun"
    elif word.folded in word_list("titles", "forms", "organisation_after"):
        yield "before organisation noun"
    elif word.folded in word_list("titles", "forms", "thing"):
        yield "before thing"
    elif token.pos_ == "VERB":
        yield "before verb of saying" if is_speech(lemma) or is_thought(lemma) else "before verb"
    elif word.folded == "," and end + 1 < len(doc):
        yield from _after_comma(doc, end + 1)
    else:
        yield f"before {token.pos_}"


def _after_comma(doc: Doc, start: int) -> Iterator[str]:
    token = doc[start]
    if token.like_num and len(token) <= 3 and start + 1 < len(doc) and doc[start + 1].text == ",":
        yield "before age"
    elif token.lower_ in {"who", "whom"}:
        yield "before who"
    elif token.lower_ == "which":
        yield "before which"
    elif place_named(token.text):
        yield "before comma and place"
    elif (head := apposed(doc, start)) is not None:
        yield _noun(doc, head, "before apposed")
    else:
        yield "before comma"


def apposed(doc: Doc, start: int) -> int | None:
    """The head of what may be an apposition beginning here: ', a [researcher] at …'."""
    last = None
    for i in range(start, min(start + 8, len(doc))):
        if doc[i].pos_ in {"NOUN", "PROPN"}:
            last = i
        elif doc[i].text == "-" or doc[i - 1].text == "-":  # "a Rota-based group"
            continue
        elif doc[i].pos_ not in {"DET", "ADJ", "NUM", "PRON", "ADV", "PART", "CCONJ"} or (
            doc[i].tag_ in {"WDT", "WP", "WP$"}
        ):
            break
    return last if last is not None and doc[last].pos_ == "NOUN" else None


@cache
def _media() -> frozenset[str]:
    return word_list("titles", "forms", "media")
