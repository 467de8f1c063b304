"""The buttons under an answer, in three rows at most, and under what they open."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain import Reply
from bot.handlers.presses import Press
from bot.interface import Interface

FAMILY, LATER = "a", "l"
WITHOUT = frozenset({"talk", "error"})  # kinds of reply with nothing to look at or to vote on


def answer_keyboard(
    reply: Reply, following: Sequence[str], version: str, interface: Interface
) -> InlineKeyboardMarkup | None:
    """What can be done with an answer, and below it a row for each question to go on with."""
    actions = [] if reply.kind in WITHOUT else ["more", "up", "down", "remove"]
    if reply.citations:
        actions.insert(0, "context")
    later = not reply.answered and reply.kind not in WITHOUT
    rows = [
        [_later(version, interface)] if later else [],
        [_button(interface.fill(f"button.{name}"), name, version) for name in actions],
        *([_button(question, "ask", version, number)] for number, question in enumerate(following)),
    ]
    kept = [row for row in rows if row]
    return InlineKeyboardMarkup(kept) if kept else None


def view_keyboard(
    view: str, page: int, pages: int, version: str, interface: Interface, *, share: str
) -> InlineKeyboardMarkup:
    """The way back to the answer, on to the next page while there is one, and to other people:
    `share` is the address that Telegram opens for it."""
    row = [_button(interface.fill("button.back"), "answer", version)]
    if page + 1 < pages:
        row.append(_button(interface.fill("button.next"), view, version, page + 1))
    row.append(InlineKeyboardButton(interface.fill("button.share"), url=share))
    return InlineKeyboardMarkup([row])


def _later(version: str, interface: Interface) -> InlineKeyboardButton:
    """The answer when the story has it."""
    press = Press(LATER, "tell", version)
    return InlineKeyboardButton(interface.fill("button.later"), callback_data=press.data)


def _button(label: str, action: str, version: str, number: int = 0) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=Press(FAMILY, action, version, number).data)
