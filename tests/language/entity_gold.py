"""Compares what the rules find in a story with a gold list made by hand."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from bot.domain import Role
from bot.language import entities, quotes, sentences
from bot.language.entities import Entities, Line
from bot.language.mentions import Mention
from bot.language.names import Name

DATELINE = re.compile(r"^[A-Z][A-Z ]+, [\w ]+ \([A-Z]+\) [—-] ")


@dataclass
class Score:
    """Right, wrong and missed answers of one task."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(self.right + len(self.wrong), 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + len(self.missed), 1)

    def __str__(self) -> str:
        return "\n".join(
            [
                f"precision {self.precision:.3f} recall {self.recall:.3f} right {self.right}",
                *(f"  wrong:  {line}" for line in self.wrong),
                *(f"  missed: {line}" for line in self.missed),
            ]
        )


@dataclass(frozen=True)
class Story:
    """A story as the rules read it, with its gold list."""

    lines: list[Line]
    table: Entities
    gold: dict[str, Any]

    def text(self, mention: Mention) -> str:
        return self.lines[mention.sentence_index].doc[mention.start : mention.end].text


def read(nlp: Language, text: str, gold: str) -> Story:
    """Takes the names from the gold list: it is not they that are tested here."""
    listed = tomllib.loads(gold)
    lines = []
    paragraphs = [p for p in text.split("\n") if p.strip()][1:]
    for number, paragraph in enumerate(paragraphs):
        body = DATELINE.sub("", paragraph)
        for start, end in sentences.split(body):
            doc = nlp(body[start:end])
            names = named(doc, listed["names"])
            spans = [(n.start, n.end) for n in names if n.label != "LOC"]
            found = quotes.find(doc, spans)
            lines.append(Line(doc, names, found, number, _role(body, number)))
    return Story(lines, entities.build(lines), listed)


def _role(paragraph: str, number: int) -> Role:
    if paragraph[-1] not in '.”"?!)':
        return Role.HEADING
    caption = re.search(r"(?:January|Jan\.|March|July) \d+, 20\d\d", paragraph) and number < 4
    return Role.CAPTION if caption else Role.BODY


def named(doc: Doc, names: dict[str, list[str]]) -> list[Name]:
    found: list[Name] = []
    taken: set[int] = set()
    longest = sorted(
        ((w, label) for label in names for w in names[label]), key=lambda n: -len(n[0])
    )
    for word, label in longest:
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", doc.text):
            span = doc.char_span(*match.span(), alignment_mode="expand")
            if span is not None and not taken & set(range(span.start, span.end)):
                taken.update(range(span.start, span.end))
                found.append(Name(span.start, span.end, label))
    return sorted(found, key=lambda name: name.start)


def quoted(story: Story) -> Score:
    score = Score()
    wanted = {(q["words"], q.get("direct", False)): q for q in story.gold["quote"]}
    for index, line in enumerate(story.lines):
        for quote in line.quotes:
            words = line.doc[quote.start : quote.end].text
            entity = story.table.speaker(index, quote)
            said = line.doc[slice(*quote.speaker)].text if quote.speaker else ""
            gold = wanted.pop((words, quote.direct), None)
            by = f"{entity.words if entity else said!r}: {words}"
            if gold is None:
                score.wrong.append(by)
            elif gold["speaker"] in {said, entity.words if entity else said}:
                score.right += 1
            elif not gold.get("optional"):
                score.wrong.append(f"{by} (is {gold['speaker']})")
                score.missed.append(f"{by} (is {gold['speaker']})")
    score.missed += [words for (words, _), q in wanted.items() if not q.get("optional")]
    return score


def referred(story: Story) -> Score:
    score = Score()
    for gold in story.gold["reference"]:
        before, rest = gold["at"].split("[")
        inner, after = rest.split("]")
        pattern = before + inner + after
        places = [(i, line.doc.text.find(pattern)) for i, line in enumerate(story.lines)]
        ((index, start),) = [place for place in places if place[1] >= 0]
        char = start + len(before)
        token = next(t for t in story.lines[index].doc if t.idx <= char < t.idx + len(t))
        entity = story.table.of(index, token.i)
        found = entity.words if entity else ""
        if found == gold["is"]:
            score.right += bool(found)
        else:
            if found:
                score.wrong.append(f"{gold['at']}: {found}, is {gold['is']!r}")
            if gold["is"] and not gold.get("optional"):
                score.missed.append(f"{gold['at']}: {found!r}, is {gold['is']}")
    return score


def described(story: Story) -> Score:
    score = Score()
    wanted = [(name, words) for name, list_ in story.gold["described"].items() for words in list_]
    for entity in story.table.all:
        for one in story.table.descriptions(entity.id):
            words = story.lines[one.sentence_index].doc[one.start : one.end].text
            if (entity.words, words) in wanted:
                wanted.remove((entity.words, words))
                score.right += 1
            else:
                score.wrong.append(f"{entity.words}: {words} ({one.form})")
    score.missed += [f"{name}: {words}" for name, words in wanted]
    return score


def kin(story: Story) -> Score:
    all_ = story.table.all
    found = [
        (all_[k.who].words, k.noun, "" if k.of is None else all_[k.of].words)
        for k in story.table.kin
    ]
    return _compared(found, [(k["who"], k["noun"], k["of"]) for k in story.gold["kin"]])


def grouped(story: Story) -> Score:
    found = []
    for group in story.table.groups:
        if group.parent is None:
            members = [
                story.table.all[m.entity].words for m in group.members if m.entity is not None
            ]
            found.append((group.noun, group.size, *sorted(members)))
    wanted = [(g["noun"], g["size"], *sorted(g["members"])) for g in story.gold["group"]]
    return _compared(found, wanted)


def _compared(found: list[Any], wanted: list[Any]) -> Score:
    right = [one for one in found if one in wanted]
    return Score(
        len(right),
        [str(one) for one in found if one not in wanted],
        [str(one) for one in wanted if one not in found],
    )


def load(nlp: Language, folder: Path, stem: str) -> Story:
    return read(
        nlp,
        (folder / f"{stem}.txt").read_text(encoding="utf-8"),
        (folder / f"{stem}.entities.toml").read_text(encoding="utf-8"),
    )
