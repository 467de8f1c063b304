"""Other names in the place of those of a treebank sentence, its tree mended to fit."""

import random
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from tests.training.words import Word

LISTS = Path(__file__).parent / "names.toml"


@dataclass(frozen=True, slots=True)
class NameLists:
    given: tuple[str, ...]
    surnames: tuple[str, ...]
    particles: tuple[str, ...]
    syllables: tuple[str, ...]
    endings: tuple[str, ...]
    places: tuple[str, ...]
    organisations: tuple[str, ...]
    fields: tuple[str, ...]
    bodies: tuple[str, ...]

    @classmethod
    def read(cls) -> "NameLists":
        lists = tomllib.loads(LISTS.read_text(encoding="utf-8"))
        return cls(**{name: tuple(words.split()) for name, words in lists.items()})


def swap_names(
    words: list[Word], dice: random.Random, lists: NameLists, *, freely: bool = False
) -> list[Word]:
    """Each person, and each place or organisation of one word, under another name.

    `freely`: longer names of places and organisations as well, whose inner grammar is then lost.
    """
    start = 0
    while start < len(words):
        end = name_end(words, start)
        if end > start:
            names = new_name(words[start:end], dice, lists, freely=freely)
            if names:
                words = put(words, start, end, names)
                end = start + len(names)
        start = max(end, start + 1)
    return words


def name_end(words: list[Word], start: int) -> int:
    """Where the name ends that begins at `start`: as annotated, or else proper noun and flat."""
    end = start + 1
    first = words[start]
    if first.upos != "PROPN":
        return start
    if first.entity is None:
        while end < len(words) and words[end].relation == "flat" and words[end].head == start:
            end += 1
        return end if end > start + 1 else start
    if not first.entity.startswith("B-"):
        return start
    while end < len(words) and (words[end].entity or "O").startswith("I-"):
        end += 1
    return end


def new_name(name: list[Word], dice: random.Random, lists: NameLists, *, freely: bool) -> list[str]:
    """The words of another name of the same kind; none where its grammar would change."""
    kind = (name[0].entity or "B-PER").removeprefix("B-")
    proper = all(word.text[0].isalpha() and word.upos == "PROPN" for word in name)
    if kind == "PER":
        return person(len(name), dice, lists) if proper else []
    if freely and kind == "ORG":
        return organisation(dice, lists)
    if not freely and (not proper or len(name) > 1 or name[0].xpos != "NNP"):
        return []
    return [dice.choice(lists.places) if kind == "LOC" else short_organisation(dice, lists)]


def short_organisation(dice: random.Random, lists: NameLists) -> str:
    """A known one or letters: 'RNE'"""
    if dice.random() < 0.7:
        return dice.choice(lists.organisations)
    return "".join(dice.choices("ABCDEFGHIJKLMNOPRSTUVW", k=dice.choice((2, 3, 3, 3, 4, 4, 5))))


def organisation(dice: random.Random, lists: NameLists) -> list[str]:
    """'Reuters', 'Health Ministry', 'Boston Police', 'University of Lima', 'Hall & Wood'"""
    way, place, body = dice.random(), dice.choice(lists.places), dice.choice(lists.bodies)
    if way < 0.45:
        return [short_organisation(dice, lists)]
    if way < 0.6:
        return [dice.choice(lists.fields), body]
    if way < 0.7:
        return [place, *([dice.choice(lists.fields)] if dice.random() < 0.4 else []), body]
    if way < 0.85:
        return [dice.choice(("University", "Bank", "Republic", body)), "of", place]
    if way < 0.95:
        return [surname(dice, lists), body]
    return [surname(dice, lists), "&", surname(dice, lists)]


def person(length: int, dice: random.Random, lists: NameLists) -> list[str]:
    """A surname or given name for one word; otherwise a full name, at times with particles."""
    if length == 1:
        return [dice.choice(lists.given) if dice.random() < 0.4 else surname(dice, lists)]
    names = [dice.choice(lists.given)]
    if dice.random() < 0.2:
        names.append(dice.choice(lists.given))
    if dice.random() < 0.15:
        names.append(dice.choice(lists.particles))
    names.append(surname(dice, lists))
    if dice.random() < 0.15:
        names.append(surname(dice, lists))
    return names


def surname(dice: random.Random, lists: NameLists) -> str:
    """Half of them known, half invented, so that their letters cannot be learned by heart."""
    if dice.random() < 0.5:
        return dice.choice(lists.surnames)
    parts = [dice.choice(lists.syllables) for _ in range(dice.randint(1, 3))]
    return "".join([*parts, dice.choice(lists.endings)]).capitalize()


def put(words: list[Word], start: int, end: int, names: list[str]) -> list[Word]:
    """`words` with words[start:end] called `names`; unchanged if they are not one branch.

    The first of the names takes the place of the branch in the tree, the others are flat on it.
    A name of one word keeps its place and what hangs on it.
    """
    inside = range(start, end)
    tops = [place for place in inside if words[place].head not in inside or
            words[place].head == place]  # fmt: skip
    if len(tops) != 1:
        return words
    top = words[tops[0]]
    more = len(names) - (end - start)

    def moved(head: int) -> int:
        return start if head in inside else head + more * (head >= end)

    kind = (top.entity or "O").partition("-")[2]
    new = [
        replace(
            top,
            text=text,
            lemma=text,
            xpos="NNP",
            feats="Number=Sing",
            head=moved(top.head) if place == 0 else start,
            relation=top.relation if place == 0 else "flat",
            space=words[end - 1].space if place == len(names) - 1 else True,
            entity=None if top.entity is None else f"{'I' if place else 'B'}-{kind}",
        )
        for place, text in enumerate(names)
    ]
    before, after = words[:start], words[end:]
    return [
        *(replace(word, head=moved(word.head)) for word in before),
        *new,
        *(replace(word, head=moved(word.head)) for word in after),
    ]
