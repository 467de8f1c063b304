"""Quotations: what is none, whose it is, and where reported speech begins and ends."""

import pytest
from spacy.language import Language

from bot.language import marks, quotes
from tests.language.entity_gold import named

NAMES = {
    "PER": ["Ana Roe", "Leo Falk", "Eva Lund", "Roe", "Falk", "Lund"],
    "ORG": ["Rota Post", "Harbor Union"],
    "LOC": ["Rota"],
}

Said = tuple[str, str]  # speaker, words


def said(nlp: Language, text: str, *, direct: bool, inside: bool = False) -> list[Said]:
    doc = nlp(text)
    spans = [(n.start, n.end) for n in named(doc, NAMES) if n.label != "LOC"]
    return [
        (doc[slice(*q.speaker)].text if q.speaker else "", doc[q.start : q.end].text)
        for q in quotes.find(doc, spans, inside=inside)
        if q.direct == direct
    ]


NO_QUOTATIONS = [
    "The workers' council met the miners' union at the gate.",
    "The ’90s were hard for the harbor’s fishermen.",
    "It wasn't clear whether the prisoners' families knew.",
    "The mast is 12' 6\" long.",
    "The report on the harbor was long.",
]


@pytest.mark.parametrize("text", NO_QUOTATIONS)
def test_apostrophes_and_inches_are_no_quotation_marks(nlp: Language, text: str) -> None:
    assert said(nlp, text, direct=True) == []


