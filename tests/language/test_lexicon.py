"""The word lists hold what general English knows, and nothing that makes a wrong answer right."""

import tomllib
from pathlib import Path

import pytest

from bot.language import lexicon
from bot.language.lexicon import Deed, Kin

DATA = Path(lexicon.__file__).parent / "data"


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("free", "detain", False),
        ("kill", "die", False),
        ("say", "deny", False),
        ("win", "lose", False),
        ("buy", "sell", False),
        ("be", "live", False),
        ("have", "own", False),
        ("unheard", "of", False),
        ("unheard", "unheard", True),
        ("free", "walk free", True),
        ("let go", "release", True),
        ("arrest", "imprison", True),
        ("seize", "capture", True),
        ("found", "set up", True),
        ("lead", "head", True),
        ("live", "reside", True),
        ("lie", "be located", True),
        ("wait", "await", True),
        ("strike", "walk out", True),
        ("resign", "step down", True),
        ("Start", "BEGIN", True),
    ],
)
def test_verbs_that_say_the_same_share_a_family(a: str, b: str, same: bool) -> None:
    assert lexicon.same_family(a, b) is same
    assert lexicon.same_family(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "against"),
    [
        ("free", "let go", False),
        ("deny", "reject", False),
        ("accuse", "acquit", True),
        ("deny", "admit", True),
        ("win", "lose", True),
        ("rise", "fall", True),
        ("accept", "reject", True),
        ("open", "close", True),
        ("free", "arrest", True),
    ],
)
def test_opposite_verbs_speak_against_each_other(a: str, b: str, against: bool) -> None:
    assert lexicon.opposite(a, b) is against
    assert lexicon.opposite(b, a) is against


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [("deny", "admit", False), ("rise", "fall", False), ("free", "arrest", True)],
)
def test_what_one_verb_undoes_may_have_happened_all_the_same(a: str, b: str, both: bool) -> None:
    assert lexicon.undoes(a, b) is both


def test_a_deed_seen_from_its_other_side_is_no_synonym_of_it() -> None:
    assert lexicon.implied_by("die") == {"kill"}
    assert not lexicon.implied_by("kill")


def test_phrases_of_a_verb_come_longest_first() -> None:
    assert lexicon.phrases("arrest") == ()
    assert lexicon.phrases("let")[:1] == ("let fall",)


@pytest.mark.parametrize(
    ("noun", "deed"),
    [
        ("ferry", None),
        ("winter", None),
        ("capture", Deed("capture", "event")),
        ("announcement", Deed("announce", "event")),
        ("death", Deed("die", "event")),
        ("founder", Deed("found", "agent")),
        ("winner", Deed("win", "agent")),
        ("detainee", Deed("detain", "patient")),
        ("employee", Deed("employ", "patient")),
    ],
)
def test_nouns_hold_a_deed_or_who_took_part_in_it(noun: str, deed: Deed | None) -> None:
    assert lexicon.event_of(noun) == deed


@pytest.mark.parametrize(
    ("general", "particular", "covered"),
    [
        ("detainee", "people", False),
        ("people", "dog", False),
        ("person", "town", False),
        ("newspaper", "union", False),
        ("city", "country", False),
        ("people", "detainee", True),
        ("people", "citizen", True),
        ("person", "winner", True),
        ("prisoner", "detainee", True),
        ("official", "prime minister", True),
        ("relative", "brother", True),
        ("vessel", "ferry", True),
        ("place", "prison", True),
        ("harbour", "harbour", True),
    ],
)
def test_a_general_noun_covers_its_kinds(general: str, particular: str, covered: bool) -> None:
    assert lexicon.covers(general, particular) is covered


def test_synonyms_stand_for_each_other_but_not_for_themselves() -> None:
    assert lexicon.synonyms("umbrella") == frozenset()
    assert "detainee" in lexicon.synonyms("prisoner")
    assert "prisoner" not in lexicon.synonyms("prisoner")


