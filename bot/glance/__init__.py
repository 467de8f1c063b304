"""The story at a glance: who is who, what happened when, figures, quotations, the lead.

Nothing new is found here: lists are made of what the story's readings hold, and every line is
proved like a reply before it is shown.
"""

import threading
from collections.abc import Mapping

from bot import proof
from bot.glance import lead, numbers, people, picture, quotes, timeline
from bot.glance.line import Line, Lister, is_proved
from bot.glance.sheet import Sheet, lay_out
from bot.render import short_date
from bot.replies import Replies
from bot.story import Story

__all__ = ["LISTS", "Glance", "Line", "Sheet"]

LISTS: Mapping[str, Lister] = {  # in the order of the menu
    "story": lead.lines,
    "people": people.lines,
    "timeline": timeline.lines,
    "numbers": numbers.lines,
    "quotes": quotes.lines,
}


class Glance:
    """The lists of one story, each made when it is first asked for."""

    def __init__(self, story: Story, replies: Replies) -> None:
        self.story = story
        self._replies = replies
        self._sheets: dict[str, Sheet] = {}
        self._pictures: dict[str, bytes | None] = {}
        self._making = threading.Lock()

    @property
    def version(self) -> str:
        """Of the corpus that the lists are made from."""
        return self.story.corpus.version

    @property
    def is_of_several(self) -> bool:
        """Whether sources must name their article."""
        return len(self.story.corpus.articles) > 1

    def sheet(self, name: str) -> Sheet:
        """A list of `LISTS` by name: what is proved of it."""
        with self._making:
            if name not in self._sheets:
                self._sheets[name] = self._make(name)
            return self._sheets[name]

    def picture(self, heading: str) -> bytes | None:
        """The timeline as a PNG, drawn once; None where none can be drawn.

        It is headed by the article's title, of several articles by `heading`.
        """
        lines = self.sheet("timeline").lines
        with self._making:
            if heading not in self._pictures:
                source = self.story.corpus.articles[0].source
                day = short_date(source.published) if source.published else ""
                note = ", ".join(known for known in (source.publisher, day) if known)
                alone = not self.is_of_several
                titled = alone and not source.title.endswith("…")
                self._pictures[heading] = picture.draw(
                    lines, source.title if titled else heading, note if alone else ""
                )
            return self._pictures[heading]

    def _make(self, name: str) -> Sheet:
        made = LISTS[name](self.story, self._replies)
        lines = [line for line in made if is_proved(line, self.story, self._replies)]
        sheet = lay_out(name, lines, self._replies, titles=self.is_of_several)
        for page in sheet.pages:
            objections = proof.objections(page, self.story.corpus, self._replies.fixed)
            assert not objections, objections  # proved lines make proved pages
        return sheet