NOTHING_SAID = [
    "The report on the harbor was long.",
    "Ana Roe read the names of the dead.",
    "The ferry left Rota on Friday with a call at the island.",
    "He asked for a ticket to Rota.",
    "The claim was rejected by the court.",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_nothing_is_reported_without_a_verb_of_saying_and_a_clause(
    nlp: Language, text: str
) -> None:
    assert said(nlp, text, direct=False) == []


DIRECT = [
    ("“We will stay,” Ana Roe said.", "Ana Roe", "We will stay,"),
    ("“We will stay,” said Ana Roe, the mayor of Rota.", "Ana Roe", "We will stay,"),
    ('"We will stay," said Mayor Ana Roe.', "Ana Roe", "We will stay,"),
    ("“We will stay,” she added.", "she", "We will stay,"),
    ("Ana Roe said: “We will stay.”", "Ana Roe", "We will stay."),
    ("Ana Roe: “We will stay.”", "Ana Roe", "We will stay."),
    (
        "“We will stay,” the head of the union told reporters.",
        "the head of the union",
        "We will stay,",
    ),
    ("Ana Roe said a “small number” of boats had left.", "Ana Roe", "small number"),
    ("Leo Falk promised that the union will “clean” the harbor.", "Leo Falk", "clean"),
    ("Ana Roe called the deal “a dark day for all of us.”", "Ana Roe", "a dark day for all of us."),
    ("Ana Roe described it as “a gift.”", "Ana Roe", "a gift."),
    ("For Ana Roe, the verdict was “a kind of peace.”", "Ana Roe", "a kind of peace."),
    ("For harbor chief Ana Roe, the verdict was “a kind of peace.”", "Ana Roe", "a kind of peace."),
    ("The verdict was “good news” in the eyes of Ana Roe.", "Ana Roe", "good news"),
    (
        "Ana Roe expressed hope “that this is the end of it.”",
        "Ana Roe",
        "that this is the end of it.",
    ),
    (
        "The move, in what Ana Roe described as a way to “calm the port,” came late.",
        "Ana Roe",
        "calm the port,",
    ),
    ("Union says 40 held for ‘moral reasons’", "Union", "moral reasons"),
    ("“He told me ‘go home’ and left,” Ana Roe said.", "Ana Roe", "He told me ‘go home’ and left,"),
    ("‘Nobody listened’", "", "Nobody listened"),
    ("“We waited. Nobody came.”", "", "We waited. Nobody came."),
]


@pytest.mark.parametrize(("text", "speaker", "words"), DIRECT)
def test_a_quotation_has_its_speaker(nlp: Language, text: str, speaker: str, words: str) -> None:
    assert said(nlp, text, direct=True) == [(speaker, words)]


def test_a_quotation_in_two_parts_has_one_speaker(nlp: Language) -> None:
    found = said(nlp, "“We will stay,” Ana Roe said, “and we will fish.”", direct=True)

    assert found == [("Ana Roe", "We will stay,"), ("Ana Roe", "and we will fish.")]


INDIRECT = [
    (
        "According to the Harbor Union, quoting Ana Roe, the ferry was late.",
        "Harbor Union",
        "the ferry was late",
    ),
    (
        "According to the Norland Interior Ministry the ferry was late.",
        "the Norland Interior Ministry",
        "the ferry was late",
    ),
    ("Ana Roe said that the ferry was late.", "Ana Roe", "the ferry was late"),
    ("Ana Roe said the ferry was late.", "Ana Roe", "the ferry was late"),
    ("Ana Roe, who runs the port, said the ferry was late.", "Ana Roe", "the ferry was late"),
    ("Ana Roe, a pilot in Rota, said the ferry was late.", "Ana Roe", "the ferry was late"),
    ("The union denies that it ignored the warnings.", "The union", "it ignored the warnings"),
    ("The ferry was late, Ana Roe said.", "Ana Roe", "The ferry was late"),
    (
        "The ferry was late, the newspaper Rota Post reported Friday.",
        "Rota Post",
        "The ferry was late",
    ),
    ("The ferry was late, according to Ana Roe.", "Ana Roe", "The ferry was late"),
    ("According to the coast guard, the ferry was late.", "the coast guard", "the ferry was late"),
    (
        "Ana Roe said Thursday that five sailors had been found.",
        "Ana Roe",
        "five sailors had been found",
    ),
    ("Ana Roe was quoted as saying that the ferry was late.", "Ana Roe", "the ferry was late"),
    ("Ana Roe accused the union of breaking the law.", "Ana Roe", "breaking the law"),
    ("Ana Roe said the ferry was late, but she did not say why.", "Ana Roe", "the ferry was late"),
    ("Police said the man fell — a claim his family rejects.", "Police", "the man fell"),
]


@pytest.mark.parametrize(("text", "speaker", "words"), INDIRECT)
def test_reported_speech_has_its_speaker_and_its_clause(
    nlp: Language, text: str, speaker: str, words: str
) -> None:
    assert said(nlp, text, direct=False) == [(speaker, words)]


def test_an_interrupted_clause_is_given_in_its_parts(nlp: Language) -> None:
    text = "It will be hard to tell who won, Ana Roe said, but also who lost the vote."

    assert said(nlp, text, direct=False) == [
        ("Ana Roe", "It will be hard to tell who won"),
        ("Ana Roe", "but also who lost the vote"),
    ]


def test_one_told_something_is_not_its_speaker(nlp: Language) -> None:
    doc = nlp("Leo Falk was told by Ana Roe that the ferry was late.")
    (quote,) = quotes.find(doc, [(0, 2), (5, 7)])

    assert quote.speaker == (5, 7)


def test_a_quotation_left_open_runs_into_the_next_sentence(nlp: Language) -> None:
    first = nlp("“We will stay, Ana Roe said.")
    second = nlp("We will fish until the spring,” she said.")

    assert quotes.left_open(first)
    assert said(nlp, second.text, direct=True, inside=True) == [
        ("she", "We will fish until the spring,")
    ]
    assert not quotes.left_open(second, inside=True)


def test_a_mark_that_opens_ends_a_quotation_whose_mark_was_forgotten(nlp: Language) -> None:
    doc = nlp('Ana Roe said, "We will stay."')

    assert [(q.start, q.end) for q in marks.find(doc, inside=True)] == [(5, 9)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Ana Roe said a “small number” of boats had left.", False),
        ("Ana Roe called it “an act of kindness.”", False),
        ("“Consider it a gift,” Ana Roe said.", True),
        ("“The ferry was late,” Ana Roe said.", True),
    ],
)
def test_a_clause_is_told_from_a_few_words(nlp: Language, text: str, whole: bool) -> None:
    (quote,) = [q for q in quotes.find(nlp(text)) if q.direct]

    assert quote.whole is whole


def test_an_empty_sentence_says_nothing(nlp: Language) -> None:
    assert quotes.find(nlp("")) == []
    assert not quotes.left_open(nlp(""))
