"""Names are found by capitals, form and context; first of all, what is none stays none."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from bot.language import pipeline, sentences
from bot.language.names import collect, find

STORIES = Path(__file__).parents[1] / "stories"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline.load()


def marked(doc: Doc, known: dict[str, str] | None = None) -> list[str]:
    return [f"{name.label} {doc[name.start : name.end].text}" for name in find(doc, known)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "the ferry sailed at noon.",
        "Families waited outside the prison.",
        "Human rights groups said so.",
        "As night fell, the police left.",
        "“Nobody came,” she said.",
        "I think that I was right.",
        "On Thursday, Jan. 8, they left; in March they came back.",
        "The President and the Foreign Minister met.",
        "He wrote to report.pdf and to ana@rota.org.",
    ],
)
def test_capitals_alone_make_no_name(nlp: Language, text: str) -> None:
    assert marked(nlp(text)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Spanish Foreign Minister Ana Rota left.", ["MISC Spanish", "PER Ana Rota"]),
        ("Will Eva Lund leave?", ["PER Eva Lund"]),
        ("They met Dr. Eva Lund and Mr. Falk.", ["PER Eva Lund", "PER Falk"]),
        ("Songwriter Eva Lund was there.", ["PER Eva Lund"]),
        ("The ferry Eva Lund sank.", ["MISC Eva Lund"]),
        ("The captain Eva Lund slept.", ["PER Eva Lund"]),
        ("Passenger Nora Lund, 34, was asleep.", ["PER Nora Lund"]),
        ("Secretary of State Eva Lund left.", ["PER Eva Lund"]),
        (
            "National Assembly President Jorge Rota spoke.",
            ["ORG National Assembly", "PER Jorge Rota"],
        ),
        ("They freed Ana Rota’s brother.", ["PER Ana Rota"]),
        (
            "They named Andrés Rota, José Lund and Eva Falk.",
            ["PER Andrés Rota", "PER José Lund", "PER Eva Falk"],
        ),
        ("He met María de la Rota in Madrid.", ["PER María de la Rota", "LOC Madrid"]),
        ("He played Ludwig van Beethoven.", ["PER Ludwig van Beethoven"]),
        ("She works at the University of Rota.", ["ORG University of Rota"]),
        ("The Bank of England agreed.", ["ORG Bank of England"]),
        ("The Ministry of Health and Sport agreed.", ["ORG Ministry of Health and Sport"]),
        ("He told the Court of Appeal.", ["ORG Court of Appeal"]),
        ("She read The New York Times.", ["ORG The New York Times"]),
        ("He is held in the Santa Rota prison.", ["LOC Santa Rota"]),
        ("They waited outside Camp I prison.", ["LOC Camp I"]),
        ("Eva Lund left for Rota, Spain.", ["PER Eva Lund", "LOC Rota", "LOC Spain"]),
        ("The broadcaster RTO reported it.", ["ORG RTO"]),
        ("The ferry, the Solveig, sank.", ["MISC Solveig"]),
        ("They met Dane Eva Lund.", ["MISC Dane", "PER Eva Lund"]),
        ("A third, Senegal international Ibru Sowt, failed.", ["LOC Senegal", "PER Ibru Sowt"]),
        ("It was a Spain newspaper, Sol Nuevo.", ["LOC Spain", "ORG Sol Nuevo"]),
        ("A thing called Ibru Sowt, who snored, slept.", ["PER Ibru Sowt"]),
        ("A thing called Ibru Sowt, which snored, slept.", ["MISC Ibru Sowt"]),
        (
            "Foro Penal, a Caracas-based advocacy group, spoke.",
            ["ORG Foro Penal", "LOC Caracas"],
        ),
        ("The Swedish Seamen’s Union agreed.", ["ORG Swedish Seamen’s Union"]),
        ("The U.S. Navy left Bosnia and Herzegovina.", None),
    ],
)
def test_names_end_where_titles_and_other_words_begin(
    nlp: Language, text: str, names: list[str] | None
) -> None:
    found = marked(nlp(text))
    if names is None:
        assert found[-1] == "LOC Bosnia and Herzegovina"
    else:
        assert found == names


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They freed Ana Rota.", None),
        ("Bo Lund, a captain, Ana Rota and Leo Falk left.", None),
        ("They freed opposition leader Ana Rota.", "opposition leader"),
        ("Former President Ana Rota left.", "Former President"),
        ("The captain, Ana Rota, left.", "captain"),
        ("He met Ana Rota, a researcher at the port.", "researcher"),
        ("He met Ana Rota, whose boat sank.", None),
    ],
)
def test_the_role_beside_a_name_is_found(nlp: Language, text: str, role: str | None) -> None:
    doc = nlp(text)
    [rota] = [name for name in find(doc) if "Rota" in doc[name.start : name.end].text]
    beside = doc[rota.role[0] : rota.role[1]].text if rota.role else None
    assert beside == role


def test_what_the_article_names_in_full_makes_short_names_known(nlp: Language) -> None:
    texts = [
        "Foro Azul, an advocacy group, wrote to Ana Rota and to the World Lamp Union (WLU).",
        "Rota said that Azul was late.",
        "WLU agreed.",
    ]
    docs = list(nlp.pipe(texts))
    known = collect(docs)

    assert known["Foro Azul"] == "ORG"
    assert known["Ana Rota"] == "PER"
    assert "Rota" not in known
    assert marked(docs[1], known)[0] == "PER Rota"
    assert marked(docs[2], known) == ["ORG WLU"]


@pytest.mark.parametrize(
    ("texts", "label"),
    [
        (["They fined Lunder."], "ORG"),
        (["They fined Lunder.", "They met Lunder, 44, at noon."], "PER"),
        (["They fined Mr. Lunder."], "PER"),
        (["They fined Lunder, a lawyer."], "MISC"),
        (["They fined Lunder, who wept."], "PER"),
        (["They fined Eva Lunder.", "They met Lunder."], "PER"),
        (["They live in Lunder."], "LOC"),
    ],
)
def test_the_first_word_of_an_organisation_is_short_for_it_unless_another_is_meant(
    nlp: Language, texts: list[str], label: str
) -> None:
    docs = list(nlp.pipe(["He owns Lunder Bank.", *texts]))
    found = marked(docs[-1], collect(docs))
    assert f"{label} Lunder" in found


def test_the_spelling_with_accents_stands_for_a_name(nlp: Language) -> None:
    known = collect(nlp.pipe(["They freed Ana Durán.", "They met Ana Duran.", "Ana Durán left."]))
    assert known == {"Ana Durán": "PER"}


def test_nobody_is_known_in_an_article_without_names(nlp: Language) -> None:
    assert collect([]) == {}
    assert collect(nlp.pipe(["It rained."])) == {}


@pytest.mark.parametrize("story", ["ferry", "strike"])
def test_the_names_of_a_story_are_found(nlp: Language, story: str) -> None:
    rows = tomllib.loads((STORIES / f"{story}.names.toml").read_text(encoding="utf-8"))["names"]
    docs = list(nlp.pipe(sentences_of((STORIES / f"{story}.txt").read_text(encoding="utf-8"))))
    known = collect(docs)
    found = [name for doc in docs for name in marked(doc, known)]
    both = in_common(rows, found)
    assert both >= 0.95 * len(rows)
    assert both >= 0.95 * len(found)


def sentences_of(article: str) -> list[str]:
    """The sentences without the line of metadata and the dateline."""
    _, *paragraphs = [line for line in article.split("\n") if line.strip()]
    plain = [line.split(") — ")[-1].split(") - ")[-1] for line in paragraphs]
    return [line[start:end] for line in plain for start, end in sentences.split(line)]


def in_common(gold: Sequence[str], found: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    lengths = [0] * (len(found) + 1)
    for row in gold:
        corner = 0
        for i, name in enumerate(found):
            above = lengths[i + 1]
            lengths[i + 1] = corner + 1 if row == name else max(above, lengths[i])
            corner = above
    return lengths[-1]


def test_what_opens_a_sentence_before_a_name_is_no_given_name(nlp: Language) -> None:
    found = marked(nlp("Winger Tomas Arroyo left Rota on Tuesday."))

    assert "PER Tomas Arroyo" in found and "PER Winger Tomas Arroyo" not in found


def test_no_name_is_inside_another_where_a_hyphen_joins_two(nlp: Language) -> None:
    doc = nlp("They reached Bera Alta-Rota.")
    doc.ents = [Span(doc, 2, 4, "LOC"), Span(doc, 5, 6, "PER")]
    assert [doc[name.start : name.end].text for name in find(doc)] == ["Bera Alta-Rota"]
