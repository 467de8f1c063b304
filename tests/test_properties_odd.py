"""What holds whatever is written: an article is understood or refused, a question is replied to.

The odd pieces are those that broke something once, and their like.
"""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from bot.desk import Desk
from bot.errors import CorpusError
from bot.glance import LISTS
from bot.proof import objections
from bot.replies import Replies
from tests.golden import STORIES, read

USUAL = (
    "Ana Roe , the minister , said on Thursday that five people were freed . She “ will resign ” in"
    " May , she said . Leo Roe , 61 , was jailed in 2019 and the Rota Post wrote so tomorrow ."
).split()
ODD = [
    *["②", "½", "٣", "1/00", "0/0", "9" * 400, "0", "5-3", "100%", "$", "1e400", "13:99", "1,,2"],
    *["31 February", "the '00s", "the 0s", "year 0", "the 99th century", "0000-00-00", "Jan. 0"],
    *[
        "\u0301",
        "\u200b",
        "\u00ad",
        "\u202e",
        "ﾞ",
        "İ",
        "ß",
        "Jose\u0301",
        "👨\u200d👩\u200d👧",
        "\x07",
    ],
    *[
        "“",
        "”",
        "‘",
        '"',
        "''",
        "(",
        "))",
        "[1]",
        "{answer}",
        "<b>",
        "&amp;",
        "...",
        "—",
        "?",
        "!?",
    ],
    *["\n", "\n\n", "\r\n", "\t", "\u2028", "\u00a0 ", "* ", "# ", "| a | b |", "+++", "```"],
    *["U.S.U.S.", "A.", "I", "n't", "'s", "who", "said", "that day", "the other", "Among them"],
    *["the Bank of \u200b", "\ue000", "عربي", "中文字", "Москва", "x" * 300, "MINISTER RESIGNS"],
]
HEADS = ["", "date 2026-01-09 The Daily\n\n", "date 0001-01-01 X\n\n", "date 9999-12-31 X\n\n"]
PIECES = st.one_of(st.sampled_from(USUAL), st.sampled_from(ODD), st.text(max_size=3))
ARTICLES = st.tuples(st.sampled_from(HEADS), st.lists(PIECES, min_size=1, max_size=40))
QUESTIONS = st.lists(
    st.one_of(st.sampled_from(["Who", "When was", "How many", "What did", "Where", "Why", "And"]), PIECES),
    max_size=12,
)  # fmt: skip


@settings(deadline=None, max_examples=60)  # a busy machine
@given(article=ARTICLES, asked=QUESTIONS)
@example(
    article=(HEADS[2], ["She", "said", "on", "Thursday", "she", "left", "."]), asked=["When", "?"]
)
@example(article=(HEADS[3], ["She", "will", "leave", "in", "May", "."]), asked=["Tomorrow", "?"])
@example(
    article=("", ["The", "Bank", "of", "\u0301", "Rota", "and", "BOR", "met", "."]),
    asked=["Who", "?"],
)
@example(
    article=("", ["Prime", "Minister", "Ana", "\u0301\u0301", "Roe", "met", "Ana", "Roe", "."]),
    asked=[],
)
def test_any_article_is_understood_and_any_question_replied_to(
    nlp: Language,
    replies: Replies,
    tmp_path_factory: pytest.TempPathFactory,
    article: tuple[str, list[str]],
    asked: list[str],
) -> None:
    head, pieces = article
    path = tmp_path_factory.getbasetemp() / "odd.txt"
    path.write_bytes((head + " ".join(pieces)).encode(errors="replace"))
    try:
        desk = Desk(path, nlp, replies)
    except CorpusError as error:
        assert str(error).startswith("odd.txt:")
        return
    question = " ".join(asked).encode(errors="replace").decode()
    pages = [page for name in LISTS for page in desk.glance_in("en").sheet(name).pages]
    fixed = replies.fixed | Replies.load("es").fixed
    for reply in [desk.ask(question), *desk.passages(question), *pages]:
        assert objections(reply, desk.corpus, fixed) == []
        assert reply.text.strip()
    assert desk.ask(question).answered == bool(desk.ask(question).short)


def _wrapped(text: str) -> str:
    """Lines of fifty characters, indented."""
    return re.sub(r"(.{50}\S*) (?=\S)", r"\1\n    ", text)


def _spread(text: str) -> str:
    """Two blanks between words, of which one must not be broken at."""
    return re.sub(r"(?<=\S) (?=\S)", " \u00a0", text)


def _taken_apart(text: str) -> str:
    """Accents behind their letters, and places for a hyphen in long words."""
    return re.sub(r"([^\W\d_]{5})(?=[^\W\d_]{4})", "\\1\u00ad", unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("name", "change"),
    [("dam", _wrapped), ("strike", _spread), ("transfer", _taken_apart)],
)
def test_how_the_words_of_a_file_are_set_changes_no_answer(
    name: str,
    change: Callable[[str], str],
    desk_on: Callable[[str], Desk],
    nlp: Language,
    replies: Replies,
    tmp_path: Path,
) -> None:
    head, _, body = STORIES[name].read_text(encoding="utf-8").partition("\n\n")
    path = tmp_path / STORIES[name].name
    path.write_text(f"{head}\n\n{change(body)}", encoding="utf-8")
    other = Desk(path, nlp, replies)

    for golden in read(name)[::3]:
        if not golden.chat:
            before, after = desk_on(name).ask(golden.ask), other.ask(golden.ask)
            assert _bare(after.text) == _bare(before.text)
            assert objections(after, other.corpus, replies.fixed) == []


def _bare(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\u00ad", "")
