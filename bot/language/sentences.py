"""Where one sentence of a paragraph ends and the next begins, by rule.

Made for newswire ("Lt. Gen. Roe left the U.S. on Dec. 29.") and good enough for encyclopedias.
What it knows of abbreviations is in `data/abbreviations.toml`.
"""

import re
import tomllib
from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

LONGEST = 1500  # characters; what goes on without a full stop is no sentence, and costs its square
LONGEST_WHOLE_QUOTATION = 300  # characters; in longer ones the sentences come apart

# A full stop or the like, closing quotes, brackets and footnote marks, and white space.  Between
# words that stick together (“It ended.The next”) the white space is missing.
BORDER = re.compile(
    r"""(?P<stop> \.(?:\s?\.)+ | [.!?…]+ )
        (?P<closers> (?:[”’"'»)\]] | “(?=\s))* (?: \s?\[\d{1,3}\] | \[\w{1,4}\] | \[\w+\ \w+\] )* )
        (?P<space> \s* )
        (?P<openers> [“"‘'«(\[¿¡$£€¥#@]* )
        (?P<next> \w [\w’'-]* )?""",
    re.VERBOSE,
)
WORD_BEFORE = re.compile(r"[^\s“”\"‘«(\[—–/]+$")
LETTERS_WITH_STOPS = re.compile(r"(?:\w\.-?)+\w")  # "U.S", "J.-P"
QUOTED = re.compile(r"“[^“”]*”|(?<!\w)\"[^\"]+\"(?!\w)|(?<!\w)‘(?:[^‘’]|’(?=\w))*’|\([^()]*\)")
NUMBERING = re.compile(r"\W*(?:\d{1,2}|[a-zA-Z])")  # "1." at the head of a list is no sentence
LONGEST_WORD = 40  # characters looked at before a full stop


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of one paragraph, as characters [start, end) without outer white space.

    All characters but white space lie in exactly one sentence; white space alone gives none.  A
    quotation stays whole, with its speaker, unless it is longer than `LONGEST_WHOLE_QUOTATION`;
    what is longer than `LONGEST` is cut, at the end of a line or word if there is one.
    """
    spans: list[tuple[int, int]] = []
    quotations = [m.span() for m in QUOTED.finditer(text)]
    start = len(text) - len(text.lstrip())
    for border in BORDER.finditer(text):
        if not _is_quoted(border, quotations) and _is_end(text, start, border):
            spans.extend(cut(text, start, border.end("closers")))
            start = border.end("space")
    spans.extend(cut(text, start, len(text.rstrip())))
    return spans


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Characters [start, end), white space at neither end, in pieces of `LONGEST` at most."""
    while end - start > LONGEST:
        middle, last = start + LONGEST // 2, start + LONGEST
        spaces = [place for place in range(middle, last) if text[place].isspace()]
        lines = [place for place in spaces if text[place] == "\n"]
        at = max(lines or spaces, default=last)
        yield start, start + len(text[start:at].rstrip())
        while text[at].isspace():
            at += 1
        start = at
    if start < end:
        yield start, end


def _is_quoted(border: re.Match[str], quotations: Sequence[tuple[int, int]]) -> bool:
    """Whether words of a short quotation stand on both sides of `border`."""
    before = bisect(quotations, (border.start(), -1)) - 1
    if before < 0:
        return False
    start, end = quotations[before]
    return border.end("closers") < end and end - start <= LONGEST_WHOLE_QUOTATION


def _is_end(text: str, start: int, border: re.Match[str]) -> bool:
    """Whether the sentence that began at `start` ends at `border`."""
    stop, following = border["stop"], border["next"]
    if not following:  # a dash, a sign, or the end of the paragraph
        return border.end("space") == len(text)
    if not border["space"] and not _sticks_together(text, border):
        return False
    if following.islower() or following[0] == "_":
        return False
    if border["closers"] and stop != "." and _speaker_follows(text, border):
        return False
    if "…" in stop or stop.count(".") > 1:  # “hope … We wait” leaves words out
        return bool(border["closers"]) or not text[border.start() - 1].isspace()
    return "?" in stop or not _is_abbreviation(text, start, border)


def _sticks_together(text: str, border: re.Match[str]) -> bool:
    """'It ended.The next day' does; 'Amazon.com', '3.5' and 'Node.Js' do not."""
    before = text[max(0, border.start() - 2) : border.start()]
    return (
        before.islower()
        and len(border["next"]) > 1
        and border["next"] in _words("beginners")
        and text[border.end() : border.end() + 1].isspace()
    )


def _speaker_follows(text: str, border: re.Match[str]) -> bool:
    """'“Why now?” [Jane Roe asked]'"""
    return not border["openers"] and bool(_speaker().match(text, border.start("next")))


def _is_abbreviation(text: str, start: int, border: re.Match[str]) -> bool:
    """Whether the full stop at `border` belongs to the word before it and ends nothing."""
    stop, following = border.start(), border["next"].replace("’", "'")
    if stop - start < LONGEST_WORD and NUMBERING.fullmatch(text, start, stop):
        return True
    found = WORD_BEFORE.search(text, max(start, stop - LONGEST_WORD), stop)
    word = found[0] if found else ""
    if word.lower() in {"a.m", "p.m"}:
        return not following[0].isalpha() or following in _words("after_hours")
    if word in _words("never") or (word in _words("before_figures") and following[0].isdigit()):
        return True
    is_initial = len(word) == 1 and word.isupper()
    if is_initial or LETTERS_WITH_STOPS.fullmatch(word) or word in _words("before_beginners"):
        another_initial = len(following) == 1 and text[border.end() : border.end() + 1] == "."
        return another_initial or following not in _words("beginners")
    return False


@cache
def _speaker() -> re.Pattern[str]:
    """One to five capitalised words and a verb of saying."""
    verbs = "|".join(sorted(_words("saying")))
    return re.compile(rf"(?:[A-Z][\w’'-]*\.? ){{0,4}}[A-Z][\w’'-]*,? (?:{verbs})\b")


@cache
def _words(kind: str) -> frozenset[str]:
    """A list of `data/abbreviations.toml`."""
    path = Path(__file__).parent / "data" / "abbreviations.toml"
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))[kind])
