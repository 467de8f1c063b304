"""A further language is one file: its questions are read, and answered in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

from bot import interface, languages
from bot.conversation import picking, several, talk
from bot.desk import Desk
from bot.errors import BotError
from bot.language import foreign
from bot.language.foreign import Foreign
from bot.replies import Replies
from tests.told import desk_of

STORY = """\
The captain Ana Roe was arrested in Vigo on Friday because she had sunk the ferry Tern. Leo Falk, a baker,
saw three ships. Mia Lund was born in Lugo.
"""
# A little Esperanto, which has no other words here than the story needs.
ESPERANTO = """\
[marks]
asks = "kiu, kiam, kie, kial, kiom da, saluton"
small = "estas, estis, la, de, bonvolu, diri"

[rules]
plural = [["$", "j"]]
plural_noun = "j$"
plural_verb = "^$"
feminine = "ino$"
feminine_adjective = "^$"
adjective = [["a$", ["a", "aj"]]]

[[conjugation]]
infinitive = ["i"]
past = "is"
now = "as"
will = "os"
doing = "anta"
done = "ita"

[question]
who = "kiu"
when = "kiam"
where = "kie"
why = "kial"
"how many" = "kiom da"

[padding]
words = "bonvolu diri"

[words]
article = "the = la"
preposition = "of = de; in = en"
number = "second = dua"

[nouns]
things = "ship = sxipo; captain = kapitano; cake = kuko"

[verbs]
list = "arrest = aresti; see saw seen = vidi; be born = naskigxi; eat ate eaten = mangxi"

[helpers]
is = "estas"
was = "estis"

[talk]
hello = "saluton"
"""


@pytest.fixture
def desk(
    tmp_path: Path, nlp: Language, replies: Replies, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    """One to whom Esperanto is told beside Spanish, with replies of its own."""
    own = ESPERANTO
    for section, entries in _sections(replies).items():
        own += f"\n[replies.{section}]\n" + "".join(f"{k} = '''{v}'''\n" for k, v in entries)
    shipped = languages.FOLDER
    folder = tmp_path / "languages"
    folder.mkdir()
    (folder / "es.toml").write_text(shipped.joinpath("es.toml").read_text("utf-8"), "utf-8")
    (folder / "eo.toml").write_text(own, "utf-8")
    monkeypatch.setattr(languages, "FOLDER", folder)
    _forget()
    (tmp_path / "story").mkdir()
    yield desk_of(tmp_path / "story", nlp, replies, STORY)
    monkeypatch.undo()
    _forget()


def _sections(replies: Replies) -> dict[str, list[tuple[str, str]]]:
    """The English replies, some of them told in Esperanto."""
    told = {k: f"Ne! {v}" if k.startswith("nothing.") else v for k, v in replies.templates.items()}
    told |= {"talk.hello": "Saluton!", "ask.who": "Kiu estas {name}?"}
    found: dict[str, list[tuple[str, str]]] = {}
    for key, text in told.items():
        section, _, name = key.partition(".")
        found.setdefault(section, []).append((name, text.replace("\n", "\\n") or " "))
    return found


def _forget() -> None:
    """What was read of the files."""
    for read in (
        languages.translations,
        foreign.languages,
        interface.languages,
        interface.read_interface,
        picking._places,
        picking._alone,
        several._goes_on,
        talk._list,
        talk._phrases,
    ):
        read.cache_clear()


@pytest.mark.parametrize(
    ("question", "read", "short"),
    [
        ("Kiu estas Leo Falk?", "Who is Leo Falk?", "a baker"),
        ("Kiu estas la kapitano?", "Who is the captain?", "Ana Roe"),
        ("Kiam estis arestita Ana Roe?", "When was Ana Roe arrested?", "Friday"),
        ("Kie naskigxis Mia Lund?", "Where was Mia Lund born?", "Lugo"),
        ("Kiom da sxipoj vidis Leo Falk?", "How many ships did Leo Falk see?", "three"),
        ("Bonvolu diri kiu estas Leo Falk", "Who is Leo Falk?", "a baker"),
    ],
)
def test_its_questions_are_read_and_answered(
    desk: Desk, question: str, read: str, short: str
) -> None:
    reply = desk.ask(question)

    assert (reply.language, reply.corrected) == ("eo", read)
    assert reply.answered and short in reply.short


def test_what_the_bot_says_is_in_it_too(desk: Desk) -> None:
    refusal = desk.ask("Kiam mangxis Leo Falk la kuko?")

    assert refusal.corrected == "When did Leo Falk eat the cake?"
    assert refusal.text.startswith("Ne! ")
    assert refusal.suggestions[0] == "Kiu estas Leo Falk?"
    assert desk.ask("saluton").text == "Saluton!"


def test_of_several_the_second_is_picked_in_it(desk: Desk) -> None:
    desk.ask("Kiu estas Zoe Bell?", chat="a")  # nobody, so questions are offered

    assert desk.ask("la dua", chat="a").answered


def test_the_languages_there_are_are_read_as_before(desk: Desk) -> None:
    assert desk.ask("Who is Leo Falk?").language == "en"
    assert desk.ask("¿Quién es Leo Falk?").language == "es"


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({"marks": {}}, r"languages/xx\.toml: \[question\] is missing"),
        ({}, r"languages/xx\.toml: \[marks\] is missing"),
    ],
)
def test_a_file_that_lacks_a_section_is_refused_by_name(
    data: dict[str, dict[str, str]], complaint: str
) -> None:
    with pytest.raises(BotError, match=complaint):
        Foreign.of("xx", data)


def test_a_verb_that_no_rule_is_for_is_refused_by_name() -> None:
    data = {**languages.translations()["es"], "verbs": {"list": "go = gehen"}}

    with pytest.raises(BotError, match="no \\[\\[conjugation\\]\\] is for 'gehen'"):
        _ = Foreign.of("es", data).senses
