"""The house keeps its order: floors, doors, sizes, and no word of the bundled story inside."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.language.terms import fold

REPOSITORY = Path(__file__).parent.parent
BOT = REPOSITORY / "bot"
STORY = REPOSITORY / "corpus" / "venezuela-releases.txt"

# Ground floor first.  Imports go down only; rooms on one floor do not know each other.
FLOORS = [
    {"domain", "errors", "links", "pages"},
    {"claims", "languages", "settings", "state"},
    {"interface", "language", "replies"},
    {"corpus", "proof", "render", "story"},
    {"articles", "questions", "terminal"},
    {"conversation", "finding", "writing"},
    {"kinds"},
    {"answers", "glance"},
    {"desk"},
    {"chat", "handlers", "json_lines", "upkeep"},
    {"app"},
    {"cli"},
    {"__main__"},
]

FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor}

# What comes from outside, and the only rooms or files it may come in by.
DOORS = {
    "rank_bm25": {"story/index.py"},
    "telegram": {"handlers", "app.py"},
    "msgspec": {"story/shelf.py"},
    "sqlite3": {"state"},
    "spacy.load": {"language/pipeline.py"},
    "os.environ": {"cli.py", "__init__.py"},
    "print": {"cli.py"},
    "dotenv": {"cli.py"},
    "prompt_toolkit": {"chat.py"},
    "rich": {"terminal.py", "chat.py"},
    "html": {"pages.py"},
    "matplotlib": {"handlers/charts.py", "glance/picture.py"},
    "rapidfuzz": {"story/spelling.py"},
    "spellchecker": {"language/english_words.py"},
    "snowballstemmer": {"language/terms.py"},
}

FILES = sorted(BOT.rglob("*.py"))
LINES = 300

# Lists of general knowledge, and words of the story that are anybody's.
GENERAL = [
    "abbreviations",
    "countries",
    "date_words",
    "given",
    "number_words",
    "places",
    "titles",
    "units",
]
ANYBODYS = "Assembly Associated National Observatory President Press States United University York"


def name(path: Path) -> str:
    """'handlers/groups.py'"""
    return path.relative_to(BOT).as_posix()


def room(path: Path) -> str:
    """'handlers' of handlers/groups.py, 'desk' of desk.py"""
    return path.relative_to(BOT).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every module, or name of a module, that a file imports, in full, wherever it does so."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)} imports by dots"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules(path: Path) -> set[Path]:
    """The files of the bot that a file imports."""
    found = set()
    for imported in imports(path):
        parts = imported.split(".")
        if parts[0] != "bot":
            continue
        for size in range(len(parts), 1, -1):
            place = BOT.joinpath(*parts[1:size])
            if place.with_suffix(".py").exists():
                found.add(place.with_suffix(".py"))
                break
            if (place / "__init__.py").exists():
                found.add(place / "__init__.py")
                break
    return found


def mentions(path: Path) -> set[str]:
    """What a file imports, and every dotted name it uses: 'os.environ', 'print'."""
    used = {ast.unparse(n) for n in ast.walk(tree(path)) if isinstance(n, ast.Attribute | ast.Name)}
    return used | set(imports(path))


def within(mentioned: Iterable[str], thing: str) -> bool:
    return any(word == thing or word.startswith(f"{thing}.") for word in mentioned)


def test_every_room_has_its_floor() -> None:
    rooms = {room(path) for path in FILES} - {"__init__"}

    assert rooms == set().union(*FLOORS)
    assert len(rooms) == sum(map(len, FLOORS)), "a room is on two floors"


def test_imports_go_down_only() -> None:
    steps = [
        f"{name(path)} -> {name(other)}"
        for path in FILES
        for other in modules(path)
        if room(other) != room(path) and FLOOR_OF[room(other)] >= FLOOR_OF[room(path)]
    ]

    assert steps == []


def test_no_floor_could_be_spared() -> None:
    """Something on each floor needs the floor below it."""
    stairs = {
        (FLOOR_OF[room(path)], FLOOR_OF[room(other)]) for path in FILES for other in modules(path)
    }

    assert stairs >= {(number, number - 1) for number in range(1, len(FLOORS))}


def test_nothing_imports_itself_in_a_circle() -> None:
    done: set[Path] = set()

    def visit(path: Path, way: tuple[Path, ...]) -> None:
        assert path not in way, " -> ".join(map(name, (*way, path)))
        if path not in done:
            for other in modules(path) - {path}:
                visit(other, (*way, path))
            done.add(path)

    for path in FILES:
        visit(path, ())


@pytest.mark.parametrize("thing", DOORS)
def test_each_outside_thing_has_one_door(thing: str) -> None:
    met = {path for path in FILES if within(mentions(path), thing)}

    assert {p for p in met if name(p) not in DOORS[thing] and room(p) not in DOORS[thing]} == set()
    assert met, f"{thing} is met nowhere: take it off the list"


def test_every_file_is_read_in_one_sitting() -> None:
    lengths = {name(p): len(p.read_text(encoding="utf-8").splitlines()) for p in FILES}

    assert {name: lines for name, lines in lengths.items() if lines > LINES} == {}


def words_of_the_story() -> set[str]:
    """The names of the bundled story that no general list knows, folded."""
    text = STORY.read_text(encoding="utf-8").split("+++")[2]
    named = re.findall(r"(?<=[\w,’”“] )[“‘(]?([^\W\d_a-z]\w{3,})", text)
    known = set(map(fold, ANYBODYS.split()))
    for data in GENERAL:
        known |= folded_words(BOT / "language" / "data" / f"{data}.toml")
    return {word for word in map(fold, named) if not {word, word.removesuffix("s")} & known}


def folded_words(path: Path) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", fold(path.read_text(encoding="utf-8"))))


def test_no_word_of_the_bundled_story_stands_in_the_bot() -> None:
    story = words_of_the_story()
    texts = [*FILES, *(p for p in BOT.rglob("*.toml") if p.stem not in GENERAL)]

    assert len(story) > 15 and story.isdisjoint(["prison", "thursday", "spain", "president"])
    assert {name(p): found for p in texts if (found := story & folded_words(p))} == {}
