"""The timeline as a picture for a phone: a column of days with what happened on each.

Drawn on a ground of its own, so that it reads the same in light and dark chats.  matplotlib is an
extra ("pictures"): without it there is no picture.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from bot.domain import Mark
from bot.glance.line import Line
from bot.language.terms import FUNCTION_WORDS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.font_manager import FontProperties

WIDTH = 1080  # pixels; Telegram shrinks what is longer than 1280, so height stays near that
MARGIN, COLUMN = 64, 112  # where the line of days stands, and where the words begin
MOST_EVENTS = 9
LONGEST_LABEL = 160  # characters; four lines
GROUND, INK, FAINT, ACCENT = "#f6f4ee", "#1d2733", "#67717c", "#1f6f8b"
TITLE, DAY, WORDS, NOTE = 46, 36, 33, 27  # letter sizes in pixels
LEADING = 1.3  # line height in letter sizes
_PAUSE = re.compile(r"[,;:]? [—–]|[,;:] ")


@dataclass(frozen=True, slots=True)
class Day:
    """A date, and what happened then in a line each."""

    name: str
    labels: tuple[str, ...]


def draw(lines: Sequence[Line], title: str, note: str) -> bytes | None:
    """A PNG of the events; None without matplotlib, and for a story of fewer than two events.

    Of many the latest days are kept, and of each day what is told first.
    """
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415  (an extra)
        from matplotlib.figure import Figure  # noqa: PLC0415
    except ImportError:
        return None
    if len(lines) < 2:
        return None
    days = chosen(lines)
    figure = Figure(figsize=(WIDTH / 100, 1), dpi=100, facecolor=GROUND)
    canvas = FigureCanvasAgg(figure)
    brush = _Brush(figure.add_axes((0, 0, 1, 1)), canvas.get_renderer())
    height = brush.paint(days, title, note)
    figure.set_size_inches(WIDTH / 100, height / 100)
    brush.axes.set(xlim=(0, WIDTH), ylim=(height, 0))
    brush.axes.set_axis_off()
    png = BytesIO()
    canvas.print_png(png)
    return png.getvalue()


def chosen(lines: Sequence[Line]) -> list[Day]:
    """The days to be drawn, in order, with at most `MOST_EVENTS` events in all."""
    days = [
        (name, [label(line) for line in some])
        for name, some in groupby(lines, key=lambda line: line.heading)
    ][-MOST_EVENTS:]
    room = MOST_EVENTS - len(days)
    kept = []
    for name, labels in reversed(days):  # the newest days tell most
        more = min(room, len(labels) - 1)
        room -= more
        kept.append(Day(name, tuple(labels[: 1 + more])))
    return kept[::-1]


def label(line: Line) -> str:
    """The words of an event without marks; long ones are cut, where they pause if they do."""
    words = "".join(part.text for part in line.reply.parts if not isinstance(part, Mark))
    words = words.rstrip(" .")
    if len(words) <= LONGEST_LABEL:
        return words
    words = words[:LONGEST_LABEL].rsplit(" ", 1)[0]
    pauses = [found.start() for found in _PAUSE.finditer(words)]
    if pauses and pauses[-1] > LONGEST_LABEL * 0.6:
        words = words[: pauses[-1]]
    while words.rsplit(" ", 1)[-1].lower() in FUNCTION_WORDS:
        words = words.rsplit(" ", 1)[0]
    return words.rstrip(" ,;:—–“‘(") + "…"


class _Brush:
    """Paints from the top down, in pixels."""

    def __init__(self, axes: "Axes", renderer: "RendererAgg") -> None:
        from matplotlib.font_manager import FontProperties, findfont, get_font  # noqa: PLC0415

        self.axes = axes
        self._renderer = renderer
        self._y = 0.0
        self._plain = FontProperties(family="DejaVu Sans")
        self._bold = FontProperties(family="DejaVu Sans", weight="bold")
        self._known = get_font(findfont(self._plain)).get_charmap()

    def paint(self, days: Sequence[Day], title: str, note: str) -> int:
        """All of it; returns the height that it takes."""
        self._y = MARGIN * 0.8
        self._write(title, TITLE, self._bold, INK, x=MARGIN, most_lines=3)
        self._y += 30
        dots = []
        for day in days:
            self._y += 22
            dots.append(self._y + DAY * LEADING / 2)
            self._write(day.name, DAY, self._bold, ACCENT, x=COLUMN)
            for words in day.labels:
                self._y += 6
                self._write(words, WORDS, self._plain, INK, x=COLUMN)
                self._y += 8
        bottom = self._y
        self.axes.plot([MARGIN, MARGIN], [dots[0], bottom], color=ACCENT, alpha=0.35, linewidth=4,
                       solid_capstyle="round")  # fmt: skip
        self.axes.plot([MARGIN] * len(dots), dots, "o", color=ACCENT, markersize=15,
                       markeredgecolor=GROUND, markeredgewidth=3)  # fmt: skip
        if note:
            self._y += 28
            self._write(note, NOTE, self._plain, FAINT, x=MARGIN)
        return round(self._y + MARGIN * 0.6)

    def _write(
        self, words: str, size: int, font: "FontProperties", colour: str, *, x: int,
        most_lines: int = 4,
    ) -> None:  # fmt: skip
        """Words from x to the right margin, in as many lines as they need up to `most_lines`."""
        words = "".join(letter if ord(letter) in self._known else "□" for letter in words)
        lines = self._wrapped(words, WIDTH - MARGIN - x, size, font)
        if len(lines) > most_lines:
            lines = [*lines[: most_lines - 1], lines[most_lines - 1] + " …"]
        for line in lines:
            self.axes.text(
                x, self._y, line, color=colour, fontproperties=font, fontsize=_points(size),
                verticalalignment="top", parse_math=False,
            )  # fmt: skip
            self._y += size * LEADING

    def _wrapped(self, words: str, width: int, size: int, font: "FontProperties") -> list[str]:
        """Lines that are no wider than `width`; a longer word is cut."""
        lines: list[str] = []
        for word in words.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._width(longer, size, font) <= width:
                lines[-1] = longer
                continue
            while self._width(word, size, font) > width:
                fitting = max(n for n in range(1, len(word))
                              if n == 1 or self._width(word[:n], size, font) <= width)  # fmt: skip
                lines.append(word[:fitting])
                word = word[fitting:]  # noqa: PLW2901
            lines.append(word)
        return lines

    def _width(self, words: str, size: int, font: "FontProperties") -> float:
        sized = font.copy()
        sized.set_size(_points(size))
        width, *_ = self._renderer.get_text_width_height_descent(words, sized, ismath=False)
        return float(width)


def _points(pixels: int) -> float:
    """matplotlib counts letters in points, 72 to the inch; the picture has 100 pixels to it."""
    return pixels * 0.72