@pytest.mark.parametrize(
    ("noun", "relation"),
    [
        ("friend", None),
        ("brother", Kin("sibling", "m", "sibling")),
        ("daughter", Kin("child", "f", "parent")),
        ("aunt", Kin("uncle or aunt", "f", "nephew or niece")),
        ("fiancée", Kin("fiance", "f", "fiance")),
        ("spouse", Kin("spouse", "", "spouse")),
    ],
)
def test_kin_nouns_tell_relation_gender_and_the_way_back(noun: str, relation: Kin | None) -> None:
    assert lexicon.kin(noun) == relation


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("us", None),
        ("polish", None),
        ("Thursday", None),
        ("Madrid", None),
        ("Spain", "Spain"),
        ("Spanish", "Spain"),
        ("Spaniards", "Spain"),
        ("Americans", "United States"),
        ("U.S.", "United States"),
        ("US", "United States"),
        ("Britain", "United Kingdom"),
        ("Scots", "United Kingdom"),
        ("Cote d'Ivoire", "Ivory Coast"),
        ("the Netherlands", None),
        ("Netherlands", "Netherlands"),
        ("Venezuelan", "Venezuela"),
    ],
)
def test_a_country_is_known_by_its_names_and_its_people(text: str, country: str | None) -> None:
    assert lexicon.country_of(text) == country


@pytest.mark.parametrize(
    ("text", "said_of_people"),
    [
        ("Spain", False),
        ("spanish", False),
        ("Anna-Lise", False),
        ("Spanish", True),
        ("Spanish-American", True),
        ("Danes", True),
    ],
)
def test_nationalities_are_told_from_countries(text: str, said_of_people: bool) -> None:
    assert lexicon.is_nationality(text) is said_of_people


@pytest.mark.parametrize(
    ("title", "gender"),
    [
        ("tanker", None),
        ("Foreign Minister", ""),
        ("Gov.", ""),
        ("Gov", ""),
        ("Mrs.", "f"),
        ("Sir", "m"),
        ("President", ""),
    ],
)
def test_titles_tell_gender_where_they_can(title: str, gender: str | None) -> None:
    assert lexicon.title_gender(title) == gender
    assert lexicon.is_title(title) is (gender is not None)


def test_kinds_of_words_are_told_apart() -> None:
    assert lexicon.is_speech("tweet")
    assert not lexicon.is_speech("believe")
    assert lexicon.is_thought("believe")
    assert not lexicon.is_thought("tweet")
    assert lexicon.is_role("prime minister")
    assert lexicon.is_role("seismologist")
    assert not lexicon.is_role("ferry")
    assert not lexicon.is_role("checklist")
    assert not lexicon.is_role("insist")
    assert lexicon.place_type("town") == "settlement"
    assert lexicon.place_type("lawyer") is None
    assert lexicon.organisation_type("newspaper") == "media"
    assert lexicon.organisation_type("lawyer") is None


def test_links_between_families_name_families() -> None:
    verbs = tomllib.loads((DATA / "verbs.toml").read_text(encoding="utf-8"))
    linked = {
        name.strip()
        for table in ("opposites", "reversals")
        for first, others in verbs[table].items()
        for name in [first, *others.split(",")]
    }
    assert linked <= set(verbs["families"])
    assert len(verbs["families"]) >= 150


def test_a_noun_holds_one_deed_only() -> None:
    nominals = tomllib.loads((DATA / "nominals.toml").read_text(encoding="utf-8"))
    nouns = [
        noun.strip()
        for verbs in nominals.values()
        for words in verbs.values()
        for noun in words.split(",")
    ]
    assert len(nouns) >= 250
    assert sorted({noun for noun in nouns if nouns.count(noun) > 1}) == []


def test_every_list_says_where_it_is_from() -> None:
    for name in ("verbs", "nominals", "nouns", "titles", "given", "places", "countries"):
        head = (DATA / f"{name}.toml").read_text(encoding="utf-8").split("\n\n")[0]
        assert "# Source:" in head, name


@pytest.mark.parametrize("word", ["week", "May-lin", "Rota", "12", "20266", "nights", "by"])
def test_a_word_that_is_no_time_alone(word: str) -> None:
    assert not lexicon.is_time(word)


@pytest.mark.parametrize("word", ["noon", "Friday", "March", "2026"])
def test_a_word_that_is_a_time(word: str) -> None:
    assert lexicon.is_time(word)


@pytest.mark.parametrize(
    ("holder", "asked", "can"),
    [
        ("president", "president", True),
        ("president", "leader", True),
        ("attorney", "lawyer", True),
        ("chairwoman", "chairman", True),
        ("leader", "president", False),
        ("director", "president", False),
        ("nurse", "lawyer", False),
    ],
)
def test_a_post_is_called_by_its_own_name_or_a_wider_one(
    holder: str, asked: str, can: bool
) -> None:
    assert lexicon.can_be_called(holder, asked) is can
