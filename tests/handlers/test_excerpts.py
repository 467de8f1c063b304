"""Cited sentences between their neighbours."""

from bot.domain import Article, Citation, Corpus, Reply, Role, Sentence, Source
from bot.handlers.excerpts import in_context

SOURCE = Source("ferry", "Ferry", "The Daily", None)


def article(roles: str) -> Article:
    """'bhb': body, heading, body."""
    kinds = {"b": Role.BODY, "h": Role.HEADING}
    sentences = tuple(
        Sentence(SOURCE, number, 1, kinds[role], 0, 1, str(number))
        for number, role in enumerate(roles, 1)
    )
    return Article(SOURCE, "", sentences)


def shown(roles: str, *numbers: int) -> list[tuple[str, list[int]]]:
    told = article(roles)
    cited = tuple(Citation(n, told.sentences[number - 1]) for n, number in enumerate(numbers, 1))
    reply = Reply("Who?", "who", True, (), cited)
    return [
        ("".join(s.text for s in excerpt.sentences), [c.number for c in excerpt.citations])
        for excerpt in in_context(reply, Corpus((told,)))
    ]


def test_a_sentence_stands_between_its_neighbours() -> None:
    assert shown("bbbbb", 3) == [("234", [1])]


def test_the_first_and_the_last_sentence_have_one_neighbour() -> None:
    assert shown("bbbbb", 1) == [("12", [1])]
    assert shown("bbbbb", 5) == [("45", [1])]
    assert shown("b", 1) == [("1", [1])]


def test_headings_are_no_neighbours() -> None:
    assert shown("bhbhb", 3) == [("135", [1])]


def test_what_overlaps_is_shown_once_and_what_is_far_apart_is_not_joined() -> None:
    assert shown("bbbbbbbbb", 4, 2) == [("12345", [2, 1])]
    assert shown("bbbbbbbbb", 1, 8) == [("12", [1]), ("789", [2])]


def test_what_is_no_longer_in_the_corpus_is_left_out() -> None:
    gone = Sentence(Source("gone", "", "", None), 1, 1, Role.BODY, 0, 1, "x")
    reply = Reply("Who?", "who", True, (), (Citation(1, gone),))

    assert in_context(reply, Corpus((article("bb"),))) == ()
