"""The last days as a picture for a phone: how much was asked, and how much of it was answered.

matplotlib is an extra ("pictures"): without it there is no picture.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO

from bot.state.kept import Day

SIZE = (10.8, 6.4)  # inches at 100 pixels each
GROUND, INK, FAINT, ACCENT = "#f6f4ee", "#1d2733", "#b9bfc5", "#1f6f8b"
LETTERS = 20
TICKS = 5  # dates below the bars


def draw(
    days: Sequence[Day], last: date, count: int, *, title: str, answered: str, unanswered: str
) -> bytes | None:
    """A PNG with a bar for each of the `count` days up to `last`; None without matplotlib."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415  (an extra)
        from matplotlib.figure import Figure  # noqa: PLC0415
        from matplotlib.ticker import MaxNLocator  # noqa: PLC0415
    except ImportError:
        return None
    known = {day.day: day for day in days}
    dates = [last - timedelta(days=ago) for ago in range(count - 1, -1, -1)]
    said = [known[day].answered if day in known else 0 for day in dates]
    missed = [known[day].asked - known[day].answered if day in known else 0 for day in dates]

    figure = Figure(figsize=SIZE, dpi=100, facecolor=GROUND)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0.09, 0.12, 0.88, 0.68), facecolor=GROUND)
    axes.bar(range(count), said, color=ACCENT, label=answered)
    axes.bar(range(count), missed, bottom=said, color=FAINT, label=unanswered)
    step = max(1, count // TICKS)
    places = list(range(count - 1, -1, -step))
    axes.set_xticks(places, [f"{dates[place].day} {dates[place]:%b}" for place in places])
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    axes.tick_params(labelsize=LETTERS, colors=INK, length=0)
    axes.grid(axis="y", color=FAINT, alpha=0.5)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    figure.text(0.04, 0.93, title, fontsize=LETTERS * 1.2, color=INK, weight="bold", va="center")
    axes.legend(
        loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncols=2, frameon=False, fontsize=LETTERS,
        labelcolor=INK, handlelength=1,
    )  # fmt: skip
    png = BytesIO()
    canvas.print_png(png)
    return png.getvalue()
