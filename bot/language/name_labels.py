"""Is a name a person's, a place's or an organisation's?  Evidence is weighed; the role beside it found.

The weights were set by hand and tried on the development part of Universal NER's English EWT.
"""

from collections import defaultdict
from collections.abc import Mapping

from spacy.tokens import Doc

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
    word_list,
)
from bot.language.name_words import Word, look, place_named

UNSURE = 0.9  # evidence below this makes no person, place or organisation
LABELS = ("PER", "ORG", "LOC", "MISC")  # at a tie the first wins


class Known:
    """The names of an article and what their parts stand for."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.full = {plain(name): label for name, label in names.items()}
        self.parts: dict[str, set[str]] = defaultdict(set)
        for name, label in self.full.items():
            words = name.split()
            if label == "PER":
                for i in range(len(words)):
                    for j in range(i + 1, len(words) + 1):
                        self.parts[" ".join(words[i:j])].add(label)
            elif label == "ORG" and len(words) > 1:
                self.parts["".join(word[0] for word in words if word not in {"of", "the", "for", "and"})].add(label)
                self.parts[words[-1]].add(label)

    def label(self, text: str) -> str | None:
        """The label of a known name or an unambiguous part of one: a surname, initials."""
        folded = plain(text).removeprefix("the ")
        found = self.full.get(folded) or self.full.get(f"the {folded}")
        if found:
            return found
        parts = self.parts.get(folded, set())
        return next(iter(parts)) if len(parts) == 1 else None


def label_of(doc: Doc, words: list[Word], start: int, end: int, known: Known) -> tuple[str, float]:
    """The likeliest label and by how much it leads."""
    text = doc[start:end].text
    if label := known.label(text):
        return label, 5.0
    scores = dict.fromkeys(LABELS, 0.0)
    _weigh_form(doc, words, start, end, scores)
    _weigh_before(doc, words, start, end, scores)
    _weigh_after(doc, words, start, end, scores)
    for i in range(start, end):
        if doc[i].ent_type_ in scores:
            scores[doc[i].ent_type_] += 2.0 / (end - start)
    scores["MISC"] += UNSURE
    best = sorted(LABELS, key=lambda label: -scores[label])
    return best[0], scores[best[0]] - scores[best[1]]


def _weigh_form(
    doc: Doc, words: list[Word], start: int, end: int, scores: dict[str, float]
) -> None:
    text = doc[start:end].text
    several = end - start > 1
    first, last = words[start], words[end - 1]
    head = next((words[i - 1] for i in range(start + 1, end) if words[i].small), last)
    if place_named(text):
        scores["LOC"] += 4.0
    if head.organisation:
        scores["ORG"] += 3.0 if several else 1.0
    if head.place:
        scores["LOC"] += 2.5 if several else 1.0
    if head.thing:
        scores["MISC"] += 3.0
    if last.shouted and not several and len(text.replace(".", "")) <= 6:
        scores["ORG"] += 2.0
    if first.given in {"m", "f", "any"}:
        scores["PER"] += 2.5 if several else 1.5
    elif first.given and several:
        scores["PER"] += 1.0
    if any(word.initial for word in words[start:end]) and several:
        scores["PER"] += 1.0
    if last.folded in word_list("titles", "titles", "suffixes"):
        scores["PER"] += 3.0
    if any(token.text == "&" for token in doc[start:end]):
        scores["ORG"] += 2.0
    if several and end - start <= 3:
        scores["PER"] += 0.3
    if words[start].people and several:
        scores["ORG"] += 0.5


def _weigh_before(
    doc: Doc, words: list[Word], start: int, end: int, scores: dict[str, float]
) -> None:
    if start == 0:
        return
    before = words[start - 1]
    token = doc[start - 1]
    if before.title and before.capital:
        scores["PER"] += 4.0
    if before.folded in word_list("titles", "cases", "place"):
        scores["LOC"] += 1.5 if before.folded == "in" else 0.8
    elif before.folded == "the":
        scores["PER"] -= 1.5
        scores["ORG"] += 1.0
    elif token.pos_ in {"NOUN", "PROPN"}:
        noun = token.lemma_.lower()
        if is_role(noun) or kin(noun) or is_title(noun):
            scores["PER"] += 0.5 if organisation_type(noun) else 2.5
        if organisation_type(noun):
            scores["ORG"] += 2.0
        elif place_type(noun):
            scores["LOC"] += 1.0
    elif before.folded == "of" and start > 1 and place_type(doc[start - 2].lemma_.lower()):
        scores["LOC"] += 3.0
    elif is_speech(token.lemma_.lower()):
        scores["PER"] += 1.0


def _weigh_after(
    doc: Doc, words: list[Word], start: int, end: int, scores: dict[str, float]
) -> None:
    if end >= len(doc):
        return
    after = words[end]
    token = doc[end]
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and (is_speech(lemma) or is_thought(lemma)):
        scores["PER"] += 1.0
        scores["ORG"] += 0.6
    elif after.folded in word_list("titles", "forms", "place_after"):
        scores["LOC"] += 2.5
    elif after.folded in word_list("titles", "forms", "organisation_after"):
        scores["ORG"] += 2.5
    elif after.folded in word_list("titles", "forms", "thing") and not after.capital:
        scores["MISC"] += 1.5
    elif after.folded == "," and end + 1 < len(doc):
        if doc[end + 1].like_num and len(doc[end + 1]) <= 3 and end + 2 < len(doc) and doc[end + 2].text == ",":
            scores["PER"] += 3.0
        elif place_named(doc[end + 1].text):
            scores["LOC"] += 2.0
        elif head := apposed(doc, end + 1):
            noun = doc[head].lemma_.lower()
            if is_role(noun) or kin(noun):
                scores["PER"] += 2.0
            elif organisation_type(noun):
                scores["ORG"] += 2.0
            elif place_type(noun):
                scores["LOC"] += 2.0


def apposed(doc: Doc, start: int) -> int | None:
    """The head of what may be an apposition beginning here: ', a [researcher] at …'."""
    last = None
    for i in range(start, min(start + 8, len(doc))):
        if doc[i].pos_ in {"NOUN", "PROPN"}:
            last = i
        elif doc[i].pos_ not in {"DET", "ADJ", "NUM", "PRON", "ADV", "PART", "PUNCT", "CCONJ"} or (
            doc[i].text == "," and last is not None
        ):
            break
    return last if last is not None and doc[last].pos_ == "NOUN" else None


def role_of(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The title or role beside a person's name: '[opposition leader] Ana Rota', 'Ana Rota, [a researcher]'."""
    i = start
    while i > 0 and _in_role(doc, i - 1):
        i -= 1
    if i < start and any(_is_head(doc, k) for k in range(start - 1, max(i, start - 2) - 1, -1)):
        while i < start and doc[i].text in {"and", "-", ",", "'s", "’s"}:
            i += 1
        return i, start
    if end + 1 < len(doc) and doc[end].text == "," and (head := apposed(doc, end + 1)) is not None:
        if _is_head(doc, head):
            first = end + 1
            while doc[first].pos_ in {"DET", "PUNCT"}:
                first += 1
            return first, head + 1
    return None


def _in_role(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.pos_ in {"NOUN", "ADJ", "PROPN"} or look(token.text).title:
        return True
    return (token.text == "-") or (token.text == "and" and i > 0 and _is_head(doc, i - 1))


def _is_head(doc: Doc, i: int) -> bool:
    noun = doc[i].lemma_.lower()
    return is_role(noun) or kin(noun) is not None or is_title(noun) or covers("person", noun)
