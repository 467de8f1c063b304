"""Sentences of newswire, web pages and encyclopedias come apart where a reader would part them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.sentences import LONGEST, LONGEST_WHOLE_QUOTATION, split

ONE_SENTENCE = [
    # abbreviations
    "On Dec. 29 the court met again.",
    "Jan. 8 was a Thursday.",
    "The village was held by U.S. forces.",
    "In May, U.S. President Ada Roe flew to Oslo.",
    "He met Mr. Quist and Mrs. Quist.",
    "Lt. Gen. Ana Ruiz and Sgt. Bo Lind were there.",
    "The books of J. K. Rowling and J.R.R. Tolkien sold well.",
    "George W. Bush and John F. Kennedy were presidents.",
    "He lives at No. 5 and she at No. 12.",
    "She rose at 6:40 a.m. Thursday and left at 5 p.m. GMT.",
    "They sailed at 6 a.m. from Bergen.",
    "Apple Inc. Chief Executive Tim Cook was silent.",
    "He was born in St. Louis, Mo., and studied in Washington, D.C.",
    "Sammy Davis Jr. Boulevard is closed.",
    "Roe v. Wade and Brown v. Board of Education were cases.",
    "Some islands, e.g. Malta, have no rivers.",
    "Sailors (c. 1400) used a compass.",
    "The firm Bauer & Co. KG was sold.",
    "Jean J.-P. Morel wrote it.",
    # figures
    "The U.S. $5 bill shows a president.",
    "Prices rose by 3.5 percent to $1.20.",
    "The tools are on www.example.org and example.com.",
    # ellipses
    "He waited … Nobody knew why.",
    "“We’re feeling a lot of hope … We’re just waiting now.”",
    # quotations and brackets
    "“Nobody won. We all lost,” she said.",
    '"Nobody won. We all lost," she said.',
    "‘Nobody won. We all lost,’ she said.",
    "He said: “It is over. We go home.”",
    "“Why now?” she asked.",
    "“Why now?” Ana Ruiz asked.",
    "“Go home!” Gov. J. Quist shouted.",
    "The band (formed in 1990. Split in 1995.) plays again.",
    "The film “Who’s there?” won.",
    "The site Yahoo! Finance reported it.",
    "“Stop!” — so ended the play.",
    # list numbers
    "1. The first point",
]

SENTENCES = [
    ["He left the U.S.", "The next day he was back."],
    ["He lives in the U.S.", "“We miss him,” she said."],
    ["The firm is Roe Inc.", "It makes boats."],
    ["They arrived at 5 p.m.", "Rescuers found nobody."],
    ["He said no.", "She said yes."],
    ["It ended in 2019.", "25 people were hurt."],
    ["It was the worst day of World War I.", "The king fled."],
    ["We met in Dec.", "The snow was deep."],
    ["“I have no words,” Quist said.", "“We hope … We wait.”"],
    ["“It is over.”", "He left."],
    ["‘It is over.’", "He left."],
    ['"It is over."', "He left."],
    ["She called it “an act of justice.”", "“Nothing helps,” she said."],
    ["Is it true?", "Nobody knows!", "“Perhaps,” he said."],
    ["He waited…", "Nobody came."],
    ["He waited....", "Nobody came."],
    ["She rose (slowly).", "He sat."],
    ["He rose.", "(She sat.)", "They left."],
    ["The lake is deep.[12]", "Its water is cold.[citation needed]", "It freezes."],
    ["The lake is deep. [1] [2]", "[It] freezes."],
    ["The text is broken.", "¿Por qué?", "So it goes."],
    ["It ended badly.", "eBay sued."],
    ["It cost much.", "$5 million was paid."],
    ["The crew left it.", "The ship sank."],
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_a_full_stop_that_ends_nothing(text: str) -> None:
    assert parted(text) == [text]


@pytest.mark.parametrize("expected", SENTENCES)
def test_sentences_come_apart(expected: list[str]) -> None:
    assert parted(" ".join(expected)) == expected


def test_a_line_end_is_a_space() -> None:
    assert parted("It ended.\nThe next\nday was calm.") == ["It ended.", "The next\nday was calm."]


def test_a_missing_space_after_a_full_stop() -> None:
    assert parted("It was finished.The next day came.") == [
        "It was finished.",
        "The next day came.",
    ]


def test_a_long_quotation_comes_apart() -> None:
    sentence = "We waited for the whole night. "
    quotation = f"“{sentence * (LONGEST_WHOLE_QUOTATION // len(sentence) + 1)}”"

    assert len(parted(quotation)) > 1


def test_a_quotation_that_is_never_closed_comes_apart() -> None:
    assert parted("“It is over. We go home.") == ["“It is over.", "We go home."]


@pytest.mark.parametrize(
    "text",
    [
        "and so on " * 500 + "it went.",
        "word\n" * 900 + "end",
        "x" * 4000,
        "a b\n" + "x " * 2000 + "x",
    ],
)
def test_what_has_no_end_is_cut_between_words(text: str) -> None:
    pieces = parted(text)

    assert max(map(len, pieces)) <= LONGEST
    assert min(map(len, pieces[:-1])) >= LONGEST // 2
    assert " ".join(pieces).split() == text.split() or " " not in text


def test_lines_are_not_cut_where_there_are_some() -> None:
    lines = ["word " * 20 + str(number) for number in range(40)]

    assert [line for piece in parted("\n".join(lines)) for line in piece.split("\n")] == lines


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_nothing_has_no_sentences(text: str) -> None:
    assert split(text) == []


def test_outer_white_space_is_not_in_a_sentence() -> None:
    assert split("  He left. \n She stayed.  ") == [(2, 10), (13, 24)]


@given(st.text(alphabet="aB .!?…“”\"'’()[]1\n", max_size=60))
def test_every_character_but_space_is_in_one_sentence(text: str) -> None:
    spans = split(text)

    outside, last = "", 0
    for start, end in spans:
        assert last <= start < end
        assert text[start:end] == text[start:end].strip()
        outside, last = outside + text[last:start], end
    assert not (outside + text[last:]).strip()


def parted(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]
