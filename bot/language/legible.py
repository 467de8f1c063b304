"""A text as it is read: what the eye does not tell apart is the same, what it does not see is gone.

White space of any kind and length is one blank, a letter and its accents are one character (Unicode's
NFC), and signs without a shape (soft hyphens, marks of direction, control characters) are left out.
"""

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_UNSEEN = frozenset({"Cc", "Cf"})  # Unicode's categories of control and format characters


@dataclass(frozen=True, slots=True)
class Legible:
    """A text made legible; each of its characters stood at [start, end) of the original."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where characters [start, end) stood."""
        if start >= end:
            return start, start
        return self.starts[start], self.ends[end - 1]

    def read(self, start: int, end: int) -> tuple[int, int]:
        """The characters that [start, end) of the original became."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def legible(text: str) -> Legible:
    """'Rocı\u0301o \n  San Mi\u00adguel' -> 'Rocío San Miguel'; without white space around it."""
    if _is_legible(text):
        places = range(len(text) + 1)
        return Legible(text, places[:-1], places[1:])
    letters: list[str] = []
    starts, ends = array("I"), array("I")
    for start, end in _signs(text):
        seen = " " if text[start].isspace() else unicodedata.normalize("NFC", text[start:end])
        if seen == " " and (not letters or letters[-1] == " "):
            continue
        letters.extend(seen)
        starts.extend([start] * len(seen))
        ends.extend([end] * len(seen))
    if letters[-1:] == [" "]:
        letters.pop()
    return Legible("".join(letters), starts, ends)


def _is_legible(text: str) -> bool:
    return (
        text.isprintable()
        and "  " not in text
        and text == text.strip()
        and unicodedata.is_normalized("NFC", text)
    )


def _signs(text: str) -> Iterator[tuple[int, int]]:
    """The characters [start, end) of all that has a shape or parts words; accents with their letter."""
    start = end = 0
    for here, sign in enumerate(text):
        if unicodedata.category(sign) in _UNSEEN and not sign.isspace():
            continue
        if start < end and unicodedata.combining(sign):
            end = here + 1
            continue
        if start < end:
            yield start, end
        start, end = here, here + 1
    if start < end:
        yield start, end
