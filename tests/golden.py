"""Golden questions: what the bot should say about its stories, as data.

    python -m tests.golden             the questions that are answered wrong, and why
    python -m tests.golden --update    write them down in tests/stories/not_yet.toml

The fields are explained at the head of each tests/stories/*.questions.toml.
"""

import argparse
import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.desk import Desk, open_desk
from bot.domain import Reply
from bot.language.terms import fold

TESTS = Path(__file__).parent
NOT_YET = TESTS / "stories" / "not_yet.toml"
STORIES = {
    "cup": TESTS / "stories" / "cup.txt",
    "dam": TESTS / "stories" / "dam.txt",
    "election": TESTS / "stories" / "election.txt",
    "expedition": TESTS / "stories" / "expedition.txt",
    "ferry": TESTS / "stories" / "ferry.txt",
    "landing": TESTS / "stories" / "landing.txt",
    "merger": TESTS / "stories" / "merger.txt",
    "painting": TESTS / "stories" / "painting.txt",
    "plant": TESTS / "stories" / "plant.txt",
    "rescue": TESTS / "stories" / "rescue.txt",
    "strike": TESTS / "stories" / "strike.txt",
    "transfer": TESTS / "stories" / "transfer.txt",
    "hostages": TESTS / "stories" / "hostages.txt",
    "storm": TESTS / "stories" / "storm.txt",
    "verdict": TESTS / "stories" / "verdict.txt",
    "venezuela": TESTS.parent / "corpus" / "venezuela-releases.txt",
}
HEAD = """\
# Golden questions answered wrong as yet.  One of them that comes right, and any other that goes
# wrong, fail the tests; `python -m tests.golden --update` writes the list anew.

"""


@dataclass(frozen=True, slots=True)
class Golden:
    """A question and what its reply must hold."""

    story: str
    kind: str
    ask: str
    answerable: bool
    says: tuple[tuple[str, ...], ...] = ()  # of every group one must stand in the reply
    cites: tuple[tuple[str, ...], ...] = ()  # of every group one must begin a cited sentence
    chat: str = ""  # the conversation it is part of; "": none

    def faults(self, reply: Reply) -> Iterator[str]:
        """What is wrong with a reply, one line each."""
        if reply.answered != self.answerable:
            yield "is answered" if reply.answered else "is not answered"
        for group in self.says:
            if not any(_stands_in(reply.text, words) for words in group):
                yield f"does not say {' or '.join(group)}"
        cited = [fold(citation.sentence.text) for citation in reply.citations]
        for group in self.cites:
            if not any(text.startswith(fold(words)) for text in cited for words in group):
                yield f"does not cite {' or '.join(group)}"


def read(story: str) -> tuple[Golden, ...]:
    """The questions on a story, in the order in which they are to be asked."""
    text = (TESTS / "stories" / f"{story}.questions.toml").read_text(encoding="utf-8")
    return tuple(Golden(story, **_frozen(row)) for row in tomllib.loads(text)["question"])


def not_yet() -> dict[str, list[str]]:
    """The questions of each story that are answered wrong as yet."""
    return tomllib.loads(NOT_YET.read_text(encoding="utf-8"))


def faults_on(desk: Desk, questions: Sequence[Golden]) -> dict[str, str]:
    """By question, what is wrong with its reply; "" when it is right."""
    found = {}
    for golden in questions:
        reply = desk.ask(golden.ask, chat=golden.chat)
        lines = list(golden.faults(reply))
        found[golden.ask] = f"{'; '.join(lines)}: {reply.text}" if lines else ""
    return found


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    groups = {key: tuple(map(tuple, row[key])) for key in ("says", "cites") if key in row}
    return {**row, **groups}


def _stands_in(text: str, words: str) -> bool:
    """As whole words, whatever their case and accents."""
    return re.search(rf"(?<!\w){re.escape(fold(words))}(?!\w)", fold(text)) is not None


def _toml(wrong: Mapping[str, Sequence[str]]) -> str:
    """TOML basic strings are written as JSON strings are."""
    tables = (
        f"{story} = [\n"
        + "".join(f"    {json.dumps(ask, ensure_ascii=False)},\n" for ask in asks)
        + "]\n"
        for story, asks in wrong.items()
    )
    return HEAD + "\n".join(tables)


def main() -> None:
    """Ask all of them; print what is wrong, and write it down on request."""
    parser = argparse.ArgumentParser(prog="tests.golden", description="Ask the golden questions.")
    parser.add_argument("--update", action="store_true", help="write down what is wrong")
    update = parser.parse_args().update
    wrong: dict[str, list[str]] = {}
    for story, path in STORIES.items():
        faults = faults_on(open_desk(path), read(story))
        wrong[story] = [ask for ask, fault in faults.items() if fault]
        for ask in wrong[story]:
            print(f"{story}: {ask}\n    {faults[ask]}")
        print(f"{story}: {len(faults) - len(wrong[story])} of {len(faults)} right\n")
    if update:
        NOT_YET.write_text(_toml(wrong), encoding="utf-8")


if __name__ == "__main__":
    main()
