"""The index finds what rank_bm25 finds, and nothing where no term is shared."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Plus  # type: ignore[import-untyped]

from bot.story.index import K1, NEIGHBOUR_WEIGHT, PARAGRAPH_WEIGHT, B, Index

TERMS = st.sampled_from(["ferry", "captain", "sail", "port", "oslo", "storm", "40", "crew"])
SENTENCES = st.lists(st.lists(TERMS, max_size=6), min_size=1, max_size=12).filter(any)


def index(*sentences: str, paragraphs: list[tuple[str, int]] | None = None) -> Index:
    terms = [sentence.split() for sentence in sentences]
    return Index(terms, paragraphs or [("a", number) for number, _ in enumerate(terms)])


def alone(sentences: list[list[str]]) -> Index:
    """Each sentence an article of its own, so that only its own words count."""
    return Index(sentences, [(str(number), 1) for number, _ in enumerate(sentences)])


def test_a_sentence_that_shares_no_term_scores_nothing() -> None:
    found = index("ferry sail", "captain storm").matches(["ferry"])

    assert found[0] > 0
    assert found[1] == 0


def test_a_term_that_half_the_sentences_hold_still_counts() -> None:
    assert index("ferry", "ferry", "port", "crew").matches(["ferry"])[0] > 0


def test_a_term_that_no_sentence_holds_finds_nothing() -> None:
    assert not index("ferry sail", "captain").scores(["whale"]).any()


def test_a_question_word_counts_once() -> None:
    held = index("ferry sail", "captain")

    assert held.matches(["ferry", "ferry"]).tolist() == held.matches(["ferry"]).tolist()


def test_neighbours_and_the_paragraph_lift_a_sentence_less_than_its_own_words() -> None:
    paragraphs = [("a", 1), ("a", 1), ("a", 2), ("b", 1)]
    held = index("ferry", "port", "crew", "storm", paragraphs=paragraphs)

    own, beside, apart, other = held.scores(["ferry"])

    assert own > beside > apart == other == 0


def test_a_neighbour_in_another_article_lifts_nothing() -> None:
    held = index("ferry", "port", paragraphs=[("a", 1), ("b", 1)])

    assert held.scores(["ferry"])[1] == 0


@pytest.mark.parametrize("sentences", [[], [[]], [[], []]])
def test_a_corpus_without_words_finds_nothing(sentences: list[list[str]]) -> None:
    held = alone(sentences)

    assert (
        held.matches(["ferry"]).tolist()
        == held.scores(["ferry"]).tolist()
        == [0.0] * len(sentences)
    )
    assert held.vocabulary == {}
    assert held.weight("ferry") >= 0


def test_an_unknown_term_weighs_as_the_rarest() -> None:
    held = index("ferry sail", "ferry port", "ferry crew")

    assert held.weight("whale") >= held.weight("port") > held.weight("ferry") > 0


@given(SENTENCES, st.lists(TERMS, min_size=1, max_size=4, unique=True))
def test_scores_differ_as_those_of_rank_bm25_do(
    sentences: list[list[str]], question: list[str]
) -> None:
    """BM25Plus adds to every sentence the same amount for each term; here it is left out."""
    plus = BM25Plus(sentences, k1=K1, b=B)
    added = sum(plus.idf.get(term, 0.0) for term in question) * plus.delta

    ours = alone(sentences).matches(question)

    assert ours == pytest.approx(plus.get_scores(question) - added, abs=1e-9)
    assert [bool(score > 0) for score in ours] == [
        not set(question).isdisjoint(sentence) for sentence in sentences
    ]


@given(SENTENCES, st.lists(TERMS, min_size=1, max_size=4))
def test_all_that_lifts_a_sentence_adds_up(sentences: list[list[str]], question: list[str]) -> None:
    paragraphs = [("a", number // 2) for number, _ in enumerate(sentences)]
    held = Index(sentences, paragraphs)
    own = held.matches(question)
    joined: dict[tuple[str, int], list[str]] = {}
    for key, terms in zip(paragraphs, sentences, strict=True):
        joined.setdefault(key, []).extend(terms)
    around = dict(zip(joined, alone(list(joined.values())).matches(question), strict=True))

    expected = own + NEIGHBOUR_WEIGHT * (np.append(own[1:], 0) + np.append(0, own[:-1]))
    expected += PARAGRAPH_WEIGHT * np.asarray([around[key] for key in paragraphs])

    assert held.scores(question) == pytest.approx(expected)
