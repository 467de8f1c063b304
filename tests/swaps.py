"""Questions and stories turned into others: made up from a story, or with one word exchanged.

python -m tests.swaps      the exchanged questions that are answered as if nothing had changed
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.desk import open_desk
from bot.domain import Reply
from bot.language import pipeline
from bot.story import Story
from tests.golden import STORIES, read

NOBODY = {
    "PER": "Wilbur Quist",
    "LOC": "Drumlanrig",
    "ORG": "Hexwell Council",
}  # in none of the stories
TEMPLATES = (
    "Who is {name}?", "What did {name} say?", "Where was {name}?", "When did {name} {verb}?",
    "Did {name} {verb}?", "Was {name} arrested?", "Who {past} {name}?", "Why did {name} {verb}?",
    "Who {past} the {noun}?", "How many {noun} were there?", "What happened to the {noun}?",
    "When was the {noun} {past}?", "Which {noun} {past}?", "How did {name} {verb} the {noun}?",
    "Name the {noun}.", "How old is {name}?", "Is {name} the {noun}?", "Whose {noun} is it?",
    "How much did the {noun} cost?", "How far is {name} from {other}?", "{name} {noun}",
    "Who was {past} and when?", "What is the {noun} of {name}?", "Who told {name} about {other}?",
)  # fmt: skip
CONTRARY = {
    "arrested": "freed", "rescued": "abandoned", "released": "detained", "freed": "jailed",
    "ended": "began", "end": "begin", "began": "ended", "begin": "end", "accuse": "acquit",
    "accused": "acquitted", "built": "demolished", "bought": "sold", "denies": "admits",
    "deny": "admit", "injured": "unhurt", "signed": "rejected", "agree": "refuse", "first": "last",
    "closed": "opened", "left": "entered", "captured": "released", "seized": "returned",
    "dismissed": "hired", "longest": "shortest", "lost": "found", "imprisoned": "freed",
}  # fmt: skip
AUXILIARY = re.compile(r"\b(was|were|is|are|did|does|do|has|have|had|will|would)\b(?! not)", re.I)
TYPED = {"yesno", "who", "whose", "when", "where", "list", "kin", "speaker", "how many", "how much",
         "how old", "how far", "how long", "percentage", "measure", "which"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Swap:
    """A question that is answered, and another that it must not answer."""

    story: str
    sort: str  # "name", "number", "not", "contrary"
    asked: str
    swapped: str


def made_up(story: Story, count: int, seed: int) -> list[str]:
    """Questions in the words of a story; most of them have no answer there."""
    rng = random.Random(seed)
    names = sorted(story.names)
    verbs = sorted({t.lemma_ for r in story.readings for t in r.doc if t.tag_.startswith("VB")})
    past = sorted({t.text for r in story.readings for t in r.doc if t.tag_ in {"VBD", "VBN"}})
    nouns = sorted({t.text for r in story.readings for t in r.doc if t.pos_ == "NOUN"})
    return [
        rng.choice(TEMPLATES).format(
            name=rng.choice(names),
            other=rng.choice(names),
            verb=rng.choice(verbs),
            past=rng.choice(past),
            noun=rng.choice(nouns),
        )
        for _ in range(count)
    ]


def noise(count: int, seed: int) -> Iterator[str]:
    """Strings that nobody would ask, with words of English among them."""
    rng = random.Random(seed)
    scripts = [
        "abc XYZ", "ñéßøŁ", "中文字符", "русский", "עברית", "🎉👩\u200d👧🇺🇾",
        "\x00\x07\x1b\u200b\u202e\ufeff", "<b>&amp;</b>*_`[](){}", "0123456789.,$€%",
        "\n\t\r\u2028 ", "'\"“”’…—–?!;:", "\U0010fffd\u0301",
    ]  # fmt: skip
    words = [
        "who",
        "What",
        "when",
        "was",
        "and",
        "the",
        "how many",
        "not",
        "Friday",
        "5",
        "'s",
        "?",
    ]
    for number in range(count):
        size = rng.choice([1, 3, 8, 12, 20, 30, 60, 5000]) if number % 60 else 499
        pieces: list[str] = []
        while sum(map(len, pieces)) < size:
            script = rng.choice(scripts)
            pieces.append(rng.choice([rng.choice(words) + " ", rng.choice(script)]))
        yield "".join(pieces)[:size]


def swaps(name: str, question: str, story: Story) -> Iterator[Swap]:
    """Every question that differs in one telling word."""
    told = " ".join(article.text for article in story.corpus.articles)
    named = [words for words in story.known if re.search(rf"\b{re.escape(words)}\b", question)]
    for words in named:
        inside = any(words in other for other in named if other != words)
        if not inside and (stranger := NOBODY.get(story.known[words])):
            yield Swap(name, "name", question, question.replace(words, stranger))
    for found in re.finditer(r"\d[\d,]*", question):
        other = next(number for number in ("37", "53", "71") if number not in told)
        swapped = question[: found.start()] + other + question[found.end() :]
        yield Swap(name, "number", question, swapped)
    auxiliary = AUXILIARY.search(question)
    if auxiliary and auxiliary.start():  # 'Wasn't it sold?' asks what 'Was it sold?' asks
        yield Swap(name, "not", question, _denied(question, auxiliary))
    for word, other in CONTRARY.items():
        if re.search(rf"\b{word}\b", question):
            swapped = re.sub(rf"\b{word}\b", other, question)
            yield Swap(name, "contrary", question, swapped)


def _denied(question: str, auxiliary: re.Match[str]) -> str:
    """'Wasn't it sold?', 'Who was not freed?', 'Why didn't they leave?'"""
    before, after = question[: auxiliary.end()], question[auxiliary.end() :]
    if auxiliary[0] in {"will", "Will"}:
        return f"{question[: auxiliary.start()]}{auxiliary[0][0]}on't{after}"
    return (
        f"{before} not{after}" if question.startswith(("Who ", "Which ")) else f"{before}n't{after}"
    )


def tried(
    name: str, ask: Callable[[str], Reply], story: Story
) -> Iterator[tuple[Swap, Reply, Reply]]:
    """Each swap of a question that is answered, and the replies before and after."""
    for golden in read(name):
        if golden.chat or not golden.answerable:
            continue
        before = ask(golden.ask)
        if before.answered and before.kind in TYPED:
            for swap in swaps(name, golden.ask, story):
                if swap.sort == "number" and before.short == "No":
                    continue  # another wrong number is as wrong
                yield swap, before, ask(swap.swapped)


def is_untouched(before: Reply, after: Reply) -> bool:
    """Whether the changed question is answered as if nothing had changed."""
    return after.answered and after.short == before.short


def main() -> None:
    """Print the share of each sort of swap that is answered all the same, and which they are."""
    asked: Counter[str] = Counter()
    fooled: Counter[str] = Counter()
    nlp = pipeline.load()
    for name, path in STORIES.items():
        desk = open_desk(path)
        for swap, before, after in tried(name, desk.ask, Story.read(desk.corpus, nlp)):
            asked[swap.sort] += 1
            if is_untouched(before, after):
                fooled[swap.sort] += 1
                print(f"{name} {swap.sort}: {swap.swapped}\n    {after.text}")
    for sort in asked:
        print(f"{sort}: {fooled[sort]} of {asked[sort]}")


if __name__ == "__main__":
    main()
