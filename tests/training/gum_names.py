"""The names in GUM, read from its entity column as Universal NER would mark them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tests.training.words import Word

KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}
# "(3-person-new-sssss-cf1-1-coref-Byron" opens a mention, "3)" closes it, "(3-...)" is one word.
MARK = re.compile(
    r"\((?P<id>[^-()]+)-(?P<kind>[a-z]+)-(?P<rest>[^()]*)(?P<close>\)?)|(?P<end>[^()]+)\)"
)
HEADS = re.compile(r"\d+(?:,\d+)*")  # "1,2,3": the words of the mention that name it
LINKS = {"of", "the", "and", "for", "de", "du", "la", "del", "&", "-", "'s"}
PROPER = {"NNP", "NNPS"}
COUNTRIES_ACT = {"Belgium", "Russia", "China", "Iran", "Israel", "France", "Germany", "Canada"}


def with_names(words: Sequence[Word], rows: Sequence[Sequence[str]]) -> tuple[Word, ...]:
    """The words with the names that are sure; other proper nouns stay unknown, the rest is O."""
    tags: list[str | None] = [None if word.xpos in PROPER else "O" for word in words]
    for start, end, kind, heads in sorted(mentions(rows), key=lambda m: m[0] - m[1]):
        named = [start + int(head) - 1 for head in heads.split(",")]
        if kind == "person":  # "US President Barack Obama": the name begins with its head
            top = next((p for p in named if words[p].head not in named or words[p].head == p), 0)
            named = [place for place in named if place >= top]
        while named and words[named[0]].relation == "nmod:desc":  # "President Bush"
            del named[0]
        if not named or named != list(range(named[0], named[-1] + 1)) or named[-1] >= end:
            continue
        name = [words[place] for place in named]
        if sure(name, kind) and all(tags[place] in {None, "O"} for place in named):
            for place in named:
                tags[place] = f"{'B' if place == named[0] else 'I'}-{kind_of(name, kind)}"
    return tuple(replace(word, entity=tag) for word, tag in zip(words, tags, strict=True))


def sure(name: Sequence[Word], kind: str) -> bool:
    """Proper nouns from first to last; no 'Secretary of State', no 'Arabs' among persons."""
    if name[0].xpos not in PROPER or name[-1].xpos not in PROPER:
        return False
    if any(word.xpos not in PROPER and word.text.lower() not in LINKS for word in name):
        return False
    return kind != "person" or all(word.xpos == "NNP" for word in name)


def kind_of(name: Sequence[Word], kind: str) -> str:
    """A country is a place also where it acts."""
    return "LOC" if len(name) == 1 and name[0].text in COUNTRIES_ACT else KINDS[kind]


def mentions(rows: Sequence[Sequence[str]]) -> list[tuple[int, int, str, str]]:
    """(start, end, kind, heads) of persons, places and organisations, words counted from 0."""
    found = []
    open_: dict[str, list[tuple[int, str, str]]] = {}
    words = (row for row in rows if row[0].isdigit())
    for place, row in enumerate(words):
        column = next((part for part in row[9].split("|") if part.startswith("Entity=")), "")
        for mark in MARK.finditer(column.removeprefix("Entity=")):
            if mark["kind"]:
                open_.setdefault(mark["id"], []).append((place, mark["kind"], mark["rest"]))
            key = mark["id"] if mark["close"] else mark["end"]
            if key and open_.get(key):
                start, kind, rest = open_[key].pop()
                heads = next((part for part in rest.split("-") if HEADS.fullmatch(part)), "")
                if kind in KINDS and heads:
                    found.append((start, place + 1, kind, heads))
    return found
